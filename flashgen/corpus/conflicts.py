"""Merges that were never finished: both versions stand in a document, between marks that Git left.

The marks are no text, and the one in the middle would make a heading of what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.corpus.faults import Fault
from flashgen.corpus.fences import code_lines

_BEGIN, _BASE, _MIDDLE, _END = (re.compile(rf"{re.escape(sign)}{{7}}{behind}") for sign, behind in (
    ("<", r"(?: .*)?"), ("|", r"(?: .*)?"), ("=", ""), (">", r"(?: .*)?"),
))  # fmt: skip
_SAID = "a merge that was never finished; its first side is read: keep one side, and take the marks out"


def without_conflicts(text: str) -> tuple[str, tuple[Fault, ...]]:
    """A document with the first side of each such merge, empty lines in place of the rest, and one fault for each."""
    if "<<<<<<<" not in text:
        return text, ()
    lines = text.split("\n")
    code = code_lines(list(enumerate(lines)))
    faults: list[Fault] = []
    begin = 0
    while begin < len(lines):
        found = None if begin in code else _find(lines, begin)
        if not found:
            begin += 1
            continue
        kept, last = found
        for number in (begin, *range(kept, last + 1)):
            lines[number] = ""
        faults.append(Fault(_SAID, begin + 1, is_repaired=False))
        begin = last + 1
    return "\n".join(lines), tuple(faults)


def _find(lines: Sequence[str], begin: int) -> tuple[int, int] | None:
    """Where the first side of a merge that begins on a line ends, and where its last mark stands."""
    if not _BEGIN.fullmatch(lines[begin]):
        return None
    ends = middle = 0
    for number in range(begin + 1, len(lines)):
        line = lines[number]
        if _BEGIN.fullmatch(line):
            return None
        if not ends and _BASE.fullmatch(line):
            ends = number
        elif not middle and _MIDDLE.fullmatch(line):
            ends, middle = ends or number, number
        elif middle and _END.fullmatch(line):
            return ends, number
    return None
