"""A short numbered list of phrases is one fact, or its parts stay as they are."""

from __future__ import annotations

import pytest

from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead
from tests.support.samples import fact


def step(answer: str, number: int, lead_in: str) -> Fact:
    return replace(fact("purpose", answer), number=number, context=lead_in)


def listed(*pairs: tuple[str, str]) -> list[Bead]:
    return [
        Bead("purpose", step(native, number, "A mill has:"), step(target, number, "Un mulino ha:"))
        for number, (native, target) in enumerate(pairs, 1)
    ]


def fitted(beads: list[Bead]) -> list[Bead]:
    return Fitting("mill", ("en", "it"), TranslationModel()).fit_all(beads)


PARTS = (("a wheel of oak", "una ruota di quercia"), ("a stone of granite", "una mola di granito"))


def test_a_numbered_list_of_phrases_is_one_note() -> None:
    first, second = fitted(listed(*PARTS))
    assert first.native is not None
    assert (first.native.answer, first.native.context) == ("1. a wheel of oak\n2. a stone of granite", "A mill has:")
    assert first.is_pair
    assert second.reason is not None
    assert (second.reason.is_choice, "whole list" in str(second.reason)) == (True, True)


@pytest.mark.parametrize(
    "beads",
    [
        listed(PARTS[0], ("It has a stone.", "Ha una mola.")),
        listed(PARTS[0], ("a stone " * 30, "una mola " * 30)),
        [*listed(*PARTS), Bead("purpose", None, step("un tetto", 3, "Un mulino ha:"))],
        [*listed(*PARTS), Bead("purpose", step("a roof", 3, "A mill has:"), None)],
        listed(PARTS[0]),
    ],
)
def test_a_list_of_sentences_a_long_one_and_one_with_a_part_that_is_missing_stay_as_they_are(beads: list[Bead]) -> None:
    assert not any("whole list" in str(bead.reason) for bead in fitted(beads))
