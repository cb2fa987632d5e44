"""The next edition: what is new, changed and gone, with times and places that learners' collections rely on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.manifest import MOST_WITHHELD, WithheldFact
from flashgen.anki.note_types import NoteField
from flashgen.anki.published_notes import PublishedNotes
from flashgen.editions.absence import BuildScope
from flashgen.editions.next_edition import RETIRED_TAG, NextEdition, make_manifest
from flashgen.record import replace
from flashgen.records.notes import DatedNote, Note
from flashgen.records.pairs import Bead
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import (
    DECK,
    FIELDS,
    HONEY,
    NOTE_TYPES,
    NOTHING,
    NOW,
    PAIR,
    POLLEN,
    SLEEP,
    WAX,
    card_type,
    following,
    manifest,
    note,
    published,
)
from tests.support.samples import fact

FINE_WAX = note("wax for fine candles", "cera per candele fini")
LATER = NOW + 500


def row_of(edition: NextEdition, one: Note) -> DatedNote:
    (found,) = [row for row in edition.rows if row.note.guid == one.guid]
    return found


def statuses(edition: NextEdition) -> dict[str, str]:
    return {row.note.guid: row.status for row in edition.rows}


def test_everything_is_new_in_a_first_edition() -> None:
    edition = following(NOTHING, HONEY, WAX)
    assert edition.changes == {"new": 2}
    assert {row.modified for row in edition.rows} == {NOW}
    assert edition.gone == edition.withheld == edition.left_out == edition.absent == ()


def test_an_unchanged_note_keeps_its_time_and_a_changed_one_gets_the_new() -> None:
    last = published(NOTHING, HONEY, WAX, POLLEN)
    edition = following(last, HONEY, FINE_WAX, SLEEP, now=LATER)
    assert statuses(edition) == {HONEY.guid: "unchanged", WAX.guid: "changed", SLEEP.guid: "new"}
    assert [row.modified for row in edition.rows] == [NOW, LATER, LATER]
    assert [one.guid for one in edition.gone] == [POLLEN.guid]


def test_a_changed_note_is_newer_even_when_the_build_is_not() -> None:
    edition = following(published(NOTHING, WAX), FINE_WAX, now=NOW - 500)
    assert row_of(edition, WAX).modified == NOW + 1


@pytest.mark.parametrize(
    "changed",
    [note("more honey", "miele", guid=HONEY.guid), replace(HONEY, tags=("bees", "sweet"))],
    ids=["native side", "tags"],
)
def test_whatever_learners_would_see_is_a_change(changed: Note) -> None:
    assert row_of(following(published(NOTHING, HONEY), changed, now=LATER), HONEY).status == "changed"


@pytest.mark.parametrize("moved", [replace(HONEY, deck="Honey"), replace(HONEY, pin="honey")], ids=["deck", "pin"])
def test_what_anki_does_not_take_over_is_no_change(moved: Note) -> None:
    row = row_of(following(published(NOTHING, HONEY), moved, now=LATER), HONEY)
    assert (row.status, row.modified) == ("unchanged", NOW)


def test_a_note_that_moves_to_another_note_type_is_changed() -> None:
    wider = {kind: replace(one, fields=(*FIELDS, NoteField(91, "Hint"))) for kind, one in NOTE_TYPES.items()}
    honey = replace(HONEY, fields=Fields.of((*HONEY.fields.values, "")))
    row = row_of(following(published(NOTHING, HONEY), honey, now=LATER, note_types=wider), HONEY)
    assert (row.status, row.modified) == ("changed", LATER)


def test_a_note_that_moved_is_unchanged_and_keeps_its_place() -> None:
    edition = following(published(NOTHING, HONEY, WAX), WAX, HONEY, now=LATER)
    assert edition.changes == {"unchanged": 2}
    assert (row_of(edition, HONEY).position, row_of(edition, WAX).position) == (100, 200)


def test_a_note_between_two_is_placed_between_them() -> None:
    edition = following(published(NOTHING, HONEY, WAX), HONEY, POLLEN, WAX)
    assert [row.position for row in edition.rows] == [100, 150, 200]


def test_a_note_that_is_gone_is_remembered() -> None:
    last = published(NOTHING, HONEY, WAX)
    edition = following(last, HONEY)
    assert edition.gone == edition.absent == (last.notes[WAX.guid],)


def test_a_note_is_gone_once_and_remembered_for_good() -> None:
    last = published(NOTHING, HONEY, WAX)
    edition = following(published(last, HONEY), HONEY)
    assert (edition.gone, edition.absent) == ((), (last.notes[WAX.guid],))


def test_a_note_that_comes_back_is_told_and_stands_where_it_stood() -> None:
    away = published(published(NOTHING, HONEY, WAX, POLLEN), HONEY, POLLEN, now=LATER)
    edition = following(away, HONEY, WAX, POLLEN, now=LATER + 5)
    row = row_of(edition, WAX)
    assert (row.status, row.position, row.modified) == ("back", 200, NOW)
    assert edition.absent == ()


def test_a_note_that_comes_back_reworded_is_newer_than_it_was() -> None:
    away = published(published(NOTHING, HONEY, WAX), HONEY)
    assert row_of(following(away, HONEY, note("wax for candles", "cera per le candele"), now=LATER), WAX) == DatedNote(
        note("wax for candles", "cera per le candele", guid=WAX.guid), LATER, 200, "back"
    )


def test_absent_notes_are_told_apart_by_why_they_are_absent() -> None:
    scope = BuildScope(["purpose", "faq"], None)
    scope.leave_out([POLLEN.guid])
    scope.add_doubted("ape", Bead("purpose", fact("purpose", "wax for candles"), None))
    last = published(NOTHING, HONEY, WAX, POLLEN, SLEEP)
    edition = following(last, SLEEP, scope=scope)
    assert (edition.gone, edition.withheld, edition.left_out) == (
        (last.notes[HONEY.guid],), (last.notes[WAX.guid],), (last.notes[POLLEN.guid],),
    )  # fmt: skip
    assert {note.guid for note in edition.absent} == {HONEY.guid, WAX.guid, POLLEN.guid}


def test_retired_notes_are_published_once_more_with_a_tag() -> None:
    edition = following(published(NOTHING, HONEY, WAX), HONEY, now=LATER, retire=True)
    row = row_of(edition, WAX)
    assert (row.status, row.modified, row.position) == ("retired", LATER, 200)
    assert row.note.tags == ("bees", RETIRED_TAG)
    assert row.note.fields == WAX.fields
    assert row.note.cards == WAX.cards
    assert [one.guid for one in edition.gone] == [WAX.guid]
    assert edition.absent == ()


def test_facts_that_went_in_an_earlier_edition_are_retired_too() -> None:
    away = published(published(NOTHING, HONEY, WAX), HONEY)
    edition = following(away, HONEY, retire=True)
    assert row_of(edition, WAX).status == "retired"
    assert edition.gone == ()


@pytest.mark.parametrize("html", [
    "<script>go()</script>", "<img src=x onerror=go()>", "</div><div>", "[sound:x.mp3]", "[anki:tts]x[/anki:tts]",
])  # fmt: skip
def test_a_gone_fact_whose_last_package_was_forged_is_remembered_rather_than_published(html: str) -> None:
    last = published(NOTHING, HONEY, WAX)
    wax = last.notes[WAX.guid]
    forged = replace(wax, fields=Fields(wax.fields.text.replace("candele", html)))
    notes = PublishedNotes((last.notes[HONEY.guid], forged), last.layout)
    edition = following(replace(last, notes=notes), HONEY, now=LATER, retire=True)
    assert statuses(edition) == {HONEY.guid: "unchanged"}
    assert [one.guid for one in edition.absent] == [WAX.guid]


@pytest.mark.parametrize("scope", [BuildScope((), ["vespa"]), BuildScope(["faq"], None)], ids=["article", "kind"])
def test_a_fact_that_was_not_asked_for_is_not_retired(scope: BuildScope) -> None:
    edition = following(published(NOTHING, HONEY, SLEEP), SLEEP, scope=scope, retire=True)
    assert [row.status for row in edition.rows] == ["unchanged"]


def test_a_withheld_fact_is_not_retired() -> None:
    scope = BuildScope((), None)
    scope.add_unread("ape")
    edition = following(published(NOTHING, HONEY, SLEEP), SLEEP, scope=scope, retire=True)
    assert [row.status for row in edition.rows] == ["unchanged"]


def test_a_retired_note_is_not_gone_again() -> None:
    retired = published(published(NOTHING, HONEY, WAX), HONEY, retire=True)
    edition = following(retired, HONEY)
    assert (statuses(edition), edition.gone) == ({HONEY.guid: "unchanged"}, ())
    assert [one.guid for one in edition.absent] == [WAX.guid]


def test_the_same_build_again_retires_the_same_notes() -> None:
    retired = published(published(NOTHING, HONEY, WAX), HONEY, now=LATER, retire=True)
    again = following(retired, HONEY, now=LATER + 5, retire=True)
    assert statuses(again) == {HONEY.guid: "unchanged", WAX.guid: "retired"}
    assert row_of(again, WAX).modified == LATER


def test_a_later_edition_leaves_retired_notes_out() -> None:
    retired = published(published(NOTHING, HONEY, WAX), HONEY, retire=True)
    edition = following(retired, HONEY, POLLEN, now=LATER, retire=True)
    assert WAX.guid not in statuses(edition)


def test_a_retired_fact_that_comes_back_loses_its_tag_and_is_newer() -> None:
    retired = published(published(NOTHING, HONEY, WAX), HONEY, now=LATER, retire=True)
    row = row_of(following(retired, HONEY, WAX, now=LATER), WAX)
    assert row.note.tags == ("bees",)
    assert row.modified == LATER + 1


def test_the_fields_of_an_absent_note_follow_its_note_type() -> None:
    last = published(NOTHING, HONEY, WAX)
    wider = {
        kind: replace(one, fields=(NoteField(91, "Hint"), *FIELDS), sort_field=3) for kind, one in NOTE_TYPES.items()
    }
    (absent,) = following(last, replace(HONEY, fields=Fields.of(("", *HONEY.fields.values))), note_types=wider).absent
    assert absent.fields.values == ("", *WAX.fields.values)


def test_a_note_is_found_again_after_its_note_type_was_laid_out_anew() -> None:
    last = published(NOTHING, HONEY, WAX)
    wider = {
        kind: replace(one, fields=(NoteField(91, "Hint"), *FIELDS), sort_field=3) for kind, one in NOTE_TYPES.items()
    }
    honey, wax = (replace(one, fields=Fields.of(("", *one.fields.values))) for one in (HONEY, WAX))
    away = published(last, honey, note_types=wider)
    assert statuses(following(away, honey, wax, note_types=wider)) == {HONEY.guid: "unchanged", WAX.guid: "back"}


def test_a_note_of_a_kind_that_is_not_configured_any_more_is_remembered() -> None:
    last = published(NOTHING, HONEY, SLEEP)
    fewer = {kind: one for kind, one in NOTE_TYPES.items() if kind != "faq"}
    away = published(last, HONEY, note_types=fewer)
    assert list(away.absent) == [SLEEP.guid]
    assert statuses(following(away, HONEY, SLEEP))[SLEEP.guid] == "back"


def test_a_kind_that_is_not_configured_any_more_is_not_retired() -> None:
    fewer = {kind: one for kind, one in NOTE_TYPES.items() if kind != "faq"}
    edition = following(published(NOTHING, HONEY, SLEEP), HONEY, note_types=fewer, retire=True)
    assert [row.status for row in edition.rows] == ["unchanged"]


def test_a_gone_fact_that_fills_no_card_any_more_is_remembered_rather_than_retired() -> None:
    last = published(NOTHING, HONEY, WAX)
    asking = card_type(61, "Ask", "{{#TargetQuestion}}{{TargetQuestion}}{{/TargetQuestion}}")
    note_types = {kind: replace(one, cards=(asking,)) for kind, one in NOTE_TYPES.items()}
    edition = following(last, SLEEP, note_types=note_types, retire=True)
    assert all(row.note.cards for row in edition.rows if row.status == "retired")
    assert {one.guid for one in edition.absent} == {HONEY.guid, WAX.guid}


def test_the_manifest_tells_pair_deck_pins_and_what_is_absent() -> None:
    pinned = replace(HONEY, pin="sweet")
    last = published(NOTHING, pinned, WAX)
    made = manifest(last, following(last, pinned))
    assert (made.native, made.target, made.deck) == (*PAIR, DECK)
    assert made.pins == {HONEY.guid: "sweet"}
    assert made.retired == []
    assert [(one.guid, one.fields, one.position) for one in made.absent] == [(WAX.guid, list(WAX.fields.values), 200)]


def test_the_manifest_names_retired_notes() -> None:
    last = published(NOTHING, HONEY, WAX)
    assert manifest(last, following(last, HONEY, retire=True)).retired == [WAX.guid]


def test_a_second_build_of_the_same_notes_changes_nothing() -> None:
    first = published(NOTHING, HONEY, WAX, SLEEP)
    assert published(first, HONEY, WAX, SLEEP, now=LATER) == first


def test_an_absent_note_follows_its_article_to_another_slug() -> None:
    def moved(one: Note) -> Note:
        return replace(one, fields=Fields.of((one.fields.values[0], "bee", *one.fields.values[2:])), article="bee")

    first = published(NOTHING, HONEY, WAX, POLLEN)
    second = published(first, *map(moved, (HONEY, POLLEN)))
    assert statuses(following(second, *map(moved, (HONEY, WAX, POLLEN))))[WAX.guid] == "back"


KNOWN = {one.guid: one for one in (HONEY, WAX, FINE_WAX, POLLEN, SLEEP)}
EDITION = st.tuples(st.lists(st.sampled_from(sorted(KNOWN)), unique=True, max_size=5), st.booleans())


@given(st.lists(EDITION, max_size=6))
def test_no_history_loses_a_note_or_turns_back_its_time(history: list[tuple[list[str], bool]]) -> None:
    last = NOTHING
    for number, (chosen, retire) in enumerate(history):
        notes = [KNOWN[guid] for guid in chosen]
        edition = published(last, *notes, now=NOW + number, retire=retire)
        before, after = {**last.absent, **last.notes}, {**edition.absent, **edition.notes}
        assert before.keys() <= after.keys()
        assert not edition.absent.keys() & edition.notes.keys()
        for guid, one in before.items():
            assert after[guid].modified >= one.modified
            assert after[guid].position == one.position
            assert after[guid].modified > one.modified or (after[guid].fields, after[guid].tags) == (
                one.fields,
                one.tags,
            )
        last = edition


@given(st.lists(EDITION, max_size=4), EDITION)
def test_building_twice_changes_nothing(history: list[tuple[list[str], bool]], final: tuple[list[str], bool]) -> None:
    last = NOTHING
    for number, (chosen, retire) in enumerate([*history, final]):
        last = published(last, *(KNOWN[guid] for guid in chosen), now=NOW + number, retire=retire)
    again = published(last, *(KNOWN[guid] for guid in final[0]), now=NOW + 50, retire=final[1])
    assert published(again, *(KNOWN[guid] for guid in final[0]), now=NOW + 99, retire=final[1]) == again


@pytest.mark.parametrize(("count", "listed", "unlisted"), [
    (0, 0, 0), (2, 2, 0), (MOST_WITHHELD, MOST_WITHHELD, 0), (MOST_WITHHELD + 7, MOST_WITHHELD, 7),
])  # fmt: skip
def test_the_manifest_lists_withheld_facts_in_their_order_up_to_a_limit(count: int, listed: int, unlisted: int) -> None:
    facts = [
        WithheldFact(article="ape", kind="faq", native=f"fact {place}", target="", reason="no partner")
        for place in range(count)
    ]
    made = make_manifest(PAIR, DECK, [], following(NOTHING, HONEY), facts)
    assert (made.withheld, made.unlisted) == (facts[:listed], unlisted)
