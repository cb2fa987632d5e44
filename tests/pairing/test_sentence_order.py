"""Sentences in the order in which they are learnt."""

from __future__ import annotations

from flashgen.pairing.sentence_order import order_sentences
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact


def bead(text: str, marks: tuple[tuple[int, int], ...] = (), kind: str = "sentence") -> Bead:
    return Bead(kind, fact(kind, f"en {text}"), replace(fact(kind, text), marks=marks))


def ordered(sentences: list[Bead], title: str = "", others: tuple[Bead, ...] = (), **shares: float) -> list[str]:
    return [one.target.answer for one in order_sentences(sentences, title, others, shares) if one.target]


def test_each_sentence_brings_as_few_new_words_as_can_be() -> None:
    many = bead("alpha bravo charlie delta echo")
    some = bead("alpha bravo charlie")
    few = bead("golf hotel")
    assert ordered([many, some, few]) == ["golf hotel", "alpha bravo charlie", "alpha bravo charlie delta echo"]


def test_words_of_other_facts_are_known_already() -> None:
    known = bead("alpha bravo charlie delta", kind="definition")
    assert ordered([bead("golf hotel"), bead("alpha bravo charlie india")], others=(known,))[0].endswith("india")


def test_of_equally_many_new_words_the_frequent_ones_come_first() -> None:
    rare, frequent = bead("alpha bravo"), bead("golf hotel")
    assert ordered([rare, frequent], golf=0.5)[0] == "golf hotel"
    assert ordered([rare, frequent])[0] == "alpha bravo"


def test_a_sentence_that_brings_no_new_word_comes_last() -> None:
    assert ordered([bead("alpha bravo"), bead("bravo alpha"), bead("golf hotel india")])[-1] == "bravo alpha"


def test_sentences_that_name_the_title_or_a_term_come_before_the_others() -> None:
    sentences = [bead("golf"), bead("alpha bravo charlie"), bead("hotel india", ((0, 5),))]
    assert ordered(sentences, "Charlie") == ["hotel india", "alpha bravo charlie", "golf"]
