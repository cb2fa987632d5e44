"""The sentences that terms are shown in pass the rules that facts pass."""

from __future__ import annotations

import pytest

from flashgen.quality.sentences import are_sound
from flashgen.quality.settings import Gate, Suspects

SOUND = "The mill grinds all night.", "Il mulino macina tutta la notte."
LANGUAGES = "en", "it"


def test_two_whole_sentences_are_sound() -> None:
    assert are_sound(*SOUND, LANGUAGES, Gate())


@pytest.mark.parametrize(
    "damaged",
    [
        ("The mi**ll grinds all night.", SOUND[1]),
        (SOUND[0], ", e macina tutta la notte."),
        (SOUND[0], "Il mulino macina. tutta la notte."),
        ("The mill was built in 1873.", "Il mulino fu costruito allora."),
        (SOUND[0], "Il mulino macina {{< param notte >}}."),
    ],
)
def test_damage_in_either_language_is_seen(damaged: tuple[str, str]) -> None:
    assert not are_sound(*damaged, LANGUAGES, Gate())


def test_a_rule_that_is_off_is_not_asked() -> None:
    assert are_sound(SOUND[0], ", e macina.", LANGUAGES, Gate(off=frozenset(["mid-sentence"])))


@pytest.mark.parametrize("suspects", ["tag", "keep"])
def test_where_suspects_are_let_pass_so_are_these(suspects: Suspects) -> None:
    assert are_sound(SOUND[0], ", e macina.", LANGUAGES, Gate(suspects))


def test_length_is_for_others_to_judge() -> None:
    assert are_sound("The mill grinds. " * 30, "Il mulino macina. " * 30, LANGUAGES, Gate())
