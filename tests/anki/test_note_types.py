"""What the fields of a note hold, and which cards it has: the note type alone says it."""

from __future__ import annotations

import pytest

from flashgen.anki.note_types import NoteField, NoteType
from flashgen.record import replace
from tests.support.plain_deck import card_type

ID, TERM, SPARE = NoteField(1, "Id", "guid"), NoteField(2, "Term", "target.term"), NoteField(3, "Spare")
CARDS = (
    card_type(51, "Term", "{{#Term}}{{Term}}{{/Term}}"),
    card_type(52, "Spare", "{{#Spare}}{{Spare}}{{/Spare}}"),
    card_type(53, "Either", "{{Term}}{{Spare}}"),
)
TYPE = NoteType(7, "words", (ID, TERM, SPARE), 1, CARDS, "")
CLOZE = replace(TYPE, cards=CARDS[:1], cloze=True)


def test_fields_are_filled_with_their_values_and_the_others_stay_empty() -> None:
    assert TYPE.fill({"guid": "g", "target.term": "ape", "native.term": "bee"}) == ("g", "ape", "")
    assert TYPE.fill({"target.term": "ape"}) == ("", "ape", "")


def test_a_field_without_value_is_empty_whatever_there_is() -> None:
    assert TYPE.fill({"Spare": "x", "guid": "g"})[2] == ""


def test_only_the_field_that_is_typed_is_written_as_a_keyboard_would() -> None:
    values = {"guid": "l\u2019ape", "target.term": "l\u2019ape"}
    assert TYPE.fill(values) == ("l\u2019ape", "l\u2019ape", "")
    assert replace(TYPE, typed=frozenset((TERM.id,))).fill(values) == ("l\u2019ape", "l'ape", "")


@pytest.mark.parametrize(
    ("fields", "cards"),
    [
        (("g", "ape", ""), (0, 2)),
        (("g", "", "more"), (1, 2)),
        (("g", "ape", "more"), (0, 1, 2)),
        (("g", "", ""), ()),
        (("g", " ", "\n"), ()),
    ],
)
def test_a_note_has_the_cards_whose_fronts_its_fields_fill(fields: tuple[str, ...], cards: tuple[int, ...]) -> None:
    assert TYPE.filled_cards(fields) == cards


def test_a_note_type_asks_by_what_one_of_its_fronts_cannot_do_without() -> None:
    assert TYPE.asks_by("target.term")
    assert not TYPE.asks_by("guid")
    assert not replace(TYPE, cards=CARDS[2:]).asks_by("target.term")
    assert not CLOZE.asks_by("target.term")


def test_a_note_of_clozes_has_its_card_where_words_are_hidden() -> None:
    assert CLOZE.filled_cards(("g", "the {{c1::bee}}", "")) == (0,)
    assert CLOZE.filled_cards(("g", "the bee", "")) == ()
