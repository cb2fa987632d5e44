"""One word on both sides of an "and" or an "or", where a translation had no second word for what the original names."""

from __future__ import annotations

import re
from itertools import pairwise

from flashgen.quality.settings import Conjunctions

_WORD = re.compile(r"[^\W\d_]++")
_OPENERS = "(（[«“„‘\"'"
_COMPOUND = re.compile(r" [-‑]([^\W\d_]{4,})(?!\w)")
"""The second part of a compound that takes its first part from the word before: "Haustüren und -fenster"."""
_LONGEST_JOINT = 6
"""Characters of the word before it that joins the two."""
_CHOSEN, _ADDED = 4, 8
"""Letters from which nobody lets choose between a word and itself; and from which nobody says "more and more"."""


def doubled_word(text: str, conjunctions: Conjunctions) -> str:
    """The first word that is joined with itself, with what joins the two; empty where there is none."""
    words = text.split(" ")
    joining = (*conjunctions.choosing, *conjunctions.adding)
    for place in range(1, len(words) - 1):
        if words[place] not in joining:
            continue
        before, behind = words[place - 1].lstrip(_OPENERS), _WORD.match(words[place + 1])
        least = _CHOSEN if words[place] in conjunctions.choosing else _ADDED
        if behind and len(behind[0]) >= least and before.casefold() == behind[0].casefold():
            return f"{before} {words[place]} {behind[0]}"
    return _doubled_part(text) if " -" in text or " ‑" in text else ""


def doubled_conjunction(text: str, conjunctions: Conjunctions) -> str:
    """An "or" with an "and" directly behind it; empty where there is none. "And or" is one word in many languages."""
    words = text.split(" ")
    found = (pair for pair in pairwise(words) if pair[0] in conjunctions.choosing and pair[1] in conjunctions.adding)
    return " ".join(next(found, ()))


def _doubled_part(text: str) -> str:
    """The second part of a compound that the word before ends in already: "Haustüren und -türen"."""
    for part in _COMPOUND.finditer(text):
        *_, before, joint = ("", "", *text[: part.start()].split(" "))
        if joint.isalpha() and len(joint) <= _LONGEST_JOINT and before.casefold().endswith(part[1].casefold()):
            return f"{before} {joint}{part[0]}"
    return ""
