"""Numbers of steps are shown where there are steps to count, and words to learn without each other's names."""

from __future__ import annotations

import pytest

from flashgen.pairing.labels import numbered, without_each_others_names, without_lone_numbers
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact


def step(answer: str, number: int, label: str = "", context: str = "") -> Fact:
    return replace(fact("purpose", answer), number=number, label=label, context=context)


def shown(*beads: Bead) -> list[str]:
    return [f"{fact.context}|{fact.answer}" for bead in without_lone_numbers(beads) for _, fact in bead.sides]


FIRST = Bead("purpose", numbered(step("Grind it.", 1)), numbered(step("Macinalo.", 1)))
SECOND = Bead("purpose", numbered(step("Bake it.", 2)), numbered(step("Cuocilo.", 2)))


def test_steps_are_counted_together() -> None:
    assert shown(FIRST, SECOND) == ["|1. Grind it.", "|1. Macinalo.", "|2. Bake it.", "|2. Cuocilo."]


def test_a_step_whose_fellows_make_no_note_has_no_number() -> None:
    withheld = replace(SECOND, reason=Reason("damaged"))
    assert shown(FIRST, withheld)[:2] == ["|Grind it.", "|Macinalo."]


def test_the_number_of_a_lone_label_goes_with_it_from_the_lead_in() -> None:
    native = step("It is of oak.", 2, "2. Wheel", "Parts:\n2. Wheel")
    target = step("È di quercia.", 2, "2. Ruota", "2. Ruota")
    assert shown(Bead("purpose", native, target)) == ["Parts:\nWheel|It is of oak.", "Ruota|È di quercia."]


def test_an_item_without_a_number_stays_as_it_is() -> None:
    bead = Bead("purpose", fact("purpose", "1. of May"), fact("purpose", "1. maggio"))
    assert shown(bead) == ["|1. of May", "|1. maggio"]


@pytest.mark.parametrize(
    ("native", "target", "expected"),
    [
        ("Tile", "Tile/ Mảnh", "Mảnh"),
        ("Queue", "대기열(Queue)", "대기열"),
        ("Pull request", "запит на поєднання (pull request)", "запит на поєднання"),
        ("Queue", "Queue", "Queue"),
        ("Tile", "Tile / Tile", "Tile / Tile"),
        ("Tile", "Tiles", "Tiles"),
        ("Mill", "Mulino / a vento", "Mulino / a vento"),
    ],
)
def test_a_word_is_asked_without_the_others_name_behind_it(native: str, target: str, expected: str) -> None:
    pair = fact("vocabulary", native), fact("vocabulary", target)
    assert [one.answer for one in without_each_others_names(*pair)] == [native, expected]
    assert [one.answer for one in without_each_others_names(*reversed(pair))] == [expected, native]


def test_a_sentence_keeps_what_it_holds_of_the_other() -> None:
    pair = fact("purpose", "Tile"), fact("purpose", "Tile/ Mảnh")
    assert without_each_others_names(*pair) == pair
