"""Lists that a document's lines hide or feign: run together into a paragraph, or a sentence that wraps at a dash.

Versions of an article are read apart from one another, and a list in one that is none in the other costs a note: so a
paragraph becomes a list only where it cannot be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from flashgen.language import marks

Line = tuple[int, str]
"""A line's number in the file (1-based) and its text without the line end."""

_LEAST = 3
_ENDED = rf"(?<=[{marks.STOPS}{marks.COLONS}{marks.SEMICOLONS})）])[ \t]*"
"""Where an item may end: a full stop, a semicolon, a closing bracket; or the colon that leads in to the first."""
_DASH = re.compile(rf"{_ENDED}[-–][ \t]+(?=[^\s\-–])")
_DOT = re.compile(r"(?<![ \t])[ \t]+[•▪‣][ \t]*(?=\S)")
_LETTER = re.compile(rf"(?:^|{_ENDED})\(?([a-z]|\d{{1,2}})\)[ \t]+(?=\S)")
_MARK = re.compile(r"[-–•▪‣)](?:(?<=[•▪‣])|(?<=\))(?<![^\W\d].\))|(?<=[-–])[ \t])")
"""What stands before each item of a hidden list, but for the last bracket of words."""
_LEADS_IN = re.compile(rf"[{marks.STOPS}{marks.LEADING_IN}]\s*$")
_DOTTED_ITEM = re.compile(r"^([ \t]*+)-[ \t]++(?=.*[•▪‣])")
_STRUCTURE = re.compile(r"[ \t]*(?:[-*+>#|<]|\d{1,3}[.)]\s|$)")
_WRAPPED_DASH = re.compile(r"^ {0,3}([-–—])[ \t]+(?=[^\W\d_])")
_BULLET = re.compile(r"^[ \t]*(?:[-–—*+•]|\d{1,3}[.)])[ \t]+\S")
ENDS = re.compile(rf"[{marks.ENDS}{marks.LEADING_IN}{marks.SEMICOLONS}][{marks.CLOSERS}]*\s*$")
"""How a line ends that ends a sentence, or leads in to what follows."""


def part_run_together(lines: list[Line]) -> list[Line]:
    """Make items again of a paragraph like `They eat: - mice;- fish;- milk.`; what leads in to them stays before them.

    Only a paragraph on one line is looked at: in wrapped text a list was never lost.
    """
    parted: list[Line] = []
    for i, (number, line) in enumerate(lines):
        if len(_MARK.findall(line)) < _LEAST:
            parted.append((number, line))
            continue
        before, after = (lines[k][1] if 0 <= k < len(lines) else "" for k in (i - 1, i + 1))
        alone = not _STRUCTURE.match(line) and all(_STRUCTURE.match(other) for other in (before, after))
        if alone or _DOTTED_ITEM.match(line):
            parted.extend((number, part) for part in _parts(line))
        else:
            parted.append((number, line))
    return parted


def _parts(line: str) -> list[str]:
    """The lines that a line stands for: itself, or what leads in, a blank line and the items."""
    if item := _DOTTED_ITEM.match(line):
        texts = [text.strip() for text in _DOT.split(line[item.end() :])]
        return [f"{item[1]}- {text}" for text in texts] if len(texts) >= _LEAST else [line]
    for places, mark in ((_dots(line), "-"), (_dashes(line), "-"), (_letters(line), "1.")):
        if len(places) < _LEAST:
            continue
        ends = [*(start for start, _ in places[1:]), len(line)]
        items = [line[start:end].strip() for (_, start), end in zip(places, ends, strict=True)]
        lead_in = line[: places[0][0]].strip()
        if all(sum(map(str.isalpha, item)) > 1 for item in items):
            return [*([lead_in, ""] if lead_in else []), *(f"{mark} {item}" for item in items)]
    return [line]


def _dots(line: str) -> list[tuple[int, int]]:
    """Where each mark begins and ends."""
    return [match.span() for match in _DOT.finditer(line)]


def _dashes(line: str) -> list[tuple[int, int]]:
    """Dashes behind an item's end, the first behind a sentence that leads in: none where a dash is the sentence's."""
    places = [match.span() for match in _DASH.finditer(line)]
    return places if places and _LEADS_IN.search(line[: places[0][0]]) else []


def _letters(line: str) -> list[tuple[int, int]]:
    """`a)`, `b)`, `c)` or `1)`, `2)`, `3)`, none left out."""
    matches = list(_LETTER.finditer(line))
    names = [match[1] for match in matches]
    expected = [str(k + 1) if names and names[0] == "1" else chr(ord("a") + k) for k in range(min(len(names), 26))]
    return [match.span() for match in matches] if names == expected else []


def unmark_wrapped_dashes(lines: list[Line]) -> list[Line]:
    """A dash in a sentence that happens to begin a line is no bullet: it goes to the end of the line before.

    Told by lower case behind it, a sentence that goes on, and no bullet beside it.
    """
    moved = list(lines)
    for i in range(1, len(lines)):
        before, line = lines[i - 1][1], lines[i][1]
        match = _WRAPPED_DASH.match(line)
        if not match or not line[match.end()].islower() or _STRUCTURE.match(before) or ENDS.search(before):
            continue
        if not any(_BULLET.match(other) for other in _beside(lines, i)):
            moved[i - 1] = (lines[i - 1][0], f"{moved[i - 1][1].rstrip()} {match[1]}")
            moved[i] = (lines[i][0], line[match.end() :])
    return moved


def _beside(lines: list[Line], i: int) -> Iterator[str]:
    """The other lines of a line's paragraph, and the one behind the blank lines that follow it."""
    yield from (line for _, line in takewhile(_has_text, reversed(lines[:i])))
    later = lines[i + 1 :]
    own = list(takewhile(_has_text, later))
    yield from (line for _, line in own)
    yield from (line for _, line in islice(filter(_has_text, later[len(own) :]), 1))


def _has_text(line: Line) -> bool:
    return bool(line[1].strip())
