"""What stands in brackets on one side of a pair alone."""

from __future__ import annotations

from itertools import combinations

import pytest

from flashgen.pairing.asides import without_asides, without_lone_asides
from flashgen.pairing.lexicon import Segment, learn
from flashgen.pairing.model import TranslationModel
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.location import Location

WORDS = {
    "gauge": "mareografo", "shows": "indica", "height": "livello", "water": "acqua", "clerk": "impiegato",
    "reads": "legge",
}  # fmt: skip
SEGMENTS = [
    Segment(f"s{number}", frozenset(pair), frozenset(map(WORDS.__getitem__, pair)))
    for number, pair in enumerate(combinations(WORDS, 2))
]
MODEL = TranslationModel(learn(SEGMENTS), ratio=1.0, opposite_ratio=1.0)


def fact(answer: str) -> Fact:
    return Fact("definition", "", answer, Location("x.md", 3), (0, 0))


def left(native: str, target: str, model: TranslationModel = MODEL) -> tuple[str, str]:
    ours, theirs = without_lone_asides(fact(native), fact(target), model, frozenset())
    return ours.answer, theirs.answer


LONGER = "A gauge shows the height of the water (which nobody in town believes)."
ITALIAN = "Un mareografo indica il livello dell'acqua."


def test_a_bracket_of_one_side_for_which_nothing_stands_on_the_other_is_left_out() -> None:
    assert left(LONGER, ITALIAN) == ("A gauge shows the height of the water.", ITALIAN)
    assert left(ITALIAN, LONGER, MODEL.opposite)[1] == "A gauge shows the height of the water."


@pytest.mark.parametrize(
    ("native", "target"),
    [
        ("A gauge (TG) shows the height of the water.", "Il TG indica il livello."),
        ("The gauge shows the height (clerk reads).", "L'impiegato legge il mareografo e il livello."),
        ("A gauge shows the height of the water (in 4 harbours).", ITALIAN),
        ("A gauge shows the height of the water (as many do).", "Un mareografo indica il livello (come molti)."),
        ("A gauge (for now).", "Un mareografo indica il livello dell'acqua, e nessuno in città ci crede."),
    ],
)
def test_a_bracket_stays_that_the_other_side_says_has_or_is_long_enough_for_and_so_does_a_figure(
    native: str, target: str
) -> None:
    assert left(native, target) == (native, target)


def test_nothing_is_left_out_where_it_is_not_known_how_long_a_translation_is() -> None:
    assert left(LONGER, ITALIAN, replace(MODEL, ratio=0.0)) == (LONGER, ITALIAN)


def test_a_bracket_within_a_bracket_goes_with_it() -> None:
    assert without_asides("It opens (or, in winter (when it is dark), stays shut) at noon.") == "It opens at noon."
    assert without_asides("It opens (a (b) at noon.") == "It opens (a at noon."
