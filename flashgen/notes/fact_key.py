"""What makes a fact itself, so that its note is recognised: whatever else changes, the guid hangs on it."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.language.text_types import normalised
from flashgen.records.pairs import Bead


def fact_key(bead: Bead) -> str:
    """What makes a fact itself among the facts of its kind: nothing where there is one, else its wording."""
    fact = bead.target
    if fact is None or KINDS[bead.kind].is_single:
        return ""
    if KINDS[bead.kind].has_question:
        return normalised(fact.question)
    return normalised(_step_number(bead) + fact.answer + fact.rest)


def _step_number(bead: Bead) -> str:
    """The number of a step that its card does not show, since no other step makes a note: it stays the same fact."""
    native, target = bead.native, bead.target
    if not (native and target) or native.number != target.number or target.label or not target.number:
        return ""
    is_asked_with_it = KINDS[bead.kind].is_led_in and not target.answer.startswith(target.step)
    return target.step if is_asked_with_it else ""
