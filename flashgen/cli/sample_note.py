"""What to say where the bundled sample is read in a folder that holds Markdown of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_ENTRIES = 1000
"""Entries that are looked at: enough to find Markdown, few enough for a home folder."""
_DEEPEST = 3
"""Levels of folders that are looked at: `articles/it/tide.md` stands on the third."""


def sample_note(folder: Path) -> str | None:
    """The line that tells which articles are read and what to type for those here; None where there are none."""
    markdown = _find_markdown(folder)
    if markdown is None:
        return None
    return (
        "note: no --corpus was given, so the bundled sample is read; "
        f"--corpus . reads the Markdown of this folder ({markdown} ...)"
    )


def _find_markdown(folder: Path) -> Path | None:
    """The first Markdown file in a folder, or below it, nearest first; relative to the folder."""
    found = (path for path in islice(_walk(folder), _ENTRIES) if path.suffix.casefold() in (".md", ".markdown"))
    return next((path.relative_to(folder) for path in found), None)


def _walk(folder: Path) -> Iterator[Path]:
    """What a folder holds, and what its sub-folders hold, down to `_DEEPEST`."""
    level = [folder]
    for _ in range(_DEEPEST):
        here = [path for parent in level for path in _entries(parent)]
        yield from here
        level = [path for path in here if path.is_dir() and not path.is_symlink()]


def _entries(folder: Path) -> Iterator[Path]:
    """What a folder holds, hidden entries apart, by name; nothing where it cannot be read."""
    try:
        yield from sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return
