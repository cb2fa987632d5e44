"""What is joined with itself, or with nothing."""

from __future__ import annotations

import pytest

from flashgen.quality.doubled_words import doubled_part
from flashgen.quality.settings import Conjunctions, Gate
from tests.support.suspects import callout, rules

ENGLISH, ITALIAN = Conjunctions(("and",), ("or",)), Conjunctions(("e", "ed"), ("o", "oppure"))
GATE = Gate(conjunctions=(("en", ENGLISH), ("it", ITALIAN)))


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


def test_a_word_for_which_a_translation_had_no_second_one_is_wording() -> None:
    english = callout("The mill grinds wheat or spelt all night for us.")
    assert rules(english, callout("Il mulino macina frumento o frumento ogni notte per noi."), gate=GATE) == []


def test_an_or_before_an_and_tells_of_lost_words() -> None:
    english = callout("The mill grinds wheat, and turns all night long.")
    assert rules(english, callout("Il mulino macina grano, o ed gira tutta la notte."), gate=GATE) == ["lost-words"]
    assert rules(english, callout("Il mulino macina grano, e o gira tutta la notte."), gate=GATE) == []
