"""Problems as a person reads them: the worst files first, and never a wall of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from flashgen.errors import LISTED_ON_DEMAND, Problem, counted

LISTED = 20
"""Problems that are listed unless all are asked for."""
_WORST = 3
"""Files that are named as those with the most problems."""


def select_problems(problems: Iterable[Problem], *, verbose: bool) -> tuple[Problem, ...]:
    """What asks something of the user, or with `verbose` everything."""
    return tuple(problem for problem in problems if verbose or problem.severity not in LISTED_ON_DEMAND)


def left_out_line(count: int) -> str:
    """How many files are no articles, and where each of them is told; for one or more."""
    are = "is no article" if count == 1 else "are no articles"
    return f"{counted(count, 'file')} left out, which {are} (check -v lists them)"


def order_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors first, then file by file, the one with the most problems first; within a file as they came."""
    problems = tuple(problems)
    counts = _count_by_file(problems)

    def key(problem: Problem) -> tuple[bool, int, str]:
        file = _file_of(problem)
        return problem.severity != "error", -counts[file], file

    return tuple(sorted(problems, key=key))


def shorten_list(problems: Sequence[Problem], *, verbose: bool) -> tuple[tuple[Problem, ...], str]:
    """The problems to list, and a line that counts the rest: empty where all are listed."""
    ordered = order_problems(problems)
    if verbose or len(ordered) <= LISTED:
        return ordered, ""
    worst = ", ".join(f"{file} ({count})" for file, count in _count_by_file(ordered).most_common(_WORST) if file)
    rest = counted(len(ordered) - LISTED, "problem")
    return ordered[:LISTED], f"and {rest} more (-v lists all)" + (f"; most are in {worst}" if worst else "")


def _count_by_file(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(map(_file_of, problems))


def _file_of(problem: Problem) -> str:
    return problem.location.path if problem.location else ""
