"""What a translation joined with nothing, or with itself, where it had no second word for what the original names."""

from __future__ import annotations

import re
from itertools import pairwise

from flashgen.quality.settings import Conjunctions

_COMPOUND = re.compile(r" [-‑]([^\W\d_]{4,})(?!\w)")
"""The second part of a compound that takes its first part from the word before: "Haustüren und -fenster"."""
_LONGEST_JOINT = 6
"""Characters of the word before it that joins the two."""


def doubled_conjunction(text: str, conjunctions: Conjunctions) -> str:
    """An "or" with an "and" directly behind it; empty where there is none. "And or" is one word in many languages."""
    words = text.split(" ")
    found = (pair for pair in pairwise(words) if pair[0] in conjunctions.choosing and pair[1] in conjunctions.adding)
    return " ".join(next(found, ()))


def doubled_part(text: str) -> str:
    """The second part of a compound that the word before ends in ("Haustüren und -türen"); empty where none is."""
    for part in _COMPOUND.finditer(text):
        *_, before, joint = ("", "", *text[: part.start()].split(" "))
        if joint.isalpha() and len(joint) <= _LONGEST_JOINT and before.casefold().endswith(part[1].casefold()):
            return f"{before} {joint}{part[0]}"
    return ""
