"""The files below a folder that may be documents; what cannot be looked at is told, never passed over in silence."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from pathlib import Path

from flashgen.errors import Problem, omission, warning
from flashgen.records import Location

Found = tuple[Path, str]
"""A file, and its path below the corpus folder."""
LARGEST_DOCUMENT = 16 << 20
"""Bytes of a document at most. The longest articles of encyclopaedias have one or two million."""


def find_files(folder: Path, suffixes: Collection[str]) -> tuple[list[Path], list[Problem]]:
    """Regular files below a folder with one of the suffixes (in lower case), sorted; not hidden ones.

    Symbolic links lead to files inside the folder or are left out. Also returned is what was left out, and why. Without
    recursion, since folders may be nested deeper than Python's stack.
    """
    root = folder.resolve()
    found: list[Path] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        parent = waiting.pop()
        try:
            with os.scandir(parent) as scan:
                entries = sorted((one for one in scan if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as fault:
            problems.append(warning(f"this folder cannot be read ({fault.strerror}); left out", _place(parent, folder)))
            continue
        folders: list[Path] = []
        for entry in entries:
            path = parent / entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif entry.is_symlink() and path.is_dir():
                problems.append(omission("a link to a folder, which is not followed", _place(path, folder)))
            elif path.suffix.lower() in suffixes:
                if why := _why_not(path, root):
                    problems.append(warning(f"{why}; left out", _place(path, folder)))
                else:
                    found.append(path)
        waiting.extend(reversed(folders))
    return found, problems


def _why_not(path: Path, root: Path) -> str:
    """Why a file is no document; empty for one that is. Nothing is opened: opening a pipe would wait for its writer."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            return "a link that leads out of the corpus"
        status = path.stat()
    except RuntimeError:
        return "a link to itself"
    except OSError as fault:
        return f"cannot be read ({fault.strerror})"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file but a pipe, socket or device"
    if status.st_size > LARGEST_DOCUMENT:
        return f"larger than {LARGEST_DOCUMENT >> 20} MiB, the most that a document may have"
    return ""


def _place(path: Path, folder: Path) -> Location:
    return Location(path.relative_to(folder).as_posix() if path != folder else str(folder))
