"""Words to learn that items begin with, paired as their items are: a label is too short to tell by itself.

Met in the Open Source Guides (German, French): "Bitten Sie um Feedback" and "Demandez des commentaires" share no word
that a corpus teaches, and begin two items of several sentences that leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.kinds import KINDS
from flashgen.pairing.beads import IN_DOUBT, NOT_TOLD_APART
from flashgen.records import Bead, Fact, Location


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
