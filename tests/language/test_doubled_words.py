"""What is joined with itself, or with nothing."""

from __future__ import annotations

import pytest

from flashgen.config.load import load_config
from flashgen.language.doubled_words import NO_CONJUNCTIONS, Conjunctions, doubled_part, said_once
from flashgen.pipeline.sources import gate_settings
from flashgen.quality.sentences import are_sound
from flashgen.quality.settings import Gate
from tests.support.suspects import callout, rules

ENGLISH, ITALIAN = Conjunctions(("and",), ("or",)), Conjunctions(("e", "ed"), ("o", "oppure"))
GATE = Gate(conjunctions=(("en", ENGLISH), ("it", ITALIAN)))


def joining(language: str) -> Conjunctions:
    """The joining words of a language, as its file has them."""
    return gate_settings(load_config(None), language).conjunctions_in(language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mahlgebühren und -gebühren fallen an.", "Mahlgebühren und -gebühren"),
        ("Mahlgebühren und -kosten fallen an.", ""),
        ("-", ""),
    ],
)
def test_the_end_of_a_compound_that_is_joined_with_itself(text: str, found: str) -> None:
    assert doubled_part(text) == found


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("de", "Mahlgebühren und -gebühren fallen an.", "Mahlgebühren fallen an."),
        ("it", "Il mulino macina frumento o frumento.", "Il mulino macina frumento."),
        ("it", "Vitto e vitto (pieno).", "Vitto (pieno)."),
        ("it", "(Frumento o frumento) a mezzanotte", "(Frumento) a mezzanotte"),
        ("fr", "Le moulin a besoin d'un bon vent ou d'un bon vent.", "Le moulin a besoin d'un bon vent."),
        ("pl", "Młyn miele pszenicy lub pszenicy, nocą.", "Młyn miele pszenicy, nocą."),
        ("ru", "Мельница мелет зерно или зерно ночью.", "Мельница мелет зерно ночью."),
        ("ar", "تطحن الطاحونة القمح أو القمح ليلا", "تطحن الطاحونة القمح ليلا"),
        ("ar", "القمح والقمح من الحقل", "القمح من الحقل"),
        ("tr", "Değirmen yemek ve yemek verir.", "Değirmen yemek verir."),
        ("hi", "चक्की और चक्की चलती है", "चक्की चलती है"),
    ],
)
def test_what_a_translation_joined_with_itself_is_said_once(language: str, text: str, shown: str) -> None:
    mended, said = said_once(text, "The mill grinds wheat or spelt and rye at night.", joining(language), ENGLISH)
    assert mended == shown
    assert len(said) == 1
    assert said[0] in text
    assert said_once(mended, "The mill grinds wheat or spelt and rye.", joining(language), ENGLISH) == (shown, ())


def test_all_that_is_said_twice_is_said_once() -> None:
    text = "Frumento o frumento, mulino o mulino: frumento o frumento."
    shown, said = said_once(text, "Wheat or spelt", ITALIAN, ENGLISH)
    assert shown == "Frumento, mulino: frumento."
    assert said == ("Frumento o frumento", "mulino o mulino", "frumento o frumento")


@pytest.mark.parametrize(
    ("language", "text", "partner"),
    [
        ("en", "The mill turns faster and faster.", "Il mulino gira sempre più veloce."),
        ("en", "Time and again the mill, again and again, stood.", "Il mulino e la ruota stavano."),
        ("ru", "Мельница мелет всё больше и больше.", "Il mulino macina sempre più e più."),
        ("ar", "تدور الطاحونة أكثر وأكثر", "Il mulino gira sempre più."),
        ("de", "Das Mühlrad dreht sich so oder so.", "Il mulino o la ruota gira."),
        ("de", "Das Mühlrad dreht sich weiter und weiter.", "Il mulino gira avanti e avanti."),
        ("ru", "Мельница или мельница", "Il mulino"),
        ("it", "mulini o mulini a vento", "mills or windmills"),
        ("de", "Mühlen oder Mühlen am Bach", "mulini o mulini ad acqua"),
        ("tr", "Değirmenli ve değirmenli olmayan köyler", "villaggi riforniti e isolati"),
        ("it", "Un mulino o due mulini", "One mill or two"),
        ("it", "Il 1900 o 1900", "1900 or 1901"),
        ("it", "«mulino» o «mulino»", '"mill" or "water mill"'),
        ("it", "o mulino", "or mill"),
        ("it", "mulino o", "mill or"),
        ("it", "", ""),
    ],
)
def test_idioms_figures_and_what_is_quoted_are_said_as_they_are(language: str, text: str, partner: str) -> None:
    assert said_once(text, partner, joining(language), ITALIAN if language != "it" else ENGLISH) == (text, ())


def test_words_are_said_as_they_are_where_the_other_language_is_not_known() -> None:
    assert said_once("vitto e vitto", "x", ITALIAN, NO_CONJUNCTIONS) == ("vitto e vitto", ())
    assert said_once("vitto e vitto", "wax", ITALIAN, joining("ar")) == ("vitto e vitto", ())
    assert said_once("frumento o frumento", "x", ITALIAN, NO_CONJUNCTIONS) == ("frumento o frumento", ())
    assert said_once("frumento o frumento", "wax أو", ITALIAN, joining("ar"))[0] == "frumento"
    assert said_once("vitto e vitto", "x and y", NO_CONJUNCTIONS, ENGLISH) == ("vitto e vitto", ())


def test_an_or_before_an_and_tells_of_lost_words() -> None:
    english = callout("The mill grinds wheat, and turns all night long.")
    assert rules(english, callout("Il mulino macina grano, o ed gira tutta la notte."), gate=GATE) == ["lost-words"]
    assert rules(english, callout("Il mulino macina grano, e o gira tutta la notte."), gate=GATE) == []


def test_a_text_that_says_nothing_but_one_word_is_gone_through_a_few_times() -> None:
    text = " o ".join(["frumento"] * 20_000)
    shown, said = said_once(text, "wheat or spelt", ITALIAN, ENGLISH)
    assert len(said) < 10
    assert len(shown) < len(text)


def test_a_sentence_in_which_a_word_was_left_joined_with_itself_is_no_example() -> None:
    english = "The mill grinds wheat or spelt all night."
    assert are_sound(english, "Il mulino macina frumento o farro ogni notte.", ("en", "it"), GATE)
    assert not are_sound(english, "Il mulino macina frumento o frumento ogni notte.", ("en", "it"), GATE)
    assert not are_sound("Il mulino macina frumento o frumento ogni notte.", english, ("it", "en"), GATE)
