"""A highlight that says what the definition says: a learner would study one fact as two notes."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.language.similarity import similarity
from flashgen.record import replace
from flashgen.records.pairs import Bead, Reason

SAYS_THE_DEFINITION = Reason("says what the definition says", is_choice=True)
_ALIKE = 0.7
"""The similarity, in both languages, from which an answer says what the definition says: an edit of a sentence comes to
0.65 or more, and what two sentences share that only speak of one thing stays well below."""


def withhold_repeated_definitions(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article; a pair that says the definition once more, in both languages, is withheld.

    Only facts that show themselves are compared: one that answers a question of its own asks something else.
    """
    beads = tuple(beads)
    definitions = [bead for bead in beads if KINDS[bead.kind].is_single and bead.is_pair]
    return tuple(
        replace(bead, reason=SAYS_THE_DEFINITION) if any(_says(bead, one) for one in definitions) else bead
        for bead in beads
    )


def _says(bead: Bead, definition: Bead) -> bool:
    kind = KINDS[bead.kind]
    if not bead.is_pair or bead.is_confirmed or kind.is_in_one_language or kind.is_nominal:
        return False
    sides = zip(bead.sides, definition.sides, strict=True)
    return all(similarity(fact.answer, said.answer) >= _ALIKE for (_, fact), (_, said) in sides)
