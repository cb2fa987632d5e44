"""Note types against those already published: nothing that learners have is taken from them."""

from __future__ import annotations

import pytest

from flashgen.anki.manifest import PublishedType
from flashgen.anki.note_types import NoteField, NoteType
from flashgen.editions.evolution import reconcile_note_types
from flashgen.record import replace
from tests.support.plain_deck import CARDS, FIELDS, card_type, note_type

FAQ = note_type("faq")
HINT = NoteField(91, "Hint", "")
GUESS = card_type(61, "Guess", "{{#TargetQuestion}}{{TargetQuestion}}{{/TargetQuestion}}")


class History:
    """Editions of one note type, one after the other."""

    def __init__(self, *configured: NoteType) -> None:
        self.records: dict[str, PublishedType] = {}
        for one in configured:
            self.configure(one)

    def configure(self, configured: NoteType) -> NoteType:
        settled, records, problems = reconcile_note_types({"faq": configured}, self.records)
        self.records = {record.kind: record for record in records}
        self.told = [problem.message for problem in problems]
        self.note_type = settled["faq"]
        return self.note_type

    @property
    def record(self) -> PublishedType:
        return self.records["faq"]


def field_ids(of: NoteType) -> list[int]:
    return [field.id for field in of.fields]


def card_ids(of: NoteType) -> list[int]:
    return [card.id for card in of.cards]


def without_field(of: NoteType, number: int) -> NoteType:
    sort_field = of.fields[of.sort_field].id
    fields = tuple(field for field in of.fields if field.id != number)
    return replace(of, fields=fields, sort_field=[field.id for field in fields].index(sort_field))


def with_field(of: NoteType, field: NoteField) -> NoteType:
    return replace(of, fields=(*of.fields, field))


def test_a_first_edition_has_its_note_types_as_configured() -> None:
    history = History(FAQ)
    assert history.note_type == FAQ
    assert history.told == []
    assert (history.record.id, history.record.configured, history.record.revision) == (FAQ.id, FAQ.id, 0)


def test_an_unchanged_note_type_stays_as_it_is() -> None:
    history = History(FAQ)
    before = history.record
    assert history.configure(FAQ) == FAQ
    assert history.record == before
    assert history.told == []


@pytest.mark.parametrize(
    "changed",
    [
        replace(FAQ, css=".card { color: teal }"),
        replace(FAQ, name="asked often"),
        replace(FAQ, fields=(*FIELDS[:-1], replace(FIELDS[-1], name="Renamed"))),
        replace(FAQ, fields=(*FIELDS[:-1], replace(FIELDS[-1], value="topic"))),
        replace(FAQ, cards=(replace(CARDS[0], back="{{NativeAnswer}}"), CARDS[1])),
        replace(FAQ, cards=(replace(CARDS[0], name="Renamed"), CARDS[1])),
    ],
    ids=["stylesheet", "name", "name of a field", "value of a field", "template", "name of a card type"],
)
def test_what_anki_updates_in_place_keeps_the_id(changed: NoteType) -> None:
    history = History(FAQ, changed)
    assert history.note_type == changed
    assert history.told == []


def test_a_dropped_field_stays_empty_in_its_place() -> None:
    history = History(FAQ, without_field(FAQ, 16))
    assert field_ids(history.note_type) == field_ids(FAQ)
    assert history.note_type.fields[5] == NoteField(16, "NativeQuestion", "")
    assert (history.note_type.id, history.told) == (FAQ.id, [])


def test_the_sort_field_is_the_same_one_after_a_field_was_dropped() -> None:
    history = History(FAQ, without_field(FAQ, 11))
    assert history.note_type.fields[history.note_type.sort_field].id == FAQ.fields[FAQ.sort_field].id


def test_a_dropped_field_that_is_configured_again_is_filled_again() -> None:
    history = History(FAQ, without_field(FAQ, 16), FAQ)
    assert history.note_type == FAQ
    assert history.told == []


def test_a_dropped_field_yields_its_name_to_another() -> None:
    changed = replace(FAQ, fields=tuple(replace(f, id=99) if f.id == 20 else f for f in FIELDS))
    history = History(FAQ, changed)
    names = {field.id: field.name for field in history.note_type.fields}
    assert (names[99], names[20]) == ("NativeTerm", "NativeTerm (dropped)")


@pytest.mark.parametrize("again", [1, 2, 3])
def test_no_two_fields_ever_have_one_name(again: int) -> None:
    history = History(FAQ)
    for number in range(99, 99 + again):
        history.configure(replace(FAQ, fields=tuple(replace(f, id=number) if f.id == 20 else f for f in FIELDS)))
    names = [field.name.casefold() for field in history.note_type.fields]
    assert len(set(names)) == len(names) == len(FIELDS) + again


@pytest.mark.parametrize("again", [1, 2, 3])
def test_no_two_card_types_ever_have_one_name(again: int) -> None:
    history = History(FAQ)
    for number in range(71, 71 + again):
        history.configure(replace(FAQ, cards=(CARDS[0], replace(CARDS[1], id=number))))
    names = [card.name.casefold() for card in history.note_type.cards]
    assert len(set(names)) == len(names) == len(CARDS) + again


def test_a_new_field_makes_a_new_note_type_that_learners_merge() -> None:
    history = History(FAQ, with_field(FAQ, HINT))
    assert history.note_type.id != FAQ.id
    assert history.note_type.name == "plain faq 2"
    (told,) = history.told
    assert told.startswith('the note type "plain faq" has a new field Hint: at their next import, learners must tick')
    assert "Merge note types" in told


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (replace(FAQ, cards=(*CARDS, GUESS)), "has a new card type Guess"),
        (replace(FAQ, cards=CARDS[::-1]), "has its card types in another order"),
        (replace(FAQ, fields=(FIELDS[1], FIELDS[0], *FIELDS[2:])), "has its fields in another order"),
        (replace(FAQ, sort_field=3), "is sorted by another field"),
        (replace(FAQ, id=1_700_000_000_000), "has another id (1700000000000, published with 1600000000001)"),
        (
            replace(FAQ, fields=(*FIELDS[:-1], replace(FIELDS[-1], id=99))),
            "has the field NativeTerm with another id (published with 20)",
        ),
    ],
)  # fmt: skip
def test_what_anki_would_not_update_in_place_gets_another_id_and_is_told(changed: NoteType, what: str) -> None:
    history = History(FAQ, changed)
    assert history.note_type.id != FAQ.id
    assert any(what in told and "Merge note types" in told for told in history.told)


def test_a_new_note_type_id_of_the_configuration_is_taken_as_it_is() -> None:
    changed = replace(FAQ, id=1_700_000_000_000)
    history = History(FAQ, with_field(FAQ, HINT), changed)
    assert (history.note_type.id, history.note_type.name) == (changed.id, changed.name)
    assert (history.record.configured, history.record.revision) == (changed.id, 0)


def test_after_a_merge_the_note_type_keeps_its_new_id() -> None:
    history = History(FAQ, with_field(FAQ, HINT))
    merged = history.note_type
    assert history.configure(with_field(FAQ, HINT)) == merged
    assert history.told == []


def test_a_new_field_that_is_dropped_again_makes_no_third_note_type() -> None:
    history = History(FAQ, with_field(FAQ, HINT))
    merged = history.note_type
    history.configure(FAQ)
    assert (history.note_type.id, field_ids(history.note_type)) == (merged.id, field_ids(merged))
    assert history.told == []


def test_every_revision_has_an_id_of_its_own() -> None:
    history = History(FAQ)
    ids = {history.configure(replace(FAQ, fields=(*FIELDS, NoteField(100 + n, f"Hint{n}")))).id for n in range(20)}
    assert len(ids) == 20
    assert FAQ.id not in ids


def test_the_id_of_a_revision_is_the_same_wherever_it_is_built() -> None:
    assert History(FAQ, with_field(FAQ, HINT)).note_type.id == History(FAQ, with_field(FAQ, HINT)).note_type.id


def test_an_id_that_was_given_up_does_not_return_with_another_schema() -> None:
    history = History(FAQ, with_field(FAQ, HINT), replace(with_field(FAQ, HINT), id=1_700_000_000_000))
    assert history.configure(with_field(FAQ, HINT)).id != FAQ.id


def test_a_dropped_card_type_stays_and_no_note_has_a_card_of_it() -> None:
    history = History(FAQ, replace(FAQ, cards=CARDS[1:]))
    assert card_ids(history.note_type) == card_ids(FAQ)
    assert history.note_type.id == FAQ.id
    assert history.note_type.filled_cards(["x"] * len(FIELDS)) == (1,)
    assert history.note_type.filled_cards([""] * len(FIELDS)) == ()


def test_a_dropped_card_type_is_told_once() -> None:
    history = History(FAQ, replace(FAQ, cards=CARDS[1:]))
    (told,) = history.told
    assert told.startswith('the card type "Understand" of "plain faq" is no longer configured')
    assert "Empty Cards" in told
    history.configure(replace(FAQ, cards=CARDS[1:]))
    assert history.told == []


def test_a_dropped_card_type_that_is_configured_again_returns_in_place() -> None:
    history = History(FAQ, replace(FAQ, cards=CARDS[1:]), FAQ)
    assert history.note_type == FAQ
    assert history.told == []


def test_dropped_card_types_have_fronts_of_their_own() -> None:
    three = replace(FAQ, cards=(*CARDS, GUESS))
    history = History(three, replace(FAQ, cards=CARDS[:1]))
    assert len({card.front for card in history.note_type.cards}) == 3


def test_a_kind_that_is_not_configured_stays_on_record() -> None:
    _, records, _ = reconcile_note_types({"faq": FAQ}, {})
    settled, kept, problems = reconcile_note_types({}, {record.kind: record for record in records})
    assert (settled, kept, problems) == ({}, records, ())


def test_a_kind_that_is_configured_later_is_no_change_of_the_others() -> None:
    _, records, _ = reconcile_note_types({"faq": FAQ}, {})
    term = note_type("term", 1_600_000_000_009)
    settled, _, problems = reconcile_note_types({"faq": FAQ, "term": term}, {record.kind: record for record in records})
    assert settled == {"faq": FAQ, "term": term}
    assert problems == ()
