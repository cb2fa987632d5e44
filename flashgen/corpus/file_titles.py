"""The title that a file's name is, as in a vault of Obsidian: where nothing else names it, and its text uses it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from flashgen.language.text_types import has_words
from flashgen.language.unicode_forms import unicode_form

_OPENING = 400
"""Characters of a text in which it names its thing."""
_HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_MARKS = re.compile(r"[*_`\[\]]+")
_PARTING = re.compile(r"[-_]+")
_LEAST = 3
"""Letters of a name at least: shorter ones stand in other words, and are the codes of languages."""


def title_in_name(name: str, body: str) -> str:
    """What a file is called, without its ending, if the text above its first heading uses that; else empty.

    `name` is a path below its corpus folder.
    """
    called = unicode_form("NFC", PurePosixPath(name).stem).strip()
    spaced = called if " " in called else " ".join(_PARTING.split(called))
    if sum(map(str.isalpha, spaced)) < _LEAST or not has_words(spaced):
        return ""
    heading = _HEADING.search(body)
    opening = unicode_form("NFC", _MARKS.sub("", body[: heading.start() if heading else _OPENING][:_OPENING]))
    return spaced if _holds(opening.casefold(), spaced.casefold()) else ""


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text, and are no part of others."""
    start = text.find(words)
    while start >= 0:
        beside = text[max(0, start - 1) : start] + text[start + len(words) : start + len(words) + 1]
        if not any(map(str.isalnum, beside)):
            return True
        start = text.find(words, start + 1)
    return False
