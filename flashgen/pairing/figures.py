"""Figures that contradict each other: two texts, each with one that the other lacks, do not say the same."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.language.numbers import figures, missing_figures, same_figures
from flashgen.pairing.reasons import FIGURES_DIFFER
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Reason

_MOST = 2 / 3
"""The share of either side's figures that the other has, from which those that differ may lie beyond a card."""


def contradicting_figures(native: Fact, target: Fact) -> Reason | None:
    """Why two whole facts cannot say the same. None where they may.

    A long answer with one damaged figure among many is another matter: where it is cut, what is shown may agree.
    """
    if KINDS[native.kind].has_figure and not same_figures(figures(native.figure), figures(target.figure)):
        return Reason(FIGURES_DIFFER, f"{native.figure} and {target.figure}")
    ours, theirs = _told(native), _told(target)
    alone, there = missing_figures(ours, theirs), missing_figures(theirs, ours)
    if len(alone) <= (1 - _MOST) * len(ours) and len(there) <= (1 - _MOST) * len(theirs):
        return None
    return _differ(alone, there)


def withhold_contradicting(beads: Iterable[Bead]) -> list[Bead]:
    """The beads as cards show them; where figures of what is shown contradict each other, with that reason.

    What a person confirmed stays.
    """
    return [_withheld(bead, *bead.pair) if bead.pair and not bead.is_confirmed else bead for bead in beads]


def _withheld(bead: Bead, native: Fact, target: Fact) -> Bead:
    ours, theirs = _told(native), _told(target)
    reason = _differ(missing_figures(ours, theirs), missing_figures(theirs, ours))
    return replace(bead, reason=reason) if reason else bead


def _told(fact: Fact) -> frozenset[str]:
    """The figures of all that a fact states."""
    return figures(fact.figure) | figures(fact.answer)


def _differ(alone: frozenset[str], there: frozenset[str]) -> Reason | None:
    if not (alone and there):
        return None
    return Reason(FIGURES_DIFFER, f"{', '.join(sorted(alone))} and {', '.join(sorted(there))}")
