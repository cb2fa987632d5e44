"""A temporary file that holds what is long and seldom needed, so that memory does not grow with how much there is."""

from __future__ import annotations

import errno
import os
import tempfile
from array import array
from functools import cached_property
from typing import IO

_FULL = 1 << 18
"""Bytes of pieces that are written together: one by one, they cost more to write than to make."""


class ScratchFile:
    """Pieces of bytes, each under a number. The file has no name, so that it is gone with the process at the latest."""

    def __init__(self) -> None:
        self._ends = array("Q", [0])
        self._tail = bytearray()
        """The last pieces, which are not in the file yet."""
        self._place = 0
        """Where the file is read or written next."""

    def keep(self, data: bytes) -> int:
        """Put a piece at the end; its number. Raises OSError, with the name of the folder, where there is no room."""
        if len(self._tail) + len(data) > _FULL:
            self._write(data)
        else:
            self._tail += data
        self._ends.append(self._ends[-1] + len(data))
        return len(self._ends) - 2

    def read(self, number: int) -> bytes:
        """The piece of a number. Raises IndexError where there is none."""
        start, end = self._ends[number], self._ends[number + 1]
        written = self._ends[-1] - len(self._tail)
        if start >= written:
            return bytes(self._tail[start - written : end - written])
        self._go_to(start)
        data = self._file.read(end - start)
        self._place += len(data)
        return data

    def _write(self, data: bytes) -> None:
        """Put the tail into the file, and a further piece."""
        written = self._ends[-1] - len(self._tail)
        whole = self._tail + data
        try:
            self._go_to(written)
            self._place += self._file.write(whole)
            if self._place < written + len(whole):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, tempfile.gettempdir()) from None
        self._tail.clear()

    def _go_to(self, place: int) -> None:
        """Mostly nothing is to be done, since pieces are kept and read one after the other."""
        if place != self._place:
            self._file.seek(place)
            self._place = place

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self._ends) - 1

    @cached_property
    def _file(self) -> IO[bytes]:
        # unbuffered, so that a process that is forked from this one has nothing left to write
        return tempfile.TemporaryFile(buffering=0)

    def __del__(self) -> None:
        if "_file" in self.__dict__:
            self._file.close()
