"""Facts that say what the definition of their article says."""

from __future__ import annotations

import pytest

from flashgen.quality.repeated_definitions import SAYS_THE_DEFINITION, withhold_repeated_definitions
from flashgen.record import replace
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact

DEFINITION = Bead(
    "definition",
    fact("definition", "An insect that gathers nectar and makes honey of it."),
    fact("definition", "Un insetto che raccoglie il nettare e ne fa il miele."),
)
AGAIN = (
    "A bee is an insect that gathers nectar and makes honey of it.",
    "L'ape è un insetto che raccoglie nettare e ne fa miele.",
)
OTHER = "A bee sleeps at night, in a hive.", "L'ape dorme di notte, in un'arnia."


def reasons(*beads: Bead) -> list[Reason | None]:
    return [found.reason for found in withhold_repeated_definitions(beads)]


@pytest.mark.parametrize("kind", ["highlight", "purpose", "callout"])
def test_what_says_the_definition_once_more_is_withheld(kind: str) -> None:
    again, other = (Bead(kind, fact(kind, native), fact(kind, target)) for native, target in (AGAIN, OTHER))
    assert reasons(other, again, DEFINITION) == [None, SAYS_THE_DEFINITION, None]


def test_what_says_it_in_one_language_alone_is_left_a_pair() -> None:
    assert reasons(DEFINITION, Bead("highlight", fact("highlight", AGAIN[0]), fact("highlight", OTHER[1]))) == [
        None,
        None,
    ]


def test_the_answer_of_a_question_may_say_it() -> None:
    assert reasons(DEFINITION, Bead("faq", fact("faq", AGAIN[0]), fact("faq", AGAIN[1]))) == [None, None]


def test_what_a_withheld_definition_says_is_left_a_pair() -> None:
    again = Bead("highlight", fact("highlight", AGAIN[0]), fact("highlight", AGAIN[1]))
    withheld = Reason("too-long")
    assert reasons(replace(DEFINITION, reason=withheld), again) == [withheld, None]


def test_what_a_person_confirmed_is_left_a_pair() -> None:
    again = Bead("highlight", fact("highlight", AGAIN[0]), fact("highlight", AGAIN[1]), is_confirmed=True)
    assert reasons(DEFINITION, again) == [None, None]
