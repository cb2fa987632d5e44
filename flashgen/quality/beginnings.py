"""How a text begins: like a sentence, in lower case, or torn off."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from flashgen.kinds import KINDS
from flashgen.language import marks
from flashgen.language.capitals import has_capitals, shows_no_capitals
from flashgen.language.numbers import figures
from flashgen.quality.view import View

_OPENERS = "\"'“”„«»‘’([{*•¿¡ \u00a0\n"
_TORN = re.compile(rf"[{marks.PARTING}：)\]}}]|[.»”]\s")
_MARKS = f"{marks.PARTING}{marks.COLONS}{marks.ENDS}"
_GOES_ON = (",", ";")
_STYLE = 2
"""Other items from which a list shows how its items begin."""
_Beginning = Literal["low", "high", "open"]
_OWN_CASE = re.compile(r"[^\W\d_]-\w|\w*[\dA-Z]|\w*\.\w")


def mid_sentence(view: View) -> str:
    """A text that begins in lower case or with a closing sign, where its list or its partner begins a sentence.

    Met in "90dayletter" (Polish), where a paragraph lost its beginning before a link, and in "25-percent-rule"
    (Turkish), where an item begins with a comma. A list whose items all begin in lower case is a matter of style,
    two items show no style, and behind an item that ends in a comma the sentence goes on. A definition of a numbered
    name that begins behind its number has lost its beginning, too: met in "five-c-credit" (Turkish), "C'si, ...".
    In a language without capitals, a word of Latin letters begins a text as it is spelled. An item that begins with a
    small "or" is the other half of the one before.
    """
    if number := _number_lost(view):
        return f"begins with the end of a name, whose {number} is lost"
    first = next(iter(view.fact.answer.split(maxsplit=1)), "")
    if first in view.gate.conjunctions_in(view.language).choosing:
        return f"begins with {first!r}"
    may_be_low = not has_capitals(view.language)
    for text, partner in view.texts:
        if _TORN.match(text):
            return f"begins with {text[0]!r}"
        if not may_be_low and _begins(text, view.version.title) == "low" and _should_be_high(view, text, partner):
            return f"begins in lower case with {text.split()[0]!r}"
    return ""


def _number_lost(view: View) -> str:
    """The number that stands before the first word of a definition in its question, and nowhere in what it says."""
    if not KINDS[view.fact.kind].is_single:
        return ""
    first = next(iter(view.fact.answer.split(maxsplit=1)), "").rstrip(_MARKS)
    asked = view.fact.question.split()
    numbers = {number for number, word in pairwise(asked) if word.rstrip(_MARKS) == first and number.isdecimal()}
    return next((number for number in numbers if number not in figures(view.fact.answer)), "")


def _should_be_high(view: View, text: str, partner: str) -> bool:
    beside = _begins(partner, "")
    if text == view.fact.answer and view.siblings:
        around = {_begins(fact.answer, "") for fact in view.siblings} - {"open"}
        goes_on = any(fact.answer.rstrip().endswith(_GOES_ON) for fact in view.siblings)
        shows_style = len(view.siblings) >= _STYLE or KINDS[view.fact.kind].has_question
        return shows_style and around == {"high"} and beside != "low" and not goes_on
    # a script without capitals cannot tell; outside of lists, and with no figure before, the language itself can
    is_alone = text == view.fact.answer and not KINDS[view.fact.kind].has_figure
    return beside == "high" or (beside == "open" and is_alone)


def _begins(text: str, title: str) -> _Beginning:
    """`low`, `high`, or `open` where case tells nothing: other scripts, digits, names such as "eBay"."""
    text = text.lstrip(_OPENERS)
    if not text or text[0].isdigit():
        return "open"
    if text[0].isupper() or text[0].istitle():
        return "high"
    if not text[0].islower() or shows_no_capitals(text):
        return "open"
    word = text.split()[0]
    named = title[:1].islower() and title.split()[0][:4] == word[:4]
    return "open" if named or _OWN_CASE.match(word) else "low"
