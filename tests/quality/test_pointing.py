"""Texts that point at what is not on the card."""

from __future__ import annotations

import pytest

from flashgen.language.pointing import Pointing
from flashgen.quality.inspection import inspect
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact, version
from tests.support.suspects import callout, inspected, rules

ENGLISH = Pointing(("mentioned above", "this chart"), ("in this case",), ("see below",))
GATE = Gate(pointing=(("en", ENGLISH),))


def test_a_text_that_points_at_its_page_makes_no_note_by_choice() -> None:
    native, target = callout("The mill mentioned above grinds."), callout("Il mulino macina il grano.")
    assert rules(native, target, gate=GATE) == ["points-elsewhere"]
    (bead,) = inspected(native, target, gate=GATE)
    assert bead.reason is not None
    assert bead.reason.is_choice
    assert str(bead.reason) == "points-elsewhere: 'mentioned above' is not on the card"


def test_the_phrases_of_a_language_are_looked_for_in_its_texts_alone() -> None:
    assert rules(callout("Il mulino macina il grano."), callout("This chart macina il grano."), gate=GATE) == []


@pytest.mark.parametrize(("kind", "shown"), [("purpose", "It has, see below:"), ("vocabulary", "")])
def test_what_leads_in_to_an_item_may_point_at_it_and_the_example_of_a_word_may_not(kind: str, shown: str) -> None:
    native, target = (replace(fact(kind, "A wheel"), context=text) for text in ("It has, see below:", "Ha:"))
    one = version(callout("Text."), "en")
    (bead,) = inspect([Bead(kind, native, target)], one, version(callout("Testo."), "it"), GATE)
    assert bead.native is not None
    assert (bead.suspicions, bead.native.context) == ((), shown)


def test_a_rest_that_points_at_its_page_is_not_shown() -> None:
    native = replace(fact("callout", "The mill grinds."), rest="In this chart it is black.")
    target = replace(fact("callout", "Il mulino macina."), rest="Qui è nero.")
    one, other = version(callout("Text."), "en"), version(callout("Testo."), "it")
    (bead,) = inspect([Bead("callout", native, target)], one, other, GATE)
    assert bead.is_pair
    assert bead.rest_flaw is not None
    assert bead.rest_flaw.rule == "points-elsewhere"


@pytest.mark.parametrize(
    ("kind", "context", "found"), [("callout", "", 1), ("section", "", 1), ("faq", "", 0), ("purpose", "It has:", 0)]
)
def test_a_text_speaks_of_what_was_said_before_it_only_under_what_may_have_said_it(
    kind: str, context: str, found: int
) -> None:
    asked = {"section": "Wheels", "faq": "What are mill and wheel?"}.get(kind, "")
    native = replace(fact(kind, "The latter turns in the brook.", asked), context=context)
    target = replace(fact(kind, "Questa gira nel ruscello.", asked), context=context)
    one, other = version(callout("Text."), "en"), version(callout("Testo."), "it")
    gate = Gate(pointing=(("en", Pointing(opening=("the latter",))),))
    (bead,) = inspect([Bead(kind, native, target)], one, other, gate)
    assert [one.rule for one in bead.suspicions] == ["points-elsewhere"] * found
    rest = replace(native, answer="The mill has a wheel.", rest=native.answer), replace(target, rest=target.answer)
    (bead,) = inspect([Bead(kind, *rest)], one, other, gate)
    assert bead.rest_flaw is None
