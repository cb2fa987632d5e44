"""Which field of a note type holds which value."""

from __future__ import annotations

import pytest

from flashgen.anki.field_layout import Layout
from flashgen.anki.note_types import NoteField
from tests.support.plain_deck import FIELDS, HONEY, NOTE_TYPES, note

LAYOUT = Layout({kind: note_type.fields for kind, note_type in NOTE_TYPES.items()})


def test_a_value_is_found_in_the_field_that_holds_it() -> None:
    value = LAYOUT.reader("purpose", HONEY.fields.values)
    assert (value("article"), value("target.answer"), value("native.answer")) == ("ape", "miele", "honey")


def test_a_value_that_no_field_holds_is_empty() -> None:
    assert Layout({"purpose": FIELDS[:2]}).reader("purpose", HONEY.fields.values[:2])("target.answer") == ""


def test_a_value_is_read_as_plain_text_too() -> None:
    fields = note("bread &amp; honey<br>for <b>two</b>", "pane").fields.values
    text = LAYOUT.text_reader("purpose", fields)
    assert (text("native.answer"), text("target.hint")) == ("bread & honey\nfor two", "")


def test_every_kind_has_a_layout_of_its_own() -> None:
    layout = Layout({"faq": FIELDS[:1], "term": (NoteField(1, "Spare"), *FIELDS[:1])})
    assert layout.reader("faq", ["one", "two"])("guid") == "one"
    assert layout.reader("term", ["one", "two"])("guid") == "two"


@pytest.mark.parametrize("kind", NOTE_TYPES)
def test_every_value_of_a_note_is_told_by_name(kind: str) -> None:
    fields = note("honey", "miele", kind).fields.values
    assert LAYOUT.values(kind, fields) == {field.value: text for field, text in zip(FIELDS, fields, strict=True)}


def test_a_field_without_value_tells_nothing() -> None:
    layout = Layout({"faq": (NoteField(1, "Spare"), NoteField(2, "Id", "guid"))})
    assert layout.values("faq", ["x", "y"]) == {"guid": "y"}


def test_one_value_is_replaced_and_the_others_stay() -> None:
    replaced = LAYOUT.with_value("purpose", HONEY.fields.values, "article", "bee")
    assert LAYOUT.values("purpose", replaced) == {**LAYOUT.values("purpose", HONEY.fields.values), "article": "bee"}
