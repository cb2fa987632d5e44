"""Words to learn that items begin with, paired as their items are: a label is too short to tell by itself.

Met in the Open Source Guides (German, French): "Bitten Sie um Feedback" and "Demandez des commentaires" share no word
that a corpus teaches, and begin two items of several sentences that leave no doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from flashgen.kinds import KINDS
from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.sentences import sentences
from flashgen.language.text_types import ends_sentence
from flashgen.language.word_forms import UNSPACED
from flashgen.pairing.reasons import IN_DOUBT, NOT_TOLD_APART
from flashgen.record import replace
from flashgen.records.facts import Fact, Version
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason

_ENDING = 2
"""Syllables that sentences of Korean and Japanese end in alike."""
_ENDS_OFTEN = 0.25
"""The share of a text's sentences from which their ending is one of sentences alone."""
_FEWEST = 4
"""Sentences from which that can be told."""
_FINAL = late_pattern(f"[{scripts.KANA}{scripts.HANGUL}]{{{_ENDING}}}$")
_STOPS = f"{marks.STOPS}{marks.EXCLAMATION_MARKS}"
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


def without_statements(bead: Bead, endings: frozenset[str] = frozenset()) -> Bead:
    """The bead of a word, with a reason where neither language has a name of few words for it.

    "Dedução de impostos estaduais" names what another language calls "State tax deduction"; where both take that many
    words, a label tells what happens. Where no spaces part words, the other language tells. One that ends as sentences
    do (`sentence_endings`) tells it of both. A word of a table, which is no label, may be a whole phrase.
    """
    labels = [fact.answer for _, fact in bead.sides if fact.context]
    counts = [len(label.split()) for label in labels if not UNSPACED.search(label)]
    is_name = not counts or max(counts) <= _NAME or (len(counts) > 1 and min(counts) <= _SHORT_NAME)
    is_name = is_name and not any(label[-_ENDING:] in endings for label in labels)
    return bead if is_name else replace(bead, reason=_SAYS_SOMETHING)


def sentence_endings(version: Version) -> frozenset[str]:
    """What many sentences of a text end in, in languages whose verbs stand last with endings of their own: a label that
    ends so ("벌집이 가득 찹니다") says something, and names nothing."""
    texts = (inline.text for section in version.sections for inline in section.texts)
    said = [one.rstrip(_STOPS) for text in texts if ends_sentence(text) for one in sentences(text, version.language)]
    endings = [one[-_ENDING:] for one in said if _FINAL.search(one)]
    needed = max(_FEWEST, _ENDS_OFTEN * len(said))
    return frozenset(ending for ending, count in Counter(endings).items() if count >= needed)


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
        if (pair := bead.pair) is None or KINDS[bead.kind].is_nominal:
            continue
        native, target = pair
        if native.label and target.label:
            yield bead, native, target


def _is_open_label(bead: Bead) -> bool:
    """Whether it is of a word that stands alone, or beside one that may not be its partner."""
    is_in_doubt = bead.reason is None or bead.reason.code in (IN_DOUBT, NOT_TOLD_APART)
    return KINDS[bead.kind].is_nominal and not bead.is_pair and is_in_doubt
