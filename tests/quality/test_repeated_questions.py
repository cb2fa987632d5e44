"""Facts of one article that ask the same question."""

from __future__ import annotations

from flashgen.quality.repeated_questions import ASKED_BEFORE, withhold_repeated_questions
from flashgen.record import replace
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact


def bead(kind: str, native: str, target: str) -> Bead:
    return Bead(kind, fact(kind, "Yes.", native), fact(kind, "Sì.", target))


DEFINITION = bead("definition", "What is a bee?", "Che cos'è un'ape?")
FAQ = bead("faq", "What is a bee", "Cosa sono le api?")


def reasons(*beads: Bead) -> list[Reason | None]:
    return [found.reason for found in withhold_repeated_questions(beads)]


def test_a_question_that_was_asked_before_in_either_language_is_withheld() -> None:
    assert reasons(DEFINITION, FAQ) == [None, ASKED_BEFORE]
    assert reasons(DEFINITION, bead("faq", "Bees?", "Che cos'è un'ape?")) == [None, ASKED_BEFORE]


def test_other_questions_are_left_alone() -> None:
    assert reasons(DEFINITION, bead("faq", "Do bees sleep?", "Le api dormono?")) == [None, None]


def test_a_question_of_a_withheld_fact_may_be_asked() -> None:
    withheld = Reason("too-long")
    assert reasons(replace(DEFINITION, reason=withheld), FAQ) == [withheld, None]


def test_facts_that_ask_nothing_of_their_own_are_left_alone() -> None:
    assert reasons(bead("definition", "", ""), bead("faq", "", "")) == [None, None]


def test_facts_that_are_shown_with_their_question_are_left_alone() -> None:
    assert reasons(DEFINITION, bead("highlight", "What is a bee?", "Che cos'è un'ape?")) == [None, None]


def test_a_word_is_asked_once_whatever_its_translations() -> None:
    def word(native: str, target: str) -> Bead:
        return Bead("vocabulary", fact("vocabulary", native), fact("vocabulary", target))

    brood, comb, nest = word("Brood", "Covata"), word("Comb", "Favo"), word("brood", "Nidiata")
    assert reasons(brood, comb, nest) == [None, None, ASKED_BEFORE]
    assert reasons(brood, word("Offspring", "Covata")) == [None, ASKED_BEFORE]
    assert reasons(brood, bead("faq", "Brood", "Covata")) == [None, None]
