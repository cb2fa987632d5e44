"""Names made of letters and digits, which are no quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.codes import codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the form 10-K", "10K"),
        ("the form 10K.", "10K"),
        ("форма 10-К", "10K"),
        ("an A4 sheet", "A4"),
        ("выброс СО2", "CO2"),
        ("Ｍ１２", "M12"),
        ("form 12-An", "12An"),
        ("J-51, a form", "J51"),
    ],
)
def test_a_code_is_known_by_its_letters_and_digits(text: str, code: str) -> None:
    assert codes(text) == {code}


@pytest.mark.parametrize(
    "text", ["", "no digit here", "1911", "the 20th", "die 90er", "a 90-Day wait", "1.5", "12 - B", "10-K-1", "A1.5"]
)
def test_quantities_and_endings_are_no_codes(text: str) -> None:
    assert codes(text) == frozenset()


def test_all_codes_of_a_text_are_found() -> None:
    assert codes("Forms 10-K and 8-K on A4.") == {"10K", "8K", "A4"}


@given(st.text())
def test_a_code_has_letters_and_digits_and_nothing_else(text: str) -> None:
    for code in codes(text):
        assert code.isalnum()
        assert any(map(str.isalpha, code))
        assert any(map(str.isdigit, code))
