"""The notes of a build until they are published: what is long lies in a file, and what many share is held once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from flashgen.record import replace
from flashgen.records import Note
from flashgen.scratch.note_fields import Fields
from flashgen.scratch.scratch_file import ScratchFile

_Value = TypeVar("_Value")


class HeldNotes:
    """Takes notes in, and gives them back as they were."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._file = ScratchFile()
        self._shared: dict[Any, Any] = {}

    def add(self, notes: Iterable[Note]) -> None:
        """Take those in that have cards."""
        self.notes.extend(self._held(note) for note in notes if note.cards)

    def _held(self, note: Note) -> Note:
        return replace(
            note,
            kind=self._once(note.kind),
            note_type=self._once(note.note_type),
            fields=Fields(str(note.fields), self._file),
            tags=self._once(tuple(map(self._once, note.tags))),
            deck=self._once(note.deck),
            cards=self._once(note.cards),
            article=self._once(note.article),
            location=replace(note.location, path=self._once(note.location.path)),
        )

    def _once(self, value: _Value) -> _Value:
        """An equal value that was met before, if there is one."""
        known: _Value = self._shared.setdefault(value, value)
        return known
