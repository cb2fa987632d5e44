"""Which of the files found are documents, by the patterns and layouts that the user gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from flashgen.corpus.paths import CorpusFile
from flashgen.corpus.places import Trunk
from flashgen.corpus.walking import Found
from flashgen.errors import FlashgenError, Problem, error, omission, warning
from flashgen.language.tags import tag_in_path
from flashgen.record import Record
from flashgen.records.location import Location

_GLOB = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_HOLES = re.compile(r"\{(\w+)\}")


class Selection(Record):
    """What the user says of a corpus's files."""

    include: tuple[str, ...] = ()
    """Patterns of paths below a corpus folder; empty: all. `*` stands for any name, `**/` for any folders."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths that are left out all the same."""
    layouts: tuple[str, ...] = ()
    """How paths are made of {language} and {article}; empty: the paths tell."""
    stated: Location | None = None
    """Where the layouts are written."""

    def keeps(self, name: str) -> bool:
        """Whether a path is wanted."""
        return (not self.include or any(_glob(one).fullmatch(name) for one in self.include)) and not any(
            _glob(one).fullmatch(name) for one in self.exclude
        )

    def choose(self, walked: Mapping[Path, list[Found]]) -> tuple[dict[Path, list[Found]], list[Problem]]:
        """The files that the patterns keep, and what is to be said of the others.

        Raises FlashgenError where they keep none. A pattern that no path matches is a warning.
        """
        every = [file for files in walked.values() for file in files]
        names = [file.name for file in every]
        kept = {folder: [file for file in files if self.keeps(file.name)] for folder, files in walked.items()}
        idle = [one for one in (*self.include, *self.exclude) if not any(map(_glob(one).fullmatch, names))]
        problems = [warning(f"no file matches the pattern {one!r}; its paths begin like {names[0]!r}") for one in idle]
        if names and not any(kept.values()):
            raise FlashgenError([*problems, *_nothing_left(len(names), names[0])])
        return kept, problems + [
            omission("left out by your patterns", file.location()) for file in every if not self.keeps(file.name)
        ]

    def describe(self, file: Found) -> CorpusFile | None:
        """What the user's layouts say of a file's path; None where none of them fits."""
        for layout in self.layouts:
            match = _layout(layout).fullmatch(file.name)
            tag = tag_in_path(match["language"]) if match else None
            if match and tag:
                trunk: Trunk = tuple(match["article"].split("/"))
                return CorpusFile(file.path, file.name, match["language"], tag, trunk, folder=file.folder)
        return None


EVERYTHING = Selection()
"""What is read where the user says nothing."""


def described_by_layout(
    selection: Selection, kept: Mapping[Path, Iterable[Found]]
) -> tuple[dict[Path, list[CorpusFile]], list[Problem]]:
    """The files that the user's layouts describe; of the others one warning.

    Raises FlashgenError where the layouts describe none.
    """
    found: dict[Path, list[CorpusFile]] = {}
    others: list[Found] = []
    for folder, files in kept.items():
        read = [(file, selection.describe(file)) for file in files]
        found[folder] = [described for _, described in read if described]
        others.extend(file for file, described in read if not described)
    patterns = " or ".join(map(repr, selection.layouts))
    if not any(found.values()):
        said = f"no path has the layout {patterns}, such as {others[0].name!r}"
        remedy = "correct `layout` in flashgen.yaml, or leave it out to let the paths tell"
        raise FlashgenError([error(f"{said}: {remedy}", selection.stated)])
    if not others:
        return found, []
    said = f"{len(others)} files do not have the layout {patterns} and are left out, such as this one"
    return found, [warning(f"{said}: add a second pattern to `layout`, or `exclude` them", others[0].location())]


def _nothing_left(count: int, example: str) -> list[Problem]:
    return [error(f"`include` and `exclude` leave none of {count} files; paths begin like {example!r}")]


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    """A pattern of paths; one without a slash is of names in any folder, one that ends in a slash of whole folders."""
    if pattern.endswith("/"):
        pattern += "**"
    if "/" not in pattern.rstrip("/*"):
        pattern = f"**/{pattern}"
    first, *others = _parts_at(_GLOB.findall(pattern), ("**/", "**"))
    # an earlier place is never worse than a later one, so that each sign looks once; the last ones reach to the end
    made = _names(first, is_last=not others)
    for index, (sign, *names) in enumerate(others, 1):
        is_last = index == len(others)
        part = ("(?:.*?/)??" if sign == "**/" else ".*?") + _names(names, is_last=is_last)
        made += part if is_last else f"(?>{part})"
    return re.compile(made)


def _names(signs: list[str], *, is_last: bool) -> str:
    """A part of a pattern without `**`, as an expression."""
    first, *others = (
        "".join("[^/]" if sign == "?" else re.escape(sign) for sign in part if sign != "*")
        for part in _parts_at(signs, ("*",))
    )
    if is_last and others:
        return first + "".join(f"(?>[^/]*?{part})" for part in others[:-1]) + f"[^/]*{others[-1]}"
    return first + "".join(f"(?>[^/]*?{part})" for part in others)


def _parts_at(signs: Iterable[str], parting: tuple[str, ...]) -> list[list[str]]:
    """The signs of a pattern in parts, each but the first beginning with the sign that parts it from the one before."""
    parts: list[list[str]] = [[]]
    for sign in signs:
        if sign in parting:
            parts.append([])
        parts[-1].append(sign)
    return parts


@cache
def _layout(pattern: str) -> re.Pattern[str]:
    """A layout as an expression; the file's ending may be left out of it."""
    parts = _HOLES.split(pattern)
    holes = {"language": "(?P<language>[^/]+?)", "article": "(?P<article>.+?)"}
    seen: set[str] = set()
    made = []
    for index, part in enumerate(parts):
        if index % 2 and part in seen:
            made.append(f"(?P={part})")
        elif index % 2:
            seen.add(part)
            made.append(holes[part])
        else:
            made.append("[^/]*".join(map(re.escape, part.split("*"))))
    ending = "" if re.search(r"\.\w+$", parts[-1]) else r"\.\w+"
    return re.compile("".join(made) + ending)
