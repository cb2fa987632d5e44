"""Names with a bracket behind them that says them in another language, or shortened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from flashgen.language.text_types import has_words, normalised

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【"}
_PARTS = re.compile(r"[,:;،，、：]")
_BEHIND = re.compile(r"\s?(?:\([^()]+\)|（[^（）]+）|\[[^\[\]]+\])")
_JAPANESE = frozenset({"HIRAGANA", "KATAKANA", "CJK"})


def split_glosses(title: str, others: Iterable[str] = (), within: str = "") -> tuple[str, tuple[str, ...]]:
    """(title without its glosses, glosses): brackets at its end that would give away what another card side asks.

    Such a bracket is in another script ("컨테이너 (Containers)"), shortens the title or spells it out ("... (API)"),
    is one of `others`, or ends in one ("original: Tide"), or has only words of `within`: what the thing is called
    elsewhere. Any other bracket tells two
    things of one name apart ("Mercury (planet)") and stays.
    """
    found = bracket_at_end(title)
    if not found:
        return title, ()
    known = tuple(others)
    words = _words(within)
    glosses: list[str] = []
    while found:
        rest, inside = found
        is_known = any(ends_in(inside, name) for name in known) or _words(inside) <= words
        if not (is_known or _differ_in_script(rest, inside) or is_abbreviation(rest, inside)):
            break
        title = rest
        glosses.insert(0, inside)
        found = bracket_at_end(title)
    return title, tuple(glosses)


def ends_in(gloss: str, name: str) -> bool:
    """Whether a gloss is a name, or ends in it behind a word for what it is ("original: Tide")."""
    return normalised(name) in (normalised(gloss), normalised(_PARTS.split(gloss)[-1]))


def bracket_at_end(title: str) -> tuple[str, str] | None:
    """(what stands before, what stands inside) a bracket that ends a title; None where there is none with words."""
    title = title.rstrip()
    closing = title[-1:]
    opening = _BRACKETS.get(closing)
    if not opening:
        return None
    depth = 0
    for place in range(len(title) - 1, 0, -1):
        depth += (title[place] == closing) - (title[place] == opening)
        if depth == 0:
            before, inside = title[:place].rstrip(), title[place + 1 : -1].strip()
            return (before, inside) if has_words(before) and has_words(inside) else None
    return None


def _differ_in_script(one: str, other: str) -> bool:
    return not _scripts(one) & _scripts(other)


def _scripts(text: str) -> frozenset[str]:
    """The first words of its letters' Unicode names: Japanese writes one word in several scripts."""
    found = {unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha()}
    return frozenset("CJK" if name in _JAPANESE else name for name in found)


def is_abbreviation(one: str, other: str) -> bool:
    """Whether one of two texts is a word of mostly capitals ("mTLS"), and the other has several words."""
    short, long = sorted((one, other), key=len)
    capitals = sum(map(str.isupper, short))
    return capitals >= 2 and capitals * 2 >= len(short) and len(short.split()) == 1 < len(_WORD.findall(long))


def end_with_bracket(text: str, end: int) -> int:
    """Where a name that ends at `end` would end with the bracket directly behind it, if there is one."""
    found = _BEHIND.match(text, end)
    return found.end() if found else end


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
