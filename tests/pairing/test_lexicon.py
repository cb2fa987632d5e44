"""Words that keep turning up opposite each other are learnt, by what other lists say than the one in question."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.pairing.lexicon import Associations, Lexicon, Segment, learn

BEES = {"honey": "bal", "wax": "mum", "bee": "arı", "hive": "kovan", "flower": "çiçek", "nectar": "nektar"}
NOBODY: frozenset[str] = frozenset()


def segment(source: str, native: str, target: str) -> Segment:
    return Segment(source, frozenset(native.split()), frozenset(target.split()))


def partners(associations: Associations, word: str, without: frozenset[str]) -> dict[str, float]:
    """What a word stands for, by what other sources say; nothing where it is not known."""
    return dict(associations[word].without(without).strengths) if word in associations else {}


def lists(count: int = 20) -> list[Segment]:
    """Lists in which every two words of one language stand opposite the same two of the other."""
    pairs = list(combinations(BEES, 2))
    return [
        segment(f"list {number}", " ".join(pair), " ".join(BEES[word] for word in pair))
        for number, pair in enumerate((pairs * count)[:count])
    ]


def best(lexicon: Lexicon, word: str) -> str:
    found = partners(lexicon.native_to_target, word, NOBODY)
    return max(found, key=found.__getitem__)


def test_words_that_keep_turning_up_opposite_each_other_are_learnt() -> None:
    lexicon = learn(lists())
    assert {word: best(lexicon, word) for word in BEES} == BEES


def test_it_is_learnt_in_both_directions_alike() -> None:
    lexicon = learn(lists())
    native_to_target = {
        (one, other): value
        for one, there in lexicon.native_to_target.items()
        for other, value in there.strengths.items()
    }
    target_to_native = {
        (one, other): value
        for other, there in lexicon.target_to_native.items()
        for one, value in there.strengths.items()
    }
    assert native_to_target == target_to_native


def test_it_makes_no_difference_which_language_is_the_native_one() -> None:
    there = learn(lists())
    turned = learn(Segment(one.source, one.target, one.native) for one in lists())
    for word, other in BEES.items():
        assert partners(there.native_to_target, word, NOBODY)[other] == pytest.approx(
            partners(turned.target_to_native, word, NOBODY)[other]
        )


def test_words_that_never_met_are_no_partners() -> None:
    lexicon = learn([segment("a", "honey", "bal"), segment("b", "wax", "mum")])
    assert "mum" not in partners(lexicon.native_to_target, "honey", NOBODY)


def test_a_word_that_stands_opposite_everything_takes_no_partner_from_another() -> None:
    spread = [Segment(one.source, one.native, one.target | {"ve"}) for one in lists()]
    lexicon = learn(spread)
    assert all(best(lexicon, word) == BEES[word] for word in BEES)


def test_a_list_is_no_witness_of_itself() -> None:
    lexicon = learn([segment("honey#1", "honey", "bal"), *lists()[5:8]])
    assert partners(lexicon.native_to_target, "honey", NOBODY)["bal"] > 0
    assert partners(lexicon.native_to_target, "honey", frozenset({"honey#1"})) == {}
    assert partners(lexicon.target_to_native, "bal", frozenset({"honey#1"})) == {}


def test_what_another_list_says_as_well_is_believed_but_less() -> None:
    lexicon = learn([segment("honey#1", "honey", "bal"), segment("bread#2", "honey", "bal"), *lists()[5:8]])
    asked = partners(lexicon.native_to_target, "honey", frozenset({"honey#1"}))["bal"]
    assert 0 < asked < partners(lexicon.native_to_target, "honey", NOBODY)["bal"]


def test_what_many_lists_say_needs_none_of_them() -> None:
    lexicon = learn(segment(f"list {number}", "honey", "bal") for number in range(9))
    assert partners(lexicon.native_to_target, "honey", frozenset({"list 0"})) == partners(
        lexicon.native_to_target, "honey", NOBODY
    )


def test_more_lists_make_an_association_stronger() -> None:
    strengths = [
        partners(
            learn(segment(str(number), "honey", "bal") for number in range(count)).native_to_target, "honey", NOBODY
        )["bal"]
        for count in (1, 2, 3)
    ]
    assert strengths == sorted(set(strengths))


def test_nothing_teaches_nothing() -> None:
    assert learn([]) == Lexicon()
    assert learn([segment("a", "honey", ""), segment("b", "", "bal")]) == Lexicon()
    assert partners(Lexicon().native_to_target, "honey", NOBODY) == {}


def test_it_tells_how_much_it_was_learnt_from() -> None:
    lexicon = learn([segment("a", "honey wax", "bal"), segment("b", "honey", "bal"), segment("c", "", "mum")])
    assert lexicon.learnt == 2
    assert lexicon.native_shares == {"honey": 1.0, "wax": 0.5}
    assert lexicon.target_shares == {"bal": 1.0}


def test_the_same_lists_teach_the_same() -> None:
    assert learn(lists()) == learn(lists())


WORDS = st.frozensets(st.sampled_from(["honey", "wax", "bee", "蜜", "蝋", "#12", "~a4", "/tide", "عسل"]), max_size=5)
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from("abcdef"), WORDS, WORDS), max_size=12)


@settings(deadline=None, max_examples=50)
@given(SEGMENTS)
def test_every_strength_lies_between_none_and_certain(segments: list[Segment]) -> None:
    lexicon = learn(segments)
    for direction in (lexicon.native_to_target, lexicon.target_to_native):
        for word in direction:
            for without in (NOBODY, frozenset("ab")):
                assert all(0 < strength <= 1 for strength in partners(direction, word, without).values())


@settings(deadline=None, max_examples=50)
@given(SEGMENTS)
def test_only_words_that_met_elsewhere_are_partners(segments: list[Segment]) -> None:
    lexicon, without = learn(segments), frozenset("ab")
    met = {
        (one, other) for held in segments if held.source not in without for one in held.native for other in held.target
    }
    few = len({held.source for held in segments}) <= 3
    for word in lexicon.native_to_target:
        assert not few or {(word, other) for other in partners(lexicon.native_to_target, word, without)} <= met
