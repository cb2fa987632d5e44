"""How sentences end: torn by a full stop, with a word left over, with brackets or quotes that nothing closes."""

from __future__ import annotations

import re

from flashgen.language import marks
from flashgen.language.capitals import has_capitals
from flashgen.language.text_types import ends_sentence, has_words
from flashgen.quality.view import Shown, View

_LONG_WORD_THEN_STOP = re.compile(r"[.!?…](?<=[^\W\d_]{5}.) +([^\W\d_]+)(?!\w|[.-]\w)")
_STOPS = marks.STOPS_BETWEEN_SPACED_WORDS
_LAST_WORD = re.compile(rf"[{_STOPS}](?<=[^\W\d_]{{5}}.) +([^\W\d_]{{2,}})[{_STOPS}]?$")
_LEFT_OVER = re.compile(rf"[!?…{_STOPS}](?:(?<![.!?…])|(?<=[^\W\d_]{{5}}.)) +(\S+(?: +\S+){{0,3}})$")
"""Four words at most that end the text, behind a sentence."""
_WORDS_BEFORE = 4
"""Words from which what stands before a last word is a sentence."""
_BRACKETS = (("(", ")"), ("[", "]"), ("【", "】"), ("「", "」"), ("『", "』"))
_QUOTES = ('"“”„', "«»", "‹›")
"""Signs of one sort: as many of them open as close, whichever a language opens with."""
_NARROW = str.maketrans("（）［］", "()[]")
_SIGNS = "()[]【】「」『』（）［］"
_PAIRED = re.compile(f"[{re.escape(_SIGNS + ''.join(_QUOTES))}]")
_SMILEY = re.compile(r"(?<!\S)[:;=]-?[()]")
_MENTIONED = re.compile(r"[(（]\s?[\"“”„«»]\s?[)）]")
"""A quote that stands alone in brackets: the text speaks of the sign."""
_NUMBERING = re.compile(r"(?<!\S)(?:[^\W\d_]|\d{1,2})\)")


def torn_sentence(view: View) -> str:
    """A sentence that a full stop cuts in two, so that it goes on in lower case.

    Met in "swot" (German, Portuguese, Turkish): "... scarce labour. and so on". What stands before the full stop must
    be a word of five letters, since a shorter one may be an abbreviation. In a language without capitals, a word of
    Latin letters begins a sentence as it is spelled.
    """
    if view.fact.flaws or not has_capitals(view.language):
        return ""  # the full stop stands where words are lost, which is a rule of its own
    for text, _ in view.texts:
        for found in _LONG_WORD_THEN_STOP.finditer(text):
            word = found[1]
            if word.islower():
                return f"goes on in lower case behind a full stop, with {word!r}"
    return ""


def may_be_torn(side: Shown) -> bool:
    """Whether any text of a side may go on in lower case behind a full stop (`torn_sentence`)."""
    return has_capitals(side.version.language) and any(
        found[1].islower() for found in _LONG_WORD_THEN_STOP.finditer(side.text)
    )


def trailing_word(view: View) -> str:
    """A last sentence of one word behind a statement, left over from a sentence that was taken apart.

    Met in "five-c-credit" (German, Korean, Turkish): "... to gauge borrowers. Creditworthiness." What stands before
    the full stop must be a word of five letters here, too. Up to four words are left over if they end in no mark, where
    all else does: met in "continuous-deployment" of the Cloud Native Glossary (Bengali), which ends in its heading.
    """
    answer = view.fact.answer.rstrip()
    found = _LAST_WORD.search(answer) or _words_left_over(view)
    if found and len(answer[: found.start()].split()) >= _WORDS_BEFORE:
        return f"ends in {found[1]!r} alone"
    return ""


def _words_left_over(view: View) -> re.Match[str] | None:
    answer = view.fact.answer.rstrip()
    if ends_sentence(answer) or not ends_sentence(view.partner.answer):
        return None
    found = _LEFT_OVER.search(answer)
    return found if found and all(map(has_words, found[1].split())) else None


def unbalanced(view: View) -> str:
    """A bracket that nothing closes or opens, or a quote of which the other side has none too many: a part is lost.

    Met in "howey-test" (Korean), where a quotation lost its beginning. Each language has its own quotes, and many a
    text closes with straight ones what it opened with curved ones. Brackets are the same in all: where both sides have
    one too many, it is their source that was damaged.
    """
    for text, partner in view.texts:
        if not _PAIRED.search(text):
            continue
        sign = _odd_bracket(text)
        if sign or ((sign := _odd_quote(text)) and not (_odd_bracket(partner) or _odd_quote(partner))):
            return f"{sign!r} stands alone"
    return ""


def _odd_quote(text: str) -> str:
    text = _MENTIONED.sub("", text)
    return next((quotes[0] for quotes in _QUOTES if sum(map(text.count, quotes)) % 2), "")


def _odd_bracket(text: str) -> str:
    text = _SMILEY.sub(" ", text)
    text = text.translate(_NARROW)  # many a text opens a bracket in one width and closes it in the other
    for opening, closing in _BRACKETS:
        more = text.count(closing) - text.count(opening)
        if more < 0:
            return opening
        if more > 0 and (closing != ")" or more > len(_NUMBERING.findall(text))):
            return closing
    return ""
