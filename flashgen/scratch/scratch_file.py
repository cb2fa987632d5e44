"""A temporary file that holds what is long and seldom needed, so that memory does not grow with how much there is."""

from __future__ import annotations

import errno
import os
import tempfile
from array import array
from functools import cached_property
from typing import IO


class ScratchFile:
    """Pieces of bytes, each under a number. The file has no name, so that it is gone with the process at the latest."""

    def __init__(self) -> None:
        self._ends = array("Q", [0])
        self._place = 0
        """Where the file is read or written next."""

    def keep(self, data: bytes) -> int:
        """Put a piece at the end; its number. Raises OSError, with the name of the folder, where there is no room."""
        try:
            self._go_to(self._ends[-1])
            self._place += self._file.write(data)
            if self._place < self._ends[-1] + len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, tempfile.gettempdir()) from None
        self._ends.append(self._ends[-1] + len(data))
        return len(self._ends) - 2

    def read(self, number: int) -> bytes:
        """The piece of a number. Raises IndexError where there is none."""
        start, end = self._ends[number], self._ends[number + 1]
        self._go_to(start)
        data = self._file.read(end - start)
        self._place += len(data)
        return data

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
