"""Capital letters, in scripts and languages that have them."""

from __future__ import annotations

import re

from flashgen.language.tags import base_language

_DOTTED = frozenset({"tr", "az", "crh", "tt", "gag"})
"""Languages that tell a dotted i from one without, as capitals too."""
_OWN_CASE = re.compile(r"\w*[A-Z\d]|\w*\.\w|[^\W\d_]-\w")
"""Names that are spelled with a small letter: "eBay", "i18n", "e-mail"."""


def capitalised(text: str, language: str) -> str:
    """The text with a capital for its first letter; as it is where the script has none, or where a name begins it."""
    if not text[:1].islower() or _OWN_CASE.match(text):
        return text
    if text[0] == "i" and base_language(language) in _DOTTED:
        return "\u0130" + text[1:]
    return text[0].title() + text[1:]
