"""The estimate of the time that is left: none too early, steady, rounded up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashgen.cli.time_left import time_left


def test_nothing_is_said_before_there_is_something_to_go_by() -> None:
    assert time_left(1.0, 5, 100) == ""
    assert time_left(9.0, 0, 100) == ""


def test_minutes_and_the_last_seconds_are_rounded_up() -> None:
    assert time_left(10.0, 10, 200) == "about 4 min left"
    assert time_left(10.0, 10, 22) == "about 20 s left"
    assert time_left(10.0, 100, 101) == "about 10 s left"


def test_nothing_is_left_at_the_end() -> None:
    assert time_left(100.0, 50, 50) == ""


@given(st.integers(20, 2000), st.floats(0.01, 2.0))
def test_at_an_even_pace_it_only_goes_down(total: int, pace: float) -> None:
    def seconds(text: str) -> int:
        return int(text.split()[1]) * (60 if "min" in text else 1)

    said = [time_left(done * pace * (1 + 1e-9), done, total) for done in range(total)]
    left = [seconds(text) for text in said if text]
    assert all(later <= earlier for earlier, later in zip(left, left[1:], strict=False))


def test_one_slow_article_hardly_moves_it() -> None:
    before = time_left(100.0, 100, 1000)
    assert before == "about 15 min left"
    assert time_left(112.0, 101, 1000) == "about 17 min left"
