"""Published notes are read back from a file by guid, number, article and kind."""

from __future__ import annotations

import pytest

from flashgen.anki.published_notes import PublishedNotes
from flashgen.record import replace
from tests.support.plain_deck import HONEY, NOTHING, SLEEP, WAX, note, published

STING = note("sting", "pungiglione", article="vespa &amp; co")
LAST = published(NOTHING, HONEY, WAX, SLEEP, STING)
NOTES = LAST.notes


def test_they_come_back_in_their_order() -> None:
    guids = [HONEY.guid, WAX.guid, SLEEP.guid, STING.guid]
    assert list(NOTES) == [one.guid for one in NOTES.in_order] == guids
    assert [NOTES.numbered(number).guid for number in range(len(NOTES))] == guids


def test_a_note_is_found_by_its_guid() -> None:
    assert NOTES[WAX.guid].fields == WAX.fields
    with pytest.raises(KeyError):
        NOTES["another"]


def test_the_notes_of_an_article_are_found_by_its_text() -> None:
    assert list(NOTES.articles) == ["ape", "vespa & co"]
    assert list(NOTES.of_article("ape")) == [0, 1, 2]
    assert list(NOTES.of_article("vespa & co")) == [3]
    assert list(NOTES.of_article("vespa &amp; co")) == []


def test_the_notes_of_a_kind_are_found() -> None:
    assert [one.guid for one in NOTES.of_kind("faq")] == [SLEEP.guid]
    assert list(NOTES.of_kind("term")) == []


def test_kinds_can_be_left_out() -> None:
    assert list(NOTES.without(["purpose"])) == [SLEEP.guid]
    assert NOTES.without(["term"]) is NOTES
    assert list(NOTES.without(["faq"]).of_article("vespa & co")) == [2]


def test_those_of_a_kind_that_no_note_type_has_are_of_no_article() -> None:
    found = PublishedNotes((replace(NOTES[WAX.guid], kind="poem"),), LAST.layout)
    assert list(found.of_article("")) == [0]


def test_equal_notes_are_equal_and_others_are_not() -> None:
    assert PublishedNotes(NOTES.values(), LAST.layout) == NOTES
    assert NOTES.without(["faq"]) != NOTES
    assert PublishedNotes() == {}
