"""Language tags, names and scripts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.language.tags import (
    are_confusable,
    base_language,
    best_match,
    direction_of,
    english_name,
    language_of_region,
    likely_meant,
    names_region_of,
    own_name,
    standard_tag,
    tag_in_path,
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("it", "it"),
        ("pt-BR", "pt-BR"),
        ("pt_br", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("EN-us", "en-US"),
        ("eng", "en"),
        ("es-419", "es-419"),
    ],
)
def test_a_tag_gets_its_normal_form(text: str, tag: str) -> None:
    assert standard_tag(text) == tag


@pytest.mark.parametrize("text", ["", "x", "Italian", "qq", "en-", "en-US-extra-long", "日本語", "1", "e n"])
def test_what_is_no_tag_has_no_normal_form(text: str) -> None:
    assert standard_tag(text) is None


@pytest.mark.parametrize(
    ("component", "tag"),
    [
        ("Italian", "it"),
        ("italiano", "it"),
        ("POLISH", "pl"),
        ("polski", "pl"),
        ("Türkçe", "tr"),
        ("日本語", "ja"),
        ("中文", "zh"),
        ("한국어", "ko"),
        ("العربية", "ar"),
        ("Русский", "ru"),
        ("Brazilian_Portuguese", "pt-BR"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("tr", "tr"),
        ("tur", "tr"),
    ],
)
def test_a_path_names_a_language_by_tag_or_name(component: str, tag: str) -> None:
    assert tag_in_path(component) == tag


@pytest.mark.parametrize(
    "component", ["Texts", "docs", "doc", "src", "img", "old", "the", "content", "kot", "index", "猫"]
)
def test_other_folders_name_no_language(component: str) -> None:
    assert tag_in_path(component) is None


@pytest.mark.parametrize("tag", ["ar", "he", "fa", "ur", "az-Arab"])
def test_right_to_left(tag: str) -> None:
    assert direction_of(tag) == "rtl"


@pytest.mark.parametrize("tag", ["tr", "ja", "zh-Hant", "pl", "az", "ku"])
def test_left_to_right(tag: str) -> None:
    assert direction_of(tag) == "ltr"


def test_names_in_english_and_in_the_language_itself() -> None:
    assert (english_name("tr"), own_name("tr")) == ("Turkish", "Türkçe")


def test_norwegian_is_one_language() -> None:
    assert {base_language(tag) for tag in ("no", "nb", "nn", "nb-NO")} == {"no"}


@pytest.mark.parametrize(("one", "other"), [("da", "nb"), ("pt", "pt-BR"), ("tr", "az"), ("ru", "uk"), ("hr", "sr")])
def test_close_languages_are_confusable_both_ways(one: str, other: str) -> None:
    assert are_confusable(one, other)
    assert are_confusable(other, one)


@pytest.mark.parametrize(("one", "other"), [("da", "nl"), ("pl", "cs"), ("ja", "zh"), ("tr", "ar"), ("ru", "sr")])
def test_distant_languages_are_not_confusable(one: str, other: str) -> None:
    assert not are_confusable(one, other)


@pytest.mark.parametrize(
    ("wanted", "available", "serving"),
    [
        ("pt", ["pt-BR", "it"], ["pt-BR"]),
        ("pt", ["pt", "pt-BR"], ["pt"]),
        ("pt", ["pt-BR", "pt-PT"], ["pt-BR", "pt-PT"]),
        ("pt-BR", ["pt"], ["pt"]),
        ("pt-PT", ["pt-BR"], []),
        ("zh", ["zh-Hans"], ["zh-Hans"]),
        ("zh-Hant", ["zh-Hans", "zh"], []),
        ("no", ["nb"], ["nb"]),
        ("tr", ["pl", "ja"], []),
    ],
)
def test_what_serves_one_who_asks_for_a_language(wanted: str, available: list[str], serving: list[str]) -> None:
    assert best_match(wanted, available) == serving


@given(st.text(max_size=12))
@example("\x00")
@example("q\x00w")
def test_no_folder_name_fails(component: str) -> None:
    tag = tag_in_path(component)
    assert tag is None or tag_in_path(tag) == tag


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("jp", "ja"),
        ("CN", "zh-Hans"),
        ("dk", "da"),
        ("ua", "uk"),
        ("se", None),
        ("js", None),
        ("j1", None),
        ("usa", None),
    ],
)
def test_the_code_of_a_country_may_stand_for_what_is_spoken_there(code: str, language: str | None) -> None:
    assert language_of_region(code) == language


@pytest.mark.parametrize(
    ("code", "language", "names_it"),
    [("kr", "ko", True), ("se", "sv", True), ("se", "da", False), ("kor", "ko", False)],
)
def test_the_code_of_a_language_may_be_that_of_a_country(code: str, language: str, *, names_it: bool) -> None:
    assert names_region_of(code, language) is names_it


@pytest.mark.parametrize(
    ("typed", "available", "meant"),
    [
        ("sw", ["de", "sv"], "sv"),
        ("lt", ["en", "it"], "it"),
        ("se", ["sr", "sv"], "sv"),
        ("kr", ["en", "ko"], "ko"),
        ("pt-PT", ["en", "pt-BR"], "pt-BR"),
        ("zh-Hant", ["it", "zh-Hans"], "zh-Hans"),
        ("ca", ["en", "fr"], ""),
        ("ru", ["ar", "uk"], ""),
        ("fi", [], ""),
    ],
)
def test_a_language_that_is_not_there_is_one_that_is_like_it(typed: str, available: list[str], meant: str) -> None:
    assert likely_meant(typed, available) == meant
