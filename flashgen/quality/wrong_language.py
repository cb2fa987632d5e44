"""Texts in another language than their document's."""

from __future__ import annotations

import re

from flashgen.language import identification as identify
from flashgen.language import tags as languages
from flashgen.quality.view import View

_SCRIPTS = {
    "Latn": "A-Za-z\u00aa-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": "\u0590-\u05ff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Thai": "\u0e00-\u0e7f",
    "Geor": "\u10a0-\u10ff",
    "Armn": "\u0530-\u058f",
    "Hans": "\u3400-\u9fff",
    "Hant": "\u3400-\u9fff",
    "Jpan": "\u3040-\u30ff\u3400-\u9fff",
    "Kore": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
_OWN = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = 30
_FAMILIAR = 4
"""Short words shared with the rest of the article, from which its language is taken for granted."""
_SHARE = 0.2


def wrong_language(view: View) -> str:
    """A text in another script than its language's, or plainly in another language.

    Met as whole folders (Danish under "Dutch"), and as paragraphs that were left in English. The script is looked at
    first; then whether it shares its short words with the rest of the article; only where it does not, its language
    is identified, for which it must have a hundred letters.
    """
    script = languages.script(view.language)
    text = view.fact.answer
    if len(text) < _LETTERS:
        return ""
    if (own := _OWN.get(script)) and _is_foreign(text, own):
        return f"written in another script than {languages.english_name(view.language)}"
    if len(view.common.intersection(text.split())) >= _FAMILIAR:
        return ""
    if len(text) >= identify.ENOUGH_LETTERS and (found := identify.contradicts(text, view.language)):
        return f"written in {languages.english_name(found)}"
    return ""


def _is_foreign(text: str, own: re.Pattern[str]) -> bool:
    seen = len(own.findall(text))
    if seen * 4 > len(text):
        return False
    letters = len(_LETTER.findall(text))
    return letters >= _LETTERS and seen < _SHARE * letters
