"""Two notes of one article that ask the same: a learner could not tell which answer is wanted."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.language.text_types import normalised
from flashgen.record import replace
from flashgen.records.pairs import Bead, Reason

ASKED_BEFORE = Reason("asks the same question as another fact of the article")


def withhold_repeated_questions(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article; of pairs that ask the same question in either language, the first is left a pair.

    Only kinds whose cards ask and answer in one language are compared, and words, which ask for themselves: other cards
    show the fact itself as well. One word that a translator renders by two is learnt as the first of them.
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
    """(side, or kind and side, question) of a pair; none of one that asks in the words of a language file."""
    kind = KINDS[bead.kind]
    if not bead.is_pair or not (kind.is_in_one_language or kind.is_nominal):
        return set()
    if kind.is_nominal:
        return {(f"{bead.kind} {name}", normalised(fact.answer)) for name, fact in bead.sides}
    asked = {(name, normalised(fact.question)) for name, fact in bead.sides}
    return {(name, question) for name, question in asked if question}
