"""A pin names one fact of an article: repeated ones are dropped."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.errors import Problem, warning
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead


def drop_repeated_pins(beads: Iterable[Bead]) -> tuple[tuple[Bead, ...], tuple[Problem, ...]]:
    """The beads of an article; a pin stays with the first bead of its kind that bears it, others are warned of."""
    beads = tuple(beads)
    if not any(fact.pin for bead in beads for _, fact in bead.sides):
        return beads, ()
    kept: list[Bead] = []
    problems: list[Problem] = []
    bearers: dict[tuple[str, str], Bead] = {}
    for bead in beads:
        for _, fact in tuple(bead.sides):
            if not fact.pin:
                continue
            first = bearers.setdefault((bead.kind, fact.pin), bead)
            if first is bead:
                continue
            held = next(one for one in (first.target, first.native) if one and one.pin == fact.pin)
            message = (
                f"the pin {{#{fact.pin}}} stands at {held.location} already; here it is passed over: choose another"
            )
            problems.append(warning(message, fact.location))
            bead = replace(bead, native=_unpinned(bead.native, fact.pin), target=_unpinned(bead.target, fact.pin))
        kept.append(bead)
    return tuple(kept), tuple(problems)


def _unpinned(fact: Fact | None, pin: str) -> Fact | None:
    return replace(fact, pin="") if fact and fact.pin == pin else fact
