"""How much two texts of one language resemble each other, from 0 to 1; rapidfuzz counts what they share.

Two measures of one kind (the longest common subsequence, as Indel similarity) are averaged: over characters, which
forgives inflection and spelling, and over words, which tells apart sentences that share only their letters.
Unrelated items of one list come to about 0.28 and hardly ever to 0.55; an edit that leaves two thirds of a text
standing comes to 0.65 or more (docs/identity.md).
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern

# in scripts that set no spaces between words, each character counts as a word
_WORD = late_pattern(rf"[{scripts.UNSPACED}]|[^\W{scripts.UNSPACED}]+|[^\w\s]")
WORD_OR_SPACE = late_pattern(rf"{_WORD.pattern}|\s+")
_ALMOST_EQUAL = 0.2
"""A text of one or two words that only changed its ending shares few words; its characters are believed, less this."""


def similarity(one: str, other: str) -> float:
    """The resemblance of two texts; 1 for equal ones, 0 where one of them is empty."""
    if not one or not other:
        return 0.0
    one, other = one.casefold(), other.casefold()
    characters = Indel.normalized_similarity(one, other)
    words = Indel.normalized_similarity(_WORD.findall(one), _WORD.findall(other))
    return max((characters + words) / 2, characters - _ALMOST_EQUAL)
