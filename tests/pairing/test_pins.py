"""A pin names one fact of an article: it stays with the first that bears it."""

from __future__ import annotations

from flashgen.pairing.pins import drop_repeated_pins
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact


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
    beads = [Bead("purpose", None, pinned("honey", 3)), Bead("purpose", None, pinned("honey", 5), Reason("in doubt"))]
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
