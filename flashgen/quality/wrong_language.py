"""Texts in another language than their document's."""

from __future__ import annotations

import re

from flashgen.language import scripts
from flashgen.language.codes import CODE
from flashgen.language.identification import ENOUGH_LETTERS, FEW_LETTERS, contradicts, identify, identify_brief
from flashgen.language.tags import english_name, script_of
from flashgen.quality.view import View

_LETTERS_IN_A_ROW = re.compile(r"[^\W\d_]+")
_LETTERS = 30
_PHRASE_LETTERS, _PHRASE_WORDS = 20, 4
"""Letters and words of a phrase in Latin letters, most of them small, from which it is no name."""
_FAMILIAR = 4
"""Short words shared with the rest of the article, from which its language is taken for granted."""
_HARDLY_FAMILIAR = 1
"""And up to which fewer letters do to identify it."""
_SHARE = 0.2


def wrong_language(view: View) -> str:
    """A text in another script than its language's, or plainly in another language.

    Met as whole folders (Danish under "Dutch"), and as paragraphs that were left in English. The script is looked at
    first; then whether it shares its short words with the rest of the article; only where it does not, its language
    is identified, for which it must have a hundred letters, or fifty where it shares next to none. Met as single items
    of the Open Source Guides, too, that their German translator passed over.
    """
    code = view.fact.label if any(link.startswith(CODE) for link in view.fact.links) else ""
    for text, _ in view.texts:
        if text != code and (found := _contradiction(text, view)):
            # the answer is quoted with what was found anyway
            return found if text == view.fact.answer else f"'{text}' is {found}"
    return ""


def _contradiction(text: str, view: View) -> str:
    """How a text contradicts the language of its side; empty where it may be in it."""
    if len(text) < _PHRASE_LETTERS:
        return ""
    script = script_of(view.language)
    if script in scripts.LETTERS and (_is_foreign(text, script) or _is_latin_phrase(text, script)):
        return f"written in another script than {english_name(view.language)}"
    familiar = len(view.common.intersection(text.split()))
    if familiar >= _FAMILIAR or len(text) < _LETTERS:
        return ""
    enough, tell = (FEW_LETTERS, identify_brief) if familiar <= _HARDLY_FAMILIAR else (ENOUGH_LETTERS, identify)
    if len(text) >= enough and (found := contradicts(text, view.language, tell)):
        return f"written in {english_name(found)}"
    return ""


def _is_foreign(text: str, script: str) -> bool:
    # as many in one half are a fourth of all letters at least
    if scripts.count_letters(text[: len(text) // 2], script) * 4 > len(text):
        return False
    seen = scripts.count_letters(text, script)
    letters = sum(map(len, _LETTERS_IN_A_ROW.findall(text)))
    return letters >= _LETTERS and seen < _SHARE * letters


def _is_latin_phrase(text: str, script: str) -> bool:
    """Whether a text begins as a sentence does in Latin letters, and has no other letter and too many words for a name.

    Met as the headings of the Open Source Guides' Korean code of conduct. A line of code begins in lower case.
    """
    words = text.split()
    if (
        script == "Latn"
        or len(words) < _PHRASE_WORDS
        or not text[0].isupper()
        or 2 * sum(map(str.islower, words)) < len(words)
    ):
        return False
    letters = sum(map(len, _LETTERS_IN_A_ROW.findall(text)))
    return letters >= _PHRASE_LETTERS and scripts.count_letters(text, "Latn") == letters
