"""How a text of a note is set: found again in the article, since all stages before go by plain text."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.record import replace
from flashgen.records.documents import Style, StyledText

_TELLING = 20
"""Characters of a text that can only be the one that it is found in; a shorter one must stand on its very line."""
_WHOLE = ("ruby", "math", "display", "image")
"""What cannot be cut."""


def styles_of(text: str, line: int, styled: Iterable[StyledText]) -> tuple[Style, ...]:
    """The styles of a text that an article holds, as a whole or as a part; `line` is where it stands."""
    for source in styled:
        if (source.line == line or len(text) >= _TELLING) and text and (start := _place(text, source.text)) >= 0:
            return tuple(_within(start, text, source.styles))
    return ()


def _place(text: str, source: str) -> int:
    """Where a text stands in another one, less than 0 where it does not: it may have got a capital for a card."""
    start = source.find(text)
    return start if start >= 0 or not text[0].isupper() else source.find(text[0].lower() + text[1:])


def _within(start: int, text: str, styles: Iterable[Style]) -> Iterable[Style]:
    for style in styles:
        first, last = max(style.start - start, 0), min(style.end - start, len(text))
        is_cut = last - first < style.end - style.start
        words = text[first:last] if first < last else ""
        if words.strip() and not (is_cut and style.name in _WHOLE):
            first += len(words) - len(words.lstrip())
            yield replace(style, start=first, end=first + len(words.strip()))
