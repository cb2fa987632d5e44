"""What circumstances come to: the probability that a mutually best pair is right."""

from __future__ import annotations

from flashgen.pairing.alignment import Candidate
from flashgen.pairing.confidence import PivotEvidence, item_odds, pair_probability
from flashgen.pairing.evidence import BOTH_CLASH, OTHER_PROGRAMS, Evidence
from flashgen.record import replace

IN_STEP = Candidate(1, 1, odds=-1.0, on_path=6.0, runner_up=-2.0, is_parallel=True, weakest=-1.0, unmatched_share=0.0)
LEFT_OVER = (2,), ()
UNKNOWN = Evidence(support=0.0, doubt=0.0, length=0.1, clashes=0)
BOTH_LOST_SOMETHING = PivotEvidence(odds=0.0, of_one_size=0.0, longer=1.0)


def test_a_place_proves_nothing_where_other_versions_show_that_both_lost_something() -> None:
    assert pair_probability(IN_STEP, UNKNOWN, None, 245) > 0.9
    assert pair_probability(IN_STEP, UNKNOWN, BOTH_LOST_SOMETHING, 245) == 0.0


def test_words_of_the_two_or_of_other_versions_may_speak_for_such_a_pair() -> None:
    by_words = pair_probability(replace(IN_STEP, odds=3.0), UNKNOWN, BOTH_LOST_SOMETHING, 245)
    by_others = pair_probability(IN_STEP, UNKNOWN, replace(BOTH_LOST_SOMETHING, odds=4.0), 245)
    assert min(by_words, by_others) > 0.9


def test_a_length_tells_of_joined_items_only_where_one_is_left_over_beside_them() -> None:
    long = replace(UNKNOWN, support=6.0, length=4.0)
    beside = replace(IN_STEP, odds=6.0, is_parallel=False, unmatched_share=0.2, left_over=LEFT_OVER)
    apart = replace(beside, left_over=((), ()))
    assert pair_probability(beside, long, None, 245) < 0.9 < pair_probability(apart, long, None, 245)
    assert pair_probability(beside, replace(long, length=0.0), None, 245) == pair_probability(apart, long, None, 245)


def test_a_place_proves_nothing_where_the_texts_and_other_versions_speak_against_it() -> None:
    against = PivotEvidence(odds=-0.6, of_one_size=1.0, longer=0.0)
    assert pair_probability(replace(IN_STEP, on_path=9.0), UNKNOWN, replace(against, odds=-0.3), 245) > 0.9
    assert pair_probability(replace(IN_STEP, on_path=9.0), UNKNOWN, against, 245) == 0.0


def test_a_definition_that_fits_far_less_than_is_usual_is_of_another_edition() -> None:
    alone = replace(IN_STEP, odds=6.0, weakest=6.0, is_alone=True)
    assert pair_probability(alone, UNKNOWN, None, 245, difference=2.5) > 0.96
    assert pair_probability(alone, UNKNOWN, None, 245, difference=2.7) == 0.0


def test_a_definition_that_may_be_of_another_edition_is_never_beyond_doubt() -> None:
    alone = replace(IN_STEP, odds=8.0, weakest=8.0, on_path=10.0, runner_up=-10.0, is_alone=True)
    sure, usual, unusual = (pair_probability(alone, UNKNOWN, None, 245, difference=odds) for odds in (0.0, -3.0, -0.5))
    assert sure > usual > 0.999 > unusual > 0.99


def test_a_pivot_language_that_holds_the_text_of_one_side_tells_that_the_other_is_of_another_edition() -> None:
    alone = replace(IN_STEP, odds=6.0, weakest=6.0, is_alone=True)

    def probability(difference: float, *pivots: tuple[float, float]) -> float:
        evidence = PivotEvidence(4.0, of_one_size=1.0, longer=0.0, differences=pivots)
        return pair_probability(alone, UNKNOWN, evidence, 245, difference)

    assert probability(2.2, (-1.0, -1.0)) > 0.96
    assert probability(1.0, (3.0, -1.0)) == probability(1.0, (-1.0, 3.0)) == 0.0
    assert probability(1.0, (4.0, 4.0)) > 0.96  # of a third edition, it tells nothing of the two
    assert probability(2.7, (0.0, 0.0)) == 0.0  # nor where it is not known what is usual


def test_facts_that_stand_alone_are_none_where_neither_their_texts_nor_other_versions_speak_for_them() -> None:
    alone = replace(IN_STEP, odds=0.3, is_alone=True)
    silent, speaking = PivotEvidence(0.5, of_one_size=1.0, longer=0.0), PivotEvidence(4.0, of_one_size=1.0, longer=0.0)
    assert pair_probability(alone, UNKNOWN, silent, 245) == 0.0
    assert pair_probability(alone, UNKNOWN, speaking, 245) > 0.9
    assert pair_probability(replace(alone, odds=4.0), UNKNOWN, silent, 245) > 0.9
    assert pair_probability(replace(alone, is_alone=False), UNKNOWN, silent, 245) > 0.9


def test_what_speaks_against_long_texts_counts_in_proportion_as_what_speaks_for_them_is_capped() -> None:
    short, long = Evidence(18.0, -3.0, 0.0, 0), Evidence(180.0, -25.0, 0.0, 0)
    assert item_odds(long) >= item_odds(short) > 9
    assert item_odds(replace(long, doubt=-120.0)) < -9
    assert item_odds(long, counts_in_full=True) < -9


def test_what_speaks_against_short_texts_counts_in_full() -> None:
    evidence = Evidence(12.0, -8.0, 0.0, 0)
    assert item_odds(evidence) == item_odds(evidence, counts_in_full=True) < 0


def test_places_of_lists_whose_pairs_all_speak_for_themselves_prove_something_whatever_other_versions_hold() -> None:
    speaking = replace(IN_STEP, odds=7.0, runner_up=5.0, weakest=4.5)
    assert pair_probability(speaking, UNKNOWN, BOTH_LOST_SOMETHING, 245) > 0.95
    assert pair_probability(replace(speaking, weakest=3.0), UNKNOWN, BOTH_LOST_SOMETHING, 245) < 0.8


def test_two_facts_alone_are_no_pair_where_they_are_about_other_lines_of_code() -> None:
    alone = replace(IN_STEP, odds=6.0, weakest=6.0, is_alone=True)
    assert pair_probability(alone, replace(UNKNOWN, clashes=BOTH_CLASH), None, 245) > 0.9
    assert pair_probability(alone, replace(UNKNOWN, clashes=OTHER_PROGRAMS), None, 245) == 0.0
