"""What follows a cut is shown as far as both versions say the same."""

from __future__ import annotations

import pytest

from flashgen.pairing.card_size import CardSize
from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.rests import common_rests
from flashgen.pairing.sentence_alignment import Cut
from flashgen.records.pairs import Bead
from tests.support.samples import fact

ENGLISH = ("A mill grinds grain.", " It has 2 stones.", " A brook drives it.")
ITALIAN = ("Un mulino macina.", " Ha 2 pietre.", " Lo muove un rio.")


def places(native: tuple[str, ...], target: tuple[str, ...], *odds: float, sure: float = 1.0) -> list[Cut]:
    """The ends of sentences that stand for each other, with the odds of each piece."""
    return [
        Cut(len("".join(native[:count])), len("".join(target[:count])), count, count, sure, value)
        for count, value in enumerate(odds, start=1)
    ]


def rests(
    native: tuple[str, ...] = ENGLISH, target: tuple[str, ...] = ITALIAN, *odds: float, sure: float = 1.0
) -> tuple[str, str]:
    first, *following = places(native, target, *(odds or (2.0, 2.0, 2.0)), sure=sure)
    return common_rests("".join(native), "".join(target), first, following)


def test_a_rest_that_both_sides_share_is_shown_whole() -> None:
    assert rests() == ("It has 2 stones. A brook drives it.", "Ha 2 pietre. Lo muove un rio.")


def test_a_rest_ends_where_the_versions_part() -> None:
    assert rests(ENGLISH, ITALIAN, 2.0, 2.0, -1.0) == ("It has 2 stones.", "Ha 2 pietre.")
    assert rests(ENGLISH, ITALIAN, 2.0, 0.0, 2.0) == ("", "")


@pytest.mark.parametrize(("odds", "is_shown"), [(-4.0, True), (-7.0, False)])
def test_a_last_sentence_that_is_needed_is_shown_unless_the_evidence_denies_it(odds: float, is_shown: bool) -> None:
    native, target = ENGLISH[:2], ITALIAN[:2]
    first, *following = places(native, target, 2.0, odds)
    texts = "".join(native), "".join(target)
    assert all(common_rests(*texts, first, following, is_needed=True)) is is_shown
    assert not any(common_rests(*texts, first, following))
    first, *following = places(ENGLISH, ITALIAN, 2.0, odds, 2.0)
    assert not any(common_rests("".join(ENGLISH), "".join(ITALIAN), first, following, is_needed=True))


def test_a_place_that_is_in_doubt_ends_a_rest() -> None:
    assert rests(sure=0.8) == ("", "")


@pytest.mark.parametrize("figures", [" Ha 3 pietre.", " Ha pietre.", " Ha 2 pietre del 1911."])
def test_a_rest_ends_before_another_figure(figures: str) -> None:
    assert rests(ENGLISH, (ITALIAN[0], figures, ITALIAN[2])) == ("", "")


def test_a_rest_does_not_end_on_a_scrap_of_a_name() -> None:
    scraps = (*ENGLISH, " Wheel!"), (*ITALIAN, " Wheel!")
    assert rests(*scraps, 2.0, 2.0, 2.0, 2.0) == rests()
    on = " turns it by day.", " lo gira di giorno."
    both = (*scraps[0], on[0]), (*scraps[1], on[1])
    assert rests(*both, 2.0, 2.0, 2.0, 2.0, 2.0)[0].endswith("Wheel! turns it by day.")


def test_a_rest_does_not_end_within_a_list_nor_with_what_leads_in_to_it() -> None:
    items = ("\n• A wheel", "\n• A brook", "\n• A stone"), ("\n• Una ruota", "\n• Un rio", "\n• Una pietra")
    native = *ENGLISH[:2], " It needs three things:", *items[0]
    target = *ITALIAN[:2], " Gli servono tre cose:", *items[1]
    whole = rests(native, target, *[2.0] * 6)
    assert whole[0].endswith("three things:\n• A wheel\n• A brook\n• A stone")
    assert rests(native, target, *[2.0] * 5) == ("It has 2 stones.", "Ha 2 pietre.")
    assert rests(native, target, *[2.0] * 3) == ("It has 2 stones.", "Ha 2 pietre.")


def test_a_rest_does_not_end_with_a_question_that_what_is_left_out_answers() -> None:
    native, target = (*ENGLISH[:2], " Who drives it?"), (*ITALIAN[:2], " Chi lo muove?")
    assert rests(native, target) == ("It has 2 stones.", "Ha 2 pietre.")
    answers = (*native, " A brook."), (*target, " Un rio.")
    assert rests(*answers, 2.0, 2.0, 2.0, 2.0)[0].endswith("Who drives it? A brook.")


def test_a_rest_is_no_essay() -> None:
    long = " It turns by day and by night" + ", and on it goes" * 30 + "."
    assert rests((*ENGLISH[:2], long), ITALIAN) == ("It has 2 stones.", "Ha 2 pietre.")


def test_a_rest_leaves_no_quotation_open() -> None:
    assert rests(
        (ENGLISH[0], ' It says: "Grind.', ' Grind."'), (ITALIAN[0], ' Dice: "Macina.', ' Macina."'), 2, 2, -1
    ) == (
        "",
        "",
    )


def fitted(kind: str, native: str, target: str, question: str = "") -> list[str]:
    bead = Bead(kind, fact(kind, native, question), fact(kind, target, question))
    (found,) = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(answer=60, statement=40)).fit_all([bead])
    return [side.rest for _, side in found.sides]


def test_one_side_alone_goes_on_with_nothing() -> None:
    native = "The mill of our village grinds 12 tons of grain each year. It has stood here since 1911. It is of oak."
    target = (
        "Il mulino del nostro villaggio macina 12 tonnellate di grano. Le sue pale 7 volte furono rifatte dopo il 1803."
    )
    assert fitted("faq", native, target, "What?") == ["", ""]


def test_what_is_translated_keeps_all_of_its_rest() -> None:
    """It is known by all of its text."""
    native, target = "".join(ENGLISH), "".join(ITALIAN)
    assert all(fitted("callout", native, target))
