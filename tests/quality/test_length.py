"""Texts that fit no card."""

from __future__ import annotations

import pytest

from flashgen.quality.settings import Gate
from tests.support.suspects import callout, question, rules

SHORT = Gate(longest=90)
LONG = "The mill " + "and the mill " * 12 + "grind."


@pytest.mark.parametrize(("native", "target"), [("Un mulino.", LONG), (LONG, "Un mulino.")])
def test_what_is_far_too_long_is_withheld_whichever_side_it_is(native: str, target: str) -> None:
    assert rules(question(native), question(target), gate=SHORT) == ["too-long"]


def test_what_fits_passes() -> None:
    assert rules(callout("The mill grinds all the grain."), callout("Il mulino macina ogni grano."), gate=SHORT) == []


def test_a_character_of_chinese_counts_for_two_and_a_half() -> None:
    chinese = "磨坊整夜都在磨面粉给村里的人，水轮靠着小溪的水转动不停，磨坊整夜都在磨面粉。"
    assert rules(callout("The mill grinds all night."), callout(chinese), "en zh", SHORT) == ["too-long"]


@pytest.mark.parametrize(
    ("text", "over", "is_found"),
    [
        (f"A mill {'that grinds grain ' * 4}turns a wheel.", 0, False),
        (f"A mill {'that grinds grain ' * 4}turns a wheel.", 1, False),
        (f"A mill {'that grinds grain ' * 4}turns a wheel.", 2, True),
        (f"A mill {'grinds the grain ' * 3}all day. Its wheel turns.", 1, True),
    ],
)
def test_a_definition_of_one_sentence_may_be_a_letter_or_two_longer(text: str, over: int, is_found: bool) -> None:
    gate = Gate(longest=len(text) - over)
    native, target = (f"---\ntitle: Mill\ndescription: {said}\n---\n" for said in ("Un mulino.", text))
    assert rules(native, target, "it en", gate) == ["too-long"] * is_found
    assert rules(callout("Un mulino macina il grano."), callout(text), "it en", gate) == ["too-long"] * bool(over)
