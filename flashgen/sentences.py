"""Sentences of a paragraph: sentencex for the language's abbreviations, then a repair of its wrong splits."""

from __future__ import annotations

import re

from flashgen import languages

_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
_ENOUGH = 2


def sentences(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, in order, stripped. A doubtful boundary is no boundary.

    A part that follows a single initial ("A. Michael") or begins in lower case is joined to the one before it.
    """
    from sentencex import segment

    found: list[str] = []
    for part in (piece.strip() for piece in segment(languages.base(language), text)):
        if not part:
            continue
        if found and (part[0].islower() or part[0] in ",;:)»" or _INITIAL.search(found[-1])):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def opening(text: str, language: str) -> str:
    """The first sentence, and the second where the first is short."""
    parts = sentences(text, language)
    taken = parts[:1]
    if len(parts) > 1 and len(parts[0]) + len(parts[1]) <= 320:
        taken = parts[:_ENOUGH]
    return " ".join(taken)
