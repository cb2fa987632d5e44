"""Ids and guids follow from what they name: the same in every build, and different for different names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.ids import deck_id, derived_id, fact_guid


def test_a_derived_id_is_the_same_in_every_build_and_another_for_other_parts() -> None:
    assert derived_id(5, "Spell") == derived_id(5, "Spell") == 100379905640413
    assert len({derived_id(5, "Spell"), derived_id(5, "Write"), derived_id(6, "Spell")}) == 3


@given(st.integers(), st.text(st.characters(codec="utf-8")))
def test_a_derived_id_is_a_number_that_anki_can_store(number: int, name: str) -> None:
    assert 0 <= derived_id(number, name) < 2**48


def test_a_guid_is_the_same_in_every_build() -> None:
    assert fact_guid(["ape", "en", "it", "purpose", "miele", 1]) == "tauzxzuvsjkorhok"


def test_an_identity_is_joined_unambiguously() -> None:
    assert fact_guid(["a", "bc"]) != fact_guid(["ab", "c"])
    assert fact_guid(["a", "", "b"]) != fact_guid(["a", "b", ""])
    assert fact_guid(["a", 1]) != fact_guid(["a", "1"])
    assert fact_guid(['a","b']) != fact_guid(["a", "b"])


def test_a_file_name_that_is_not_utf8_still_has_a_guid() -> None:
    assert len(fact_guid(["ape-\udce9", "en"])) == 16


@given(st.lists(st.text(st.characters(codec="utf-8"))), st.lists(st.text(st.characters(codec="utf-8"))))
def test_different_identities_have_different_guids(one: list[str], other: list[str]) -> None:
    assert (fact_guid([*one]) == fact_guid([*other])) is (one == other)


def test_a_deck_has_the_same_id_however_its_name_is_capitalised() -> None:
    assert deck_id("Bees en→it") == deck_id("BEES EN→IT") != deck_id("Bees en→de")


@given(st.text(st.characters(codec="utf-8")))
def test_no_deck_has_the_id_of_ankis_default_deck(name: str) -> None:
    assert 1 < deck_id(name) < 2**41
