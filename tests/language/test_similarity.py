"""How much two texts resemble each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.editions.matching import RECOGNISED, RECOGNISED_IN_PLACE
from flashgen.language.similarity import WORD_OR_SPACE, similarity

TEXT = st.text()


@given(TEXT.filter(bool))
def test_a_text_resembles_itself_wholly(text: str) -> None:
    assert similarity(text, text) == 1


@given(TEXT, TEXT)
def test_resemblance_lies_between_nothing_and_everything(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1


@given(TEXT, TEXT)
def test_resemblance_is_mutual(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)


@given(TEXT)
def test_nothing_resembles_an_empty_text(text: str) -> None:
    assert similarity(text, "") == similarity("", text) == 0


@given(TEXT.filter(bool))
def test_case_does_not_matter(text: str) -> None:
    assert similarity(text.casefold(), text) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bees carry pollen from flower to flower.", "Bees carry pollen from one flower to another."),
        ("Honey keeps for years.", "Honey keeps for many years in a jar."),
        ("The hive has one queen.", "A hive has one queen."),
        ("Le api volano lontano.", "Le api volano molto lontano."),
        ("zuppa", "zuppe"),
        ("蜜蜂采集花蜜酿造蜂蜜", "蜜蜂采集花粉酿造蜂蜜"),
        ("ผึ้งเก็บน้ำหวานจากดอกไม้", "ผึ้งเก็บน้ำหวานจากดอกไม้ทุกวัน"),
    ],
)
def test_an_edited_text_is_recognised(one: str, other: str) -> None:
    assert similarity(one, other) >= RECOGNISED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bees carry pollen from flower to flower.", "Wax serves for candles."),
        ("The hive has one queen.", "Honey keeps for years."),
        ("Le api volano lontano.", "Il miele dura anni."),
        ("cera", "nettare"),
        ("蜜蜂采集花蜜酿造蜂蜜", "蜂王每天产卵两千枚"),
    ],
)
def test_another_text_is_not_recognised(one: str, other: str) -> None:
    assert similarity(one, other) < RECOGNISED_IN_PLACE


def test_words_count_beside_characters() -> None:
    shuffled_letters = similarity("tea eat ate", "eta aet tae")
    assert similarity("tea eat ate", "tea eat eta") > shuffled_letters


@given(TEXT)
def test_words_and_spaces_make_up_the_whole_text(text: str) -> None:
    assert "".join(WORD_OR_SPACE.findall(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le api, 12 kg!", ["Le", " ", "api", ",", " ", "12", " ", "kg", "!"]),
        ("蜂蜜 ok", ["蜂", "蜜", " ", "ok"]),
        ("un  due\n", ["un", "  ", "due", "\n"]),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert WORD_OR_SPACE.findall(text) == words
