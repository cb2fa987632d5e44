"""Beads that make no note, told in words."""

from __future__ import annotations

from flashgen.errors import Problem, warning
from flashgen.records import Bead


def reason(bead: Bead) -> str:
    """Why a bead makes no note, in a few words that many beads share."""
    return bead.reason.split(":")[0] if bead.reason else "no partner in the other version"


def withheld_warning(bead: Bead) -> Problem:
    """The same with its place and text."""
    fact = bead.target or bead.native
    assert fact is not None  # a bead has at least one side
    other = bead.native if bead.target else None
    beside = f" (beside {other.location})" if other else ""
    text = fact.answer if len(fact.answer) <= 60 else f"{fact.answer[:57]}..."
    return warning(f"{bead.kind} makes no note{beside}: {bead.reason or 'no partner'}: {text!r}", fact.location)
