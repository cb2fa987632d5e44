"""What must not be parted where a line ends: a number and its unit, an abbreviation and the word that it belongs to.

Nothing invisible stands in the text for it, since Anki's search compares fields letter by letter: "US-Dollar" with a
word joiner behind its hyphen is found by nobody. An element around the whole word keeps it on one line, and both words
and phrases in it are found. Tested against Anki 26.9: a phrase in quotes is not found where it runs over the edge of an
element, as with words in bold.
"""

from __future__ import annotations

import re

from flashgen.language.text_types import weight

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_ENTITY = "&nbsp;"
WORD_JOINER = "\u2060"
"""Stood behind hyphens once."""

_MONEY = "$£€¥₩₹₽"
_UNITS = "mm|cm|m|km|mg|g|kg|t|ml|l|ms|s|min|h|Hz|kHz|MHz|GHz|W|kW|MW|kB|MB|GB|TB"
_SET_APART = re.compile(r" (?:(?<=\S )(?=[?!:;»](?!\w))|(?<=« ))")
"""Before and behind signs that French sets apart, which nobody looks for."""
_TOKEN = re.compile(
    r"<[^<>]*+>"
    rf"|(?P<number>(?:[{_MONEY}§№] ?)?+(?<!\d)(?<!\d[.,])\d++(?:[.,]\d++)*+(?: \d{{3}}(?!\d))*+"  # "€ 5", "10 000"
    rf"(?: ?[%‰°{_MONEY}](?:\w{{1,3}}+(?!\w)|(?!\w))(?:-\w++)*+| (?:{_UNITS})(?![\w'’-]))?)"  # "25 %-Regel", "3 km"
    r"|(?P<word>(?<![\w-])[^\W\d_]{2,4}+(?:-\w++)++)"  # "US-Dollar"
)
_BEHIND_DIGIT = re.compile(rf"\d (?=[%‰°{_MONEY}\d]|(?:{_UNITS})(?![\w'’-]))")
_BEHIND_SIGN = re.compile(rf"[%‰°{_MONEY}§№](?=-\w| \d)")
_UNBROKEN = '<span class="unbroken">'
"""The style sheet says what it means: no line ends in it."""
_WRITTEN = re.compile(f"{_UNBROKEN}([^<]*)</span>")
_LONGEST = 24
"""What weighs more does not fit a line of a phone, and had better be parted."""


def keep_together(text: str) -> str:
    """The text with no-break spaces beside the signs that stand apart from their words."""
    return _SET_APART.sub(NO_BREAK_SPACE, text)


def unbroken(html: str) -> str:
    """Field HTML with an element around what a reader would stumble over if a line ended in it."""
    # few texts hold anything of the kind, and what tells so is found twenty times as fast as the thing itself
    is_needed = _BEHIND_DIGIT.search(html) or _BEHIND_SIGN.search(html) or _has_abbreviation(html)
    return _TOKEN.sub(_kept, html) if is_needed else html


def _has_abbreviation(html: str) -> bool:
    """Whether two capitals stand before a hyphen."""
    place = html.find("-")
    while place >= 0:
        if html[max(0, place - 2) : place].isupper():
            return True
        place = html.find("-", place + 1)
    return False


def breakable(html: str) -> str:
    """Field HTML without what only keeps lines from ending, which editions of a deck have written in several ways."""
    if NO_BREAK_ENTITY in html:
        html = html.replace(NO_BREAK_ENTITY, " ")
    if _UNBROKEN in html:
        html = _WRITTEN.sub(r"\1", html)
    return html.replace(WORD_JOINER, "")


def _kept(found: re.Match[str]) -> str:
    token = found[0]
    is_parted = " " in token or "-" in token
    if found.lastgroup is None or not is_parted or weight(token, _LONGEST) > _LONGEST:
        return token
    if found.lastgroup == "word" and not token.partition("-")[0].isupper():
        return token
    return f"{_UNBROKEN}{token}</span>"
