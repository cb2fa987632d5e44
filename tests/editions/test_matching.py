"""Which facts of a new edition are which of the old one: one to one, and in doubt none."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.editions.matching import FactTexts, match
from flashgen.record import replace

ENGLISH = (
    "Bees carry pollen from flower to flower.",
    "Wax serves for candles and polish.",
    "One queen lays all eggs of a hive.",
    "Smoke calms a colony before the harvest.",
    "Drones die in autumn.",
)
ITALIAN = (
    "Le api portano il polline di fiore in fiore.",
    "La cera serve per candele e lucido.",
    "Una sola regina depone tutte le uova dell'alveare.",
    "Il fumo calma la colonia prima del raccolto.",
    "I fuchi muoiono in autunno.",
)


def said(native: str, target: str, context: str = "", pin: str = "", remembered: bool = False) -> FactTexts:
    return FactTexts((native,), (target,), (context,), pin, not remembered)


def asked(question: str, answer: str, domanda: str, risposta: str) -> FactTexts:
    return FactTexts((question, answer), (domanda, risposta), ("",))


BEES = tuple(map(said, ENGLISH, ITALIAN))
POLLEN, WAX, QUEEN, SMOKE, DRONES = BEES


def edited(wording: FactTexts) -> FactTexts:
    """The same fact with a word more in both languages."""
    (native,), (target,) = wording.native, wording.target
    return replace(wording, native=(f"Today {native}",), target=(f"Oggi {target}",))


def test_nothing_matches_nothing() -> None:
    assert match([], []) == match([POLLEN], []) == match([], [POLLEN]) == {}


def test_equal_editions_match_in_order() -> None:
    assert match(BEES, BEES) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}


@given(st.permutations(range(5)))
def test_facts_are_recognised_in_any_order(order: list[int]) -> None:
    assert match([BEES[index] for index in order], BEES) == dict(enumerate(order))


def test_swapped_facts_are_recognised_though_one_was_edited() -> None:
    assert match([WAX, edited(POLLEN), QUEEN], [POLLEN, WAX, QUEEN]) == {0: 1, 1: 0, 2: 2}


@pytest.mark.parametrize("index", range(5))
def test_an_inserted_fact_is_new(index: int) -> None:
    new = [*BEES[:index], said("Honey keeps for years.", "Il miele dura anni."), *BEES[index:]]
    assert match(new, BEES) == {place: place - (place > index) for place in range(6) if place != index}


@pytest.mark.parametrize("index", range(5))
def test_the_facts_around_a_deleted_one_are_recognised(index: int) -> None:
    new = [*BEES[:index], *BEES[index + 1 :]]
    assert match(new, BEES) == {place: place + (place >= index) for place in range(4)}


@pytest.mark.parametrize("index", range(5))
def test_an_edit_in_both_languages_is_recognised(index: int) -> None:
    new = [*BEES[:index], edited(BEES[index]), *BEES[index + 1 :]]
    assert match(new, BEES) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}


def test_another_text_in_the_same_place_is_another_fact() -> None:
    assert match([POLLEN, QUEEN], [POLLEN, WAX]) == {0: 0}


def test_a_fact_is_recognised_by_the_language_that_stayed() -> None:
    assert match([said("Quite another sentence about it.", ITALIAN[1])], [POLLEN, WAX]) == {0: 1}
    assert match([said(ENGLISH[1], "Una frase del tutto diversa.")], [POLLEN, WAX]) == {0: 1}


def test_one_language_that_two_facts_share_settles_nothing() -> None:
    old = [said("It sells well.", "cera"), said("Nobody buys any.", "cera")]
    assert match([said("Entirely new words here", "cera")], old) == {}


def test_two_candidates_that_are_equally_good_leave_a_fact_new() -> None:
    old = [said("honey in May 1", "miele a maggio 1"), said("honey in May 2", "miele a maggio 2")]
    assert match([said("honey in May", "miele a maggio")], old) == {}


def test_two_facts_that_resemble_an_old_one_equally_are_both_new() -> None:
    old = [said("honey in May", "miele a maggio")]
    new = [said("honey in May 1", "miele a maggio 1"), said("honey in May 2", "miele a maggio 2")]
    assert match(new, old) == {}


def test_the_closer_of_two_candidates_is_taken() -> None:
    near, far = edited(POLLEN), said("Bees carry water from pond to hive.", "Le api portano acqua dallo stagno.")
    assert match([POLLEN], [far, near]) == {0: 1}


def test_equal_facts_keep_their_order() -> None:
    fee = said("fee", "costo")
    assert match([fee, fee], [fee, fee]) == {0: 0, 1: 1}


def test_of_equal_facts_as_many_are_found_as_there_were() -> None:
    fee = said("fee", "costo")
    assert match([fee, fee, fee], [fee, fee]) == {0: 0, 1: 1}
    assert match([fee], [fee, fee]) == {0: 0}


def test_equal_texts_are_told_apart_by_their_lead_ins() -> None:
    hives, fields = said("cost", "costo", "A hive needs:"), said("cost", "costo", "A field of flowers brings:")
    new = [replace(fields, context=("A wide field of flowers brings:",)), replace(hives, context=("Any hive needs:",))]
    assert match(new, [hives, fields]) == {0: 1, 1: 0}


def test_a_pin_is_stronger_than_any_text() -> None:
    old = [replace(POLLEN, pin="p"), replace(WAX, pin="w")]
    new = [replace(POLLEN, pin="w"), replace(WAX, pin="p")]
    assert match(new, old) == {0: 1, 1: 0}


def test_a_pinned_fact_is_recognised_however_it_is_reworded() -> None:
    assert match([replace(SMOKE, pin="p")], [DRONES, replace(POLLEN, pin="p")]) == {0: 1}


def test_a_fact_that_gets_a_pin_is_recognised_by_its_text() -> None:
    assert match([replace(POLLEN, pin="p")], [POLLEN]) == {0: 0}
    assert match([POLLEN], [replace(POLLEN, pin="p")]) == {0: 0}


REWRITTEN_WAX = said("People need wax for good candles.", "Alla gente serve cera per buone candele.")
"""Resembles WAX by about a half."""
EDITED_WAX = said("Wax serves in churches for lights.", "La cera serve in chiesa per le luci.")
"""Resembles WAX by about two thirds."""


def test_a_fact_that_stayed_only_by_half_is_new() -> None:
    assert match([REWRITTEN_WAX], [WAX, POLLEN]) == {}


@pytest.mark.parametrize(
    "wrap",
    [lambda fact: [POLLEN, fact, QUEEN], lambda fact: [POLLEN, fact], lambda fact: [fact, QUEEN]],
    ids=["between", "last", "first"],
)
def test_the_only_fact_left_beside_known_ones_needs_less_resemblance(
    wrap: Callable[[FactTexts], list[FactTexts]],
) -> None:
    assert match(wrap(REWRITTEN_WAX), wrap(WAX)) == dict(enumerate(range(len(wrap(WAX)))))


def test_of_two_facts_left_between_known_ones_neither_needs_less_resemblance() -> None:
    assert match([POLLEN, REWRITTEN_WAX, SMOKE, QUEEN], [POLLEN, WAX, QUEEN]) == {0: 0, 3: 2}
    assert match([POLLEN, REWRITTEN_WAX, QUEEN], [POLLEN, WAX, SMOKE, QUEEN]) == {0: 0, 2: 3}


def test_a_fact_of_an_earlier_edition_needs_more_resemblance() -> None:
    assert match([EDITED_WAX], [WAX]) == {0: 0}
    assert match([EDITED_WAX], [replace(WAX, in_last_edition=False)]) == {}


def test_a_fact_of_an_earlier_edition_is_found_again() -> None:
    assert match([POLLEN, WAX], [POLLEN, replace(WAX, in_last_edition=False)]) == {0: 0, 1: 1}


def test_the_last_edition_comes_before_earlier_ones() -> None:
    assert match([WAX], [replace(WAX, in_last_edition=False), WAX]) == {0: 1}


def test_an_earlier_fact_with_the_same_texts_beats_one_that_was_only_edited() -> None:
    assert match([WAX], [edited(WAX), replace(WAX, in_last_edition=False)]) == {0: 1}


def test_a_question_that_stayed_is_recognised_under_another_answer() -> None:
    old = asked("Do bees sleep?", "Yes, at night.", "Le api dormono?", "Sì, di notte.")
    new = asked("Do bees sleep?", "For some hours, in their cells.", "Le api dormono?", "Per qualche ora, nelle celle.")
    other = asked("Why do bees dance?", "To show the way.", "Perché le api danzano?", "Per indicare la via.")
    assert match([new], [other, old]) == {0: 1}


def test_an_answer_that_stayed_is_recognised_under_another_question() -> None:
    old = asked("Do bees sleep?", "Yes, at night, in their cells.", "Le api dormono?", "Sì, di notte, nelle celle.")
    new = replace(old, native=("And at night?", old.native[1]), target=("E di notte?", old.target[1]))
    other = asked("Why do bees dance?", "To show the way.", "Perché le api danzano?", "Per indicare la via.")
    assert match([new], [other, old]) == {0: 1}


def test_work_on_long_lists_keeps_what_stands_in_its_place() -> None:
    old = [said(f"sentence number {n} of the list", f"frase numero {n} della lista") for n in range(700)]
    new = [said("First of all", "Prima di tutto"), *old]
    assert match(new, old) == {number + 1: number for number in range(700)}


TEXT = st.sampled_from(("honey", "honey and wax", "wax", "a lot of pollen", "pollen", ""))
WORDING = st.builds(said, TEXT, TEXT, TEXT, st.sampled_from(("", "", "p", "q")), st.booleans())


@given(st.lists(WORDING, max_size=12), st.lists(WORDING, max_size=12))
def test_matching_is_one_to_one(new: list[FactTexts], old: list[FactTexts]) -> None:
    found = match(new, old)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(new)))
    assert set(found.values()) <= set(range(len(old)))


@given(st.lists(WORDING, max_size=12), st.lists(WORDING, max_size=12))
def test_the_same_editions_always_match_alike(new: list[FactTexts], old: list[FactTexts]) -> None:
    assert match(new, old) == match(new, old)


DISTINCT = st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), min_size=1, max_size=12, unique=True)


@given(DISTINCT, st.randoms(use_true_random=False))
def test_facts_with_texts_of_their_own_are_recognised_in_any_order(
    texts: list[tuple[str, str]], random: Random
) -> None:
    old = [said(*pair) for pair in texts]
    order = list(range(len(old)))
    random.shuffle(order)
    assert match([old[index] for index in order], old) == dict(enumerate(order))


@given(st.lists(WORDING, max_size=12))
def test_an_unchanged_edition_is_recognised_whole(wordings: list[FactTexts]) -> None:
    old = [replace(wording, in_last_edition=True, pin="") for wording in wordings]
    found = match(old, old)
    assert len(found) == len(old)
    assert all(old[one] == old[other] for one, other in found.items())


def test_a_fact_that_says_once_what_it_joined_with_itself_is_the_one_that_was_published() -> None:
    before = said("Wax and wax serve for candles and polish.", "La cera o cera serve per candele e lucido.")
    mended = said("Wax serve for candles and polish.", "La cera serve per candele e lucido.")
    one_side = said("Wax and wax serve for candles and polish.", "La cera serve per candele e lucido.")
    assert match([POLLEN, mended, QUEEN], [POLLEN, before, QUEEN]) == {0: 0, 1: 1, 2: 2}
    assert match([QUEEN, one_side], [before, QUEEN]) == {0: 1, 1: 0}
