"""Figures and handles that one side lacks. Pairing has seen to figures of whole facts that contradict each other."""

from __future__ import annotations

import re

from flashgen.language.numbers import figures, missing_figures
from flashgen.quality.view import View

_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
"""What may be left out, and is from a text that is too long."""
_HANDLE = re.compile(r"(?<![A-Za-z0-9_.])@[A-Za-z0-9][\w-]+", re.ASCII)
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
    # with its bracket a year of another era is known as the year that stands there
    ours = figures(_IN_BRACKETS.sub(" ", view.fact.answer)) & figures(view.fact.answer)
    if ours <= figures(shown.answer):
        return ""
    theirs = map(figures, (shown.figure, shown.question, shown.context, shown.answer, shown.rest))
    telling = sorted(filter(_is_telling, missing_figures(ours, frozenset[str]().union(*theirs))))
    return f"{', '.join(telling)} is missing on the other side" if telling else ""


def handle_missing(view: View) -> str:
    """An @handle that one side has, and nothing on the other side's card: nobody translates it, and so all that is said
    with it is missing.

    Met in "how-to-contribute" of the Open Source Guides: "like @somebody did for ..." in the English version alone.
    """
    ours = _HANDLE.findall(_IN_BRACKETS.sub(" ", view.fact.answer)) if "@" in view.fact.answer else ()
    if not ours:
        return ""
    shown = view.partner
    theirs = " ".join((shown.question, shown.context, shown.answer, shown.rest)).casefold()
    missing = [handle for handle in ours if handle.casefold() not in theirs]
    return f"{', '.join(missing)} is missing on the other side" if missing else ""


def _is_telling(figure: str) -> bool:
    if figure.isdecimal() and len(figure) == _YEAR_DIGITS and int(figure) in _YEARS:
        return True
    return len(figure.replace(".", "").strip("0")) >= _TELLING
