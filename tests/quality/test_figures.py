"""Figures and handles that one side lacks."""

from __future__ import annotations

import pytest

from tests.support.suspects import callout, rules


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("The mill was built in 1874 by the river.", "Il mulino fu costruito sul fiume."),
        ("The mill grinds 1,265 sacks in a year.", "Il mulino macina molti sacchi in un anno."),
        ("The mill grinds 12.75 tons in a year.", "Il mulino macina 3 volte in un anno."),
    ],
)
def test_a_figure_that_the_other_side_has_not(english: str, italian: str) -> None:
    assert rules(callout(english), callout(italian)) == ["figure-missing"]


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("The mill grinds 12 sacks in an hour.", "Il mulino macina dodici sacchi in un'ora."),
        ("The mill grinds 1,000 sacks in a year.", "Il mulino macina mille sacchi in un anno."),
        ("The mill cost 69.5 million in all.", "Il mulino costò 69.500.000 in tutto."),
        ("The mill grinds (1,265 sacks) all year.", "Il mulino macina tutto l'anno."),
        ("The mill of 1874 is old.", "Il mulino del 1874 è vecchio."),
    ],
)
def test_a_figure_that_may_be_there(english: str, italian: str) -> None:
    assert rules(callout(english), callout(italian)) == []


@pytest.mark.parametrize("italian", ["Macinate il grano.", "Macinate il grano come @millermax."])
def test_a_handle_that_the_other_side_has_not(italian: str) -> None:
    english = "Grind the grain of the farmers, like @miller-max did at the old mill."
    assert rules(callout(english), callout(f"{italian} Così fa la farina.")) == ["handle-missing"]


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Grind the grain of the farmers, like @Miller did.", "Macinate il grano dei contadini, come @miller."),
        ("Grind the grain of the farmers (thanks to @miller).", "Macinate il grano dei contadini, ogni notte."),
        ("Write to miller@mill.example about the grain.", "Scrivete al mugnaio del grano che avete."),
    ],
)
def test_a_handle_that_may_be_there(english: str, italian: str) -> None:
    assert rules(callout(english), callout(italian)) == []


def test_a_year_of_another_era_is_known_by_the_year_in_its_bracket() -> None:
    persian = callout("این آسیاب در سال ۱۴۰۱ (۲۰۲۲) دوباره ساخته شد.")
    assert rules(persian, callout("The mill was built once more in the year 2022."), "fa en") == []
    assert rules(persian, callout("The mill was built once more in the year 2012."), "fa en") != []
