"""Korean particles that markup tore off their word: `**계정** 은`. Only those of a closed list are put back."""

from __future__ import annotations

import re

from flashgen.language import scripts

_PARTICLE = re.compile(r" *(은|는|이|가|을|를|과|와|으로|로|의|에|에서|에게|도|입니다|이다|이며|이고)(?=[\s.,;:!?)]|$)")
_AFTER_CONSONANT = ("은", "이", "을", "과", "이다", "이며", "이고")
_AFTER_VOWEL = ("는", "가", "를", "와")
_HANGUL = re.compile(f"[{scripts.HANGUL}]")
_ENDS = 28
"""As many endings a syllable can have in Unicode's order: none is the first, ㄹ the ninth."""
_RIEUL = 8


def is_torn_off(words: str, following: str) -> bool:
    """Whether the text behind marked-up words begins with a particle that belongs to them, parted by a space.

    The form of most particles depends on the sound before them, which tells `이` the particle from `이` for "this".
    """
    match = _PARTICLE.match(following)
    if not match or not (following.startswith(" ") or words.endswith(" ")):
        return False
    last, particle = words.rstrip()[-1:], match[1]
    if not _HANGUL.match(last):
        return particle != "이" and (last.isalnum() or (last != "" and last in ")%”’\"'」"))
    ending = (ord(last) - ord("가")) % _ENDS
    if particle == "으로":
        return ending not in (0, _RIEUL)
    if particle == "로":
        return ending in (0, _RIEUL)
    return particle not in (_AFTER_VOWEL if ending else _AFTER_CONSONANT)
