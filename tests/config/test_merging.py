"""A user's keys over the defaults; what has no id gets one that its name gives."""

from __future__ import annotations

from typing import Any

import pytest

from flashgen.anki.ids import derived_id
from flashgen.config.merging import merge, merge_card_types

TERM = {
    "kind": "term", "id": 5, "name": "term",
    "cards": [
        {"id": 51, "name": "Produce", "front": "p.front", "back": "p.back"},
        {"id": 52, "name": "Recognise", "front": "r.front", "back": "r.back"},
    ],
}  # fmt: skip
FAQ = {"kind": "faq", "id": 6, "name": "faq", "cards": [{"id": 61, "name": "Question", "front": "q", "back": "a"}]}
BASE: dict[str, Any] = {"style": "style.css", "fields": [{"id": 1}], "note_types": [TERM, FAQ]}


def term(own: dict[str, Any]) -> dict[str, Any]:
    """The note type of terms, when a user says this of it."""
    found: dict[str, Any] = merge_card_types(BASE, {"note_types": [{"kind": "term", **own}]})["note_types"][0]
    return found


def test_keys_beneath_a_key_are_filled_in() -> None:
    assert merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": 5}}) == {"a": {"b": 5, "c": 2}, "d": 3}


def test_what_a_user_names_stands_first_and_the_rest_stays() -> None:
    whole = merge_card_types(BASE, {"note_types": [{"kind": "faq", "name": "mine"}]})
    assert whole["note_types"] == [{**FAQ, "name": "mine"}, TERM]
    assert whole["style"] == "style.css"


def test_cards_are_those_that_are_listed_each_filled_in_by_its_name_or_id() -> None:
    cards = [{"name": "Recognise"}, {"id": 51, "name": "Speak", "back": "mine"}]
    assert term({"cards": cards})["cards"] == [
        {"id": 52, "name": "Recognise", "front": "r.front", "back": "r.back"},
        {"id": 51, "name": "Speak", "front": "p.front", "back": "mine"},
    ]


def test_a_card_that_says_what_it_shows_leaves_the_default_templates() -> None:
    assert term({"cards": [{"name": "Produce", "ask": "target"}]})["cards"] == [
        {"id": 51, "name": "Produce", "ask": "target"}
    ]


def test_a_new_card_gets_an_id_from_its_note_type_and_name() -> None:
    assert term({"cards": [{"name": "Spell", "typed": "T"}]})["cards"][0]["id"] == derived_id(5, "Spell")


def test_a_cloze_is_another_note_type_with_one_card() -> None:
    made = term({"cloze": True})
    assert (made["id"], made["name"]) == (derived_id(5, "cloze"), "term cloze")
    assert [card["front"] for card in made["cards"]] == ["cloze/front.html"]


@pytest.mark.parametrize(
    "note_types", [None, 5, "x", {}, [None], [[]], [{"kind": []}], [{"kind": {}}], [{"cards": 5}], [{"cards": [None]}]]
)
def test_what_has_another_shape_is_left_to_the_check(note_types: Any) -> None:
    merge_card_types(BASE, {"note_types": note_types})
