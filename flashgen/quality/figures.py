"""Figures that one side lacks. Of whole facts, the pairing has seen to those that contradict each other."""

from __future__ import annotations

import re

from flashgen.language.numbers import figures, missing_figures
from flashgen.quality.view import View

_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
"""What may be left out, and is from a text that is too long."""
_TELLING = 3
"""Digits, without the zeros at both ends, from which nobody writes a number in words."""
_YEAR_DIGITS = 4
_YEARS = range(1500, 2100)


def figure_missing(view: View) -> str:
    """A figure or a year that one side has, and nothing on the other side's card.

    Only a figure that nobody would write in words. Met in "taxbracket" (Korean), whose "$172,750" became "$172".
    """
    shown = view.partner
    if not figures(view.fact.answer):  # which is known already, and with no brackets it has none either
        return ""
    ours = figures(_IN_BRACKETS.sub(" ", view.fact.answer))
    if ours <= figures(shown.answer):
        return ""
    theirs = map(figures, (shown.figure, shown.question, shown.context, shown.answer, shown.rest))
    telling = sorted(filter(_is_telling, missing_figures(ours, frozenset[str]().union(*theirs))))
    return f"{', '.join(telling)} is missing on the other side" if telling else ""


def _is_telling(figure: str) -> bool:
    if figure.isdecimal() and len(figure) == _YEAR_DIGITS and int(figure) in _YEARS:
        return True
    return len(figure.replace(".", "").strip("0")) >= _TELLING
