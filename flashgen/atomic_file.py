"""Putting a finished file in the place of another, unless somebody else has put one there meanwhile."""

from __future__ import annotations

import filecmp
import glob
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


def beginning(path: Path, size: int) -> bytes:
    """The first bytes of a file, by which a program knows its own; none of what is no file or cannot be read.

    A pipe or a device is not opened: whoever reads from it may wait for ever.
    """
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError:
        return b""


@contextmanager
def atomic_write(path: Path, expected: Fingerprint) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` at the end, whole and synced, or not at all.

    Whoever opens the file meanwhile, or after a crash, sees the old one or the new one. A file that holds the same
    already is left as it is. Raises FlashgenError if it cannot be written, or is not the file any more that was
    `expected`.
    """
    if path.exists() and not path.is_file():
        raise FlashgenError(f"{path} cannot be written (it is a folder, pipe or device); name another file")
    path = path.resolve() if path.is_symlink() else path  # the link stays, and what it leads to is replaced
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = _begin_part(path)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.chmod(_mode_of(path))
            replace_if_unchanged(part, path, expected)
            part.unlink(missing_ok=True)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise FlashgenError(f"{path} cannot be written ({fault.strerror or fault}); nothing was changed") from None


def _begin_part(path: Path) -> tuple[int, Path]:
    """A new file beside `path`, open and locked, once those are removed that killed processes left there."""
    with _folder_lock(path.parent):
        for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
            _remove_if_left(left)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        try_lock(handle)
    return handle, Path(name)


def _remove_if_left(part: Path) -> None:
    """Remove a file that nobody writes any more: whoever writes one holds a lock on it for as long as he lives."""
    with suppress(OSError):
        handle = os.open(part, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            if try_lock(handle):
                part.unlink()
        finally:
            os.close(handle)


def try_lock(handle: int) -> bool:
    """Lock a file until it is closed; False where another process holds it, or the system knows no such locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _mode_of(path: Path) -> int:
    """The rights of the file that is replaced; of a new one those that the process gives its files (its umask)."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def replace_if_unchanged(part: Path, path: Path, expected: Fingerprint) -> None:
    """Rename `part` to `path`, unless both hold the same.

    Raises FlashgenError if the file at `path` is not the one that was `expected`.
    """
    with _folder_lock(path.parent):
        if fingerprint(path) != expected:
            raise FlashgenError(
                f"{path} was written by another program meanwhile, so it was left as it is; run the command again"
            )
        if expected is None or not filecmp.cmp(part, path, shallow=False):
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
