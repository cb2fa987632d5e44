"""Sentences of the body that say the same: aligned in paragraphs opposite each other, whole, and worth learning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from flashgen.pairing import body_sentences
from flashgen.pairing.body_sentences import pair_sentences, without_known
from flashgen.pairing.evidence import Comparison, weigh
from flashgen.pairing.model import TranslationModel
from flashgen.records.facts import TokenisedText
from flashgen.records.pairs import Bead
from tests.support.samples import fact, version

Texts = Sequence[TokenisedText]
ENGLISH = """
    ---
    title: Mill
    ---

    ## Grain

    The mill of Venezia grinds 12 tons of grain a day. Its wheel of 1911 turns at 30 rounds a minute.

    A second paragraph tells of the [bakery](/bakery) that opened in 1925 with 4 ovens.
"""
ITALIAN = """
    ---
    title: Mulino
    ---

    ## Grano

    Il mulino di Venezia macina 12 tonnellate di grano al giorno. La sua ruota del 1911 fa 30 giri al minuto.

    Un secondo paragrafo parla del [forno](/bakery) che aprì nel 1925 con 4 bocche.
"""


def paired(native: str, target: str, needed: float = 0.9) -> tuple[Bead, ...]:
    return pair_sentences(version(native, "en", "mill"), version(target, "it", "mill"), TranslationModel(), needed)


def texts(beads: tuple[Bead, ...]) -> list[tuple[str, str]]:
    return [(bead.native.answer, bead.target.answer) for bead in beads if bead.native and bead.target]


def body(*paragraphs: str) -> str:
    return "---\ntitle: Mill\n---\n\n## Grain\n\n" + "\n\n".join(paragraphs) + "\n"


def test_sentences_that_say_the_same_are_paired_in_document_order() -> None:
    assert texts(paired(ENGLISH, ITALIAN)) == [
        (
            "The mill of Venezia grinds 12 tons of grain a day.",
            "Il mulino di Venezia macina 12 tonnellate di grano al giorno.",
        ),
        ("Its wheel of 1911 turns at 30 rounds a minute.", "La sua ruota del 1911 fa 30 giri al minuto."),
        (
            "A second paragraph tells of the bakery that opened in 1925 with 4 ovens.",
            "Un secondo paragrafo parla del forno che aprì nel 1925 con 4 bocche.",
        ),
    ]


def test_a_sentence_is_a_fact_with_its_place_and_its_confidence() -> None:
    first, _, third = paired(ENGLISH, ITALIAN)
    assert first.native is not None
    assert third.native is not None
    assert third.target is not None
    assert (first.kind, first.native.kind, first.native.question) == ("sentence", "sentence", "")
    assert 0.9 <= first.confidence <= 1
    assert str(first.native.location) == "en/mill.md:7"
    assert str(third.target.location) == "it/mill.md:9"
    assert (first.native.block_index, third.target.block_index) == ((0, 0), (0, 1))
    assert third.native.links == third.target.links == ("bakery",)


def test_the_words_of_a_link_that_both_sentences_hold_are_marked() -> None:
    third = paired(ENGLISH, ITALIAN)[2]
    marked = [fact.answer[slice(*mark)] for _, fact in third.sides for mark in fact.marks]
    assert marked == ["bakery", "forno"]


def test_the_words_of_a_link_that_one_sentence_holds_are_not_marked() -> None:
    third = paired(ENGLISH.replace("[bakery](/bakery)", "bakery"), ITALIAN)[2]
    assert [fact.marks for _, fact in third.sides] == [(), ()]


def test_a_sentence_that_a_translator_parted_is_left_out() -> None:
    parted = ITALIAN.replace("Venezia macina", "Venezia è grande e vecchio, e ne sono fieri. Macina")
    assert texts(paired(ENGLISH, parted)) == texts(paired(ENGLISH, ITALIAN))[1:]


def test_a_section_of_another_shape_gives_none() -> None:
    assert not paired(ENGLISH, ITALIAN + "\n    - una cosa in più\n")


def test_paragraphs_that_have_nothing_in_common_give_none() -> None:
    native = body("The mill of Venezia grinds 12 tons of grain a day.")
    target = body("Nel 1840 i cugini Rossi comprarono una barca a vela.")
    assert not paired(native, target)


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("It is of 1911.", "È del 1911."),
        ("The wheel of 1911, the brook of Venezia, 12 sacks", "La ruota del 1911, il ruscello di Venezia, 12 sacchi"),
        ("- the wheel of 1911 that turns in Venezia.", "La ruota del 1911 che gira a Venezia."),
        ("The wheel of 1911 turns in Venezia. and so on.", "La ruota del 1911 gira a Venezia. e così via."),
        ('The wheel of Venezia is of 1911", they said.', 'La ruota di Venezia è del 1911", dissero.'),
        ("The wheel (of Venezia is of 1911.", "La ruota (di Venezia è del 1911."),
        (f"The wheel of 1911 turns in Venezia{', turns' * 30}.", f"La ruota del 1911 gira a Venezia{', gira' * 30}."),
    ],
    ids=["short", "no sentence", "item", "torn", "quotation mark", "bracket", "long"],
)  # fmt: skip
def test_what_is_no_whole_sentence_of_the_size_of_a_card_is_left_out(english: str, italian: str) -> None:
    assert not paired(body(english.replace("- ", "\\- ", 1)), body(italian))


def test_a_question_is_a_sentence_too() -> None:
    assert paired(body("Who built the mill of Venezia in 1911?"), body("Chi costruì il mulino di Venezia nel 1911?"))


def test_a_sentence_that_lost_its_words_before_a_link_is_left_out() -> None:
    native = body("The most useful wheel of Venezia is the [water wheel](/wheel) of 1911.")
    assert paired(native, body("La ruota più utile di Venezia è la [ruota ad acqua](/wheel) del 1911."))
    assert not paired(native, body("[Ruota ad acqua](/wheel) del 1911 è la più utile di Venezia."))


def test_a_sentence_that_is_said_twice_is_taken_once() -> None:
    english, italian = "The mill of Venezia is of 1911.", "Il mulino di Venezia è del 1911."
    assert (
        len(
            paired(
                body(english, "The bakery of Roma is of 1925.", english),
                body(italian, "Il forno di Roma è del 1925.", italian),
            )
        )
        == 2
    )


def test_pairs_that_are_less_sure_than_needed_are_left_out() -> None:
    assert all(bead.confidence >= 0.999 for bead in paired(ENGLISH, ITALIAN, 0.999))
    assert not paired(ENGLISH, ITALIAN, 1.1)


def test_a_sentence_that_another_fact_holds_is_left_out() -> None:
    sentences = paired(ENGLISH, ITALIAN)
    known = Bead("definition", None, fact("definition", f"Sì. {texts(sentences)[1][1]} Così è."))
    assert texts(without_known(sentences, [known])) == [texts(sentences)[0], texts(sentences)[2]]


def test_the_work_of_many_paragraphs_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def recorded(native: Texts, target: Texts, *others: Any) -> Comparison:
        sizes.append(len(native))
        return weigh(native, target, *others)

    monkeypatch.setattr(body_sentences, "weigh", recorded)
    texts = [("The mill of 1911.", "Il mulino del 1911.")] * 1201
    assert len(body_sentences._odds(texts, TranslationModel(), frozenset(), 1.0)) == 1201
    assert sizes == [500, 500, 201]
