"""Answers that fit a card."""

from __future__ import annotations

from flashgen.quality.settings import Gate
from flashgen.records import Bead
from tests.support.suspects import callout, closing, inspected, question, rules

SHORT = Gate(answer=40, longest=90)


def first(native: str, target: str, gate: Gate = SHORT, languages: str = "en it") -> Bead:
    return inspected(native, target, languages, gate)[0]


def answers(bead: Bead) -> list[tuple[str, str]]:
    return [(fact.answer, fact.rest) for fact in (bead.native, bead.target) if fact]


def test_a_long_answer_is_cut_behind_the_same_sentence_in_both_languages() -> None:
    bead = first(
        question("The mill grinds flour. It is very old. It stands by a brook."),
        question("Il mulino dà la farina. È molto vecchio. Sta accanto a un ruscello."),
    )
    assert answers(bead) == [
        ("The mill grinds flour. It is very old.", "It stands by a brook."),
        ("Il mulino dà la farina. È molto vecchio.", "Sta accanto a un ruscello."),
    ]
    assert bead.is_pair


def test_an_answer_that_fits_stays_whole() -> None:
    bead = first(question("It grinds. It is old."), question("Macina. È vecchio."))
    assert answers(bead) == [("It grinds. It is old.", ""), ("Macina. È vecchio.", "")]


def test_answers_with_different_numbers_of_sentences_are_not_cut() -> None:
    english, italian = "The mill grinds grain, and it is very old.", "Il mulino macina il grano. È molto vecchio."
    assert answers(first(question(english), question(italian))) == [(english, ""), (italian, "")]


def test_answers_with_different_paragraphs_are_not_cut() -> None:
    english, italian = "It grinds grain.\n\nIt is very old. It stands.", "Macina il grano. È vecchio.\n\nSta in piedi."
    assert [rest for _, rest in answers(first(question(english), question(italian)))] == ["", ""]


def test_a_cut_keeps_paragraphs_together() -> None:
    bead = first(
        question("It grinds grain.\n\nIt is old.\n\nIt stands by a brook."),
        question("Macina il grano.\n\nÈ vecchio.\n\nSta accanto a un ruscello."),
    )
    assert answers(bead)[0] == ("It grinds grain.\nIt is old.", "It stands by a brook.")


def test_what_is_far_too_long_and_cannot_be_cut_is_withheld() -> None:
    long = "The mill " + "and the mill " * 12 + "grind."
    assert rules(question("Un mulino."), question(long), gate=SHORT) == ["too-long"]


def test_items_are_not_cut() -> None:
    english, italian = "The mill grinds. The wheel turns. It rains.", "Il mulino macina. La ruota gira. Piove oggi."
    assert [rest for _, rest in answers(first(closing(english), closing(italian)))] == ["", ""]


def test_a_callout_is_cut_too() -> None:
    bead = first(
        callout("The mill grinds all the grain. The wheel turns."),
        callout("Il mulino macina ogni farina. La ruota gira."),
    )
    assert answers(bead)[0] == ("The mill grinds all the grain.", "The wheel turns.")


def described(text: str) -> str:
    return f"---\ntitle: Mill\ndescription: {text}\n---\n\n# Mill\n\nText.\n"


def test_a_definition_takes_two_sentences_at_most() -> None:
    bead = first(
        described("A mill grinds. It is old. It is big."),
        described("Un mulino macina. È vecchio. È grande."),
        Gate(),
    )
    assert answers(bead) == [("A mill grinds. It is old.", "It is big."), ("Un mulino macina. È vecchio.", "È grande.")]


def test_a_character_of_chinese_counts_for_two_and_a_half() -> None:
    chinese = "磨坊整夜都在磨面粉给村里的人。水轮靠着小溪的水转动不停。"
    bead = first(question("It grinds. It turns."), question(chinese), languages="en zh")
    assert answers(bead)[1][1] == "水轮靠着小溪的水转动不停。"
