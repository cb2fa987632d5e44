"""Words of different scripts that sound alike."""

from __future__ import annotations

import pytest

from flashgen.language.sounds import sound_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Windmill", "ウィンドミル"),
        ("Millstone Factory", "মিলস্টোন ফ্যাক্টরি"),
        ("Generator", "Генератор"),
        ("Propeller", "प्रोपेलर"),
        ("Transmission", "트랜스미션"),
        ("Γεννήτρια", "Genitria"),
    ],
)
def test_loans_sound_alike_whatever_their_scripts(one: str, other: str) -> None:
    assert sound_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Windmill", "風車"),
        ("Windmill", "ветряная мельница"),
        ("Millstone", "맷돌"),
        ("Transmission", "变速器"),
        ("Eye", "アイ"),
        ("Windmill as a Service", "Windmühle als Service"),
        ("", ""),
    ],
)
def test_translations_words_of_few_consonants_and_words_of_one_script_do_not(one: str, other: str) -> None:
    assert not sound_alike(one, other)
