"""Log odds for every two items of two lists -> the pairs that are each other's best, with what bears on their truth.

All paths through both lists in order, with items left out on either side, are summed over by the forward-backward
algorithm, as for hidden Markov models (Rabiner, "A Tutorial on Hidden Markov Models", 1989, section III), where Gale
and Church ("A Program for Aligning Sentences", 1993) take the best path alone: how likely a pair lies on any path
tells how sure it is. Pairs that cross others are found by their own log odds.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from flashgen.record import Record

Matrix = Sequence[Sequence[float]]
"""Rows are native items, columns target items."""
_LEAVE_OUT = -4.0
"""Log odds of leaving an item out of the path: about one item in fifty is without a partner."""
_FAR = 10.0
"""Log odds beyond this are not told apart."""
_PATH_WEIGHT = 0.3
_NEVER = -1e18


class Candidate(Record):
    """Two items that are each other's best partner, by their places, and the circumstances (log odds in nats)."""

    native: int
    target: int
    odds: float
    on_path: float
    """Log odds that the pair lies on the path in order."""
    runner_up: float
    """The log odds of the next best pair with either item."""
    is_parallel: bool
    """Whether both lie in lists of one length in which every item's best partner has its own place."""
    weakest: float
    """The least log odds of all pairs of such lists; 0 in others."""
    unmatched_share: float
    """The share of the items of both lists that are in no candidate."""
    left_over: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """The native and the target items that are next to them, in their lists, and in no candidate."""
    is_alone: bool = False
    """Whether both versions hold one such item only, so that nothing stands beside it whose place could tell."""

    @property
    def may_be_joined(self) -> bool:
        """Whether either may hold an item that is left over beside the other."""
        return any(self.left_over)


def candidates(odds: Matrix, rows_lists: Sequence[int], columns_lists: Sequence[int]) -> tuple[Candidate, ...]:
    """The mutually best pairs, in native order. `rows_lists` and `columns_lists` tell which list each item is in."""
    rows, columns = len(odds), len(odds[0]) if odds else 0
    if not rows or not columns:
        return ()
    odds = [[max(-_FAR, min(_FAR, value)) for value in row] for row in odds]
    path = path_odds(odds)
    value = [[odds[i][j] + _PATH_WEIGHT * path[i][j] for j in range(columns)] for i in range(rows)]
    best_of_row = [max(range(columns), key=row.__getitem__) for row in value]
    columns_of_value = list(zip(*value, strict=True))
    best_of_column = [max(range(rows), key=column.__getitem__) for column in columns_of_value]
    pairs = [(i, j) for i, j in enumerate(best_of_row) if best_of_column[j] == i]
    lists = _Lists(rows_lists, columns_lists, pairs)
    return tuple(_candidate(i, j, odds, path, lists) for i, j in pairs)


class _Lists:
    """Which items and candidates belong to one list, on both sides."""

    def __init__(self, rows: Sequence[int], columns: Sequence[int], pairs: Sequence[tuple[int, int]]) -> None:
        self._rows, self._columns = rows, columns
        self._row_sizes, self._column_sizes = Counter(rows), Counter(columns)
        self._pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._paired = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, j in pairs:
            self._pairs[rows[i], columns[j]].append((i, j))
        self._parallel = {key for key, found in self._pairs.items() if self._are_parallel(*key, found)}

    def together(self, i: int, j: int) -> list[tuple[int, int]]:
        """The candidates between the lists of two items."""
        return self._pairs[self._rows[i], self._columns[j]]

    def sizes(self, i: int, j: int) -> tuple[int, int]:
        return self._row_sizes[self._rows[i]], self._column_sizes[self._columns[j]]

    def left_over(self, i: int, j: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        rows, columns = self._paired
        return _free_neighbours(i, self._rows, rows), _free_neighbours(j, self._columns, columns)

    def are_parallel(self, i: int, j: int) -> bool:
        return (self._rows[i], self._columns[j]) in self._parallel

    def _are_parallel(self, row_list: int, column_list: int, pairs: Sequence[tuple[int, int]]) -> bool:
        is_whole = self._row_sizes[row_list] == self._column_sizes[column_list] == len(pairs)
        return is_whole and all(b > a for (_, a), (_, b) in pairwise(pairs))


def _free_neighbours(place: int, lists: Sequence[int], paired: set[int]) -> tuple[int, ...]:
    around = (other for other in (place - 1, place + 1) if 0 <= other < len(lists) and lists[other] == lists[place])
    return tuple(other for other in around if other not in paired)


def _candidate(i: int, j: int, odds: Matrix, path: Matrix, lists: _Lists) -> Candidate:
    column = [row[j] for row in odds]
    runner_up = max((*odds[i][:j], *odds[i][j + 1 :], *column[:i], *column[i + 1 :]), default=-_FAR)
    is_parallel = lists.are_parallel(i, j)
    weakest = min(odds[a][b] for a, b in lists.together(i, j)) if is_parallel else 0.0
    unmatched_share = 1 - len(lists.together(i, j)) / max(lists.sizes(i, j))
    is_alone = len(odds) == len(odds[i]) == 1
    return Candidate(
        i, j, odds[i][j], path[i][j], runner_up, is_parallel, weakest, unmatched_share, lists.left_over(i, j),
        is_alone,
    )  # fmt: skip


def path_odds(odds: Matrix) -> list[list[float]]:
    """For each pair, the log odds that it lies on the path in order."""
    rows, columns = len(odds), len(odds[0])
    forward = [[_NEVER] * (columns + 1) for _ in range(rows + 1)]
    backward = [[_NEVER] * (columns + 1) for _ in range(rows + 1)]
    forward[0][0] = backward[rows][columns] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i and j:
                forward[i][j] = add_logarithms(forward[i][j], forward[i - 1][j - 1] + odds[i - 1][j - 1])
            if i:
                forward[i][j] = add_logarithms(forward[i][j], forward[i - 1][j] + _LEAVE_OUT)
            if j:
                forward[i][j] = add_logarithms(forward[i][j], forward[i][j - 1] + _LEAVE_OUT)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i < rows and j < columns:
                backward[i][j] = add_logarithms(backward[i][j], backward[i + 1][j + 1] + odds[i][j])
            if i < rows:
                backward[i][j] = add_logarithms(backward[i][j], backward[i + 1][j] + _LEAVE_OUT)
            if j < columns:
                backward[i][j] = add_logarithms(backward[i][j], backward[i][j + 1] + _LEAVE_OUT)
    total = forward[rows][columns]
    return [
        [_log_odds(forward[i][j] + odds[i][j] + backward[i + 1][j + 1] - total) for j in range(columns)]
        for i in range(rows)
    ]


def add_logarithms(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by theirs."""
    larger, smaller = (one, other) if one > other else (other, one)
    return larger + math.log1p(math.exp(smaller - larger)) if smaller > larger - 40 else larger


def _log_odds(logarithm: float) -> float:
    probability = math.exp(min(0.0, logarithm))
    return max(-_FAR, min(_FAR, math.log(probability + 1e-12) - math.log(1 - probability + 1e-12)))
