"""What two languages can share of a text: word beginnings, numbers, codes, links, and names by their sound."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.tokens import sound, tokens, tokens_with_sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("маяками", "маяках"),
        ("морские", "морским"),
        ("бджола", "бджолами"),
        ("lighthouse", "lighthouses"),
        ("deniz fenerinin", "deniz feneri"),
        ("pszczoły", "pszczołami"),
        ("STRASSE", "Straße"),
    ],
)
def test_inflected_words_share_a_token(one: str, other: str) -> None:
    assert tokens(one) & tokens(other)


def test_a_word_is_known_by_its_beginning_whatever_its_case() -> None:
    assert tokens("Bussole") == tokens("bussola") == {"busso"}


def test_single_letters_say_nothing() -> None:
    assert tokens("я і o ve y") == {"ve"}


def test_the_article_and_conjunction_written_onto_arabic_words_are_dropped() -> None:
    assert tokens("البيت") == tokens("والبيت") == tokens("بالبيت") == tokens("للبيت") == tokens("بيت") == {"بيت"}


@pytest.mark.parametrize("word", ["بوصلة", "كتاب", "وزارة", "لغة", "فنار"])
def test_an_arabic_word_that_begins_like_a_preposition_is_one_word_with_its_article_and_without(word: str) -> None:
    assert tokens(word) == tokens(f"ال{word}") == tokens(f"وال{word}")


def test_vowel_signs_of_arabic_and_hebrew_make_no_difference() -> None:
    assert tokens("العِلْمُ") == tokens("العلم")
    assert tokens("שָׁלוֹם") == tokens("שלום")


def test_japanese_and_chinese_are_known_by_pairs_of_characters() -> None:
    assert tokens("灯台守") == {"灯台", "台守"}
    assert tokens("潮") == {"潮"}
    assert tokens("羅針盤") & tokens("古い羅針盤で")


def test_no_pair_of_characters_reaches_from_a_japanese_word_into_its_endings() -> None:
    assert tokens("灯台では") == {"灯台", "では"}
    assert tokens("コンパスを") == tokens("コンパス") | {"を"}


def test_a_japanese_loanword_sounds_like_itself_wherever_it_stands() -> None:
    assert tokens_with_sounds("古いレンズ")["レン"] == tokens_with_sounds("レンズ")["レン"] == sound("レンズ")


@pytest.mark.parametrize(("one", "other"), [("거래가", "거래를"), ("등대에서는", "등대를"), ("꿀벌들이", "꿀벌의")])
def test_a_korean_word_is_one_word_whatever_its_particle(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)
    assert len(tokens(one)) == 1


@pytest.mark.parametrize("text", ["मधुमक्खी", "মৌমাছি", "தேனீ", "ผึ้งงาน", "ကျွန်ုပ်တို့"])
def test_scripts_with_vowel_signs_have_words_too(text: str) -> None:
    """A sign is no letter, but it does not end the word that it stands in."""
    assert sum(len(token) for token in tokens(text)) >= len(text) // 2


def test_the_dotted_capital_of_turkish_begins_a_word_like_any_other() -> None:
    assert tokens("İstanbul'un") & tokens("istanbul")


@pytest.mark.parametrize(
    "text",
    [
        "1234.5", "1,234.5", "1.234,5", "1 234,5", "1\u00a0234,5", "1\u202f234,5", "1'234.5", "1’234.5",
        "١٬٢٣٤٫٥", "۱٬۲۳۴٫۵", "१,२३४.५", "１，２３４．５",
    ],
)  # fmt: skip
def test_a_number_is_one_number_in_all_digits_and_separators(text: str) -> None:
    assert tokens(text) == {"#1234.5"}


@pytest.mark.parametrize("text", ["71%", "71 %", "%71", "٧١٪", "٪٧١", "７１％", "71\u202f%"])
def test_percent_signs_stand_where_each_language_puts_them(text: str) -> None:
    assert tokens(text) == {"#71"}


def test_numbers_in_east_asian_units_are_those_in_digits() -> None:
    assert "#168000" in tokens("16万8000人")
    assert tokens("1,800만") == tokens("18 000 000")


@pytest.mark.parametrize("text", ["10-K", "10-К", "10К"])
def test_codes_are_alike_with_letters_that_only_look_alike(text: str) -> None:
    assert tokens(text) == {"#10", "~10k"}


def test_codes_begin_with_letters_or_with_digits() -> None:
    assert "~a4" in tokens("an A4 sheet")
    assert "~co2" in tokens("выброс СО2")
    assert "~1099c" in tokens("форма 1099-С")


def test_a_number_without_letters_is_no_code() -> None:
    assert not [token for token in tokens("40 °C, 15°, 7–14, 12.") if token[0] == "~"]


@pytest.mark.parametrize(("one", "other"), [("the 20th century", "le 20e siècle"), ("die 90er", "the 90s")])
def test_an_ordinal_is_no_code_that_another_language_could_lack(one: str, other: str) -> None:
    assert {token for token in tokens(one) | tokens(other) if token[0] == "~"} == set()


def test_links_are_tokens_by_their_targets() -> None:
    assert tokens("la marea", ("tide", "moon")) == {"la", "marea", "/tide", "/moon"}


def test_nothing_has_no_tokens() -> None:
    assert tokens("") == tokens(" — … ") == frozenset()


@pytest.mark.parametrize(
    "names",
    [
        "Motiv мотив motif",
        "Schmidt Шмидт",
        "Washington Вашингтон Waszyngton",
        "Sharif Шариф Szarif",
        "Telefon телефон telephon",
        "Phosphor фосфор fosfor",
        "Kyiv Київ",
        "compass компас kompas",
        "İzmir Izmir Измир",
        "gnomon гномон γνώμων",
    ],
)
def test_a_name_sounds_alike_in_all_spellings(names: str) -> None:
    sounds = {sound(name).replace("motif", "motiv") for name in names.split()}
    assert len(sounds) == 1


def test_other_words_sound_otherwise() -> None:
    sounds = [sound(word) for word in ("honey", "miele", "мёд", "bal", "عسل", "蜂蜜")]
    assert len(set(sounds)) == len(sounds)


def test_what_has_no_letter_has_no_sound() -> None:
    assert sound("—") == sound("") == ""


@given(st.text(max_size=60))
def test_tokens_depend_on_neither_case_nor_composition(text: str) -> None:
    found = tokens(text)
    assert found == tokens(unicodedata.normalize("NFC", text))
    assert all(found)


@given(st.text(max_size=30))
def test_a_sound_is_made_of_plain_letters_and_digits_alone(word: str) -> None:
    found = sound(word)
    assert found.isascii()
    assert all(character.isalnum() and not character.isupper() for character in found)


def test_a_word_gives_the_same_tokens_wherever_it_stands() -> None:
    alone = tokens_with_sounds("Zürich")
    assert tokens_with_sounds("Bern, Zürich; Basel: Zürich")["züric"] == alone["züric"] == "zurik"
