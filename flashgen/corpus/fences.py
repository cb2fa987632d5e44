"""Fenced code, which is no text: which lines it takes."""

from __future__ import annotations

import re

from flashgen.corpus.lists import Line

_FENCE = re.compile(r"^ {0,3}(`{3,}+(?!.*`)|~{3,})")
"""Three backticks with others behind them are code within a line."""


def code_lines(lines: list[Line]) -> frozenset[int]:
    """The numbers of the lines of fenced code, fences included."""
    text = "\n".join([line for _, line in lines])
    if "```" not in text and "~~~" not in text:
        return frozenset()
    found: set[int] = set()
    fence = ""
    for number, line in lines:
        match = _FENCE.match(line)
        if fence or match:
            found.add(number)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not line[match.end() :].strip():
            fence = ""
    return frozenset(found)
