"""The pieces of a paragraph in reading order, and the tags among them that say how a piece is set."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from flashgen.record import Record, replace
from flashgen.records.documents import StyleName

TAG = re.compile(r"<\s*+/?\s*+([A-Za-z][\w-]*+)[^<>]*+>")
_COMPONENT = re.compile(r"[A-Z]\w*|[a-z]+(?:-[a-z]+)+")
"""A component of a site: `Term`, `glossary-term`."""
STYLES: dict[str, StyleName] = {
    "strong": "b", "b": "b", "emphasis": "i", "em": "i", "i": "i", "codespan": "code", "code": "code", "kbd": "code",
    "samp": "code", "tt": "code", "superscript": "sup", "sup": "sup", "subscript": "sub", "sub": "sub",
}  # fmt: skip
"""By token or tag."""
_MOST_OPEN = 4
"""Tags of one name that are open at once; further ones shape nothing."""


class Piece(Record):
    """A piece of text in reading order."""

    text: str
    target: str = ""
    """Of a link: what it leads to."""
    styles: tuple[tuple[StyleName, str], ...] = ()
    """The outer first, each with its detail."""


class Tags:
    """The tags among the pieces of a text that say how it is set: bold, raised, with a reading above."""

    def __init__(self, found: list[Piece], tags: Iterable[str]) -> None:
        """`found` are the pieces, to be shaped in place; `tags` all tags among them."""
        self._found = found
        self._closed = {tag[1] for raw in tags if raw.startswith("</") and (tag := TAG.fullmatch(raw))}
        self._opened: dict[str, list[int]] = defaultdict(list)
        self._base = 0

    def take(self, raw: str) -> bool:
        """Whether a tag is one of them, or a site's own; a closing one shapes the pieces since its opening one."""
        tag = TAG.fullmatch(raw)
        if tag and _COMPONENT.fullmatch(tag[1]):
            # `Vec<String>` and "type <Name>" are text
            return tag[1] in self._closed or "=" in raw or raw.endswith("/>")
        name = tag[1].lower() if tag else ""
        if name not in STYLES and name not in ("ruby", "rb", "rt", "rp"):
            return False
        opened = self._opened[name]
        if not raw.lstrip("< ").startswith("/"):
            if len(opened) < _MOST_OPEN:
                opened.append(len(self._found))
            if name == "ruby":
                self._base = len(self._found)
        elif opened:
            self._close(name, opened.pop())
        return True

    def _close(self, name: str, start: int) -> None:
        if name in STYLES:
            self._shape(start, STYLES[name], "")
        elif name in ("rt", "rp"):
            words = "".join(piece.text for piece in self._found[start:])
            del self._found[start:]
            if name == "rt":
                self._shape(self._base, "ruby", " ".join(words.split()))
                self._base = len(self._found)

    def _shape(self, start: int, name: StyleName, detail: str) -> None:
        pieces = self._found[start:]
        if name == "ruby" and pieces:
            text = "".join(piece.text for piece in pieces)
            pieces = [Piece(text, pieces[0].target, pieces[0].styles)]
        self._found[start:] = [replace(piece, styles=((name, detail), *piece.styles)) for piece in pieces]
