"""The rows of an edition come back as they were put in, and tell of themselves without being read."""

from __future__ import annotations

from flashgen.anki.rows import Rows
from flashgen.record import replace
from flashgen.records.location import Location
from flashgen.records.notes import DatedNote
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import HONEY, NOW, SLEEP, WAX

DATED = [
    DatedNote(HONEY, NOW, 0, "new"),
    DatedNote(SLEEP, NOW + 1, 10, "changed"),
    DatedNote(WAX, NOW + 2, 20, "unchanged"),
]


def test_rows_come_back_in_their_order() -> None:
    rows = Rows(DATED)
    assert (list(rows), rows[2], rows[-1], rows[:2], len(rows)) == (DATED, DATED[2], DATED[2], DATED[:2], 3)


def test_others_can_be_chosen_and_placed_anew() -> None:
    rows = Rows(DATED)
    rows.known = [replace(rows.known[2], position=5), rows.known[0]]
    assert list(rows) == [replace(DATED[2], position=5), DATED[0]]


def test_a_note_that_is_only_held_is_no_row() -> None:
    rows = Rows(DATED[:1])
    held = rows.hold(DATED[1], 7)
    assert (len(rows), rows.of(held), held.before) == (1, DATED[1], 7)


def test_what_is_known_of_a_note_is_what_it_says() -> None:
    (row,) = Rows(DATED[:1]).known
    said = row.guid, row.kind, row.article, row.note_type, row.deck, row.cards, row.pin
    assert said == (HONEY.guid, "purpose", "ape", HONEY.note_type, HONEY.deck, HONEY.cards, "")
    assert (row.modified, row.position, row.status, row.before) == (NOW, 0, "new", None)


def test_what_rows_share_is_held_once() -> None:
    first, second = Rows(replace(one, note=replace(one.note, deck="".join(("Be", "es")))) for one in DATED[:2]).known
    assert first.deck is second.deck


def test_what_a_package_holds_of_notes_is_told_apart_without_reading_them() -> None:
    fields = Fields.of(("bee", *HONEY.fields.values[1:]))
    notes = [
        HONEY,
        replace(HONEY, tags=("sweet",)),
        replace(HONEY, deck="Wax"),
        replace(HONEY, cards=HONEY.cards[:1]),
        replace(HONEY, guid="bee"),
        replace(HONEY, fields=fields),
    ]
    rows = Rows(DatedNote(one, NOW, 1, "new") for one in notes)
    assert len(set(map(rows.digest, rows.known))) == len(notes)
    assert [row.note for row in rows] == notes


def test_a_note_that_was_found_elsewhere_is_the_same_to_a_package() -> None:
    moved = replace(HONEY, location=Location("\udcff.md", 7))
    rows = Rows(DatedNote(one, NOW, 1, "new") for one in (HONEY, moved))
    assert len(set(map(rows.digest, rows.known))) == 1
    assert [row.note for row in rows] == [HONEY, moved]
