"""Tables drawn with dashes, as Pandoc and reStructuredText have them: no text of theirs is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.corpus.lists import Line

_EDGE = re.compile(r" {0,3}\+(?:[-=:]{2,}+\+)++[ \t]*+")
"""The edge of a grid's row: `+-----+-----+`."""
_COLUMNS = re.compile(r" {0,3}[-=]{2,}+(?: ++[-=]{2,}+)++[ \t]*+")
"""What stands below the names of columns: `------  ------`."""
_DASHES = re.compile(r" {0,3}-{3,}+(?: ++-{2,}+)*+[ \t]*+")
"""What a table with blank lines in it begins and ends with."""
MARKS = r"\+[-=]|-- +--|== +=="
"""One of these stands in the lines by which a table is known."""
_LONGEST = 60
"""Lines that a table may run over."""


def find_table(lines: Sequence[Line], index: int) -> range | None:
    """The lines of the table that is known by the line at `index`, what stands above that included; `None` for none."""
    if _EDGE.fullmatch(lines[index][1]):
        return range(index, _end_of_paragraph(lines, index))
    if not _COLUMNS.fullmatch(lines[index][1]):
        return None
    start = index
    while start and lines[start - 1][1].strip() and index - start < _LONGEST:
        start -= 1
    is_long = start < index and _DASHES.fullmatch(lines[start][1]) is not None
    end = _end_of_rows(lines, index) if is_long else _end_of_paragraph(lines, index)
    # a line that parts two topics stands alone
    return range(start, end) if end - start > 1 else None


def _end_of_paragraph(lines: Sequence[Line], index: int) -> int:
    """Where the next blank line stands."""
    return next((i for i in range(index, len(lines)) if not lines[i][1].strip()), len(lines))


def _end_of_rows(lines: Sequence[Line], index: int) -> int:
    """Where a table ends whose rows may be parted by blank lines: behind its line of dashes, before a blank one."""
    for i in range(index + 1, min(index + _LONGEST, len(lines))):
        if _DASHES.fullmatch(lines[i][1]) and (i + 1 == len(lines) or not lines[i + 1][1].strip()):
            return i + 1
    return _end_of_paragraph(lines, index)
