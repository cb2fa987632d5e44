"""Deflate in several threads: a package is mostly one long table, and compressing it is most of what writing takes."""

from __future__ import annotations

import os
import zlib
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_PIECE = 1 << 20
"""Bytes that are compressed together."""
_WINDOW = 1 << 15
"""Bytes that deflate looks back, beyond the beginning of a piece too."""
_THREADS = os.cpu_count() or 1


class ParallelDeflate:
    """Compresses as a raw `zlib.compressobj` does, in pieces that begin where the one before ends, as pigz does.

    What comes out is the same however many cores there are, and a stream that any inflater reads as one.
    """

    def __init__(self, level: int) -> None:
        """`level` is zlib's, from 0 to 9."""
        self._level = level
        self._rest = bytearray()
        """What is no whole piece yet."""
        self._before = b""
        """The end of the piece before."""
        self._waiting: deque[Future[bytes]] = deque()

    def compress(self, data: bytes) -> bytes:
        """Take bytes in; what is ready of those so far."""
        self._rest += data
        ready = []
        while len(self._rest) > _PIECE:
            piece = bytes(self._rest[:_PIECE])
            del self._rest[:_PIECE]
            self._waiting.append(self._pool.submit(_deflate, piece, self._before, self._level, zlib.Z_SYNC_FLUSH))
            self._before = piece[-_WINDOW:]
            if len(self._waiting) > 2 * _THREADS:  # so that memory does not grow with what is compressed
                ready.append(self._waiting.popleft().result())
        return b"".join(ready)

    def flush(self) -> bytes:
        """The end of the stream."""
        last = _deflate(bytes(self._rest), self._before, self._level, zlib.Z_FINISH)
        ready = [one.result() for one in self._waiting]
        if self._waiting:
            self._pool.shutdown()
        return b"".join((*ready, last))

    @cached_property
    def _pool(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor  # most packages are of one piece

        return ThreadPoolExecutor(_THREADS)


def _deflate(piece: bytes, before: bytes, level: int, end: int) -> bytes:
    deflater = zlib.compressobj(level, wbits=-zlib.MAX_WBITS, zdict=before)
    return deflater.compress(piece) + deflater.flush(end)
