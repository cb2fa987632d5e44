"""Capital letters, in scripts and languages that have them."""

from __future__ import annotations

import re

from flashgen.language import scripts
from flashgen.language.tags import base_language, script_of

_DOTTED = frozenset({"tr", "az", "crh", "tt", "gag"})
"""Languages that tell a dotted i from one without, as capitals too."""
_OWN_CASE = re.compile(r"\w*[A-Z\d]|\w*\.\w|[^\W\d_]-\w")
"""Names that are spelled with a small letter: "eBay", "i18n", "e-mail"."""
_BICAMERAL = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Adlm", "Cher", "Copt"})
"""Scripts that have capitals."""
_CAPLESS = re.compile(
    rf"[^\W\d_{scripts.LETTERS['Latn']}{scripts.LETTERS['Cyrl']}{scripts.LETTERS['Grek']}{scripts.LETTERS['Armn']}]"
)
"""A letter of a script without capitals."""
_FEW = 3
"""Letters of such a script from which a text is in it."""


def has_capitals(language: str) -> bool:
    """Whether texts of a language begin with a capital: in Korean, a word of Latin letters begins as it is spelled."""
    return script_of(language) in _BICAMERAL


def shows_no_capitals(text: str) -> bool:
    """Whether a text is in a script without capitals, whatever names of other scripts stand in it."""
    return len(_CAPLESS.findall(text)) >= _FEW


def capitalised(text: str, language: str) -> str:
    """The text with a capital for its first letter; as it is where the language has none, or where a name begins it."""
    if not text[:1].islower() or _OWN_CASE.match(text) or not has_capitals(language):
        return text
    if text[0] == "i" and base_language(language) in _DOTTED:
        return "\u0130" + text[1:]
    return text[0].title() + text[1:]
