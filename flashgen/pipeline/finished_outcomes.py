"""Outcomes as a build needs them: the notes of an article, and of its bitext what no note of its own holds.

They are kept from one build to the next, so that of an article in which nothing has changed nothing more is read.
"""

from __future__ import annotations

from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store
from flashgen.kinds import KINDS
from flashgen.notes.meetings import find_meetings
from flashgen.notes.topics import Spellings, with_usual_topics
from flashgen.pipeline.bitexts import Job, Outcome
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.pipeline.kept_outcomes import placed
from flashgen.record import Record, replace
from flashgen.records.pairs import Bitext

_FINISHED: Shelf[Outcome] = Shelf("finished outcome", Outcome)


class Finish(Record):
    """What becomes of an outcome where it is made: its topics as most articles spell them, and its notes."""

    spellings: Spellings
    maker: KeptNotes | None = None
    """Without it, no notes are made, and bitexts stay whole."""
    store: Store | None = None
    settings: bytes = b""
    """What tells the spellings and the maker from any others."""

    def __call__(self, outcome: Outcome, key: bytes) -> Outcome:
        """The finished outcome, which is kept. `key` is that of the outcome; empty for one that is not kept."""
        if outcome.bitext is None:
            return outcome
        bitext = with_usual_topics(outcome.bitext, self.spellings)
        if self.maker is None:
            return replace(outcome, bitext=bitext)
        notes, meetings = self.maker.notes(bitext), find_meetings(bitext)
        finished = replace(outcome, bitext=_as_others_need_it(bitext), notes=notes, meetings=meetings)
        if key and self.store:
            _FINISHED.put(self.store, self._key(key), finished)
        return finished

    def find(self, key: bytes, job: Job) -> Outcome | None:
        """The finished outcome of a job, by the key of its outcome; None where none is kept."""
        known = _FINISHED.get(self.store, self._key(key)) if key and self.store else None
        return known and placed(known, job)

    def without_store(self) -> Finish:
        """The same for a process that may not use the store."""
        return Finish(self.spellings, self.maker and self.maker.without_store())

    def _key(self, key: bytes) -> bytes:
        return _FINISHED.key((key, self.settings))


def finish_with(spellings: Spellings, maker: KeptNotes | None, store: Store | None) -> Finish:
    """Finishes outcomes, and keeps them where notes are made of them."""
    if maker is None or store is None:
        return Finish(spellings, maker)
    return Finish(spellings, maker, store, digest((maker.told, canonical(spellings))))


def _as_others_need_it(bitext: Bitext) -> Bitext:
    """A bitext without its links and the pairs that only its own notes show: the definition tells of its term, too."""
    native, target = (replace(side, mentions=(), styled=()) for _, side in bitext.sides)
    beads = tuple(bead for bead in bitext.beads if not bead.is_pair or KINDS[bead.kind].is_single)
    return replace(bitext, beads=beads, native=native, target=target)
