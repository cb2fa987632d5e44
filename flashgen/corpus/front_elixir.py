"""Front matter as an Elixir map (`%{title: "...", tags: ~w(a b)}`), which publishers in Elixir set before `---`."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent
from typing import Any

_SPACE = re.compile(r"(?:\s|#[^\n]*)*+")
_KEY = re.compile(r"(\w+):(?=\s)|\"([^\"\n]*)\"\s*=>|:(\w+)\s*=>")
_HEREDOC = re.compile(r'"""[ \t]*\n(.*?)"""', re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_SIGIL = re.compile(r"~([a-zA-Z])(?:\(([^)]*)\)|\[([^\]]*)\]|\{([^}]*)\}|\"([^\"]*)\"|\|([^|]*)\|)[a-z]?")
_BARE = re.compile(r":?[\w.@-]+")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_DEEPEST = 20


class ElixirError(ValueError):
    """What is no map of texts, numbers, atoms and lists."""

    def __init__(self, expected: str, position: int) -> None:
        super().__init__(f"expected {expected}")
        self.position = position
        """Where in the source."""


def read_elixir_map(source: str) -> tuple[dict[str, Any], int]:
    """The values of the map that a source begins with, and where it ends. Raises ElixirError."""
    reader = _Reader(source)
    return reader.map(0), reader.position


class _Reader:
    """Walks once over a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def map(self, depth: int) -> dict[str, Any]:
        self._expect("%{")
        found: dict[str, Any] = {}
        while not self._skip("}"):
            key = self._match(_KEY.match, "a key")
            found.setdefault(next(filter(None, key.groups()), ""), self._value(depth + 1))
            if not self._skip(","):
                self._expect("}")
                break
        return found

    def _value(self, depth: int) -> Any:
        self._pass_space()
        if depth > _DEEPEST:
            raise ElixirError("no deeper nesting", self.position)
        if self.source.startswith("%{", self.position):
            return self.map(depth)
        if self._skip("["):
            return self._items(depth)
        if self.source.startswith('"""', self.position):
            return dedent(self._match(_HEREDOC.match, "the end of a text")[1]).strip()
        if self.source.startswith('"', self.position):
            return _ESCAPE.sub(r"\1", self._match(_STRING.match, "the end of a text")[1])
        if self.source.startswith("~", self.position):
            sigil = self._match(_SIGIL.match, "a sigil")
            text = next((part for part in sigil.groups()[1:] if part is not None), "")
            return text.split() if sigil[1] in "wW" else text
        return self._match(_BARE.match, "a value")[0].removeprefix(":")

    def _items(self, depth: int) -> list[Any]:
        found = []
        while not self._skip("]"):
            found.append(self._value(depth + 1))
            if not self._skip(","):
                self._expect("]")
                break
        return found

    def _pass_space(self) -> None:
        if match := _SPACE.match(self.source, self.position):
            self.position = match.end()

    def _skip(self, mark: str) -> bool:
        self._pass_space()
        found = self.source.startswith(mark, self.position)
        self.position += len(mark) * found
        return found

    def _expect(self, mark: str) -> None:
        if not self._skip(mark):
            raise ElixirError(f"{mark!r}", self.position)

    def _match(self, match_at: Callable[[str, int], re.Match[str] | None], expected: str) -> re.Match[str]:
        """What stands here. Where it does not match, nothing further is read, so that each text is tried once."""
        self._pass_space()
        match = match_at(self.source, self.position)
        if not match:
            raise ElixirError(expected, self.position)
        self.position = match.end()
        return match
