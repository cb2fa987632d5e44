"""Facts keep the guids that learners know them by, and no guid ever goes to another fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.editions import identity
from flashgen.record import replace
from flashgen.records.notes import Note
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import FIELDS, HONEY, NOTHING, POLLEN, SLEEP, WAX, note, published, recognised

DEFINITION = note("An insect that makes honey.", "Un insetto che fa il miele.", "definition")


def moved(one: Note, article: str) -> Note:
    """The same fact in a file of another name."""
    fields = tuple(
        article if field.value == "article" else text for field, text in zip(FIELDS, one.fields.values, strict=True)
    )
    return replace(one, fields=Fields.of(fields), article=article, guid=f"{article} {one.guid}")


def guids(*notes: Note) -> list[str]:
    return [one.guid for one in notes]


def test_without_a_last_edition_every_note_keeps_the_guid_it_was_made_with() -> None:
    found = recognised(NOTHING, HONEY, WAX)
    assert (found.notes, found.published) == ((HONEY, WAX), {})


def test_unchanged_notes_keep_their_guids() -> None:
    last = published(NOTHING, HONEY, WAX, SLEEP)
    found = recognised(last, HONEY, WAX, SLEEP)
    assert found.notes == (HONEY, WAX, SLEEP)
    assert found.published == last.notes


def test_a_reworded_fact_keeps_its_guid() -> None:
    last = published(NOTHING, HONEY, WAX)
    reworded = note("wax for fine candles", "cera per candele fini")
    found = recognised(last, HONEY, reworded)
    assert guids(*found.notes) == guids(HONEY, WAX)
    assert found.published[WAX.guid] == last.notes[WAX.guid]


def test_a_kept_guid_stands_in_the_note_s_own_field() -> None:
    reworded = note("wax for fine candles", "cera per candele fini")
    (found,) = recognised(published(NOTHING, WAX), reworded).notes
    assert found.fields.values[0] == WAX.guid
    assert found.fields.values[1:] == reworded.fields.values[1:]


def test_swapped_bullets_keep_their_notes() -> None:
    found = recognised(published(NOTHING, HONEY, WAX, POLLEN), POLLEN, HONEY, WAX)
    assert found.notes == (POLLEN, HONEY, WAX)


def test_an_inserted_fact_is_new() -> None:
    last = published(NOTHING, HONEY, WAX)
    found = recognised(last, HONEY, POLLEN, WAX)
    assert found.notes == (HONEY, POLLEN, WAX)
    assert set(found.published) == set(last.notes)


def test_a_definition_keeps_its_guid_however_it_is_worded() -> None:
    reworded = note("Half of a proverb.", "Mezzo proverbio.", "definition", guid="another")
    (found,) = recognised(published(NOTHING, DEFINITION), reworded).notes
    assert found.guid == DEFINITION.guid


def test_a_term_keeps_its_guid_under_another_title() -> None:
    one, other = (note("", "", "term", guid=guid, context=guid) for guid in ("one", "other"))
    (found,) = recognised(published(NOTHING, one), other).notes
    assert found.guid == "one"


def test_a_question_keeps_its_guid_under_another_answer() -> None:
    answered = note(
        "For some hours.", "Per qualche ora.", "faq", questions=("Do bees sleep?", "Le api dormono?"), guid="another"
    )
    (found,) = recognised(published(NOTHING, SLEEP), answered).notes
    assert found.guid == SLEEP.guid


def test_a_pinned_fact_keeps_its_guid_however_it_is_reworded() -> None:
    last = published(NOTHING, HONEY, note("wax", "cera", pin="w", guid="pinned"))
    found = recognised(last, HONEY, note("Half of a proverb.", "Mezzo proverbio.", pin="w"))
    assert guids(*found.notes) == [HONEY.guid, "pinned"]


def test_a_fact_that_moves_to_another_article_is_new_there() -> None:
    flight, sting = note("flight", "volo", article="vespa"), note("sting", "pungiglione", article="vespa")
    last = published(NOTHING, HONEY, WAX, flight, sting)
    found = recognised(last, HONEY, moved(flight, "ape"), moved(WAX, "vespa"), sting)
    assert set(found.published) == set(guids(HONEY, sting))


def test_facts_of_two_kinds_are_never_one() -> None:
    found = recognised(published(NOTHING, HONEY), note("honey", "miele", "highlight"))
    assert not found.published


def test_a_guid_is_not_given_to_a_second_fact() -> None:
    reworded = note("honey from the comb of wild bees", "miele dal favo delle api selvatiche", guid=HONEY.guid)
    last = published(NOTHING, reworded)
    found = recognised(last, reworded, HONEY)
    assert found.notes[0] == reworded
    assert found.notes[1].guid not in last.notes
    assert found.notes[1].fields.values[0] == found.notes[1].guid


def test_the_guid_of_a_fact_that_has_gone_is_not_given_to_another() -> None:
    first = published(NOTHING, HONEY, WAX)
    second = published(first, HONEY)
    other = note("Half of a proverb.", "Mezzo proverbio.", guid=WAX.guid)
    (_, found) = recognised(second, HONEY, other).notes
    assert found.guid not in first.notes


def test_two_new_facts_with_one_guid_get_two() -> None:
    one, other = note("fee", "costo", guid="same"), note("price", "Costo", guid="same")
    found = recognised(NOTHING, one, other).notes
    assert found[0].guid == "same"
    assert found[1].guid != "same"


def test_a_new_fact_gets_the_same_guid_in_every_build() -> None:
    taken = note("honey from the comb", "miele dal favo", guid=HONEY.guid)
    last = published(NOTHING, taken)
    assert recognised(last, taken, HONEY) == recognised(last, taken, HONEY)


def test_a_fact_that_comes_back_has_its_old_guid() -> None:
    first = published(NOTHING, HONEY, note("wax", "cera", guid="first wax"))
    second = published(first, HONEY)
    third = published(second, HONEY)
    found = recognised(third, HONEY, note("wax", "cera"))
    assert found.notes[1].guid == "first wax"
    assert found.published["first wax"] == first.notes["first wax"]


BEE = (DEFINITION, HONEY, WAX, POLLEN, SLEEP)


def test_an_article_whose_file_was_renamed_keeps_its_notes() -> None:
    found = recognised(published(NOTHING, *BEE), *(moved(one, "bee") for one in BEE))
    assert guids(*found.notes) == guids(*BEE)


def test_a_renamed_article_keeps_its_notes_though_one_was_reworded() -> None:
    renamed = [moved(one, "bee") for one in (DEFINITION, HONEY, note("more pollen", "più polline"), SLEEP)]
    last = published(NOTHING, DEFINITION, HONEY, note("much pollen", "molto polline", guid="pollen"), SLEEP)
    assert "pollen" in guids(*recognised(last, *renamed).notes)


def test_two_articles_that_change_names_keep_their_notes() -> None:
    wasp = [moved(note(f"{n} stings of a wasp", f"{n} punture di vespa"), "vespa") for n in range(3)]
    last = published(NOTHING, HONEY, WAX, POLLEN, *wasp)
    swapped = [*(moved(one, "vespa") for one in (HONEY, WAX, POLLEN)), *(moved(one, "ape") for one in wasp)]
    assert guids(*recognised(last, *swapped).notes) == guids(HONEY, WAX, POLLEN, *wasp)


def test_a_copy_of_an_article_that_still_stands_is_new() -> None:
    last = published(NOTHING, *BEE)
    found = recognised(last, *BEE, *(moved(one, "bee") for one in BEE))
    assert set(found.published) == set(guids(*BEE))
    assert found.notes[: len(BEE)] == BEE


def test_an_article_that_stands_without_notes_is_not_taken_for_a_renamed_one() -> None:
    last = published(NOTHING, *BEE)
    found = recognised(last, *(moved(one, "bee") for one in BEE), standing=("ape",))
    assert not found.published


def test_an_article_that_shares_only_a_minor_part_is_another_one() -> None:
    last = published(NOTHING, *BEE)
    other = [moved(note(f"{n} stings", f"{n} punture"), "bee") for n in range(8)]
    found = recognised(last, moved(HONEY, "bee"), *other)
    assert not found.published


def test_a_renamed_article_is_told() -> None:
    found = recognised(published(NOTHING, *BEE), *(moved(one, "bee") for one in BEE))
    assert found.renamed == {"ape": "bee"}


def test_an_article_that_stays_is_not_told_as_renamed() -> None:
    assert recognised(published(NOTHING, *BEE), *BEE).renamed == {}


def test_two_copies_of_a_renamed_article_are_both_new() -> None:
    last = published(NOTHING, *BEE)
    found = recognised(last, *(moved(one, name) for name in ("bee", "abeille") for one in BEE))
    assert not found.published


def test_a_new_article_of_which_two_old_ones_have_as_much_is_new() -> None:
    last = published(NOTHING, HONEY, moved(HONEY, "bee"))
    found = recognised(last, moved(HONEY, "abeille"))
    assert not found.published


ANSWERS = st.lists(
    st.sampled_from(("honey", "honey and wax", "wax", "wax for candles", "pollen", "a lot of pollen", "nectar")),
    max_size=8,
)


@given(st.lists(ANSWERS, max_size=4))
def test_no_guid_is_ever_given_twice(editions: list[list[str]]) -> None:
    last = NOTHING
    for answers in editions:
        notes = [note(answer, answer.upper(), guid=f"{place}") for place, answer in enumerate(answers)]
        found = recognised(last, *notes)
        assert len(set(guids(*found.notes))) == len(notes)
        assert set(found.published) <= set(guids(*found.notes)) & {*last.notes, *last.absent}
        new = {one.guid for one in found.notes} - set(found.published)
        assert not new & {*last.notes, *last.absent}
        last = published(last, *notes)


@given(st.lists(st.lists(st.tuples(st.sampled_from(("bee", "ant")), ANSWERS, st.sampled_from(("", "p"))), max_size=3)))
def test_articles_without_a_change_are_recognised_as_by_their_texts(
    editions: list[list[tuple[str, list[str], str]]],
) -> None:
    last = NOTHING
    for articles in editions:
        notes = [
            note(answer, answer.upper(), article=article, guid=f"{article} {place}", pin=place * pin)
            for article, answers, pin in {said[0]: said for said in articles}.values()
            for place, answer in enumerate(answers)
        ]
        found = recognised(last, *notes)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(identity, "_is_unchanged", lambda new, old: False)
            assert recognised(last, *notes) == found
        last = published(last, *notes)


def test_articles_without_a_change_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    last = published(NOTHING, HONEY, WAX, SLEEP)
    monkeypatch.setattr(identity, "_fact_texts", None)
    assert recognised(last, HONEY, WAX, SLEEP).published == last.notes


def test_facts_keep_their_guids_however_their_words_are_kept_on_a_line() -> None:
    """Three facts that differ in a figure alone: only equal texts tell them apart."""

    def rates(percent: str, dollar: str) -> list[Note]:
        return [
            note(f"{rate}{percent} above {rate}000{dollar} a year", f"{rate}{percent} oltre {rate}000{dollar} l'anno")
            for rate in (24, 32, 35)
        ]

    last = published(NOTHING, *rates("&nbsp;%", " US-\u2060Dollar"))
    now = rates(" %", ' <span class="unbroken">US-Dollar</span>')[1:]
    assert guids(*recognised(last, *now).notes) == guids(*rates("&nbsp;%", " US-\u2060Dollar"))[1:]
