"""Finds the file's line of each token: mistune does not tell, but hands out the texts in order."""

from __future__ import annotations

import re

from flashgen.corpus.fences import code_lines
from flashgen.corpus.lists import Line

_MARKS = re.compile(r"[\s>]*(?:(?:[-*+:]|\d{1,9}[.)]|#{1,6})(?:\s+|$))*(?:\[[ xX]\]\s+)?")


class LineFinder:
    """Goes through the lines of a body, code and blank ones apart; each text is looked for behind the last one."""

    def __init__(self, lines: list[Line]) -> None:
        code = code_lines(lines)
        self.first = lines[0][0]
        self._lines = [(number, line) for number, line in lines if number not in code and line.strip()]
        self._next = 0

    def line_of(self, text: str) -> int:
        """The line of the next place where the first line of `text` stands: alone behind its marks, if any does."""
        first, *others = text.strip().split("\n")
        wanted = first.strip()
        for matches in (_begins, _holds):
            for index in range(self._next, len(self._lines)):
                if matches(self._lines[index][1], wanted):
                    self._next = index + 1 + len(others)
                    return self._lines[index][0]
        return self._next_line

    def row_of(self, cell: str) -> int:
        """The line of the next row of a table that holds a cell."""
        for index in range(self._next, len(self._lines)):
            number, line = self._lines[index]
            if "|" in line and cell in line:
                self._next = index + 1
                return number
        return self._next_line

    @property
    def _next_line(self) -> int:
        """The line of the text that was not met yet."""
        return self._lines[min(self._next, len(self._lines) - 1)][0] if self._lines else self.first


def _begins(line: str, wanted: str) -> bool:
    return line.startswith(wanted, _MARKS.match(line).end())  # type: ignore[union-attr]  # matches anything


def _holds(line: str, wanted: str) -> bool:
    return wanted in line
