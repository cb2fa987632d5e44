"""The line of each text of a document, as they are handed out in order."""

from __future__ import annotations

import pytest

from flashgen.corpus.line_finder import LineFinder

BODY = """\
# Bells

A bell rings.
It is cast of bronze.

- a bell
* [x] a bell
> 2. a bell

```
a clapper
```

| part | use |
|---|---|
| a clapper | it strikes |
"""


def finder() -> LineFinder:
    return LineFinder(list(enumerate(BODY.split("\n"), 5)))


def test_a_text_is_found_behind_the_last_one() -> None:
    lines = finder()
    assert [lines.line_of(text) for text in ("Bells", "a bell", "a bell", "a bell")] == [5, 10, 11, 12]


def test_a_text_of_several_lines_is_passed_whole() -> None:
    lines = finder()
    assert lines.line_of("A bell rings.\nIt is cast of bronze.") == 7
    assert lines.line_of("It is cast of bronze.") == 10, "the next line that was not met yet"


def test_a_line_that_begins_with_a_text_is_preferred_to_one_that_holds_it() -> None:
    assert finder().line_of("bell") == 7
    assert LineFinder([(1, "the bell"), (2, "- bell")]).line_of("bell") == 2


def test_code_is_passed_over() -> None:
    assert finder().line_of("a clapper") == 20


@pytest.mark.parametrize(("cell", "line"), [("part", 18), ("a clapper", 20), ("it strikes", 20)])
def test_a_row_is_found_by_a_cell(cell: str, line: int) -> None:
    assert finder().row_of(cell) == line


def test_a_text_that_stands_nowhere_is_on_the_next_line() -> None:
    lines = finder()
    lines.line_of("Bells")
    assert lines.line_of("Gongs") == 7
    assert LineFinder([(3, "")]).line_of("Gongs") == 3
