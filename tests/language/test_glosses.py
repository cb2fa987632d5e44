"""Brackets behind a name that say it in another language, or shortened."""

from __future__ import annotations

import pytest

from flashgen.language.glosses import end_with_bracket, split_glosses


@pytest.mark.parametrize(
    ("title", "bare", "gloss"),
    [
        ("벌집 (Beehives)", "벌집", "Beehives"),
        ("養蜂家（beekeeper）", "養蜂家", "beekeeper"),
        ("Улей[Beehive]", "Улей", "Beehive"),
        ("Honey Bee Register (HBR)", "Honey Bee Register", "HBR"),
        ("HBR (Honey Bee Register)", "HBR", "Honey Bee Register"),
        ("Улей (Hive (old))", "Улей", "Hive (old)"),
    ],
)
def test_a_bracket_in_another_script_or_beside_an_abbreviation_is_a_gloss(title: str, bare: str, gloss: str) -> None:
    assert split_glosses(title) == (bare, (gloss,))


def test_a_bracket_that_is_the_others_title_is_a_gloss() -> None:
    assert split_glosses("Serra (greenhouse)", ("Green House",)) == ("Serra", ("greenhouse",))
    assert split_glosses("Serra (greenhouse)", ("Bee",)) == ("Serra (greenhouse)", ())


def test_a_bracket_that_ends_in_the_others_title_is_a_gloss() -> None:
    assert split_glosses("밀물 (원문, Green House)", ("Green House",)) == ("밀물", ("원문, Green House",))
    assert split_glosses("Serra (giardino: house)", ("Green House",)) == ("Serra (giardino: house)", ())


def test_every_gloss_is_split_off() -> None:
    assert split_glosses("Реестр пчёл (Honey Bee Register) (HBR)") == ("Реестр пчёл", ("Honey Bee Register", "HBR"))


@pytest.mark.parametrize(
    "title", ["Mercury (planet)", "オートバイ(自動二輪車)", "(Bees)", "8(a)", "Hive)", "Hive ()", ""]
)
def test_any_other_bracket_stays(title: str) -> None:
    assert split_glosses(title) == (title, ())


def test_a_bracket_with_words_of_the_others_title_is_a_gloss() -> None:
    assert split_glosses("Serra (green house)", within="Small Green House") == ("Serra", ("green house",))
    assert split_glosses("Serra (green hut)", within="Small Green House") == ("Serra (green hut)", ())


def test_a_bracket_directly_behind_a_name_belongs_to_it() -> None:
    assert end_with_bracket("벌집(beehive)은", 2) == len("벌집(beehive)")
    assert end_with_bracket("La serra (calda) è", len("La serra")) == len("La serra (calda)")
    assert end_with_bracket("La serra è (calda)", len("La serra")) == len("La serra")
