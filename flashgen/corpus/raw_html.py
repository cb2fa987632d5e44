"""Raw HTML that holds no text of an article: blanked to its closing tag, and told, so that none vanishes in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.corpus.faults import Unread
from flashgen.corpus.fences import code_lines
from flashgen.corpus.lists import Line

RAW_TAGS = (
    "aside", "nav", "footer", "table", "script", "style", "svg", "math", "iframe", "object", "video", "audio", "figure",
    "form", "pre",
)  # fmt: skip
"""Elements whose whole content is passed over."""
RAW_OPEN = re.compile(rf"^ {{0,3}}<\s*({'|'.join(RAW_TAGS)})\b", re.IGNORECASE)
_CLOSING = re.compile(r"<[ \t]{0,9}/[ \t]{0,9}(\w{1,10})[ \t]{0,9}>")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)")
_TAG = re.compile(r"<[^<>]*>?")
_OPENED = re.compile(r"\s*+<\s*+/?\s*+(\w+)")


def without_raw_html(lines: list[Line]) -> tuple[list[Line], list[Unread]]:
    """The lines, raw HTML blanked to its closing tag: a table may hold blank lines, which end it for CommonMark.

    Beside them, what was blanked. An unclosed tag must not swallow the rest: the parser drops its block.
    """
    if not any(map(RAW_OPEN.match, (line for _, line in lines))):
        return lines, []
    code = code_lines(lines)
    bare: Sequence[Line] = [(number, "" if number in code else line) for number, line in lines]
    last = {name: index for index, (_, line) in enumerate(bare) for name in _closed_tags(line)}
    kept: list[Line] = []
    unread: list[Unread] = []
    closing: re.Pattern[str] | None = None
    for index, (number, line) in enumerate(bare):
        if closing is None and (match := RAW_OPEN.match(line)) and last.get(match[1].lower(), -1) >= index:
            closing = re.compile(rf"<[ \t]*/[ \t]*{match[1]}[ \t]*>", re.IGNORECASE)
            unread.append(_unread(match[1], number))
        kept.append((number, "") if closing and number not in code else lines[index])
        if closing and closing.search(line):
            closing = None
    return kept, unread


def unread_html(block: str) -> Unread | None:
    """What is told of a block of HTML that the parser passes over, without a line; None where nobody would miss it."""
    opened = _OPENED.match(block)
    has_text = any(map(str.isalnum, _TAG.sub("", _COMMENT.sub("", block))))
    return _unread(opened[1]) if opened and (has_text or RAW_OPEN.match(block)) else None


def _unread(tag: str, line: int = 0) -> Unread:
    return Unread("code", line) if tag.lower() == "pre" else Unread("raw-html", line, tag.lower())


def _closed_tags(line: str) -> set[str]:
    """The names, in lower case, of the tags that a line closes."""
    return {match[1].lower() for match in _CLOSING.finditer(line)} if "</" in line.replace(" ", "") else set()
