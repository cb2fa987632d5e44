"""The notes of a build, article by article, in a file until they are published."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flashgen.notes.note_maker import OneSpelling
from flashgen.notes.ordering import in_order
from flashgen.record import Packing
from flashgen.records import Note
from flashgen.scratch.held_records import HeldRecords

_PACKING = Packing[tuple[Note, ...]](tuple[Note, ...])


class HeldNotes(Mapping[str, Sequence[Note]]):
    """Takes notes in, and gives those of an article in the order of its kinds; articles stand in that of their names.

    Names of decks and tags are spelled as the first article that has them spells them, of those that were asked for.
    """

    def __init__(self) -> None:
        self._pieces: HeldRecords[tuple[Note, ...]] = HeldRecords(_PACKING)
        self._numbers: dict[str, array[int]] = {}
        """By article, of its pieces."""
        self._spell = OneSpelling()

    def add(self, notes: Iterable[Note]) -> None:
        """Take notes of one article in, those that have cards."""
        if held := tuple(note for note in notes if note.cards):
            self._numbers.setdefault(held[0].article, array("L")).append(len(self._pieces))
            self._pieces.append(held)

    def __getitem__(self, article: str) -> Sequence[Note]:
        notes = (note for number in self._numbers[article] for note in self._pieces[number])
        return list(map(self._spell, in_order(notes, "articles", {})))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)
