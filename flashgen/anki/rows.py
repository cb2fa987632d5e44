"""The notes of an edition: what is compared and counted of each in memory, the notes themselves in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, TypeVar, overload

from flashgen.record import Packing, Record
from flashgen.records.notes import DatedNote, Note, NoteStatus
from flashgen.scratch.held_records import HeldRecords
from flashgen.scratch.note_fields import SEPARATOR

_Value = TypeVar("_Value")
_PACKING = Packing[Note](Note)
_DIGEST = 16


class Row(Record):
    """What is known of a note without reading it. The first seven are the note's."""

    guid: str
    kind: str
    article: str
    note_type: str
    deck: str
    cards: tuple[int, ...]
    pin: str
    modified: int
    position: int
    status: NoteStatus
    """These three as in `DatedNote`."""
    number: int
    """Of the note among those in the file."""
    before: int | None
    """The number of the note that it was, among those that were ever published; None for one that never was."""


class Rows(Sequence[DatedNote]):
    """Dated notes in the order in which an edition holds them, each read back when it is asked for."""

    def __init__(self, rows: Iterable[DatedNote] = ()) -> None:
        self._notes: HeldRecords[Note] = HeldRecords(_PACKING)
        self._digests = bytearray()
        self._shared: dict[Any, Any] = {}
        self.known: Sequence[Row] = list(map(self.hold, rows))
        """What is known of each, in the same order. Another list makes other rows of the notes that were put in."""

    def hold(self, row: DatedNote, before: int | None = None) -> Row:
        """Put a note in, without making it one of the rows. `before` as in `Row`."""
        note, number = row.note, len(self._notes)
        self._notes.append(note)
        self._digests += _digest(note)
        return Row(
            note.guid, self._once(note.kind), self._once(note.article), self._once(note.note_type),
            self._once(note.deck), self._once(note.cards), note.pin, row.modified, row.position, row.status,
            number, before,
        )  # fmt: skip

    def _once(self, value: _Value) -> _Value:
        """An equal value that was met before, if there is one: many notes share it."""
        known: _Value = self._shared.setdefault(value, value)
        return known

    def __len__(self) -> int:
        return len(self.known)

    def __iter__(self) -> Iterator[DatedNote]:
        return map(self.of, self.known)

    @overload
    def __getitem__(self, index: int) -> DatedNote: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DatedNote]: ...
    def __getitem__(self, index: int | slice) -> DatedNote | Sequence[DatedNote]:
        return list(map(self.of, self.known[index])) if isinstance(index, slice) else self.of(self.known[index])

    def digest(self, row: Row) -> bytes:
        """What tells what a package holds of the note of a row from anything else, without reading it."""
        start = row.number * _DIGEST
        return bytes(self._digests[start : start + _DIGEST])

    def of(self, row: Row) -> DatedNote:
        """The note of a row."""
        return DatedNote(self._notes[row.number], row.modified, row.position, row.status)


def _digest(note: Note) -> bytes:
    """Of what a package holds of a note: where it was found is none of it, and differs with each line that moves."""
    cards = ",".join(map(str, note.cards))
    said = note.guid, note.note_type, note.deck, " ".join(note.tags), cards, note.fields.text
    return blake2b(SEPARATOR.join(said).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
