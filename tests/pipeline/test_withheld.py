"""Why a bead makes no note, or a doubtful one, in words."""

from __future__ import annotations

from flashgen.pairing.reasons import TOO_LONG
from flashgen.pipeline.withheld import (
    article_problems,
    bead_problems,
    reason,
    withheld_fact,
    withheld_problem,
    withheld_problems,
)
from flashgen.record import replace
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason, Suspicion
from tests.support.samples import fact

PAIR = Bead("callout", fact("callout", "It grinds."), fact("callout", "e macina."))
SUSPICIONS = (
    Suspicion("mid-sentence", "begins in lower case with 'e'", Location("it/x.md", 7), "e macina."),
    Suspicion("label", "a label in a list of sentences", Location("en/x.md", 7), "It grinds."),
)
WITHHELD = replace(PAIR, reason=Reason(SUSPICIONS[0].rule, SUSPICIONS[0].why), suspicions=SUSPICIONS)


def test_suspects_are_counted_by_rule() -> None:
    assert reason(WITHHELD).code == "mid-sentence"


def test_a_fact_without_a_partner_is_counted_as_such() -> None:
    assert str(reason(replace(PAIR, native=None))) == "no partner in the other version"


def test_every_suspicion_is_told_with_its_place_and_text() -> None:
    assert [str(problem) for problem in bead_problems(WITHHELD)] == [
        "it/x.md:7: callout makes no note: mid-sentence: begins in lower case with 'e': 'e macina.'",
        "en/x.md:7: callout makes no note: label: a label in a list of sentences: 'It grinds.'",
    ]


def test_a_suspect_that_passes_is_told_as_a_suspect() -> None:
    passed = replace(WITHHELD, reason=None)
    assert str(bead_problems(passed)[0]).startswith("it/x.md:7: callout is suspect: mid-sentence: ")


def test_a_sound_pair_is_no_problem() -> None:
    assert bead_problems(PAIR) == ()


def test_a_withheld_fact_is_one_warning() -> None:
    assert str(withheld_problem(WITHHELD)) == str(bead_problems(WITHHELD)[0])
    doubted = withheld_problem(replace(PAIR, reason=Reason("in doubt")))
    assert str(doubted) == "it/x.md:7: callout makes no note (beside it/x.md:7): in doubt: 'e macina.'"


def test_lists_that_are_too_long_are_told_once_for_each_kind_of_an_article() -> None:
    long = Reason(TOO_LONG)
    mill = [Bead("purpose", fact("purpose", f"No. {number}"), None, long) for number in range(1200)]
    mill += [Bead("purpose", None, fact("purpose", "N. 1"), long), replace(PAIR, reason=Reason("in doubt"))]
    told = (
        "it/x.md:7: 1,200 and 1 facts of the kind purpose make no notes: the lists are too long to be compared",
        "it/x.md:7: callout makes no note (beside it/x.md:7): in doubt: 'e macina.'",
    )
    assert sorted(map(str, article_problems(mill))) == sorted(told)
    assert [problem.remedy for problem in article_problems(mill)][-1].startswith("part the article into several")
    both = [(article, bead) for article in ("mill", "wheel") for bead in mill]
    assert sorted(map(str, withheld_problems(both))) == sorted(2 * told)


def test_a_long_text_is_cut_short() -> None:
    long = replace(PAIR, reason=Reason("in doubt"), target=fact("callout", "macina " * 40))
    assert str(withheld_problem(long)).endswith("macina m...'")


def test_a_package_is_told_both_texts_and_the_whole_reason() -> None:
    told = withheld_fact("mill", WITHHELD)
    assert (told.article, told.kind, told.native, told.target) == ("mill", "callout", "It grinds.", "e macina.")
    assert (told.reason, told.sort) == ("mid-sentence: begins in lower case with 'e'", "damaged")


def test_a_package_is_told_of_a_fact_that_stands_alone() -> None:
    told = withheld_fact("mill", replace(PAIR, target=None))
    assert (told.native, told.target, told.reason) == ("It grinds.", "", "no partner in the other version")
    assert told.sort == "alone"


def test_a_package_is_told_three_hundred_characters_at_most() -> None:
    long = withheld_fact(
        "mill", replace(PAIR, reason=Reason("r" * 301), native=fact("callout", "n" * 301), target=None)
    )
    assert (long.native, long.reason) == ("n" * 297 + "...", "r" * 297 + "...")
    assert withheld_fact("mill", replace(PAIR, native=fact("callout", "n" * 300))).native == "n" * 300


def test_what_is_left_out_by_choice_is_no_warning() -> None:
    (problem,) = bead_problems(replace(PAIR, reason=Reason("a phrase that nothing leads in to", is_choice=True)))
    assert (problem.severity, "phrase" in problem.message) == ("omission", True)
