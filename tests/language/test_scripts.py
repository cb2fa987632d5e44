"""Ranges of characters: a text in a script is in the letters of that script, and of no other alphabet."""

from __future__ import annotations

import re

import pytest

from flashgen.language import scripts

WORDS = {
    "Latn": "Żółwęßğỹ",
    "Cyrl": "черепахаїґў",
    "Grek": "χελώναἀ",
    "Arab": "سلحفاةپ",
    "Hebr": "צביםץ",
    "Deva": "कछुआ",
    "Beng": "কচ্ছপ",
    "Thai": "เต่า",
    "Geor": "კუ",
    "Armn": "կրիա",
    "Hans": "龟",
    "Hant": "龜",
    "Jpan": "かめカメ亀",
    "Kore": "거북이",
}
"""A turtle, or letters of its script, in each."""


def matches(letters: str, text: str) -> bool:
    return re.fullmatch(f"[{letters}]+", text) is not None


@pytest.mark.parametrize("script", scripts.LETTERS)
def test_a_word_is_in_the_letters_of_its_script(script: str) -> None:
    assert matches(scripts.LETTERS[script], WORDS[script])


@pytest.mark.parametrize("script", [script for script in scripts.LETTERS if script not in ("Hans", "Hant", "Jpan")])
def test_no_letter_of_an_alphabet_is_in_that_of_another(script: str) -> None:
    others = (letters for other, letters in scripts.LETTERS.items() if other != script)
    assert not any(re.search(f"[{letters}]", WORDS[script]) for letters in others)


@pytest.mark.parametrize("text", ["เต่า", "ເຕົ່າ", "လိပ်", "អណ្តើក", "རུས་སྦལ", "龟", "かめ", "カメ", "々"])
def test_scripts_without_spaces_are_known(text: str) -> None:
    assert matches(scripts.UNSPACED, text)


@pytest.mark.parametrize("text", ["거북이", "turtle", "черепаха", "سلحفاة", "कछुआ"])
def test_scripts_with_spaces_are_told_from_those_without(text: str) -> None:
    assert not re.search(f"[{scripts.UNSPACED}]", text)


@pytest.mark.parametrize("text", ["거북이", "龟", "かめ", "カメ", "，。！"])
def test_what_is_drawn_wide_is_known(text: str) -> None:
    assert matches(scripts.WIDE, text)
