"""The files below a folder that may be documents; what cannot be looked at is told, never passed over in silence."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from flashgen.errors import Problem, omission, warning
from flashgen.record import replace
from flashgen.records.location import Location, location_below


class Found(NamedTuple):
    """A file that may be a document."""

    path: str
    name: str
    """The path below its corpus folder."""
    folder: str = ""
    """That folder as the user wrote it, if there are several."""

    def location(self) -> Location:
        """The file as a whole."""
        return location_below(self.folder, self.name)


Status = tuple[int, int, int, int]
"""What tells one state of a file from another: bytes, the times of its content and of any change (ns), inode."""
LARGEST_DOCUMENT = 16 << 20
"""Bytes of a document at most. The longest articles of encyclopaedias have one or two million."""


class Walked:
    """What stands below a folder. Nothing was opened."""

    def __init__(self) -> None:
        self.names: list[str] = []
        """The paths of the files below the folder: those of a folder before those in folders, both sorted."""
        self.statuses: list[Status] = []
        """Of each of them, as it was when it was met."""
        self.problems: list[Problem] = []
        """What was left out, and why."""


def walk(folder: Path, suffixes: Collection[str]) -> Walked:
    """Regular files below a folder with one of the suffixes (in lower case); not hidden ones.

    Symbolic links lead to files inside the folder or are left out. Without recursion, since folders may be nested
    deeper than Python's stack. Each file is asked for its state once, which is what a walk costs.
    """
    root = folder.resolve()
    walked = Walked()
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as scan:
                entries = sorted((one for one in scan if not one.name.startswith(".")), key=lambda one: one.name)
        except OSError as fault:
            place = location_below("", below[:-1]) if below else Location(str(folder))
            walked.problems.append(warning(f"this folder cannot be read ({fault.strerror}); left out", place))
            continue
        folders: list[str] = []
        for entry in entries:
            name = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{name}/")
            elif entry.is_symlink() and Path(entry.path).is_dir():
                walked.problems.append(omission("a link to a folder, which is not followed", location_below("", name)))
            elif _suffix(entry.name) in suffixes:
                found = _look(entry, root)
                if isinstance(found, str):
                    walked.problems.append(warning(f"{found}; left out", location_below("", name)))
                else:
                    walked.names.append(name)
                    walked.statuses.append(found)
        waiting.extend(reversed(folders))
    return walked


def paths_below(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """The paths of files below a folder, as `walk` names them, in the way the system writes paths."""
    prefix = str(folder / "x")[:-1]
    return (prefix + name.replace("/", os.sep) for name in names)


def told_from(folder: Path, problem: Problem) -> Problem:
    """A problem of a walk with its place as messages name it where there are several corpus folders."""
    place = problem.location
    if place is None or not place.is_below:
        return problem
    return replace(problem, location=location_below(folder.as_posix(), place.path, place.line))


def _suffix(name: str) -> str:
    """The end of a file's name, from its last point on; in lower case."""
    point = name.rfind(".")
    return name[point:].lower() if point > 0 else ""


def status_of(path: str) -> Status | None:
    """The state of a file as it is now; None where there is none."""
    try:
        return _status(os.stat(path))  # noqa: PTH116  # as below
    except OSError:
        return None


def _look(entry: os.DirEntry[str], root: Path) -> Status | str:
    """The state of a document, or why it is none. Nothing is opened: opening a pipe would wait for its writer."""
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            return "a link that leads out of the corpus"
        status = os.stat(entry.path)  # noqa: PTH116  # ten thousands of paths; what an entry knows may be old on Windows
    except RuntimeError:
        return "a link to itself"
    except OSError as fault:
        return f"cannot be read ({fault.strerror})"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file but a pipe, socket or device"
    if status.st_size > LARGEST_DOCUMENT:
        return f"larger than {LARGEST_DOCUMENT >> 20} MiB, the most that a document may have"
    return _status(status)


def _status(status: os.stat_result) -> Status:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
