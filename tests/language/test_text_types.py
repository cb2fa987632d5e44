"""Questions, figures and formulas are told by their characters, in any language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.text_types import (
    ends_sentence,
    has_words,
    is_byline,
    is_figure,
    is_formula,
    is_headline,
    is_question,
    is_statement,
    normalised,
    weight,
    word_count,
)


@pytest.mark.parametrize(
    "text",
    [
        "Che cos'è un faro?",
        "Was ist ein «Leuchtturm?»",
        "灯台とは何ですか？",
        "ما هي المنارة؟",
        "Τι είναι ο φάρος;",
        "Τι είναι ο φάρος\u037e",
        "Ի՞նչ է փարոսը",
        "Qu'est-ce qu'un phare ?  ",
        'Cosa vuol dire "faro?"',
    ],
)
def test_a_question_is_told_by_its_mark_in_any_script(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("text", ["", "?!.", "Il faro", "One; two;", "A question? No.", "»", "   "])
def test_what_ends_otherwise_is_no_question(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    "text", ["Done.", "Done.)", "完了。", "हो गया।", "Done…", 'He said "done."', "تم۔", "አለቀ።", "ចប់។", "ཚར།", "ավարտ։"]
)
def test_a_sentence_ends_with_a_mark_of_any_script(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Done", "Done,", "done:", ")"])
def test_other_endings_end_no_sentence(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize("text", ["78 %", "$6.9 billion", "3/4", "٤٠٪", "1 in 5", "12 万"])
def test_a_short_text_with_a_digit_is_a_figure(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text", ["Important", "", "In 1911 the first tower of this coast burned down", "x^{2}", "1" * 41]
)
def test_a_label_a_sentence_and_a_formula_are_no_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", [r"\frac{a}{b}", "E = m", "$$x$$", "√2", "a + b = c", "∑ x"])
def test_formulas_are_known_by_their_signs(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text", ["The light turns.", "Towers taller than 30 m", "C++ and C#", "Day-and-night work", ""]
)
def test_sentences_are_no_formulas(text: str) -> None:
    assert not is_formula(text)


def test_a_sentence_that_mentions_a_relation_is_no_formula() -> None:
    assert not is_formula("The keeper noted that height = strength, which every later builder of towers disputed.")


@pytest.mark.parametrize(("text", "words"), [("", 0), ("one two three", 3), ("灯台の光", 3), ("ประภาคาร", 5)])
def test_scripts_without_spaces_count_two_letters_a_word(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    "title",
    [
        "How a lamp is kept burning",
        "Wie man eine Lampe brennen lässt",
        "分散型アプリケーションの設計と運用の手引き",
        "วิธีดูแลประภาคารให้ส่องสว่าง",
    ],
)
def test_a_title_of_many_words_is_a_headline_in_any_script(title: str) -> None:
    assert is_headline(title)


@pytest.mark.parametrize(
    "title",
    [
        "The lamp of lighthouses", "Mutual light security (known as MLS to keepers)", "How is a lamp kept burning?",
        "ステートフルアプリケーション", "灯台の光",
    ],
)  # fmt: skip
def test_a_term_and_a_question_are_no_headlines(title: str) -> None:
    assert not is_headline(title)


def test_a_whole_sentence_is_a_statement() -> None:
    assert is_statement("A lamp needs oil.")


@pytest.mark.parametrize(
    "text", ["Important", "Note:", "— An old keeper of lamps.", "a = b + c", "...", "A short label here"]
)
def test_labels_attributions_and_formulas_state_nothing(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("ab", True), ("灯台", True), ("a", False), ("12 %", False), ("", False)]
)
def test_words_have_at_least_two_letters(text: str, expected: bool) -> None:
    assert has_words(text) is expected


def test_width_case_and_punctuation_do_not_change_the_wording() -> None:
    assert normalised("Ｆａｒｏ — di Genova!") == normalised("FARO di genova")


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert all(character.isalnum() for character in normalised(text))


@given(st.text())
def test_no_text_makes_a_predicate_fail(text: str) -> None:
    for predicate in (is_question, ends_sentence, is_figure, is_formula, is_statement, has_words):
        assert predicate(text) in (True, False)


def test_a_sentence_with_an_attribute_in_it_is_no_formula() -> None:
    assert not is_formula("[anki:tts lang=it_IT]ciao[/anki:tts] a < b & c Alzare la lampada nel corridoio")


@pytest.mark.parametrize(
    ("text", "limit", "length"), [("abcd", 4, 4), ("灯台の光", 9, 10), ("등대", 2, 5), ("灯a", 1, 3)]
)
def test_a_dense_character_weighs_as_much_as_it_says(text: str, limit: int, length: int) -> None:
    assert weight(text, limit) == length


@pytest.mark.parametrize(
    "text",
    ["Anna Rossi, Boatyard North, Oslo.", "Ana Silva, CFP®, Faro Sul, Porto."],
)
def test_names_alone_state_nothing(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Rossi of Boatyard North builds ships.",
        "灯台は夜の海を照らす大きな塔である。",
    ],
)
def test_a_sentence_about_names_states_something(text: str) -> None:
    assert is_statement(text)


def test_a_sentence_of_chinese_with_names_between_spaces_is_no_byline() -> None:
    assert not is_byline("磨坊不同于水轮（Water Wheel），水轮用来扩展 Mill API 的。")
    assert is_statement("磨坊不同于水轮（Water Wheel），水轮用来扩展 Mill API 的。")
