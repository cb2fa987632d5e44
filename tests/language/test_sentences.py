"""A paragraph's sentences; a doubtful boundary is no boundary."""

from __future__ import annotations

import pytest
import sentencex
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.language.sentences import sentence_ends, sentences


def test_a_paragraph_is_parted_at_its_full_stops() -> None:
    assert list(sentences("Il faro è alto. La luce gira.", "it")) == ["Il faro è alto.", "La luce gira."]


def test_an_initial_ends_no_sentence() -> None:
    assert list(sentences("It was built by A. Keeper in May. It burned.", "en")) == [
        "It was built by A. Keeper in May.",
        "It burned.",
    ]


def test_a_part_in_lower_case_belongs_to_the_one_before() -> None:
    assert len(sentences("The lamp burned at approx. forty litres a night.", "en")) == 1


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(sentences("The keeper Dr. Smith saw it all.", "en")) == 1


def test_chinese_is_parted_without_spaces() -> None:
    assert list(sentences("灯塔很高。灯光在转。", "zh")) == ["灯塔很高。", "灯光在转。"]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("am", ("መብራቱ ረጅም ነው።", "ብርሃኑ ይዞራል።")),
        ("ur", ("مینار اونچا ہے۔", "روشنی گھومتی ہے۔")),
        ("hy", ("Փարոսը բարձր է։", "Լույսը պտտվում է։")),
        ("hi", ("मीनार ऊँची है।", "रोशनी घूमती है।")),
        ("my", ("မီးပြတိုက်မြင့်သည်။", "အလင်းလည်သည်။")),
        ("km", ("ប៉មខ្ពស់។", "ពន្លឺវិល។")),
        ("bo", ("སྒྲོན་ཁང་མཐོ།", "འོད་འཁོར།")),
    ],
)
def test_the_sign_of_any_script_ends_a_sentence(language: str, parts: tuple[str, str]) -> None:
    assert sentences(" ".join(parts), language) == parts


def test_an_empty_text_has_no_sentences() -> None:
    assert list(sentences("", "it")) == []


@pytest.mark.parametrize("language", ["it", "pt-BR", "zh-Hans", "nb", "xx", "sr-Latn"])
def test_any_language_tag_is_served(language: str) -> None:
    assert list(sentences("Un testo.", language)) == ["Un testo."]


@settings(deadline=None)
@given(st.text(alphabet="abcÀ灯. ?!。A\n", max_size=60), st.sampled_from(["en", "it", "ja", "th"]))
def test_no_letter_is_lost_or_moved(text: str, language: str) -> None:
    assert "".join("".join(sentences(text, language)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"), [("Il faro è alto.  La luce gira.", ["Il faro è alto.", "  La luce gira."]), ("", [])]
)
def test_sentences_end_where_the_text_is_parted(text: str, parts: list[str]) -> None:
    ends = sentence_ends(text, "it")
    assert ends is not None
    assert [text[start:end] for start, end in zip((0, *ends), ends, strict=False)] == parts


def test_a_long_word_before_a_stop_is_no_abbreviation() -> None:
    assert list(sentences("Mangia il grano. La ruota gira.", "it")) == ["Mangia il grano.", "La ruota gira."]
    assert list(sentences("It is sold approx. in May. It rains.", "en")) == ["It is sold approx. in May.", "It rains."]


def test_a_full_stop_that_stands_alone_ends_no_sentence() -> None:
    assert list(sentences("The sign . means here. It is dark.", "en")) == ["The sign . means here.", "It is dark."]
    assert list(sentences("또한 .의미가 무엇일까요? 등불이다.", "ko")) == ["또한 . 의미가 무엇일까요?", "등불이다."]


def test_a_long_text_has_the_sentences_of_its_parts() -> None:
    one = "The lamp, which Dr. Smith lit, burned. «It smokes. It stinks.» "
    assert sentences(one * 300, "en") == sentences(one, "en") * 300


@pytest.mark.parametrize("text", ["a lamp " * 3000, "The lamp burned. " * 3000, "«" * 9000, "「灯。" * 3000])
def test_a_long_text_is_split_in_windows_and_loses_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    segment = sentencex.segment

    def recorded(language: str, part: str) -> list[str]:
        sizes.append(len(part))
        parts: list[str] = segment(language, part)
        return parts

    monkeypatch.setattr(sentencex, "segment", recorded)
    found = sentences(text, "en")
    assert max(sizes) <= 4000
    assert sum(sizes) < 3 * len(text)
    assert "".join("".join(found).split()) == "".join(text.split())
