"""Sentences of a paragraph: sentencex for the language's abbreviations, then a repair of its wrong splits."""

from __future__ import annotations

import re

from flashgen.language.tags import base_language

_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
_SHORT = 320


def sentences(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, in order, stripped. A doubtful boundary is no boundary.

    A part that follows a single initial ("A. Michael") or begins in lower case is joined to the one before it.
    """
    from sentencex import segment

    found: list[str] = []
    for part in (piece.strip() for piece in segment(base_language(language), text)):
        if not part:
            continue
        if found and (part[0].islower() or part[0] in ",;:)»" or _INITIAL.search(found[-1])):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def opening(text: str, language: str) -> str:
    """The first sentence, and the second where the two are short; word for word as they stand in the text."""
    parts = sentences(text, language)
    if not parts:
        return ""
    together = len(parts) > 1 and len(parts[0]) + len(parts[1]) <= _SHORT
    last = parts[1] if together else parts[0]
    end = text.find(last, len(parts[0]) if together else 0)
    return text[: end + len(last)].strip() if end >= 0 else parts[0]


def sentence_ends(text: str, language: str) -> tuple[int, ...] | None:
    """Where each sentence of a paragraph ends (`text[:end]`); None where the splitter changed a character."""
    ends: list[int] = []
    position = 0
    for sentence in sentences(text, language):
        start = text.find(sentence, position)
        if start < 0:
            return None
        position = start + len(sentence)
        ends.append(position)
    return tuple(ends)
