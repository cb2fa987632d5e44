"""Two notes of one article that ask the same: a learner could not tell which answer is wanted."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.language.text_types import normalised
from flashgen.record import replace
from flashgen.records import Bead, Reason

ASKED_BEFORE = Reason("asks the same question as another fact of the article")


def withhold_repeated_questions(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article; of pairs that ask the same question in either language, the first is left a pair.

    Only kinds whose cards ask and answer in one language are compared: other cards show the fact itself as well.
    Met where the first heading asks what a definition answers, and the last part of the article asks it again.
    """
    asked: set[tuple[str, str]] = set()
    found: list[Bead] = []
    for bead in beads:
        questions = _questions(bead)
        found.append(replace(bead, reason=ASKED_BEFORE) if questions & asked else bead)
        if found[-1].is_pair:
            asked |= questions
    return tuple(found)


def _questions(bead: Bead) -> set[tuple[str, str]]:
    """(side, question) of a pair; none of one that asks in the words of a language file."""
    if not bead.is_pair or not KINDS[bead.kind].is_in_one_language:
        return set()
    asked = {(name, normalised(fact.question)) for name, fact in bead.sides}
    return {(name, question) for name, question in asked if question}
