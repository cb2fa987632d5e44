"""Merges that were never finished."""

from __future__ import annotations

from flashgen.corpus.conflicts import without_conflicts
from tests.support.samples import article

MERGE = "# Kot\n\n<<<<<<< HEAD\nKot śpi na oknie.\n=======\nThe cat sleeps.\n>>>>>>> 8223159\n\nMruczy.\n"


def test_the_first_side_is_read_and_the_place_told() -> None:
    text, (fault,) = without_conflicts(MERGE)
    assert text == "# Kot\n\n\nKot śpi na oknie.\n\n\n\n\nMruczy.\n"
    assert (fault.line, fault.is_repaired) == (3, False)
    assert "a merge that was never finished" in fault.message


def test_what_both_sides_began_from_is_left_out_too() -> None:
    text, _ = without_conflicts(MERGE.replace("=======", "||||||| base\nKot.\n======="))
    assert [line for line in text.split("\n") if line] == ["# Kot", "Kot śpi na oknie.", "Mruczy."]


def test_no_heading_is_made_of_what_stands_above_the_mark_in_the_middle() -> None:
    assert [section.heading.text for section in article(MERGE, "pl").sections] == ["Kot"]


def test_marks_in_code_and_marks_that_never_end_are_left_alone() -> None:
    for text in (f"```\n{MERGE}```\n", MERGE.replace(">>>>>>> 8223159", ""), MERGE.replace("=======", "")):
        assert without_conflicts(text) == (text, ())


def test_each_of_several_is_found() -> None:
    text, faults = without_conflicts(MERGE * 3 + "<<<<<<< HEAD\n" + MERGE)
    assert [fault.line for fault in faults] == [3, 12, 21, 31]
    assert text.count("Kot śpi") == 4
