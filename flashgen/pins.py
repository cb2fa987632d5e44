"""Pins: `{#id}` at the end of a list item, a heading or a quoted sentence, by which an author names a fact himself.

A pinned fact keeps its note however it is reworded. Nobody needs pins: notes are recognised by their texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flashgen.errors import Problem, warning
from flashgen.records import Bead, Fact

_PIN = re.compile(r"\s*\{#([^\s{}#]+)\}\s*$")


def split_pin(source: str) -> tuple[str, str]:
    """A Markdown source without the pin at its end, and the pin (empty where there is none)."""
    match = _PIN.search(source) if "{#" in source else None
    return (source[: match.start()], match[1]) if match else (source, "")


def drop_repeated_pins(beads: Iterable[Bead]) -> tuple[tuple[Bead, ...], tuple[Problem, ...]]:
    """The beads of an article; a pin stays with the first fact of its kind that bears it, others are warned of."""
    problems: list[Problem] = []
    bearers: dict[tuple[str, str, str], Fact] = {}

    def checked(side: str, fact: Fact | None) -> Fact | None:
        if fact is None or not fact.pin:
            return fact
        first = bearers.setdefault((side, fact.kind, fact.pin), fact)
        if first.location == fact.location:
            return fact
        said = f"the pin {{#{fact.pin}}} stands at {first.location} already; here it is passed over: choose another"
        problems.append(warning(said, fact.location))
        return replace(fact, pin="")

    beads = tuple(beads)
    if not any(fact and fact.pin for bead in beads for fact in (bead.native, bead.target)):
        return beads, ()
    kept = tuple(
        replace(bead, native=checked("native", bead.native), target=checked("target", bead.target)) for bead in beads
    )
    return kept, tuple(problems)
