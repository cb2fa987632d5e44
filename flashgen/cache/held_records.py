"""Records in a temporary file as long as a process needs them: a list that does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from flashgen.cache.shelf import Shelf
from flashgen.scratch.scratch_file import ScratchFile

_Record = TypeVar("_Record")


class HeldRecords(Generic[_Record]):
    """Records in the order in which they came; each is read back when it is asked for, as an equal one."""

    def __init__(self, shelf: Shelf[_Record]) -> None:
        """`shelf` knows the type of the records."""
        self._shelf = shelf
        self._file = ScratchFile()
        self._held: list[int | _Record] = []
        """Numbers of the file. A record stays itself if a text in it is no Unicode, as the name of a file may be."""

    def append(self, record: _Record) -> None:
        """Put a record at the end."""
        packed = self._shelf.pack(record)
        self._held.append(self._file.keep(packed) if isinstance(packed, bytes) else packed)

    def __getitem__(self, index: int) -> _Record:
        held = self._held[index]
        return self._shelf.unpack(self._file.read(held)) if isinstance(held, int) else held

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[_Record]:
        return map(self.__getitem__, range(len(self)))
