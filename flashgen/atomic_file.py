"""Putting a finished file in the place of another, unless somebody else has put one there meanwhile."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flashgen.errors import FlashgenError

Fingerprint = tuple[int, int, int] | None
"""What tells one state of a file from another: inode, size and time. None: there is no file."""


def fingerprint(path: Path) -> Fingerprint:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def atomic_write(path: Path, expected: Fingerprint) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` at the end, whole and synced, or not at all.

    Whoever opens the file meanwhile, or after a crash, sees the old one or the new one. Raises FlashgenError if it
    cannot be written, or is not the file any more that was `expected`.
    """
    if path.exists() and not path.is_file():
        raise FlashgenError(f"{path} cannot be written (it is a folder, pipe or device); name another file")
    path = path.resolve() if path.is_symlink() else path  # the link stays, and what it leads to is replaced
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(_mode_of(path))
            replace_if_unchanged(part, path, expected)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise FlashgenError(f"{path} cannot be written ({fault.strerror or fault}); nothing was changed") from None


def _mode_of(path: Path) -> int:
    """The rights of the file that is replaced; of a new one those that the process gives its files (its umask)."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def replace_if_unchanged(part: Path, path: Path, expected: Fingerprint) -> None:
    """Rename `part` to `path`. Raises FlashgenError if the file at `path` is not the one that was `expected`."""
    with _folder_lock(path.parent):
        if fingerprint(path) != expected:
            raise FlashgenError(
                f"{path} was written by another program meanwhile, so it was left as it is; run the command again"
            )
        part.replace(path)


@contextmanager
def _folder_lock(folder: Path) -> Iterator[None]:
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
