"""Capitals, in scripts and languages that have them."""

from __future__ import annotations

import pytest

from flashgen.language.capitals import capitalised


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("honey is sweet", "en", "Honey is sweet"),
        ("élan vital", "fr", "Élan vital"),
        ("iplik üretir", "tr", "İplik üretir"),
        ("il miele", "it", "Il miele"),
        ("\u10d3\u10d0 \u10d8\u10e7\u10dd", "ka", "\u10d3\u10d0 \u10d8\u10e7\u10dd"),
        ("蜂蜜は甘い", "ja", "蜂蜜は甘い"),
        ("production 환경은 다르다", "ko", "production 환경은 다르다"),
        ("eBay sells", "en", "eBay sells"),
        ("e-mail is sent", "en", "e-mail is sent"),
        ("5 bees", "en", "5 bees"),
        ("", "en", ""),
    ],
)
def test_a_text_begins_with_a_capital_where_it_can(text: str, language: str, expected: str) -> None:
    assert capitalised(text, language) == expected
