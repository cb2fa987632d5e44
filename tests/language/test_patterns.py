"""Placeholders in patterns of decks, tags and addresses."""

from __future__ import annotations

from flashgen.language.patterns import fill, front_keys, names_in


def test_placeholders_are_filled_by_name() -> None:
    assert fill("Bees::{topic}/{front.Level}", {"topic": "hive", "front.level": "2"}.get) == "Bees::hive/2"


def test_a_key_that_is_missing_is_nothing_and_an_unknown_name_stays() -> None:
    nothing: dict[str, str] = {}
    assert fill("{front.level}{comb} {", nothing.get) == "{comb} {"


def test_keys_of_front_matter_count_in_any_case() -> None:
    assert front_keys("{front.DOI} {topic} {front.a-b.c}") == ["doi", "a-b.c"]
    assert names_in("{front.DOI} {topic}") == ["front.doi", "topic"]
