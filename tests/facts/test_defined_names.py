"""Titles in the form in which the text that says what the thing is names it."""

from __future__ import annotations

import pytest

from flashgen.facts.defined_names import name_as_defined


def named(title: str, *texts: str) -> str:
    """The name where an article has these texts, of which it begins with the first."""
    return name_as_defined(title, texts, texts[:1])


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Bee Hives", "A bee hive is a house.", "Bee Hive"),
        ("Favi", "Un favo è fatto di cera.", "Favo"),
        ("Arnie mobili", "Un'arnia mobile è una casa.", "Arnia mobile"),
        ("Queen Larvae", "A queen larva is fed by all.", "Queen Larva"),
        ("Colonies", "A colony is a family.", "Colony"),
        ("Estações", "Uma estação é um lugar.", "Estação"),
        ("Mobile Apis", "A mobile apiary is a house.", "Mobile Apiary"),
        ("Apis", "An apiary is a house.", "Apis"),
        ("Bee", "A beehive is a house.", "Bee"),
        ("養蜂家", "養蜂家は蜂を飼う。", "養蜂家"),
        ("이동식 벌통함", 3 * "이동식 벌통함은 벌의 집이다. ", "이동식 벌통함"),
        ("", "A hive is a house.", ""),
    ],
)
def test_a_plural_is_named_in_the_singular_that_the_text_defines(title: str, text: str, name: str) -> None:
    assert named(title, text) == name


def test_a_change_of_letters_is_told_by_what_an_article_begins_with() -> None:
    assert named("Arnia", "La casa delle api.", "Le arnie ne sono piene.") == "Arnia"
    assert named("Arnia", "Le arnie, o case, sono di legno.") == "Arnia"
    assert named("Hives", "The house of bees.", "A hive is of wood.") == "Hive"


def test_the_first_text_that_defines_either_tells() -> None:
    assert named("Hives", "Hives are of wood.", "A hive is a house.") == "Hives"


KEEPING = ("O calendário floral começa em março.", "O calendário floral tem fases.", "No calendário floral há mel.")


def test_a_name_of_the_same_roots_is_the_one_that_the_text_uses() -> None:
    assert named("Calendário de floração", *KEEPING) == "Calendário floral"
    assert named("calendário de floração", *KEEPING) == "calendário floral"


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Calendário de floração", KEEPING[:2]),
        ("Calendário de floração", (*KEEPING, "O calendário de floração.", "Um calendário de floração.")),
        ("Calendário de mineração", KEEPING),
        ("Floração", KEEPING),
        ("Arnia moderna", ("Le arnie moderne sono di legno.", "Le arnie moderne.", "Le arnie moderne.")),
    ],
)
def test_a_title_stays_that_the_text_uses_as_well_or_that_has_other_roots(title: str, texts: tuple[str, ...]) -> None:
    assert named(title, *texts) == title
