"""Pins: `{#id}` at the end of a list item, a heading or a quoted sentence, by which an author names a fact himself.

A pinned fact keeps its note however it is reworded. Nobody needs pins: notes are recognised by their texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from flashgen.errors import Problem, warning
from flashgen.records import Bead, Fact

_PIN = re.compile(r"\{#([^\s{}#]+)\}\Z")


def split_pin(source: str) -> tuple[str, str]:
    """A Markdown source without the pin at its end, and the pin (empty where there is none)."""
    if "{#" not in source:
        return source, ""
    match = _PIN.search(source.rstrip())
    return (source[: match.start()].rstrip(), match[1]) if match else (source, "")


def drop_repeated_pins(beads: Iterable[Bead]) -> tuple[tuple[Bead, ...], tuple[Problem, ...]]:
    """The beads of an article; a pin stays with the first bead of its kind that bears it, others are warned of."""
    beads = tuple(beads)
    if not any(fact and fact.pin for bead in beads for fact in (bead.native, bead.target)):
        return beads, ()
    kept: list[Bead] = []
    problems: list[Problem] = []
    bearers: dict[tuple[str, str], Bead] = {}
    for bead in beads:
        for side in ("native", "target"):
            fact: Fact | None = getattr(bead, side)
            if fact is None or not fact.pin:
                continue
            first = bearers.setdefault((bead.kind, fact.pin), bead)
            if first is bead:
                continue
            held = next(one for one in (first.target, first.native) if one and one.pin == fact.pin)
            said = f"the pin {{#{fact.pin}}} stands at {held.location} already; here it is passed over: choose another"
            problems.append(warning(said, fact.location))
            bead = replace(bead, native=_unpinned(bead.native, fact.pin), target=_unpinned(bead.target, fact.pin))
        kept.append(bead)
    return tuple(kept), tuple(problems)


def _unpinned(fact: Fact | None, pin: str) -> Fact | None:
    return replace(fact, pin="") if fact and fact.pin == pin else fact
