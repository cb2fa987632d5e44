"""A YAML file with the place of every key, so that a mistake in it can be shown where it stands."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from flashgen.errors import FlashgenError, Problem, error
from flashgen.record import Record
from flashgen.records.location import Location

KeyPath = tuple[str | int, ...]
"""Where a value stands in a file: the keys, and the positions in lists, that lead to it from the top."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST = 1_000_000
"""Characters of a file at most."""
_BYTES_OF_A_CHARACTER = 4
"""At most, in UTF-8."""
_NOT_OURS = "this is no configuration of flashgen"
_REMEDIES = {
    "cannot start any token": "put a value that begins so in quotes",
    "mapping values are not allowed": "put a text with a colon in quotes; keys of one level begin in one column",
    "while scanning a quoted scalar": "close the text with the quote that opens it",
    "while parsing a flow": "close the bracket before this place",
}
"""By what PyYAML says, which its users need not understand."""
_DEEPEST = 50
"""Levels of nesting at most."""
_MOST_VALUES = 50_000
"""Keys and values at most."""
_NEAR = 80
"""Characters of a long line that are shown on either side of a fault: each of thousands of faults shows its own."""
_LONGEST_NUMBER = 100
"""Characters of a number, whose reading would otherwise grow with the square of its digits."""


class YamlFile(Record):
    """A YAML file that has been read."""

    path: Path
    """As the user would write it."""
    data: Any
    """What it holds; None for an empty file."""
    places: dict[KeyPath, tuple[int, int]]
    """(line, column), 1-based, of every value, by its path of keys and positions."""
    lines: tuple[str, ...]
    """The lines of its text, to be shown in messages."""

    def problem_at(self, key_path: KeyPath, message: str) -> Problem:
        """A problem at a key, with the line and a caret beneath the place; a missing key is shown at its parent."""
        line, column = self._place_of(key_path)
        return error(with_caret(message, self.lines, line, column), Location(str(self.path), line))

    def location_of(self, key_path: KeyPath) -> Location:
        """The file and the line of a key; a missing one is its parent's."""
        return Location(str(self.path), self._place_of(key_path)[0])

    def _place_of(self, key_path: KeyPath) -> tuple[int, int]:
        while key_path and key_path not in self.places:
            key_path = key_path[:-1]
        return self.places.get(key_path, (1, 1))


def with_caret(message: str, lines: tuple[str, ...], line: int, column: int) -> str:
    """The message, its column, the line it speaks of and a caret beneath the place; of a long line, what is near."""
    whole = lines[line - 1] if 0 < line <= len(lines) else ""
    begin = max(0, column - 1 - _NEAR) if len(whole) > 2 * _NEAR else 0
    before, after = "…" * (begin > 0), "…" * (len(whole) > begin + 2 * _NEAR)
    shown = f"{before}{whole[begin : begin + 2 * _NEAR]}{after}"
    return f"column {column}: {message}\n    {shown}\n    {' ' * (column - 1 - begin + len(before))}^"


def load_yaml(path: Path) -> YamlFile:
    """Read a YAML file safely. Raises FlashgenError with line, column and what was expected."""
    try:
        text = _read(path).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise _refused(path, f"cannot be read ({problem.strerror}); put a file there that you may read") from None
    except UnicodeDecodeError as problem:
        raise _refused(path, f"not UTF-8 (at byte {problem.start}); save it as UTF-8") from None
    lines = tuple(text.split("\n"))
    if len(text) > _LONGEST:
        raise _refused(path, f"longer than {_LONGEST:,} characters; {_NOT_OURS}")
    try:
        places: dict[KeyPath, tuple[int, int]] = {}
        problems = list(_find_unsupported(text))
        loader = _Loader(text)
        node = loader.get_single_node() if not problems else None
        problems += _record_places(node, (), places) if node else []
        # aliases are refused, so that loading cannot grow beyond the text
        data = loader.construct_document(node) if node and not problems else None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = ", ".join(filter(None, (problem.context, problem.problem)))
        message += _remedy(message, lines[line - 1][column - 1 : column] if line <= len(lines) else "")
        raise FlashgenError([error(with_caret(message, lines, line, column), Location(str(path), line))]) from None
    except (yaml.YAMLError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        # what PyYAML raises for a value that looks like a date or a number, and is none
        raise _refused(path, f"a value cannot be read ({problem}); put it in quotes") from None
    if problems:
        raise FlashgenError(
            error(with_caret(message, lines, line, column), Location(str(path), line))
            for line, column, message in problems
        )
    return YamlFile(path, data, places, lines)


def _read(path: Path) -> bytes:
    """The bytes of a file: of a pipe there may be none for ever, and of a device no end."""
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise _refused(path, "not a regular file but a pipe, socket or device; put a file there")
    if status.st_size > _BYTES_OF_A_CHARACTER * _LONGEST:
        raise _refused(path, f"longer than {_LONGEST:,} characters; {_NOT_OURS}")
    return path.read_bytes()


def _refused(path: Path, message: str) -> FlashgenError:
    """That a file as a whole cannot be used."""
    return FlashgenError([error(message, Location(str(path)))])


def _remedy(message: str, character: str) -> str:
    """What to do about something that PyYAML stops at, as the end of its message; nothing where that is not known."""
    if character == "\t":
        return "; indent by spaces, since YAML knows no tabs"
    return next((f"; {remedy}" for said, remedy in _REMEDIES.items() if said in message), "")


def _find_unsupported(text: str) -> Iterator[tuple[int, int, str]]:
    """(line, column, fault) of aliases, which could make a small file large, and of what has no end."""
    depth = count = 0
    for event in yaml.parse(text, Loader=_Loader):
        count += isinstance(event, yaml.ScalarEvent)
        if count > _MOST_VALUES:
            yield (
                *_place(event.start_mark),
                f"more than {_MOST_VALUES:,} values; {_NOT_OURS}",
            )
            return
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and _is_long_number(event.value):
            yield (
                *_place(event.start_mark),
                f"a number of more than {_LONGEST_NUMBER} digits; a text stands in quotes",
            )
            return
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            yield (
                *_place(event.start_mark),
                f"nested more than {_DEEPEST} levels deep; {_NOT_OURS}",
            )
            return
        if isinstance(event, yaml.AliasEvent):
            yield (*_place(event.start_mark), "aliases (*name) are not supported here; write the value out")


def _is_long_number(value: str) -> bool:
    return len(value) > _LONGEST_NUMBER and value[:1] in "+-.0123456789"


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _record_places(
    node: yaml.Node, key_path: KeyPath, places: dict[KeyPath, tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Enter the place of every value into `places`; yield (line, column, fault) for repeated keys."""
    places.setdefault(key_path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            if not isinstance(key, yaml.ScalarNode):
                yield (*place, "a key must be a single word; found a list or keys")
                continue
            child = (*key_path, key.value)
            if child in places:
                yield (*place, f"the key {key.value!r} stands here a second time; remove one of them")
                continue
            places[child] = place
            yield from _record_places(value, child, places)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _record_places(value, (*key_path, index), places)
