"""Korean particles that markup tore off their word: `**계정** 은`. Only those of a closed list are put back."""

from __future__ import annotations

import re

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern

PARTICLES = "은|는|이|가|을|를|과|와|으로|로|의|에|에서|에게|도|입니다|이다|이며|이고"
"""Those that stand behind any noun, and forms of the copula: an expression."""
_PARTICLE = re.compile(rf" *({PARTICLES})(?=[\s.,;:!?)]|$)")
_PARTICLE_INSIDE = late_pattern(rf"(?<=([{scripts.HANGUL}])) ({PARTICLES})(?=[\s.,;:!?)]|$)")
_PARTICLE_AT_END = late_pattern(rf"(?<=[{scripts.HANGUL}]{{2}})({PARTICLES})$")
_OTHER_WORDS = ("이", "가", "도", "이고")
"""Words of their own, too: put back only where the end of the markup shows that they were torn off."""
_AFTER_CONSONANT = ("은", "이", "을", "과", "이다", "이며", "이고")
_AFTER_VOWEL = ("는", "가", "를", "와")
_HANGUL = late_pattern(f"[{scripts.HANGUL}]")
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
    return _fits(last, particle)


def detached_particle(text: str) -> str:
    """The first particle that stands parted from its word, as no author writes it; empty where none does."""
    for match in _PARTICLE_INSIDE.finditer(text) if _HANGUL.search(text) else ():
        if _is_detached(match):
            return match[2]
    return ""


def without_particle(name: str) -> str:
    """A name without the particle that its last word ends in; as it is where that is a syllable of the word, as far as
    the form of a particle tells."""
    found = _PARTICLE_AT_END.search(name)
    return name[: found.start(1)] if found and _fits(name[found.start(1) - 1], found[1]) else name


def with_particles(link: str) -> str:
    """The words of a link without the spaces that tore off particles when the link swallowed them."""
    return _PARTICLE_INSIDE.sub(lambda match: match[2] if _is_detached(match) else match[0], link)


def _is_detached(match: re.Match[str]) -> bool:
    """Whether what stands alone behind a syllable is a particle in the form that belongs to it, and no other word."""
    return match[2] not in _OTHER_WORDS and _fits(match[1], match[2])


def _fits(last: str, particle: str) -> bool:
    """Whether a particle has the form that it takes behind a syllable."""
    ending = (ord(last) - ord("가")) % _ENDS
    if particle == "으로":
        return ending not in (0, _RIEUL)
    if particle == "로":
        return ending in (0, _RIEUL)
    return particle not in (_AFTER_VOWEL if ending else _AFTER_CONSONANT)
