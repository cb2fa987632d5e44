"""Records in a temporary file as long as a process needs them: a list that does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from flashgen.record import Packing
from flashgen.scratch.scratch_file import ScratchFile

_Record = TypeVar("_Record")


class HeldRecords(Generic[_Record]):
    """Records in the order in which they came; each is read back when it is asked for, as an equal one."""

    def __init__(self, packing: Packing[_Record]) -> None:
        self._packing = packing
        self._file = ScratchFile()
        self._odd: dict[int, _Record] = {}
        """By index, records with a text that is no Unicode, as the name of a file may be: they stay themselves."""

    def append(self, record: _Record) -> None:
        """Put a record at the end."""
        self.append_packed(self._packing.pack_or_keep(record))

    def append_packed(self, packed: bytes | _Record) -> None:
        """Put a record at the end that was packed already, or kept, as by `Packing.pack_or_keep`."""
        if not isinstance(packed, bytes):
            self._odd[len(self)] = packed
        self._file.keep(packed if isinstance(packed, bytes) else b"")

    def __getitem__(self, index: int) -> _Record:
        return self._odd[index] if index in self._odd else self._packing.unpack(self._file.read(index))

    def packed(self, index: int) -> bytes:
        """Bytes that tell a record from any other, which costs less than to read it back."""
        return repr(self._odd[index]).encode("utf-8", "surrogatepass") if index in self._odd else self._file.read(index)

    def __len__(self) -> int:
        return len(self._file)

    def __iter__(self) -> Iterator[_Record]:
        return map(self.__getitem__, range(len(self)))
