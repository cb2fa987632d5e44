"""Labels: bold words that announce the text behind them (`**Label:** text`, `**Why?** text`), by marks and length."""

from __future__ import annotations

import re

from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.text_types import is_question, weight

_LONGEST = 60
"""In weighted characters: what is longer is a sentence of its own."""
_LONGEST_QUESTION = 120
"""The same of a question, which the text behind it answers."""
_MOST_WORDS = 8
_COLON_WITHIN = re.compile(rf"(?:[{marks.LEADING_IN}]|(?<=\s)[–—-])$")
_STOP_WITHIN = re.compile(rf"(?<![{marks.STOPS}])[{marks.STOPS}]$")
_COLON_BEHIND = re.compile(rf"\s*[{marks.LEADING_IN}](?!\d)\s*")
_ASIDE = re.compile(rf"\s?[(（][^()（）]{{1,40}}[)）](?=\s?[{marks.LEADING_IN}])")
_DASH_BEHIND = re.compile(r"[–—-]\s+|——\s*")
_STOP_BEHIND = re.compile(rf"[{marks.STOPS}](?![{marks.STOPS}\w])\s*")
_PARTING = tuple(marks.PARTING)
# A stop behind these is no end: an initial, a title, a kind of company
_SHORTENED = re.compile(r"(?:^|[\s.])(?:[A-Za-zА-я]|[A-Z][bcdfghjklmnpqrstvwxz]+|Inc|Corp|Co|Jr|Sr)$")
_ONE_LETTER_WORD = late_pattern(f"[{scripts.EAST_ASIAN}]")


def split_label(bold: str, following: str, *, glued: bool) -> tuple[str, int]:
    """The label that bold words are, without its mark, and where in the text behind them the announced text begins.

    An empty label where no mark parts the two, or where the bold words are a sentence. `glued`: no space between them.
    A question needs no mark but its own, which it keeps.
    """
    if _is_short_question(bold):
        return bold, len(following) - len(following.lstrip())
    if aside := _ASIDE.match(following):  # "**Ebb** (low water): ...": another name belongs to the label
        named = f"{bold}{'' if glued else ' '}{aside[0].strip()}"
        label, begins = split_label(named, following[aside.end() :], glued=True)
        return label, begins + aside.end() if label else 0
    label, begins, is_stop = _without_mark(bold, following, glued)
    if not _is_short(label) or begins < 0:
        return "", 0
    text = following[begins:]
    goes_on = next(filter(str.isalpha, text), "").islower() or text.startswith(_PARTING)
    if is_stop and (goes_on or _SHORTENED.search(label) or not any(map(str.isalpha, label))):
        return "", 0
    return label, begins


def bare_label(bold: str) -> str:
    """Bold words that stand alone as a label: their mark is removed. Empty where they are a statement."""
    if _is_short_question(bold):
        return bold
    label, _, _ = _without_mark(bold, "", glued=False)
    return label if _is_short(label) else ""


def _without_mark(bold: str, following: str, glued: bool) -> tuple[str, int, bool]:
    """The words without the mark, the end of the mark behind them (-1: there is none), and whether it is a stop."""
    behind = _COLON_BEHIND.match(following) or (None if glued else _DASH_BEHIND.match(following))
    if within := _COLON_WITHIN.search(bold) or _STOP_WITHIN.search(bold):
        is_stop = within[0] in marks.STOPS and not behind
        return bold[: within.start()].strip(), behind.end() if behind else 0, is_stop
    if behind:
        return bold, behind.end(), False
    if stop := _STOP_BEHIND.match(following):
        return bold, stop.end(), True
    return bold, -1, False


def _is_short_question(bold: str) -> bool:
    return is_question(bold) and weight(bold, _LONGEST_QUESTION) <= _LONGEST_QUESTION


def _is_short(label: str) -> bool:
    """Words, but not so many that they say something by themselves."""
    letters = sum(map(str.isalnum, label))
    return (
        (letters > 1 or _ONE_LETTER_WORD.search(label) is not None)
        and len(label.split()) <= _MOST_WORDS
        and weight(label, _LONGEST) <= _LONGEST
    )
