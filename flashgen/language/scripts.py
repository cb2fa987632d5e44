"""Ranges of characters, once: which letters belong to which script, and what sets no spaces between words.

Each constant is the inside of a character class, to be put between brackets in a pattern. Where a stage needs another
selection than its neighbour, both stand here, with the reason.
"""

from __future__ import annotations

import re
import unicodedata

HIRAGANA = r"\u3040-\u309f"
KATAKANA = r"\u30a0-\u30ff"
KANA = f"{HIRAGANA}{KATAKANA}"
HAN = r"\u3400-\u9fff"
HANGUL = r"\uac00-\ud7a3"
HALF_WIDTH_KANA = r"\uff66-\uff9f"
SOUTH_EAST_ASIAN = r"\u0e00-\u0eff\u0f0b\u0f40-\u0fbc\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, and Tibetan, whose syllables a point parts, but whose words nothing does."""
UNSPACED = rf"{SOUTH_EAST_ASIAN}\u3005-\u30ff{HAN}\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that set no spaces between words, with the iteration marks and rare characters of Chinese and Japanese."""
EAST_ASIAN = f"{KANA}{HAN}{HANGUL}"
"""Scripts in which a letter carries a syllable or a word."""
WIDE = r"\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff01-\uff60"
"""All that is drawn as wide as two Latin letters, punctuation too: it counts where the length of a text is measured."""
ARABIC_LETTERS = r"\u0621-\u064a"
HEBREW_LETTERS = r"\u05d0-\u05ea"
INDIC = r"\u0900-\u0b7f"
"""The scripts from Devanagari to Odia, whose sentences end in a danda."""
GEORGIAN = r"\u10a0-\u10ff\u1c90-\u1cbf"
"""Without capitals: Python takes its letters for lower case, and they begin sentences."""
POINTS_AND_ACCENTS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
"""Marks that stand above and below letters, and that spellings of one word differ in."""
_WITH_SIGNS = (
    (0x300, 0x370), (0x483, 0x488), (0x591, 0x6EE), (0x900, 0xEDA), (0x1000, 0x1100), (0x1780, 0x17E0),
)  # fmt: skip
SIGNS_IN_WORDS = "".join(
    character
    for first, last in _WITH_SIGNS
    for character in map(chr, range(first, last))
    if unicodedata.category(character)[0] == "M"
)
"""Vowel signs and the like: they belong to the word they stand in, though Python takes them for no letters."""

LETTERS = {
    "Latn": r"A-Za-z\u00aa-\u024f\u1e00-\u1eff",
    "Cyrl": r"\u0400-\u052f",
    "Grek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Arab": r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": r"\u0590-\u05ff",
    "Deva": r"\u0900-\u097f",
    "Beng": r"\u0980-\u09ff",
    "Thai": r"\u0e00-\u0e7f",
    "Geor": GEORGIAN,
    "Armn": r"\u0530-\u058f",
    "Hans": HAN,
    "Hant": HAN,
    "Jpan": f"{KANA}{HAN}",
    "Kore": rf"\u1100-\u11ff\u3130-\u318f{HANGUL}",
}
"""The letters of a script, by its ISO 15924 code."""
_LETTERS_OF = {script: re.compile(f"[{letters}]+") for script, letters in LETTERS.items()}


def count_letters(text: str, script: str) -> int:
    """How many characters of a text are letters of a script in `LETTERS`."""
    return sum(map(len, _LETTERS_OF[script].findall(text)))
