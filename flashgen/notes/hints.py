"""What helps with a term: the definition in the language that asks, without what would give the answer away."""

from __future__ import annotations

import re

from flashgen.language.word_forms import WORD, share_of_words
from flashgen.notes.naming import names_title

_BRACKET = re.compile(r"\s?(?:\(([^()（）]*)\)|（([^()（）]*)）)(?!-)")
"""A hyphen behind it goes on with the word that it is a part of: "a 9(c)-loaf"."""
_HELD = 0.5
"""The share of a title's words that name it: before a bracket that says it otherwise, or within one that tells it."""
_BETWEEN = 1
"""Words more than the title's among which these stand before such a bracket."""


def hint_of_term(definition: str, title: str, asked: str) -> str:
    """A definition as it may stand beside the title that it defines, on the card that asks for the other title.

    A bracket behind the title says it in another language, or shortened ("continuous delivery (CD) is ..."); that one,
    and any that holds words of what is `asked`, is left for the back. Empty where the answer is given away all the
    same.
    """
    hint = _BRACKET.sub(lambda found: "" if _tells(found, title, asked) else found[0], definition)
    return "" if names_title(hint, asked) else hint


def _tells(found: re.Match[str], title: str, asked: str) -> bool:
    if found[0].strip() in title:
        return False
    words = WORD.findall(found.string[: found.start()])
    beside = " ".join(words[-len(WORD.findall(title)) - _BETWEEN :])
    inside = found[1] or found[2] or ""
    before, held = share_of_words(title, beside), share_of_words(title, inside)
    # a bracket that says the title itself stands behind another name: without it, that alone would be defined
    is_name = before >= _HELD and held <= before
    # and it tells no more of a cognate that is asked for than the card does, which shows that title
    says_title = held == 1 and held > before and not names_title(inside, asked)
    return is_name or (share_of_words(asked, inside) >= _HELD and not says_title)
