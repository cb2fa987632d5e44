"""Lists are aligned by log odds: in order where the path through both is clear, across it where odds say so."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.pairing.alignment import Candidate, candidates, path_odds

YES, NO = 6.0, -6.0


def odds(*rows: str) -> list[list[float]]:
    """A matrix drawn with `+` where two items say the same, `-` where they do not, and `?` where nothing is known."""
    return [[{"+": YES, "-": NO, "?": 0.0}[sign] for sign in row] for row in rows]


def found(matrix: list[list[float]]) -> tuple[Candidate, ...]:
    return candidates(matrix, [0] * len(matrix), [0] * len(matrix[0]))


def places(matrix: list[list[float]]) -> list[tuple[int, int]]:
    return [(pair.native, pair.target) for pair in found(matrix)]


def probabilities(matrix: list[list[float]]) -> list[list[float]]:
    return [[1 / (1 + math.exp(-value)) for value in row] for row in path_odds(matrix)]


def test_a_whole_list_is_paired_in_step() -> None:
    pairs = found(odds("+---", "-+--", "--+-", "---+"))
    assert [(pair.native, pair.target) for pair in pairs] == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert all(pair.is_parallel and pair.unmatched_share == 0 for pair in pairs)


def test_items_of_which_nothing_is_known_fall_in_place_between_those_that_are_known() -> None:
    assert places(odds("+--", "-?-", "--+")) == [(0, 0), (1, 1), (2, 2)]


def test_a_lost_item_leaves_the_others_paired() -> None:
    pairs = found(odds("+--", "---", "-+-", "--+"))
    assert {(0, 0), (2, 1), (3, 2)} <= {(pair.native, pair.target) for pair in pairs}
    assert not any(pair.is_parallel for pair in pairs)


def test_an_item_may_hold_two_only_beside_one_that_is_left_over() -> None:
    matrix = odds("+---", "-+--", "--+-", "----", "---+")
    nothing = (), ()
    assert [pair.left_over for pair in found(matrix)] == [nothing, nothing, ((3,), ()), ((3,), ())]
    apart = candidates(matrix, [0, 0, 0, 1, 1], [0, 0, 0, 1])
    assert [pair.may_be_joined for pair in apart] == [False, False, False, True]
    assert [pair.may_be_joined for pair in found([list(row) for row in zip(*matrix, strict=True)])][2:] == [True, True]


def test_the_path_in_order_finds_the_place_of_an_item_that_was_lost() -> None:
    found_there = probabilities(odds("+--", "-??", "-??", "--+"))
    assert found_there[0][0] > 0.9
    assert found_there[3][2] > 0.9
    assert found_there[1][1] == pytest.approx(found_there[2][1], abs=0.05)


def test_swapped_items_are_found_by_their_own_odds() -> None:
    pairs = {(pair.native, pair.target): pair for pair in found(odds("-+--", "+---", "--+-", "---+"))}
    assert set(pairs) == {(0, 1), (1, 0), (2, 2), (3, 3)}
    assert min(pairs[0, 1].on_path, pairs[1, 0].on_path) < 1 < pairs[2, 2].on_path
    assert not any(pair.is_parallel for pair in pairs.values())


def test_a_rival_is_the_next_best_pair_with_either_item() -> None:
    pairs = {pair.native: pair for pair in found([[5.0, -1.0, -3.0], [2.0, 4.0, -3.0], [-3.0, -3.0, 5.0]])}
    assert [pairs[number].runner_up for number in range(3)] == [2.0, 2.0, -3.0]


def test_the_weakest_pair_of_a_list_in_step_is_told_with_each_of_it() -> None:
    assert [pair.weakest for pair in found([[5.0, -5.0], [-5.0, 1.0]])] == [1.0, 1.0]
    assert [pair.weakest for pair in found([[-5.0, 5.0], [5.0, -5.0]])] == [0.0, 0.0]


def test_what_is_left_over_is_told_as_a_share_of_the_longer_list() -> None:
    assert {pair.unmatched_share for pair in found(odds("+---", "-+--"))} == {0.5}


def test_certain_pairs_are_certain_within_bounds() -> None:
    (pair,) = found([[math.inf]])
    assert pair.odds == 10.0
    assert pair.runner_up == -10.0


def test_nothing_pairs_with_nothing() -> None:
    assert candidates([], [], []) == ()
    assert candidates([[], []], [0, 0], []) == ()


def test_lists_are_in_step_each_by_itself() -> None:
    matrix = odds("+----", "-+---", "---+-", "----+")
    pairs = {(pair.native, pair.target): pair for pair in candidates(matrix, [0, 0, 1, 1], [7, 7, 8, 8, 8])}
    assert pairs[0, 0].is_parallel
    assert pairs[1, 1].is_parallel
    assert pairs[0, 0].unmatched_share == 0
    assert not pairs[2, 3].is_parallel
    assert pairs[2, 3].unmatched_share == pytest.approx(1 / 3)


def test_a_list_in_step_with_one_that_moved_is_in_step_still() -> None:
    pairs = candidates(odds("--+-", "---+", "+---", "-+--"), [0, 0, 1, 1], [0, 0, 1, 1])
    assert [(pair.native, pair.target, pair.is_parallel) for pair in pairs] == [
        (0, 2, True), (1, 3, True), (2, 0, True), (3, 1, True),
    ]  # fmt: skip


def test_an_item_that_went_over_to_another_list_leaves_neither_in_step() -> None:
    pairs = candidates(odds("+--", "-+-", "--+"), [0, 0, 1], [0, 1, 1])
    assert not any(pair.is_parallel for pair in pairs if pair.native != 0 or pair.target != 0)
    assert not any(pair.is_parallel for pair in pairs)


MATRIX = st.integers(1, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.floats(-10, 10), min_size=width, max_size=width), min_size=1, max_size=6,
    )
)  # fmt: skip


@settings(deadline=None)
@given(MATRIX)
def test_an_item_lies_on_the_path_with_one_other_at_most(matrix: list[list[float]]) -> None:
    found_there = probabilities(matrix)
    assert all(0 <= value <= 1 for row in found_there for value in row)
    assert all(sum(row) <= 1 + 1e-3 for row in found_there)
    assert all(sum(column) <= 1 + 1e-3 for column in zip(*found_there, strict=True))


@settings(deadline=None)
@given(MATRIX)
def test_each_item_is_in_one_candidate_at_most(matrix: list[list[float]]) -> None:
    pairs = found(matrix)
    assert len({pair.native for pair in pairs}) == len({pair.target for pair in pairs}) == len(pairs)
    assert [pair.native for pair in pairs] == sorted(pair.native for pair in pairs)
    assert pairs


@settings(deadline=None)
@given(MATRIX)
def test_it_makes_no_difference_which_side_is_native(matrix: list[list[float]]) -> None:
    turned = [list(column) for column in zip(*matrix, strict=True)]
    there = path_odds(turned)
    for i, row in enumerate(path_odds(matrix)):
        assert row == pytest.approx([there[j][i] for j in range(len(row))], abs=1e-3)


@settings(deadline=None)
@given(MATRIX, st.integers(0, 5), st.integers(0, 5))
def test_better_odds_never_take_a_pair_off_the_path(matrix: list[list[float]], row: int, column: int) -> None:
    row, column = row % len(matrix), column % len(matrix[0])
    better = [list(values) for values in matrix]
    better[row][column] += 1.0
    assert path_odds(better)[row][column] >= path_odds(matrix)[row][column] - 1e-6
