"""Whether a question says what it is about."""

from __future__ import annotations

import pytest

from flashgen.notes.naming import is_about_nothing, names_title, needs_prompt
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact


@pytest.mark.parametrize(
    ("question", "title", "is_open"),
    [
        ("What is it?", "Bee", True),
        ("What is honeycomb?", "Honey", False),
        ("What are bees good for?", "Honey", False),
        ("", "Honey", False),
    ],
)
def test_a_short_question_without_the_beginning_of_a_word_of_the_title_is_about_nothing(
    question: str, title: str, is_open: bool
) -> None:
    assert is_about_nothing(question, title) is is_open


def test_a_text_names_a_title_whatever_its_capitals_and_marks() -> None:
    assert names_title("Of a honey-bee.", "Honey Bee")
    assert not names_title("Of a bee.", "")


@pytest.mark.parametrize(
    ("kind", "named", "answer", "needs"),
    [
        ("section", True, "Bees fly out for food.", True),
        ("section", True, "Food is nectar.", False),  # the task asks to explain it
        ("section", True, "Nectar, which bees gather.", False),  # an entry of a glossary
        ("section", False, "Bees fly out for food.", False),  # a heading that recurs
        ("faq", True, "Bees fly out for food.", False),
    ],
)
def test_a_heading_is_made_a_question_where_its_text_takes_it_up(
    kind: str, named: bool, answer: str, needs: bool
) -> None:
    native = replace(fact(kind, answer, "Food"), names_question=named)
    assert needs_prompt(Bead(kind, native, fact(kind, "Nettare.", "Cibo"))) is needs
