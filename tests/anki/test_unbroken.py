"""Where a line must not end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.field_text import cloze_html, field_html, is_harmless, marked_html, plain_text, text_html
from flashgen.anki.unbroken import unbroken
from tests.anki.test_field_text import PIECES, read

UNBROKEN = '<span class="unbroken">'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Il 25 % è sale.", "Il <25 %> è sale."),
        ("die 25 %-Regel, 25%-Regeln", "die <25 %-Regel>, <25%-Regeln>"),
        ("3.5 km, 20 °C, € 5, $10 000", "<3.5 km>, <20 °C>, <€ 5>, <$10 000>"),
        ("10 000 api", "<10 000> api"),
        ("« Miel » ? Oui !", "«~Miel~»~? Oui~!"),
        ("sont 25 % ?", "sont <25 %>~?"),
        ("der US-Dollar-Kurs (US-Dollar)", "der <US-Dollar-Kurs> (<US-Dollar>)"),
        ("10 %-ige Lösung", "<10 %-ige> Lösung"),
        ("5 mele, 12 kmq, 3 l'ora", "5 mele, 12 kmq, 3 l'ora"),
        ("a well-known Alt-Text", "a well-known Alt-Text"),
        ("in 2024 1000 api", "in 2024 1000 api"),
        ("Im Jahr 2024. 100 api", "Im Jahr 2024. 100 api"),
        ("US-Wertpapieraufsichtsbehörden", "US-Wertpapieraufsichtsbehörden"),
        ("日本-語", "日本-語"),
    ],
)
def test_numbers_keep_their_units_and_abbreviations_their_words(text: str, html: str) -> None:
    written = text_html(text).replace(UNBROKEN, "<").replace("</span>", ">").replace("&nbsp;", "~")
    assert written == html


def test_what_anki_searches_is_written_as_the_text_has_it() -> None:
    assert "25 %-Regel" in text_html("die 25 %-Regel gilt")
    assert "US-Dollar" in text_html("in US-Dollar")


def test_the_style_sheet_of_the_cards_says_what_keeps_words_whole() -> None:
    css = (Path(__file__).parents[2] / "card_templates" / "styles" / "markup.css").read_text(encoding="utf-8")
    assert ".unbroken { white-space: nowrap; }" in css


def test_words_in_bold_and_hidden_words_are_kept_together_too() -> None:
    assert marked_html("in ", "US-Dollar", " zu 5 %") == f"in <b>{UNBROKEN}US-Dollar</span></b> zu {UNBROKEN}5 %</span>"
    assert cloze_html("zu ", "5 %", "") == f"zu {{{{c1::{UNBROKEN}5 %</span>}}}}"


def test_an_address_and_the_name_of_a_file_stay_as_they_are() -> None:
    html = '<a href="https://example.org/US-map">x</a>'
    assert unbroken(html) == html


@given(PIECES | st.text("0123456789 .,%$-USab<&\u00a0", max_size=30))
def test_the_text_is_the_same_and_written_as_a_browser_would(text: str) -> None:
    html = text_html(text)
    assert plain_text(html) == plain_text(field_html(text))
    assert read(html).rewritten == html
    assert is_harmless(html)
