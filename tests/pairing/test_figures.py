"""Figures that contradict each other, in whole facts and in what cards show of them."""

from __future__ import annotations

from flashgen.pairing.figures import contradicting_figures, withhold_contradicting
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

RATES = "Honey costs 12 a jar, wax 18, pollen 25"


def fact(answer: str, kind: str = "faq", figure: str = "") -> Fact:
    return Fact(kind, "", answer, Location("x.md", 1), figure=figure)


def differing(native: str, target: str) -> str:
    return str(contradicting_figures(fact(native), fact(target)) or "")


def test_two_texts_each_with_a_figure_of_its_own_contradict_each_other() -> None:
    assert differing("Three jars of 12.", "Tre vasi da 13.") == "the figures differ: 12 and 13"
    assert differing("Three jars of 12.", "Tre vasi.") == ""


def test_one_damaged_figure_among_many_does_not_make_two_long_texts_strangers() -> None:
    assert differing(f"{RATES}, combs 172.", "Il miele costa 12, la cera 18, il polline 25, i favi 1720.") == ""
    assert (
        differing("Honey costs 12, combs 172.", "Il miele costa 12, i favi 174.") == "the figures differ: 172 and 174"
    )


def test_the_figure_of_a_statistic_is_compared_strictly() -> None:
    text = f"{RATES}, combs 30."
    statistic = replace(fact(text, "statistic"), figure="12"), replace(fact(text, "statistic"), figure="18")
    assert str(contradicting_figures(*statistic)) == "the figures differ: 12 and 18"


def test_what_a_card_shows_may_not_contradict_itself_unless_a_person_confirmed_it() -> None:
    shown = Bead("faq", fact(f"{RATES}, combs 172."), fact("Il miele costa 12, la cera 18, il polline 25, i favi 174."))
    (withheld,) = withhold_contradicting([shown])
    assert str(withheld.reason) == "the figures differ: 172 and 174"
    confirmed = replace(shown, is_confirmed=True)
    assert withhold_contradicting([confirmed]) == [confirmed]
    cut = Bead("faq", replace(fact(f"{RATES}."), rest="Combs cost 172."), fact("Il miele costa 12, 18 e 25."))
    assert withhold_contradicting([cut]) == [cut]


def test_beads_of_one_side_or_with_a_reason_stay_as_they_are() -> None:
    alone = Bead("faq", fact("Three jars of 12."), None)
    assert withhold_contradicting([alone]) == [alone]
