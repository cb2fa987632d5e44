"""Items end on a card as if nothing followed them."""

from __future__ import annotations

import pytest

from flashgen.pairing.list_ends import without_list_ends
from flashgen.record import replace
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import fact


def bead(native: str, target: str, line: int = 7, kind: str = "purpose") -> Bead:
    ours, theirs = (
        replace(fact(kind, text), location=Location(f"{language}/mill.md", line))
        for text, language in ((native, "en"), (target, "it"))
    )
    return Bead(kind, ours, theirs)


LAST = bead("its miller.", "il mugnaio.", line=20)


def ends(*beads: Bead) -> list[tuple[str, str]]:
    return [
        (found.native.answer, found.target.answer)
        for found in without_list_ends(beads)
        if found.native and found.target
    ]


@pytest.mark.parametrize(
    ("native", "target", "shown"),
    [
        ("a large wheel of oak;", "una ruota di quercia;", ("a large wheel of oak", "una ruota di quercia")),
        ("a large wheel of oak, ", "大きな水車、", ("a large wheel of oak", "大きな水車")),
        ("a wheel; and", "una ruota; e", ("a wheel", "una ruota")),
        ("a wheel that turns, or", "ein Rad, das sich dreht,", ("a wheel that turns", "ein Rad, das sich dreht")),
        ("a mill and/or a stone, and/or", "pale e/o una mola, e/o", ("a mill and/or a stone", "pale e/o una mola")),
        ("عجلة تدور، أو", "水车转动，或者", ("عجلة تدور", "水车转动")),
        ("a wheel turns", "una ruota gira", ("a wheel turns", "una ruota gira")),
    ],
)  # fmt: skip
def test_signs_and_words_that_join_an_item_to_the_next_are_left_out(
    native: str, target: str, shown: tuple[str, str]
) -> None:
    assert ends(bead(native, target), LAST)[0] == shown


@pytest.mark.parametrize(
    ("native", "target"),
    [
        ("It grinds corn, too", "Macina anche il grano"),  # one side alone ends so
        ("Mills of Rome, Oslo", "Mulini di Roma, Oslo"),  # names
        ("A mill; it is of wood and stone", "Un mulino; è di legno e pietra"),
        ("wheels, corn", "水车、谷物"),  # a row of words
        (",", ";"),
    ],
)
def test_what_is_said_behind_a_sign_stays(native: str, target: str) -> None:
    assert ends(bead(native, target), LAST)[0] == (native, target)


def test_the_word_that_a_list_ends_in_stays() -> None:
    assert ends(bead("wheels, stones, etc", "ruote, mole, ecc"))[0] == ("wheels, stones, etc", "ruote, mole, ecc")


def test_withheld_facts_and_other_kinds_stay_as_they_are() -> None:
    withheld = replace(bead("a wheel;", "una ruota;"), reason=Reason("damaged"))
    other = bead("a wheel;", "una ruota;", kind="callout")
    assert ends(withheld, other) == [("a wheel;", "una ruota;")] * 2


@pytest.mark.parametrize(
    ("native", "target", "shown"),
    [
        ("its stones.", "le mole.", ("its stones", "le mole")),
        ("its stones.", "石。", ("its stones", "石")),
        ("It grinds.", "Macina.", ("It grinds.", "Macina.")),
        ("stones. Then an oven.", "mole. Poi un forno.", ("stones. Then an oven.", "mole. Poi un forno.")),
    ],
)  # fmt: skip
def test_the_last_item_of_a_list_that_is_one_sentence_has_no_full_stop(
    native: str, target: str, shown: tuple[str, str]
) -> None:
    assert ends(bead("a wheel;", "una ruota;"), bead(native, target, line=20))[1] == shown


def test_an_item_without_a_partner_shows_that_the_one_before_it_is_not_the_last() -> None:
    alone = replace(LAST, target=None)
    assert ends(bead("a wheel, or", "una ruota, o"), alone)[0] == ("a wheel", "una ruota")


def test_the_raised_dot_of_greek_is_left_out_as_semicolons_are() -> None:
    assert ends(bead("ένας τροχός·", "o roată;"), LAST)[0] == ("ένας τροχός", "o roată")


@pytest.mark.parametrize(
    ("native", "target", "shown"),
    [
        ("a stone, and", "kamień oraz", ("a stone", "kamień")),
        ("a stone and", "kamień,", ("a stone", "kamień")),
    ],
)
def test_a_word_before_the_last_item_is_left_out_where_no_sign_stands_before_it(
    native: str, target: str, shown: tuple[str, str]
) -> None:
    assert ends(bead("a wheel,", "koło,", line=6), bead(native, target), LAST)[1] == shown


def test_the_last_word_of_other_items_stays() -> None:
    first = bead("a wheel,", "koło,", line=6)
    for ours, theirs in (("a stone that turns", "kamień, oraz"), ("a red sack", "czerwony wór")):
        assert ends(first, bead(ours, theirs), LAST)[1] == (ours, theirs)
    assert ends(bead("a wheel", "koło", line=6), bead("ring it in", "kamień, oraz"), LAST)[1][0] == "ring it in"
