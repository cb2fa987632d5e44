"""Notes that are held until they are published are as they were made, article by article."""

from __future__ import annotations

import pytest

from flashgen.pipeline.held_notes import HeldNotes, pack_notes
from flashgen.record import replace
from flashgen.records.location import Location
from tests.support.plain_deck import HONEY, SLEEP, WAX, note

STING = note("sting", "pungiglione", article="vespa")
BEE = note("An insect that makes honey.", "Un insetto che fa il miele.", "definition")
TERM = replace(note("", "", "term"), cards=(0,))


def test_notes_come_back_by_article_in_the_order_of_their_kinds() -> None:
    found = HeldNotes()
    for notes in ((STING,), (HONEY, SLEEP, WAX, BEE), (TERM,)):
        found.add(notes[0].article, pack_notes(iter(notes)))
    assert list(found) == ["ape", "vespa"]
    assert found["ape"] == [BEE, TERM, HONEY, WAX, SLEEP]
    assert found["vespa"] == [STING]


def test_a_note_without_cards_is_none() -> None:
    found = HeldNotes()
    found.add("ape", pack_notes((replace(HONEY, cards=()), WAX)))
    found.add("vespa", pack_notes((replace(STING, cards=()),)))
    assert dict(found) == {"ape": [WAX]}


def test_an_article_without_notes_is_none() -> None:
    with pytest.raises(KeyError):
        HeldNotes()["ape"]


def test_decks_are_spelled_as_the_first_article_spells_them() -> None:
    found = HeldNotes()
    found.add("vespa", pack_notes((replace(STING, deck="INSECTS"),)))
    found.add("ape", pack_notes((replace(HONEY, deck="Insects"),)))
    for _ in range(2):
        assert [one.deck for notes in found.values() for one in notes] == ["Insects", "Insects"]


def test_a_note_with_a_text_that_is_no_unicode_comes_back() -> None:
    odd = replace(HONEY, location=Location("\udcff.md", 1))
    found = HeldNotes()
    found.add("ape", pack_notes((odd,)))
    assert found["ape"] == [odd]
