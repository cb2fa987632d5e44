"""The notes of a build, article by article, in a file until they are published."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flashgen.notes.one_spelling import OneSpelling
from flashgen.notes.ordering import in_order
from flashgen.record import Packing
from flashgen.records.notes import Note
from flashgen.scratch.held_records import HeldRecords

PackedNotes = bytes | tuple[Note, ...]
"""The notes of one article, packed by `NOTES`; themselves, where a text is no Unicode, as the name of a file may be."""
NOTES = Packing[tuple[Note, ...]](tuple[Note, ...])
_NONE = NOTES.pack(())


def pack_notes(notes: Iterable[Note]) -> PackedNotes:
    """Those that have cards."""
    return NOTES.pack_or_keep(tuple(note for note in notes if note.cards))


class HeldNotes(Mapping[str, Sequence[Note]]):
    """Takes notes in, and gives those of an article in the order of its kinds; articles stand in that of their names.

    Names of decks and tags are spelled as the first article that has them spells them, of those that were asked for.
    """

    def __init__(self) -> None:
        self._pieces: HeldRecords[tuple[Note, ...]] = HeldRecords(NOTES)
        self._numbers: dict[str, array[int]] = {}
        """By article, of its pieces."""
        self._spell = OneSpelling()

    def add(self, article: str, notes: PackedNotes) -> None:
        """Take notes of an article in, by its slug."""
        if not notes or notes == _NONE:
            return
        self._numbers.setdefault(article, array("L")).append(len(self._pieces))
        self._pieces.append_packed(notes)

    def __getitem__(self, article: str) -> Sequence[Note]:
        notes = (note for number in self._numbers[article] for note in self._pieces[number])
        return list(map(self._spell, in_order(notes, "articles", {})))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)
