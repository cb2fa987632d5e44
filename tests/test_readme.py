"""The README keeps what it promises: its table of edits is the table of tests."""

from __future__ import annotations

import re
from pathlib import Path

from tests.anki.test_updates import CASES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_every_row_of_the_table_of_edits_is_a_test_and_every_test_a_row() -> None:
    table = README.split("| When I ... |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| (?!-)([^|]+?) \|", table, re.MULTILINE)
    assert set(rows) == {case.row for case in CASES.values()}
    assert len(rows) == len(set(rows))
