"""Unicode's normal forms in linear time, whatever marks a text heaps on a letter.

Putting marks in order takes time that grows with the square of their number. The Stream-Safe Text Process (Unicode
Standard Annex 15, section 13) bounds it: behind every 30 marks stands a sign that nobody sees.
"""

from __future__ import annotations

import unicodedata
from typing import Literal
from unicodedata import combining

_MOST = 30
"""Marks on one letter; the longest in any language's writing are about ten."""
_JOINER = "\u034f"
"""The combining grapheme joiner, a mark that is none: it shows nothing, and no mark is moved past it."""


def unicode_form(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form; a run of more than 30 combining marks is parted by joiners before."""
    # a run that is too long has a mark at one of these places, so that hardly any character is looked at
    if not text.isascii() and any(map(combining, text[_MOST :: _MOST + 1])):
        text = _parted(text)
    return unicodedata.normalize(form, text)


def _parted(text: str) -> str:
    parts: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if combining(character) else 0
        if run > _MOST:
            parts.append(_JOINER)
            run = 1
        parts.append(character)
    return "".join(parts)
