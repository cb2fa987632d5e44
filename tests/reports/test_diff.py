"""What an import of one edition does to a learner who has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.manifest import WithheldFact
from flashgen.anki.package_reader import Edition
from flashgen.record import replace
from flashgen.reports.diff import Change, Difference, Rewording, Stretch, compare, compare_words
from flashgen.reports.entries import Entry, read_entries
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import FIELDS, HONEY, NOTE_TYPES, NOTHING, NOW, POLLEN, SLEEP, WAX, note, published

FINE_WAX = note("wax for fine candles", "cera per candele fini")
FIRST = published(NOTHING, HONEY, WAX, POLLEN)


def outcomes(difference: Difference) -> dict[str, list[str]]:
    """The guids of notes, by what becomes of them."""
    named: dict[str, tuple[Entry | Change, ...]] = {
        "new": difference.new, "changed": difference.changed, "gone": difference.gone,
        "passed_over": difference.passed_over,
    }  # fmt: skip
    return {name: [guid_of(one) for one in found] for name, found in named.items() if found}


def guid_of(one: Entry | Change) -> str:
    return one.entry.guid if isinstance(one, Change) else one.guid


def test_equal_editions_do_not_differ() -> None:
    assert compare(FIRST, FIRST) == Difference((), (), 3, (), (), (), None)


def test_every_note_is_new_to_one_who_has_none() -> None:
    assert outcomes(compare(NOTHING, FIRST)) == {"new": list(FIRST.notes)}


def test_notes_are_told_apart_by_what_becomes_of_them() -> None:
    difference = compare(FIRST, published(FIRST, HONEY, FINE_WAX, SLEEP, now=NOW + 5))
    assert outcomes(difference) == {"new": [SLEEP.guid], "changed": [WAX.guid], "gone": [POLLEN.guid]}
    assert difference.unchanged == 1


def test_a_new_note_shows_its_answers_as_a_learner_reads_them() -> None:
    second = published(NOTHING, note("bread &amp; honey<br>for two", "pane &lt;e&gt; miele", article="R&amp;D"))
    (entry,) = compare(NOTHING, second).new
    assert (entry.article, entry.kind) == ("R&D", "purpose")
    assert (entry.native, entry.target) == ("bread & honey\nfor two", "pane <e> miele")


def test_a_term_shows_its_titles() -> None:
    fields = tuple({"target.term": "Ape", "native.term": "Bee"}.get(field.value, "") for field in FIELDS)
    term = replace(note("", "", "term"), fields=Fields.of(fields), guid="")
    (entry,) = compare(NOTHING, published(NOTHING, term)).new
    assert (entry.native, entry.target) == ("Bee", "Ape")


def test_a_changed_note_names_the_values_that_differ() -> None:
    (change,) = compare(FIRST, published(FIRST, HONEY, FINE_WAX, POLLEN, now=NOW + 5)).changed
    assert change.rewordings == (
        Rewording("target.answer", "cera per candele", "cera per candele fini"),
        Rewording("native.answer", "wax for candles", "wax for fine candles"),
    )


def test_a_change_of_tags_is_shown() -> None:
    (change,) = compare(FIRST, published(FIRST, replace(HONEY, tags=("sweet",)), WAX, POLLEN, now=NOW + 5)).changed
    assert change.rewordings == (Rewording("tags", "bees", "sweet"),)


def test_a_note_that_differs_without_being_newer_is_passed_over() -> None:
    reworded = replace(FINE_WAX, guid=WAX.guid, fields=Fields.of((WAX.guid, *FINE_WAX.fields.values[1:])))
    unrelated = published(NOTHING, HONEY, reworded, POLLEN)
    difference = compare(FIRST, unrelated)
    assert outcomes(difference) == {"passed_over": [WAX.guid]}
    assert difference.passed_over[0].rewordings


def test_a_deck_of_an_older_date_is_passed_over() -> None:
    newer = published(FIRST, HONEY, FINE_WAX, POLLEN, now=NOW + 5)
    assert outcomes(compare(newer, FIRST)) == {"passed_over": [WAX.guid]}


WIDER = {
    kind: replace(one, fields=(*FIELDS, replace(FIELDS[0], id=91, name="Hint", value="")))
    for kind, one in NOTE_TYPES.items()
}


def test_a_note_type_under_another_id_is_to_be_merged() -> None:
    wide = replace(HONEY, fields=Fields.of((*HONEY.fields.values, "")))
    second = published(published(NOTHING, HONEY), wide, now=NOW + 5, note_types=WIDER)
    difference = compare(published(NOTHING, HONEY), second)
    assert "plain purpose 2" in difference.note_types_to_merge
    assert outcomes(difference) == {"changed": [HONEY.guid]}
    assert difference.changed[0].rewordings == ()


def test_a_field_in_another_place_is_no_change_of_its_text() -> None:
    turned = {kind: replace(one, fields=FIELDS[::-1], sort_field=7) for kind, one in NOTE_TYPES.items()}
    moved = replace(HONEY, fields=Fields.of(HONEY.fields.values[::-1]))
    second = published(published(NOTHING, HONEY), moved, now=NOW + 5, note_types=turned)
    assert compare(published(NOTHING, HONEY), second).changed[0].rewordings == ()


def test_another_pattern_of_deck_names_is_reported() -> None:
    assert FIRST.manifest
    renamed = replace(FIRST, manifest=FIRST.manifest.model_copy(update={"deck": "Insects"}))
    assert compare(FIRST, renamed).decks == (FIRST.manifest.deck, "Insects")


def test_a_first_edition_names_no_decks() -> None:
    assert compare(NOTHING, FIRST).decks is None


def test_notes_are_read_in_their_order() -> None:
    entries = read_entries(FIRST.notes.values(), FIRST)
    assert [entry.target for entry in entries] == ["miele", "cera per candele", "molto polline"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", "", []),
        ("miele", "miele", [("equal", "miele")]),
        ("", "miele", [("insert", "miele")]),
        ("miele", "", [("delete", "miele")]),
        ("il miele dolce", "il miele", [("equal", "il miele"), ("delete", " dolce")]),
        ("il miele", "il buon miele", [("equal", "il "), ("insert", "buon "), ("equal", "miele")]),
        (
            "dura 12 anni",
            "dura 15 anni",
            [("equal", "dura "), ("delete", "12"), ("insert", "15"), ("equal", " anni")],
        ),
        ("蜂蜜", "蜂蜡", [("equal", "蜂"), ("delete", "蜜"), ("insert", "蜡")]),
    ],
)
def test_words_that_went_stand_before_those_that_came(old: str, new: str, words: list[tuple[str, str]]) -> None:
    assert compare_words(old, new) == tuple(Stretch(*pair) for pair in words)


WORDS = st.lists(st.sampled_from(("miele", "cera", "di", "12", ",", " ", "\n", "蜂")), max_size=12).map("".join)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_the_stretches(old: str, new: str) -> None:
    words = compare_words(old, new)
    assert "".join(stretch.text for stretch in words if stretch.what != "insert") == old
    assert "".join(stretch.text for stretch in words if stretch.what != "delete") == new


@given(WORDS, WORDS)
def test_no_two_stretches_of_one_sort_stand_together(old: str, new: str) -> None:
    sorts = [stretch.what for stretch in compare_words(old, new)]
    assert all(one != other for one, other in zip(sorts, sorts[1:], strict=False))
    assert ("insert", "delete") not in set(zip(sorts, sorts[1:], strict=False))


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(stretch.what == "equal" for stretch in compare_words(text, text))


def withholding(edition: Edition, *texts: str, unlisted: int = 0) -> Edition:
    """An edition that withholds facts with these texts."""
    assert edition.manifest
    facts = [WithheldFact(article="ape", kind="faq", native=text, target="", reason="no partner") for text in texts]
    return replace(edition, manifest=edition.manifest.model_copy(update={"withheld": facts, "unlisted": unlisted}))


def test_a_fact_is_told_as_withheld_once() -> None:
    difference = compare(withholding(FIRST, "old"), withholding(FIRST, "old", "new"))
    assert [fact.native for fact in difference.withheld] == ["new"]


@pytest.mark.parametrize("old", [NOTHING, withholding(FIRST, "old", unlisted=3)])
def test_nothing_is_told_as_withheld_where_nobody_knows_what_was(old: Edition) -> None:
    assert compare(old, withholding(FIRST, "new")).withheld == ()
