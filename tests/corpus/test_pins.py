"""Pins: read off the end of a text, and given to one fact alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.pins import drop_repeated_pins, split_pin
from flashgen.records import Bead, Fact, Location
from tests.support.samples import fact


@pytest.mark.parametrize(
    ("source", "text", "pin"),
    [
        ("Bees make honey. {#honey}", "Bees make honey.", "honey"),
        ("Bees make honey.{#honey}", "Bees make honey.", "honey"),
        ("Bees make honey. {#honey}  \n", "Bees make honey.", "honey"),
        ("Bees make\nhoney.\n{#honey}", "Bees make\nhoney.", "honey"),
        ("Le api {#miele-2.è}", "Le api", "miele-2.è"),
        ("{#honey}", "", "honey"),
        ("Two {#one} {#two}", "Two {#one}", "two"),
    ],
)
def test_a_pin_at_the_end_is_split_off(source: str, text: str, pin: str) -> None:
    assert split_pin(source) == (text, pin)


@pytest.mark.parametrize(
    "source",
    ["", "Bees.", "Bees {honey}", "Bees {#}", "Bees {# honey}", "Bees {#two words}", "{#honey} bees", "Bees {#a{b}"],
)
def test_what_is_no_pin_stays_text(source: str) -> None:
    assert split_pin(source) == (source, "")


@given(st.text(), st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1))
def test_any_text_can_be_pinned(text: str, pin: str) -> None:
    assert split_pin(f"{text} {{#{pin}}}") == (text.rstrip(), pin)


def pinned(pin: str, line: int, kind: str = "purpose") -> Fact:
    return replace(fact(kind, f"fact {line}"), location=Location("it/x.md", line), pin=pin)


def pins(beads: tuple[Bead, ...]) -> list[tuple[str, ...]]:
    return [tuple(fact.pin for fact in (bead.native, bead.target) if fact) for bead in beads]


def test_a_pin_stays_with_the_first_fact_that_bears_it() -> None:
    beads = [Bead("purpose", None, pinned("honey", 3)), Bead("purpose", None, pinned("honey", 5))]
    kept, problems = drop_repeated_pins(beads)
    assert pins(kept) == [("honey",), ("",)]
    (problem,) = problems
    assert str(problem).startswith("it/x.md:5: the pin {#honey} stands at it/x.md:3 already")
    assert problem.severity == "warning"


def test_a_repeated_pin_loses_nothing_but_the_pin() -> None:
    beads = [Bead("purpose", None, pinned("honey", 3)), Bead("purpose", None, pinned("honey", 5), "in doubt")]
    kept, _ = drop_repeated_pins(beads)
    assert kept[1] == replace(beads[1], target=pinned("", 5))


def test_both_versions_of_a_fact_may_bear_one_pin() -> None:
    beads = (Bead("purpose", pinned("honey", 3), pinned("honey", 4)),)
    assert drop_repeated_pins(beads) == (beads, ())


def test_facts_of_two_kinds_may_bear_one_pin() -> None:
    beads = (Bead("statistic", None, pinned("honey", 3, "statistic")), Bead("callout", None, pinned("honey", 5)))
    assert drop_repeated_pins(beads) == (beads, ())


def test_facts_without_pins_are_passed_on() -> None:
    beads = (Bead("purpose", pinned("", 3), None), Bead("purpose", None, pinned("", 3)))
    assert drop_repeated_pins(iter(beads)) == (beads, ())
