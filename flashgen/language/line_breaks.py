"""What must not be parted where a line ends: a number and its unit, an abbreviation and the word that it belongs to."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
"""Invisible; no line ends beside it."""

_MONEY = "$£€¥₩₹₽"
_UNITS = "mm|cm|m|km|mg|g|kg|t|ml|l|ms|s|min|h|Hz|kHz|MHz|GHz|W|kW|MW|kB|MB|GB|TB"
_SPACE = re.compile(
    rf" (?:(?<=\d )(?=[%‰°{_MONEY}]|(?:{_UNITS})(?![\w'’-]))"  # "25 %", "3 km"
    rf"|(?<=[{_MONEY}§№] )(?=\d)"  # "€ 5"
    r"|(?<=\d )(?=\d{3}(?!\d))"  # "10 000"
    r"|(?<=\S )(?=[?!:;»](?!\w))|(?<=« ))"  # signs that French sets apart
)
_HYPHEN = re.compile(r"(?<![\w-])[^\W\d_]{2,4}-(?=\w)|[%‰]-(?=\w)")  # "US-Dollar", "25 %-ige"


def keep_together(text: str) -> str:
    """The text with spaces and hyphens at which no line ends, where a reader would stumble over the gap."""
    text = _SPACE.sub(NO_BREAK_SPACE, text)
    if "-" not in text:
        return text
    return _HYPHEN.sub(lambda match: match[0] + WORD_JOINER * (match[0].isupper() or match[0][0] in "%‰"), text)
