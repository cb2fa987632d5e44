"""Files beside a configuration that nothing names: a misspelt `flashgen.yml` would be passed over in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from flashgen.errors import Problem, find_nearest, warning
from flashgen.records.location import Location

_YAML = (".yaml", ".yml")
_SLIP = 0.8
"""From which likeness a name is taken for a slip of the pen: other tools keep files of their own beside these."""
_STYLES_AND_FRAMES = (".html", ".css")


def find_strays(folder: Path, known: Iterable[str]) -> Iterator[Problem]:
    """A warning for each file that looks as if it were part of the configuration in `folder`, and is not read.

    `known` are the names of the files that are read there.
    """
    known = tuple(known)
    for path in _files(folder):
        nearest = find_nearest(path.name, known, _SLIP)
        if path.suffix.casefold() in _YAML and path.name not in known and nearest:
            yield _unread(path, nearest)
    for path in _files(folder / "languages"):
        if path.suffix.casefold() in _YAML and path.suffix != ".yaml":
            yield _unread(path, f"{path.stem}.yaml")


def find_stray_templates(own: Path, default: Path, card_types: Iterable[str]) -> Iterator[Problem]:
    """A warning for each template and style sheet in the user's folder `own` that nothing names.

    A file is named by a default one of the same path, by another file of the two folders, or by a line of `card_types`.
    """
    if not own.is_dir():
        yield from _misspelt(own)
        return
    defaults = [path.relative_to(default).as_posix() for path in _templates(default)]
    texts = [*card_types, *(path.read_text("utf-8", "replace") for root in (own, default) for path in _templates(root))]
    for path in _templates(own):
        name = path.relative_to(own).as_posix()
        if name not in defaults and not any(name in text for text in texts):
            yield _unread(path, find_nearest(name, defaults))


def _misspelt(missing: Path) -> Iterator[Problem]:
    """A warning for a folder of templates beside `missing` whose name is nearly the one that is looked for."""
    if not missing.parent.is_dir():
        return
    for path in sorted(missing.parent.iterdir()):
        if path.is_dir() and find_nearest(path.name, (missing.name,), _SLIP) and any(path.rglob("*.html")):
            yield warning(f"nothing reads this folder; rename it to {missing.name}", Location(str(path)))


def _templates(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _STYLES_AND_FRAMES and path.is_file())


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _unread(path: Path, nearest: str) -> Problem:
    remedy = f"rename it to {nearest}" if nearest else "move it away"
    return warning(f"nothing reads this file; {remedy}", Location(str(path)))
