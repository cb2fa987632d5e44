"""The sentence that a term is shown in."""

from __future__ import annotations

import pytest

from flashgen.facts.links import find_mentions
from flashgen.notes.context import contexts_of_term, sentence_around
from flashgen.record import replace
from flashgen.records.facts import Mention
from tests.support.samples import article


def only(text: str) -> Mention:
    (found,) = find_mentions(article(text))
    return found


def test_the_sentence_around_a_link_is_its_context() -> None:
    found = only("# Api\n\nLe api volano. Poi danno il [miele](/miele) dolce. Infine dormono.\n")
    assert sentence_around(found, "it") == ("Poi danno il ", "miele", " dolce.")


def test_the_same_sentence_twice_is_told_apart_by_place() -> None:
    found = only("# Api\n\nEcco il miele. Ecco il [miele](/miele).\n")
    assert sentence_around(found, "it") == ("Ecco il ", "miele", ".")


def test_a_link_across_two_sentences_has_the_paragraph_around_it() -> None:
    found = only("# Api\n\nPrima. Le api [danno miele. Poi la cera](/miele) gialla.\n")
    before, words, after = sentence_around(found, "it")
    assert before + words + after == found.paragraph


def both(native: str, target: str) -> tuple[Mention, Mention]:
    return only(f"# Bees\n\n{native}\n"), only(f"# Api\n\n{target}\n")


LANGUAGES = ("en", "it")


@pytest.mark.parametrize(
    "text",
    [
        "Si veda altrove. [Il miele](/miele).",
        "Danno molto (si veda anche il [miele](/miele)).",
        "Danno [miele](/miele), " + "e cera " * 60,
    ],
)
def test_a_bare_link_one_in_brackets_and_one_in_a_very_long_sentence_show_nothing_of_a_term(text: str) -> None:
    native, target = both("They give their [honey](/m) there.", text)
    assert contexts_of_term(native, target, LANGUAGES, ("Honey", "Miele")) is None
    assert contexts_of_term(target, native, LANGUAGES[::-1], ("Miele", "Honey")) is None


def test_a_term_is_shown_where_both_sentences_hold_it_and_lean_on_nothing() -> None:
    native, target = both("The bees make their [honey](/m) there.", "Le api fanno lì il [miele](/m).")
    shown = contexts_of_term(native, target, LANGUAGES, ("Honey", "Miele"))
    assert shown == (("The bees make their ", "honey", " there."), ("Le api fanno lì il ", "miele", "."))
    assert contexts_of_term(native, target, LANGUAGES, ("Honey", "Idromele dolce")) is None
    assert contexts_of_term(native, replace(target, leans=True), LANGUAGES, ("Honey", "Miele")) is None
    ours, theirs = replace(native, points_back=2.0), replace(target, points_back=2.0)
    assert contexts_of_term(native, theirs, LANGUAGES, ("Honey", "Miele")) == shown
    assert contexts_of_term(ours, theirs, LANGUAGES, ("Honey", "Miele")) is None


@pytest.mark.parametrize(
    "native",
    [
        "Sweet [honey](/m) they make. They work.",
        "They work and make [honey](/m), sweet.",
        "They work all day long for the queen of theirs. [Honey](/m).",
    ],
)
def test_a_term_is_not_shown_in_sentences_at_other_places(native: str) -> None:
    ours, theirs = both(native, "Lavorano. Fanno il [miele](/m) dolce.")
    assert contexts_of_term(ours, theirs, LANGUAGES, ("Honey", "Miele")) is None


def test_a_question_shows_no_term() -> None:
    native, target = both("How much [honey](/m) do the bees make?", "Quanto [miele](/m) fanno le api.")
    assert contexts_of_term(native, target, LANGUAGES, ("Honey", "Miele")) is None


def test_a_bracket_that_tells_a_term_apart_need_not_stand_in_its_sentences() -> None:
    native, target = both("The bees make their [honey](/m) there.", "Le api fanno lì il [miele](/m).")
    assert contexts_of_term(native, target, LANGUAGES, ("Honey (food)", "Miele (alimento)")) is not None
    assert contexts_of_term(native, target, LANGUAGES, ("Heather Honey", "Miele")) is None
