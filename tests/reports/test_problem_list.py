"""Problems listed for people: the worst files first, twenty lines at most."""

from __future__ import annotations

from flashgen.errors import error, omission, repair, warning
from flashgen.records.location import Location
from flashgen.reports.problem_list import LISTED, order_problems, select_problems, shorten_list


def test_repairs_and_omissions_are_listed_on_demand() -> None:
    problems = (warning("torn"), repair("mended"), omission("left out"))
    assert [problem.message for problem in select_problems(problems, verbose=False)] == ["torn"]
    assert select_problems(problems, verbose=True) == problems


def test_errors_come_first_and_then_the_file_with_the_most_problems() -> None:
    good, bad = Location("a.md", 1), Location("b.md", 1)
    problems = (warning("one", good), warning("two", bad), warning("three", bad), error("four", good))
    assert [problem.message for problem in order_problems(problems)] == ["four", "one", "two", "three"]
    more = (*problems[:3], warning("five", bad), error("four", good))
    assert [problem.message for problem in order_problems(more)] == ["four", "two", "three", "five", "one"]


def test_a_short_list_is_whole() -> None:
    problems = tuple(warning(str(number)) for number in range(LISTED))
    assert shorten_list(problems, verbose=False) == (problems, "")


def test_of_a_long_list_the_rest_is_counted_and_the_worst_files_are_named() -> None:
    problems = tuple(warning("torn", Location("bad.md" if number % 3 else "worse.md")) for number in range(LISTED + 5))
    listed, more = shorten_list(problems, verbose=False)
    assert len(listed) == LISTED
    assert more == "and 5 problems more (-v lists all); most are in bad.md (16), worse.md (9)"
    assert len(shorten_list(problems, verbose=True)[0]) == LISTED + 5
