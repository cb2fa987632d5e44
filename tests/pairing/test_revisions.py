"""Two definitions of different editions of a text, as their fit and third languages tell."""

from __future__ import annotations

import pytest

from flashgen.pairing.revisions import difference, difference_by_pivots


def test_a_pair_that_fits_as_is_usual_says_the_same_and_one_far_below_does_not() -> None:
    assert difference(0.0) < 0 < difference(-2.0) < difference(-4.0)


def test_no_fit_says_so_much_that_nothing_could_speak_against_it() -> None:
    assert difference_by_pivots(90.0, []) == difference_by_pivots(9.0, [])
    assert difference_by_pivots(-90.0, []) == difference_by_pivots(-9.0, [])


def test_a_third_language_that_has_the_text_of_one_side_alone_speaks_for_a_difference() -> None:
    assert difference_by_pivots(0.0, [(4.0, -1.0)]) == difference_by_pivots(0.0, [(-1.0, 4.0)]) > 1


def test_a_third_language_that_has_the_text_of_both_speaks_against_one() -> None:
    assert difference_by_pivots(2.0, [(-1.0, -1.0)]) < 1.5


@pytest.mark.parametrize("fits", [(0.0, 0.0), (4.0, 4.0)])
def test_a_third_language_of_which_nothing_is_known_or_with_a_text_of_its_own_says_hardly_anything(
    fits: tuple[float, float],
) -> None:
    assert difference_by_pivots(1.0, [fits]) == pytest.approx(1.0, abs=0.1)


def test_third_languages_add_up() -> None:
    assert difference_by_pivots(0.0, [(3.0, -1.0)] * 2) > difference_by_pivots(0.0, [(3.0, -1.0)]) > 0
