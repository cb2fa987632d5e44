"""Putting a finished file in the place of another, unless somebody else has put one there meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flashgen.errors import FlashgenError

Fingerprint = tuple[int, int, int] | None
"""What tells one state of a file from another: inode, size and time. None: there is no file."""


def fingerprint(path: Path) -> Fingerprint:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def put_in_place(part: Path, path: Path, expected: Fingerprint) -> None:
    """Rename `part` to `path`. Raises FlashgenError if the file at `path` is not the one that was `expected`."""
    with _alone_in(path.parent):
        if fingerprint(path) != expected:
            raise FlashgenError(
                f"{path} was written by another program while this build ran, so it was left as it is; build again"
            )
        part.replace(path)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder, where the system knows such locks: of two builds, the later one sees the earlier."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
