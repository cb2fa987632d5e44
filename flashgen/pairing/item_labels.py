"""Words to learn that items begin with, paired as their items are: a label is too short to tell by itself.

Met in the Open Source Guides (German, French): "Bitten Sie um Feedback" and "Demandez des commentaires" share no word
that a corpus teaches, and begin two items of several sentences that leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.kinds import KINDS
from flashgen.language.word_forms import UNSPACED
from flashgen.pairing.beads import IN_DOUBT, NOT_TOLD_APART
from flashgen.record import replace
from flashgen.records import Bead, Fact, Location, Reason

_SAYS_SOMETHING = Reason("a label that says something rather than naming it", is_choice=True)
_NAME = 4
"""Words of a label that names a thing, in both languages."""
_SHORT_NAME = 3
"""The same of one language, where the other takes more than that."""


def pair_labels(beads: Sequence[Bead]) -> Iterator[Bead]:
    """The beads of an article, with those labels paired that were in doubt and whose items are pairs."""
    items = {ours.location: (theirs.location, bead.confidence) for bead, ours, theirs in _labelled(beads)}
    free = {
        bead.target.location: bead.target
        for bead in beads
        if items and bead.target is not None and _is_open_label(bead)
    }
    found: dict[Location, tuple[Fact, float]] = {}
    for bead in beads:
        if bead.native is not None and _is_open_label(bead) and bead.native.location in items:
            place, confidence = items[bead.native.location]
            if place in free:
                found[bead.native.location] = free[place], confidence
    taken = {partner.location for partner, _ in found.values()}
    for bead in beads:
        yield from _settled(bead, found, taken) if _is_open_label(bead) else (bead,)


def without_statements(bead: Bead) -> Bead:
    """The bead of a word, with a reason where neither language has a name of few words for it.

    "Dedução de impostos estaduais" names what another language calls "State tax deduction"; where both take that many
    words, a label tells what happens. Where no spaces part words, the other language tells. A word of a table, which
    is no label, may be a whole phrase.
    """
    labels = [fact.answer for _, fact in bead.sides if fact.context]
    counts = [len(label.split()) for label in labels if not UNSPACED.search(label)]
    is_name = not counts or max(counts) <= _NAME or (len(counts) > 1 and min(counts) <= _SHORT_NAME)
    return bead if is_name else replace(bead, reason=_SAYS_SOMETHING)


def _settled(bead: Bead, found: dict[Location, tuple[Fact, float]], taken: set[Location]) -> Iterator[Bead]:
    """The label's pair, or what is left of the bead where its sides went to others."""
    is_taken = bead.target is not None and bead.target.location in taken
    if bead.native is not None and bead.native.location in found:
        partner, confidence = found[bead.native.location]
        yield Bead(bead.kind, bead.native, partner, None, confidence)
        if bead.target is not None and not is_taken:
            yield Bead(bead.kind, None, bead.target)
    elif not is_taken:
        yield bead
    elif bead.native is not None:
        yield Bead(bead.kind, bead.native, None)


def _labelled(beads: Sequence[Bead]) -> Iterator[tuple[Bead, Fact, Fact]]:
    """The pairs of items that begin with a label in both versions."""
    for bead in beads:
        if not bead.is_pair or bead.native is None or bead.target is None or KINDS[bead.kind].is_nominal:
            continue
        if bead.native.label and bead.target.label:
            yield bead, bead.native, bead.target


def _is_open_label(bead: Bead) -> bool:
    """Whether it is of a word that stands alone, or beside one that may not be its partner."""
    is_in_doubt = bead.reason is None or bead.reason.code in (IN_DOUBT, NOT_TOLD_APART)
    return KINDS[bead.kind].is_nominal and not bead.is_pair and is_in_doubt
