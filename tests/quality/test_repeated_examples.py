"""A word and the item that it labels do not show the same lines twice."""

from __future__ import annotations

from flashgen.quality.repeated_examples import drop_repeated_examples
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact


def labelled(kind: str, answer: str, label: str, context: str, line: int = 3) -> Fact:
    return replace(fact(kind, answer), label=label, context=context, location=Location("mill", line))


def word(line: int = 3) -> Bead:
    return Bead(
        "vocabulary",
        labelled("vocabulary", "Wheel", "", "It turns.", line),
        labelled("vocabulary", "Ruota", "", "Gira.", line),
    )


NATIVE = labelled("purpose", "It turns.", "2. Wheel", "2. Wheel")
TARGET = labelled("purpose", "Gira.", "2. Ruota", "2. Ruota")
ITEM = Bead("purpose", NATIVE, TARGET)


def examples(*beads: Bead) -> list[str]:
    return [fact.context for bead in drop_repeated_examples(beads) for _, fact in bead.sides]


def test_a_word_stands_alone_where_the_note_on_its_item_shows_it_above_the_sentence() -> None:
    assert examples(word(), ITEM) == ["", "", "2. Wheel", "2. Ruota"]


def test_a_word_stands_alone_beneath_what_leads_in_to_the_list_as_well() -> None:
    above = replace(NATIVE, context="Parts:\n2. Wheel"), replace(TARGET, context="Parti:\n2. Ruota")
    assert examples(word(), Bead("purpose", *above))[:2] == ["", ""]


def test_a_word_of_another_item_keeps_its_sentence() -> None:
    assert examples(word(5), ITEM)[:2] == ["It turns.", "Gira."]


def test_a_word_keeps_its_sentence_where_its_item_is_withheld_or_led_in_to_by_something_else() -> None:
    for item in (
        replace(ITEM, reason=Reason("too-long")),
        replace(ITEM, native=replace(NATIVE, context="A mill has:")),
        replace(ITEM, target=None),
    ):
        assert examples(word(), item)[:2] == ["It turns.", "Gira."]
