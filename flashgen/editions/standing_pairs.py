"""Pairs that the last edition published, and that this build would withhold though neither text has changed.

What a corpus teaches of its languages changes with every article that comes or goes, and so does the confidence in
pairs of all the others. Learners should not lose a note for that.
"""

from __future__ import annotations

from flashgen.anki.package_reader import published_text
from flashgen.anki.published_notes import PublishedNote
from flashgen.editions.earlier_notes import EarlierNotes
from flashgen.kinds import kind_of
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bitext, Decision


class StandingPairs:
    """The pairs of an edition, looked up by article."""

    def __init__(self, earlier: EarlierNotes) -> None:
        self._earlier = earlier
        self._kinds = {kind for kind in earlier.kinds if not kind_of(kind).is_linked}

    def withheld_from(self, bitext: Bitext) -> tuple[Decision, ...]:
        """The published pairs of an article whose two texts it still holds, and of which it makes no note."""
        withheld = [bead for bead in bitext.beads if not bead.is_pair]
        kinds = {bead.kind for bead in withheld if bead.native} & {bead.kind for bead in withheld if bead.target}
        kinds &= self._kinds
        if not kinds:
            return ()
        ours = {(bead.kind, _text(bead.native)) for bead in withheld if bead.native and bead.kind in kinds}
        theirs = {(bead.kind, _text(bead.target)) for bead in withheld if bead.target and bead.kind in kinds}
        return tuple(
            Decision(native, target, True, kind=note.kind)
            for note in (earlier.note for earlier in self._earlier.of_article(published_text(bitext.slug)))
            if note.kind in kinds
            for native, target in [self._texts(note)]
            if _holds(ours, note.kind, native) and _holds(theirs, note.kind, target)
        )

    def _texts(self, note: PublishedNote) -> tuple[str, str]:
        text = self._earlier.layout.text_reader(note.kind, note.field_values)
        return text("native.answer"), text("target.answer")


def _text(fact: Fact) -> str:
    return published_text(fact.answer)


def _holds(texts: set[tuple[str, str]], kind: str, text: str) -> bool:
    """Whether a fact has the text, which a card may have shown cut."""
    return (kind, text) in texts or any(one == kind and text and text in whole for one, whole in texts)
