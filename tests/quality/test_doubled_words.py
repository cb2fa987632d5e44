"""One word on both sides of an "and" or an "or"."""

from __future__ import annotations

import pytest

from flashgen.quality.doubled_words import doubled_word
from flashgen.quality.settings import Conjunctions, Gate
from tests.support.suspects import callout, rules

ENGLISH, ITALIAN = Conjunctions(("and",), ("or",)), Conjunctions(("e", "ed"), ("o", "oppure"))
GATE = Gate(conjunctions=(("en", ENGLISH), ("it", ITALIAN)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il mulino macina frumento o frumento ogni notte.", "frumento o frumento"),
        ("Il Mulino (mulino o mulino) macina.", "mulino o mulino"),
        ("Il mulino ha macinatura e macinatura.", "macinatura e macinatura"),
        ("Il mulino gira ancora e ancora.", ""),
        ("Il mulino macina farro o farros.", ""),
        ("Il mulino macina 1 o 1 volta.", ""),
        ("Il mulino macina grano, o grano duro.", ""),
        ("Mahlgebühren und -gebühren fallen an.", "Mahlgebühren und -gebühren"),
        ("Mahlgebühren und -kosten fallen an.", ""),
        ("o", ""),
    ],
)
def test_a_word_that_is_joined_with_itself(text: str, found: str) -> None:
    assert doubled_word(text, ITALIAN) == found


def test_a_text_that_says_a_word_twice_where_the_other_side_has_two_words() -> None:
    english = "The mill grinds wheat or spelt all night for us."
    italian = "Il mulino macina frumento o frumento ogni notte per noi."
    assert rules(callout(english), callout(italian), gate=GATE) == ["said-twice"]
    assert rules(callout(english.replace("spelt", "wheat")), callout(italian), gate=GATE) == []


def test_an_or_before_an_and_tells_of_lost_words() -> None:
    english = callout("The mill grinds wheat, and turns all night long.")
    assert rules(english, callout("Il mulino macina grano, o ed gira tutta la notte."), gate=GATE) == ["lost-words"]
    assert rules(english, callout("Il mulino macina grano, e o gira tutta la notte."), gate=GATE) == []
