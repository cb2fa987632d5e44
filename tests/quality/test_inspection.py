"""The quality gate as a whole: what it is asked about, and what becomes of suspects."""

from __future__ import annotations

import pytest

from flashgen.language.pointing import Pointing
from flashgen.quality.inspection import inspect
from flashgen.quality.rules import MAY_FIND, NAMES, RULES
from flashgen.quality.settings import Gate, Suspects
from flashgen.quality.view import Shown
from flashgen.record import replace
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact, version
from tests.support.suspects import callout, closing, inspected, rules

TORN = ("The mill grinds all night.", ", e macina tutta la notte.")


def torn(gate: Gate) -> Bead:
    (bead,) = inspected(callout(TORN[0]), callout(TORN[1]), gate=gate)
    return bead


def test_a_suspect_is_withheld_with_its_reason() -> None:
    bead = torn(Gate())
    assert not bead.is_pair
    assert bead.reason == Reason("mid-sentence", "begins with ','")


def test_a_suspicion_tells_where_and_what() -> None:
    (suspicion,) = torn(Gate()).suspicions
    assert str(suspicion.location) == "it/x.md:7"
    assert suspicion.text == TORN[1]


@pytest.mark.parametrize("suspects", ["tag", "keep"])
def test_a_suspect_may_be_let_pass_and_stays_suspect(suspects: Suspects) -> None:
    bead = torn(Gate(suspects))
    assert bead.is_pair
    assert [suspicion.rule for suspicion in bead.suspicions] == ["mid-sentence"]


def test_a_rule_that_is_off_is_not_asked() -> None:
    assert torn(Gate(off=frozenset(["mid-sentence"]))).suspicions == ()


def test_a_bead_is_found_suspect_once_by_each_rule_however_many_sides() -> None:
    assert rules(callout(", at night it grinds all."), callout(TORN[1])) == ["mid-sentence"]


def test_every_rule_that_finds_something_is_named() -> None:
    assert rules(callout("The mi**ll grinds all night."), callout(TORN[1])) == ["leftover-markup", "mid-sentence"]


@pytest.mark.parametrize(
    ("rule", "title", "text", "partner"),
    [
        ("leftover-markup", "Mulino", "La ruota gi**ra.", "The wheel turns."),
        ("template", "Mulino", "Si apre {{< ora >}} o dopo.", "It opens then or later."),
        ("torn-sentence", "Mulino", "La macina grande. e poi la piccola.", "The large stone and the small one."),
        (
            "flattened-list",
            "Mulino",
            "Ecco tutto - una ruota, - una macina, - una diga.",
            "That is all: a wheel, a stone, a dam.",
        ),
        ("name-as-quantity", "12 passi", "I 12 passi del mugnaio.", "The steps of a miller."),
        ("points-elsewhere", "Mulino", "La ruota (vedi sopra) gira.", "The wheel turns."),
    ],
)
def test_one_damaged_text_is_found_among_sound_ones(rule: str, title: str, text: str, partner: str) -> None:
    gate = Gate(pointing=(("it", Pointing(elsewhere=("vedi sopra",))),))
    ours = closing("The mill grinds.", partner, "It is old.", title=title)
    theirs = closing("Il mulino macina.", text, "È vecchio.", title=title)
    found = [one.rule for bead in inspected(ours, theirs, gate=gate) for one in bead.suspicions]
    assert found == [rule] or title == "12 passi"  # whose noun has to stand elsewhere, too
    assert MAY_FIND[rule](Shown(f"Il mulino macina.\n{text}\nÈ vecchio.", version(theirs, "it"), gate))


def test_no_rule_that_looks_at_all_texts_first_is_asked_of_sound_ones() -> None:
    side = Shown('Il mulino macina.\nÈ vecchio, e "bello".', version(closing("È vecchio."), "it"), Gate())
    assert not any(may_find(side) for may_find in MAY_FIND.values())


def test_sound_facts_pass_unchanged() -> None:
    beads = inspected(closing("The mill grinds.", "It is old."), closing("Il mulino macina.", "È vecchio."))
    assert len(beads) == 2
    assert all(bead.is_pair and not bead.suspicions for bead in beads)


def test_what_makes_no_note_anyway_is_not_asked_about() -> None:
    alone = Bead("callout", None, fact("callout", TORN[1]))
    doubted = replace(Bead("callout", fact("callout", TORN[0]), fact("callout", TORN[1])), reason=Reason("in doubt"))
    one = version(callout(TORN[0]))
    assert inspect((alone, doubted), one, one, Gate()) == (alone, doubted)


def test_every_rule_says_where_it_was_met() -> None:
    assert all("Met " in (rule.__doc__ or "") for rule in RULES.values())


def test_rules_have_names_of_one_kind() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(name.replace("-", "").isalpha() and name.islower() for name in NAMES)


def with_rest(rest: str, partner: str, gate: Gate = Gate()) -> Bead:  # noqa: B008, since it is immutable
    """A pair of cut facts, sound as far as they are shown at once."""
    ours, theirs = version(callout("The mill grinds."), "en"), version(callout("Il mulino macina."), "it")
    bead = Bead(
        "callout",
        replace(fact("callout", "The mill grinds."), rest=partner),
        replace(fact("callout", "Il mulino macina."), rest=rest),
    )
    return inspect([bead], ours, theirs, gate)[0]


def test_a_damaged_rest_is_not_shown_and_costs_no_note() -> None:
    bead = with_rest("Dorme di giorno. e così via.", "It sleeps by day.")
    assert bead.is_pair
    assert bead.suspicions == ()
    assert bead.rest_flaw is not None
    assert bead.rest_flaw.rule == "torn-sentence"


@pytest.mark.parametrize("rest", ["Dorme di giorno.", ""])
def test_a_sound_rest_is_shown(rest: str) -> None:
    assert with_rest(rest, rest and "It sleeps by day.").rest_flaw is None


def test_a_rest_is_shown_where_suspects_are() -> None:
    assert with_rest("Dorme di giorno. e così via.", "It sleeps by day.", Gate("tag")).rest_flaw is None


def test_figures_that_contradict_each_other_in_the_rest_keep_it_from_being_shown() -> None:
    bead = with_rest("Costa 172750 euro.", "It costs 172 euros.")
    assert bead.rest_flaw is not None
    assert bead.rest_flaw.rule == "figure-missing"


def test_what_is_only_too_long_is_left_out_and_not_withheld_for_damage() -> None:
    (bead,) = inspected(
        callout("The mill grinds all grain."), callout("Il mulino macina ogni grano."), gate=Gate(longest=9)
    )
    assert bead.reason is not None
    assert bead.reason.is_choice
    assert bead.reason.code == "too-long"


@pytest.mark.parametrize(("word", "shown", "context"), [("Ruota", True, ""), ("Ruota, , grande", False, TORN[1])])
def test_a_word_stands_without_an_example_that_is_damaged(word: str, shown: bool, context: str) -> None:
    native = replace(fact("vocabulary", "Wheel"), context=TORN[0])
    target = replace(fact("vocabulary", word), context=TORN[1])
    one, other = version(callout("The mill grinds."), "en"), version(callout("Il mulino macina."), "it")
    (bead,) = inspect([Bead("vocabulary", native, target)], one, other, Gate())
    assert bead.target is not None
    assert (bead.is_pair, bead.target.context) == (shown, context)
