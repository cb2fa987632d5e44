"""What people and the last edition say of pairs: confirmed stays, denied goes, evidence decides the rest."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from flashgen.language.doubled_words import Conjunctions
from flashgen.pairing.decisions import apply_decisions, denied_titles, without_texts
from flashgen.pairing.doubled_words import with_words_said_once
from flashgen.pairing.reasons import DENIED, IN_DOUBT
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Decision, Reason
from tests.support.samples import fact, version

WAX = fact("highlight", "Wax serves for candles."), fact("highlight", "La cera serve per le candele.")
QUEEN = fact("highlight", "One queen lays all eggs."), fact("highlight", "Una regina depone tutte le uova.")
DOUBT, FIGURES = Reason(IN_DOUBT, "90.0% sure, 96.0% are needed"), Reason("the figures differ", "3 and 4")


def bead(native: int | None, target: int | None, reason: Reason | None = None) -> Bead:
    """A bead of the native text of one bee fact and the target text of another: 0 is wax, 1 the queen."""
    facts = WAX, QUEEN
    return Bead(
        "highlight",
        None if native is None else facts[native][0],
        None if target is None else facts[target][1],
        reason,
    )


def decision(native: int, target: int, *, is_pair: bool = True, source: Location | None = None) -> Decision:
    facts = WAX, QUEEN
    return Decision(facts[native][0].answer, facts[target][1].answer, is_pair, source)


def decided(
    beads: Iterable[Bead], decisions: Iterable[Decision], titles: tuple[str, str] = ("", "")
) -> tuple[Bead, ...]:
    return apply_decisions(beads, decisions, titles)[0]


def test_a_pair_of_the_last_edition_stays_where_only_doubt_speaks_against_it() -> None:
    (kept,) = decided([bead(0, 0, DOUBT)], [decision(0, 0)])
    assert kept.is_pair


def test_a_pair_of_the_last_edition_goes_where_something_contradicts_it() -> None:
    (kept,) = decided([bead(0, 0, FIGURES)], [decision(0, 0)])
    assert kept.reason == FIGURES


def test_two_texts_that_found_no_partner_are_the_pair_that_they_were() -> None:
    (kept,) = decided([bead(0, None), bead(None, 0)], [decision(0, 0)])
    assert kept == bead(0, 0)


@pytest.mark.parametrize("reason", [None, FIGURES])
def test_the_last_edition_parts_no_pair_that_is_sure_nor_one_that_something_contradicts(reason: Reason | None) -> None:
    beads = (bead(0, 1, reason), bead(None, 0))
    assert decided(beads, [decision(0, 0)]) == beads


def test_a_pair_of_the_last_edition_stays_where_a_newcomer_may_have_taken_one_of_its_texts() -> None:
    assert decided([bead(0, 1, DOUBT), bead(None, 0)], [decision(0, 0)]) == (bead(0, 0), bead(None, 1))
    assert decided([bead(1, 0, DOUBT), bead(0, None)], [decision(0, 0)]) == (bead(1, None), bead(0, 0))


def test_a_person_confirms_what_the_figures_deny() -> None:
    (kept,) = decided([bead(0, 0, FIGURES)], [decision(0, 0, source=Location("pairs.yaml", 1))])
    assert kept.is_pair
    assert kept.is_confirmed


def test_a_person_parts_two_texts_for_two_others() -> None:
    kept = decided([bead(0, 1), bead(1, 0)], [decision(0, 0, source=Location("pairs.yaml", 1))])
    assert [(one.native, one.target) for one in kept] == [WAX, (None, QUEEN[1]), (QUEEN[0], None)]


def test_what_a_person_denies_makes_no_note() -> None:
    (kept,) = decided([bead(0, 0)], [decision(0, 0, is_pair=False, source=Location("pairs.yaml", 7))])
    assert kept.reason == Reason(DENIED, "pairs.yaml:7")


PLACE = Location("pairs.yaml", 7)
TITLES = ("For Candles", "Per le candele")


def test_two_titles_that_a_person_denies_are_denied_until_another_word() -> None:
    no, yes = (
        Decision("for candles", "per le candele", said, Location("pairs.yaml", 1 + said)) for said in (False, True)
    )
    assert denied_titles(*TITLES, [no]) == Reason(DENIED, "pairs.yaml:1")
    assert denied_titles(*TITLES, [no, yes]) is None
    assert denied_titles(*TITLES, [decision(0, 0, is_pair=False, source=Location("pairs.yaml", 7))]) is None


def test_what_is_said_of_titles_is_not_said_of_the_texts_that_speak_of_them() -> None:
    no = Decision(*TITLES, is_pair=False, source=Location("pairs.yaml", 7))
    assert decided([bead(0, 0)], [no], TITLES) == (bead(0, 0),)
    assert decided([bead(0, 0)], [no])[0].reason == Reason(DENIED, "pairs.yaml:7")


def test_a_person_s_word_outweighs_the_last_edition() -> None:
    said = [decision(0, 0, is_pair=False, source=Location("pairs.yaml", 7)), decision(0, 0)]
    assert decided([bead(0, 0, DOUBT)], said)[0].reason == Reason(DENIED, "pairs.yaml:7")


@pytest.mark.parametrize("text", ["", "Honey never spoils."])
def test_what_names_no_fact_changes_nothing(text: str) -> None:
    beads = (bead(0, None), bead(None, 0))
    assert decided(beads, [Decision(text, WAX[1].answer, True, Location("pairs.yaml", 1))]) == beads


def test_a_text_that_a_card_shows_cut_is_found() -> None:
    cut = Decision("Wax serves", WAX[1].answer, True)
    assert decided([bead(0, 0, DOUBT)], [cut])[0].is_pair


def test_a_decision_about_one_kind_leaves_others_alone() -> None:
    beads = (bead(0, 0, DOUBT),)
    assert decided(beads, [Decision(WAX[0].answer, WAX[1].answer, True, kind="callout")]) == beads


@pytest.mark.parametrize("is_pair", [True, False])
def test_a_decision_that_names_no_two_facts_is_handed_back(is_pair: bool) -> None:
    beads = (bead(0, 0), bead(1, 1))
    mistyped = Decision("Vax serves for candles.", WAX[1].answer, is_pair, PLACE)
    apart = decision(0, 1, is_pair=False, source=PLACE)
    titles = Decision(*TITLES, is_pair, PLACE)
    assert apply_decisions(beads, [mistyped, apart, titles], TITLES)[1] == (mistyped,)


def test_of_a_decision_whose_texts_stand_nowhere_its_place_is_told() -> None:
    both = version("# Wax\n\nWax serves for candles.\n", "en"), version("# Cera\n\nLa cera serve.\n", "it")
    gone = Decision("Wax serves for soap.", "La cera serve.", True, PLACE)
    prose = Decision("serves for candles", "La cera serve", True, PLACE)
    published = Decision("Wax serves for soap.", "La cera serve.", True)
    (told,) = without_texts([gone, prose, published], *both)
    assert (told.severity, told.location) == ("warning", PLACE)


def test_who_wrote_down_a_text_that_joins_a_word_with_itself_means_the_fact_that_says_it_once() -> None:
    joining = Conjunctions(("and",), ("or",)), Conjunctions(("e",), ("o",))
    native = fact("highlight", "Bees gather nectar or pollen.")
    target = fact("highlight", "Le api raccolgono polline o polline.")
    said_once = with_words_said_once(Bead("highlight", native, target, DOUBT), joining)
    for is_pair in (True, False):
        told = Decision(native.answer, target.answer, is_pair, Location("pairs.yaml", 1))
        (bead,), unused = apply_decisions([said_once], [told], joining=joining)
        assert (bead.is_confirmed, bead.reason is None, unused) == (is_pair, is_pair, ())
