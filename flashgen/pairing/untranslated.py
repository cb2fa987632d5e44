"""Texts without a partner that stand in both versions word for word: one document holds both languages.

Nobody has to write them again, as a missing partner would say; but one of the two documents has text of the other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashgen.language.text_types import normalised, word_count
from flashgen.pairing.reasons import SAME_TEXT
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Reason

_LEAST = 4
"""Words; fewer may be a name."""


def with_copies_told(beads: Iterable[Bead]) -> Iterator[Bead]:
    """The beads, with a reason for each fact alone whose text stands alone in the other version, too."""
    found = tuple(beads)
    ours = dict(_texts(bead.native for bead in found if not bead.target))
    theirs = dict(_texts(bead.target for bead in found if not bead.native))
    copies = ours.keys() & theirs.keys()
    for bead in found:
        fact = None if bead.native and bead.target else bead.native or bead.target
        text = normalised(fact.answer) if copies and fact else ""
        if text in copies:
            place = (theirs if bead.native else ours)[text].location
            yield replace(bead, reason=Reason(SAME_TEXT, f"it stands in line {place.line} of {place.path} as well"))
        else:
            yield bead


def _texts(facts: Iterable[Fact | None]) -> Iterator[tuple[str, Fact]]:
    for fact in facts:
        if fact and word_count(fact.answer) >= _LEAST:
            yield normalised(fact.answer), fact
