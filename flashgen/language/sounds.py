"""Whether two words of different scripts sound alike, as loans do ("Container", "コンテナ"): told by their consonants.

Unicode names letters by their sounds ("KATAKANA LETTER TE", "BENGALI LETTER TTA"), so that no table of scripts is
needed. Consonants that languages take for one another count as one, as in Soundex (Russell, 1918).
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Indel

_CLASSES = str.maketrans("BFPVWCGJKQSXZDTLRMN", "bbbbbccccccccddllmm")
_CONSONANT = re.compile("[a-z]")
_FIRST_CONSONANTS = re.compile("[^AEIOU]*")
_FEWEST = 4
"""Consonants from which it is no chance that two words have them alike."""
_ALIKE = 0.85
"""The similarity of consonants from which they are: few translations come to 0.8, and most loans to 0.9."""


def sound_alike(one: str, other: str) -> bool:
    """Whether two texts without a common letter have about the same consonants, in order and enough of them to tell."""
    if any(letter.isalpha() and letter in other.casefold() for letter in one.casefold()):
        return False
    ours, theirs = _consonants(one), _consonants(other)
    return min(len(ours), len(theirs)) >= _FEWEST and Indel.normalized_similarity(ours, theirs) >= _ALIKE


def _consonants(text: str) -> str:
    """The classes of a text's consonants; of equal ones in a row, as of a doubled letter, the first."""
    found = _CONSONANT.findall("".join(map(_sound, text)).translate(_CLASSES))
    return "".join(kind for kind, before in zip(found, ["", *found], strict=False) if kind != before)


def _sound(letter: str) -> str:
    """The consonants of a letter, in capitals, as its name tells; nothing for small kana, which only change a sound."""
    name = unicodedata.name(letter, "")
    if name.startswith("HANGUL SYLLABLE"):
        return name.split()[-1]
    _, _, rest = name.partition(" LETTER ")
    if not rest or rest.startswith("SMALL "):
        return ""
    sound = rest.partition(" WITH ")[0].split()[-1]
    # Cyrillic says a vowel before the consonant ("ES"); of longer names ("KAPPA") the beginning alone is a sound
    return sound if len(sound) <= 2 else _FIRST_CONSONANTS.findall(sound)[0]
