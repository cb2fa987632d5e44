"""Brackets of Chinese, Japanese and Korean text that are opened in one width and closed in the other."""

from __future__ import annotations

import re

_CLOSING = {"(": ")", "（": "）"}
_BRACKET = re.compile("[()（）]")


def with_matching_brackets(text: str) -> str:
    """A text whose brackets close in the width that they were opened in; as long as it was.

    Keyboards switch between both widths within a sentence. One that stands alone stays as it is.
    """
    if text.count("（") == text.count("）"):
        return text
    characters = list(text)
    open_places: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] in _CLOSING:
            open_places.append(found.start())
        elif open_places:
            characters[found.start()] = _CLOSING[text[open_places.pop()]]
    return "".join(characters)
