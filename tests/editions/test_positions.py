"""Where new notes stand among published ones: behind the note before them, and nothing published moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.editions.positions import LAST, assign_positions

PUBLISHED = st.lists(st.none() | st.integers(0, LAST), max_size=30)


@pytest.mark.parametrize(
    ("published", "placed"),
    [
        ([], ()),
        ([None, None, None], (100, 200, 300)),
        ([100, None, 200], (100, 150, 200)),
        ([100, None, None, None, 200], (100, 125, 150, 175, 200)),
        ([None, 100], (50, 100)),
        ([100, None], (100, 200)),
        ([100, 200, None, None], (100, 200, 300, 400)),
        ([200, None, 100], (200, 300, 100)),
        ([100, None, 300, 200], (100, 150, 300, 200)),
        ([300, None, 100, None, 200], (300, 400, 100, 150, 200)),
        ([100, None, 101], (100, 100, 101)),
        ([LAST, None], (LAST, LAST)),
    ],
)
def test_new_notes_are_placed_behind_the_one_before(published: list[int | None], placed: tuple[int, ...]) -> None:
    assert assign_positions(published) == placed


@given(PUBLISHED)
def test_every_note_has_a_place(published: list[int | None]) -> None:
    assert len(assign_positions(published)) == len(published)


@given(PUBLISHED)
def test_a_published_note_never_moves(published: list[int | None]) -> None:
    assert all(before in (None, now) for before, now in zip(published, assign_positions(published), strict=True))


@given(PUBLISHED)
def test_no_place_is_beyond_what_anki_allows(published: list[int | None]) -> None:
    assert all(0 <= position <= LAST for position in assign_positions(published))


@given(PUBLISHED)
def test_a_new_note_never_stands_before_the_one_it_follows(published: list[int | None]) -> None:
    placed = assign_positions(published)
    assert all(placed[index] >= placed[index - 1] for index in range(1, len(published)) if published[index] is None)


@given(PUBLISHED)
def test_new_notes_at_the_start_stand_before_no_later_than_the_first_published(published: list[int | None]) -> None:
    first = next((index for index, position in enumerate(published) if position is not None), None)
    if first is not None:
        assert list(assign_positions(published)[: first + 1]) == sorted(assign_positions(published)[: first + 1])


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(7, 50)), max_size=20), st.integers(0, 5))
def test_where_there_is_room_every_note_stands_behind_the_one_before(steps: list[tuple[int, int]], at_end: int) -> None:
    published: list[int | None] = []
    position = 0
    for new, step in steps:
        position += step
        published += [*[None] * new, position]
    placed = assign_positions([*published, *[None] * at_end])
    assert all(one < other for one, other in pairwise(placed))


@pytest.mark.parametrize("count", [1, 5_000, 100_000, 400_000])
def test_a_first_edition_leaves_room_in_half_of_the_range(count: int) -> None:
    placed = assign_positions([None] * count)
    assert len(set(placed)) == count
    assert placed[-1] <= (LAST + 1) // 2


def test_a_deck_larger_than_the_range_still_has_places() -> None:
    placed = assign_positions([None] * (LAST + 500))
    assert max(placed) <= LAST
    assert list(placed) == sorted(placed)


@given(PUBLISHED)
def test_placing_again_moves_nothing(published: list[int | None]) -> None:
    placed = assign_positions(published)
    assert assign_positions(placed) == placed
