"""How sentences end."""

from __future__ import annotations

import pytest

from tests.support.suspects import callout, question, rules

MILL = "The mill grinds all night and sleeps all day."


@pytest.mark.parametrize(
    "torn",
    [
        "Il mulino macina tutta la notte. e dorme tutto il giorno.",
        "Il mulino macina frumento, orzo, segale! eccetera.",
    ],
)
def test_a_sentence_cut_in_two_by_a_full_stop(torn: str) -> None:
    assert "torn-sentence" in rules(callout(MILL), callout(torn))


@pytest.mark.parametrize(
    "sound",
    [
        "Il mulino macina ecc. e dorme tutto il giorno.",
        "Il mulino macina. iPhone e altro servono di giorno.",
        "Il mulino macina con esempio.it tutta la notte.",
        "Il mulino macina. Dorme tutto il giorno intero.",
    ],
)
def test_a_full_stop_that_cuts_nothing(sound: str) -> None:
    assert rules(callout(MILL), callout(sound)) == []


def test_a_script_without_capitals_begins_every_sentence_alike() -> None:
    assert rules(callout(MILL), callout("წისქვილი მთელ ღამეს ფქვავს. დღისით სძინავს ხოლმე."), "en ka") == []


def test_a_word_of_latin_letters_begins_a_sentence_of_a_language_without_capitals() -> None:
    assert rules(callout(MILL), callout("mill server. mill 은 밤새도록 곡식을 빻고 낮에는 쉰다."), "en ko") == []


def test_a_word_that_is_left_over_behind_a_statement() -> None:
    assert rules(callout(MILL), callout("Il mulino macina tutta la notte intera. Macinatura.")) == ["trailing-word"]


def test_a_word_is_left_over_behind_the_stop_of_another_script() -> None:
    said = "ወፍጮው ሌሊቱን ሁሉ እህል ይፈጫልና። መፍጨት።"
    assert rules(callout(MILL), callout(said), "en am") == ["trailing-word"]


@pytest.mark.parametrize(
    "sound",
    [
        "Che cosa fa il mulino di notte? Macina.",
        "Il mulino può macinare frumento, segale, orzo ecc. Insomma.",
        "È grande davvero. Macina.",
        "កង់ទឹកនេះ កិនស្រូវ ពេញមួយយប់ ដោយ គ្មានឈប់។ វានៅក្បែរទន្លេ។",
        "水車小屋は一晩中ずっと粉を挽いています。昼間は眠っています。",
    ],
)
def test_a_last_word_that_may_stand_alone(sound: str) -> None:
    assert "trailing-word" not in rules(callout(MILL), callout(sound))


def test_a_few_words_without_a_mark_that_are_left_over_behind_a_sentence() -> None:
    for left in ("শস্য পেষা", "শস্য পেষা শস্য ভাঙা"):
        said = f"মিলটি সারা রাত ধরে শস্য পিষে যায়। {left}"
        assert rules(question(MILL), question(said), "en bn") == ["trailing-word"]
    left = "Il mulino macina tutta la notte intera. Macinatura notturna"
    assert rules(question(MILL), question(left)) == ["trailing-word"]


def test_two_last_words_are_no_remains_where_the_other_side_ends_in_no_mark_either() -> None:
    left = "Il mulino macina tutta la notte intera. Macinatura notturna"
    assert rules(question(MILL.rstrip(".")), question(left)) == []
    assert rules(question(MILL), question("Il mulino macina per conto del sig. Mario Rossi")) == []


@pytest.mark.parametrize(
    "odd", ['Il "mulino macina la notte.', "Il «mulino macina la notte.", "„Il mulino macina ora."]
)
def test_a_quote_that_nothing_closes(odd: str) -> None:
    assert rules(callout('The "mill" grinds all night.'), callout(odd)) == ["unbalanced"]


@pytest.mark.parametrize(
    "quoted",
    [
        "„Die Mühle“ mahlt die ganze Nacht.",
        "»Die Mühle« mahlt die ganze Nacht.",
        '„Die Mühle" mahlt die ganze Nacht.',
        "Die 'Mühle' mahlt, so geht's immer.",
    ],
)
def test_quotes_of_any_language_are_closed_by_their_own(quoted: str) -> None:
    assert rules(callout('The "mill" grinds all night.'), callout(quoted), "en de") == []


def test_a_quote_that_both_sides_leave_open_is_the_authors_way() -> None:
    assert rules(callout('A 5" pipe feeds the mill.'), callout('Un tubo da 5" serve il mulino.')) == []


@pytest.mark.parametrize("odd", ["Il mulino (macina tutta la notte.", "Il mulino macina) tutta la notte."])
def test_a_bracket_that_stands_alone(odd: str) -> None:
    assert rules(callout(MILL), callout(odd)) == ["unbalanced"]


@pytest.mark.parametrize(
    "sound",
    [
        "Il mulino (quello vecchio, per noi) macina tutta la notte.",
        "Il mulino （quello vecchio) macina tutta la notte.",
        "Il mulino fa due cose: a) macina, b) dorme tutto il giorno.",
        "Il mulino fa due cose: 1) macina (molto), 2) dorme di giorno.",
    ],
)
def test_brackets_that_are_in_order(sound: str) -> None:
    assert rules(callout(MILL), callout(sound)) == []


def test_a_bracket_too_many_on_both_sides_comes_from_a_damaged_source() -> None:
    damaged, guasto = "The mill (of 1911) by the brook) grinds.", "Il mulino (del 1911) presso il rio) macina."
    assert rules(callout(damaged), callout(guasto)) == ["unbalanced"]


def test_a_quote_in_brackets_is_the_sign_that_the_text_speaks_of() -> None:
    assert rules(callout(MILL), callout('Il mulino macina con un segno di virgolette (") tutta la notte.')) == []


def test_quotes_that_are_odd_on_both_sides_are_how_the_text_was_written() -> None:
    assert rules(callout('The 12" mill grinds all night.'), callout('Il mulino da 12" macina tutta la notte.')) == []


def test_a_smile_is_no_bracket() -> None:
    assert rules(callout("The mill :( grinds all night."), callout("Il mulino :( macina tutta la notte.")) == []
