"""All notes that were ever published have one number each: those of the last edition first."""

from __future__ import annotations

from flashgen.editions.earlier_notes import EarlierNotes
from tests.support.plain_deck import HONEY, NOTHING, SLEEP, WAX, note, published

STING = note("sting", "pungiglione", article="vespa")
LAST = published(published(NOTHING, HONEY, WAX, STING, SLEEP), SLEEP, HONEY)


def test_those_of_the_last_edition_come_first() -> None:
    earlier = EarlierNotes(LAST)
    assert [earlier[number].note.guid for number in range(len(earlier))] == list(earlier.guids)
    assert [earlier[number].in_last_edition for number in range(len(earlier))] == [True, True, False, False]
    assert {*earlier.guids} == {HONEY.guid, WAX.guid, STING.guid, SLEEP.guid}


def test_the_notes_of_an_article_are_of_all_editions() -> None:
    earlier = EarlierNotes(LAST)
    assert {one.note.guid: one.in_last_edition for one in earlier.of_article("ape")} == {
        SLEEP.guid: True, HONEY.guid: True, WAX.guid: False,
    }  # fmt: skip
    assert [one.note.guid for one in earlier.of_article("vespa")] == [STING.guid]
    assert all(earlier[one.number] == one for one in earlier.of_article("ape"))


def test_articles_are_told() -> None:
    assert list(EarlierNotes(LAST).articles) == ["ape", "vespa"]


def test_before_the_first_edition_there_are_none() -> None:
    assert not EarlierNotes(NOTHING)
