"""Brackets close in the width that they were opened in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.brackets import with_matching_brackets


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("水車（川の水で回る)は古い。", "水車（川の水で回る）は古い。"),
        ("水車(川の水で回る）は古い。", "水車(川の水で回る)は古い。"),
        ("水車（木製（樫)の輪)は古い。", "水車（木製（樫）の輪）は古い。"),
        ("a) 水車（川) b) 風車", "a) 水車（川） b) 風車"),
    ],
)
def test_a_bracket_closes_in_the_width_that_it_was_opened_in(text: str, mended: str) -> None:
    assert with_matching_brackets(text) == mended


@pytest.mark.parametrize("text", ["水車（川）と風車(丘)は古い。", "水車（川は古い。", "a mill (old)", ""])
def test_brackets_that_match_or_stand_alone_stay_as_they_are(text: str) -> None:
    assert with_matching_brackets(text) == text


@given(st.text(alphabet="()（）水 a", max_size=30))
def test_nothing_but_brackets_changes_and_nothing_moves(text: str) -> None:
    mended = with_matching_brackets(text)
    assert len(mended) == len(text)
    assert mended.translate(str.maketrans("（）", "()")) == text.translate(str.maketrans("（）", "()"))
    assert with_matching_brackets(mended) == mended
