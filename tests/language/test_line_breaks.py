"""Where a line must not end."""

from __future__ import annotations

import pytest

from flashgen.language.line_breaks import keep_together


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Il 25 % è sale.", "Il 25~% è sale."),
        ("3 km, 20 °C, € 5", "3~km, 20~°C, €~5"),
        ("10 000 api", "10~000 api"),
        ("« Miel » ? Oui !", "«~Miel~»~? Oui~!"),
        ("der US-Dollar", "der US-+Dollar"),
        ("10 %-ige Lösung", "10~%-+ige Lösung"),
        ("5 mele, 12 kmq, 3 l'ora", "5 mele, 12 kmq, 3 l'ora"),
        ("a well-known Alt-Text", "a well-known Alt-Text"),
        ("in 2024 1000 api", "in 2024 1000 api"),
        ("日本-語", "日本-語"),
    ],
)
def test_numbers_keep_their_units_and_abbreviations_their_words(text: str, kept: str) -> None:
    assert keep_together(text) == kept.replace("~", "\u00a0").replace("+", "\u2060")
