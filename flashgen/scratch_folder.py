"""Temporary folders, none of which outlives the processes that use it by more than the next one's beginning."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flashgen.atomic_file import try_lock

_PREFIX, _SUFFIX = "flashgen-", ".scratch"
_ATTEMPTS = 5
"""New folders of which none can be locked, from which on the system knows no such locks."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that is removed at the end; before, those are removed that killed processes left.

    Raises OSError where none can be made, whose message names the folder for temporary files.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_SUFFIX}"):
        _remove_if_left(left)
    folder, handle = _begin()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def _begin() -> tuple[Path, int | None]:
    """A new folder, with the handle that holds its lock; None where the system knows no such locks."""
    attempts = 0
    while True:
        folder = Path(tempfile.mkdtemp(_SUFFIX, _PREFIX))
        handle = _locked(folder)
        attempts += 1
        # before it is locked, another process may take it for one that was left, and hold its lock while it removes it
        if folder.exists() and (handle is not None or attempts >= _ATTEMPTS):
            return folder, handle
        if handle is not None:
            os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _locked(folder: Path) -> int | None:
    """A handle that holds the lock of a folder; None where it cannot be had."""
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:  # it is gone, or Windows, which opens no folders
        return None
    if try_lock(handle):
        return handle
    os.close(handle)
    return None


def _remove_if_left(folder: Path) -> None:
    """Remove a folder of this user's that nobody works in any more: whoever does holds a lock on it."""
    with suppress(OSError):
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or not hasattr(os, "getuid") or status.st_uid != os.getuid():
            return
        if (handle := _locked(folder)) is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)
