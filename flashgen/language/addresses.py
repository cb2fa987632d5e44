"""Sentences that lead on to an address ("More information: https://..."): they say where to go, and tell no fact."""

from __future__ import annotations

from flashgen.language.sentences import sentences
from flashgen.language.text_types import introduces, word_count

_SCHEMES = ("https://", "http://")
_FEW = 3
"""Words before an address that lead to it without a colon: "See https://..."."""


def without_addresses(text: str, language: str) -> str:
    """A text without such sentences; as it stands where it has none, or nothing else."""
    if "://" not in text:
        return text
    lines = ([one for one in sentences(line, language) if not _leads_on(one)] for line in text.split("\n"))
    return "\n".join(" ".join(line) for line in lines if line) or text


def _leads_on(sentence: str) -> bool:
    place = max(map(sentence.rfind, _SCHEMES))
    if place < 0 or len(sentence[place:].split()) > 1:
        return False
    before = sentence[:place].rstrip(" <(")
    return introduces(before) or word_count(before) <= _FEW
