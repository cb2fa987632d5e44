"""What a translation joined with nothing, or with itself, where it had no second word for what the original names.

"Collateral or security" becomes "Sicherheit oder Sicherheit" where a language has one word for both. That is said once,
unless it is an idiom ("more and more"). Which words join others, only a speaker of the language knows: they stand in
`config/languages/`, and are data here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.record import Record

_COMPOUND = re.compile(r" [-‑]([^\W\d_]{4,})(?!\w)")
"""The second part of a compound that takes its first part from the word before: "Haustüren und -fenster"."""
_LONGEST_JOINT = 6
"""Characters of the word before it that joins the two."""
_MOST_WORDS = 3
"""Words that are joined with themselves at most."""
_FEWEST_LETTERS = 4
"""Letters of these: fewer are particles, which idioms are made of ("so oder so")."""
_AROUND = 3
"""Words on either side of a joining word in which those that it joins are looked for."""
_STEM = 5
"""First or last letters that two words have in common of which one is a sort of the other, or its opposite."""
_MOST = 5
"""How often a text is looked at for what it says twice: one with more of it is none that anybody learns from."""
_PREFIXED = late_pattern(rf"[{scripts.LETTERS['Arab']}{scripts.LETTERS['Hebr']}]")
"""A joining word of one letter of these is written as a part of the word that it adds."""
_OPENERS = "([{\"'“„«»‘¿¡"
_CLOSERS = f"{marks.CLOSERS}{marks.PARTING}{marks.COLONS}{marks.ENDS}}}"
_SIGNS = frozenset(_OPENERS + _CLOSERS) - frozenset("'’")
"""What stands around words, and not within them."""


class Conjunctions(Record):
    """The words of one language that join two others of a kind."""

    adding: tuple[str, ...] = ()
    """"and"."""
    choosing: tuple[str, ...] = ()
    """"or"."""
    opposing: tuple[str, ...] = ()
    """What makes the opposite of the word before it ("maddi olmayan" of "maddi", tangible)."""

    @property
    def all(self) -> frozenset[str]:
        """Both, with the full stop behind those that are shortened, as it may stand there."""
        return _with_stops(self.adding, self.choosing)

    @property
    def prefix(self) -> str:
        """What is written before a word that is added, without a space; empty where a language has no such thing."""
        return _prefix(self.adding)


NO_CONJUNCTIONS = Conjunctions()
"""For a language of which none are known."""


class _Doubled(Record):
    """Words of a text that are joined with themselves: `[start:joint]`, and those behind the joint up to `end`."""

    start: int
    joint: int
    """The word that joins them; the second one itself, where that word is written as a part of it."""
    end: int
    is_choice: bool
    """Whether an "or" joins them."""


@lru_cache(maxsize=256)
def _with_stops(adding: tuple[str, ...], choosing: tuple[str, ...]) -> frozenset[str]:
    return frozenset((*adding, *choosing, *(f"{word}." for word in choosing)))


@lru_cache(maxsize=256)
def _prefix(adding: tuple[str, ...]) -> str:
    return next((word for word in adding if len(word) == 1 and _PREFIXED.match(word)), "")


def said_once(text: str, partner: str, words: Conjunctions, others: Conjunctions) -> tuple[str, tuple[str, ...]]:
    """(a text that says once what its translation joined with itself, all that it said twice so)

    `partner` is what the other version says, `words` and `others` are the joining words of both languages. "More and
    more" is said twice on purpose; its counterparts say it twice, or say it without an "and". "Mills or mills of the
    wind" are two things; its counterparts have one word in the other ("windmills"). So what joins a word with itself is
    said once only where the partner has such a joining word, none of which joins a word with itself or one that it
    shares a stem with; and what an "and" joins where the partner has as many of them.
    """
    said: list[str] = []
    while text and len(said) < _MOST and (found := _first_doubled(text, partner, words, others)):
        start, end, once = found
        said.append(text[start:end])
        text = text[:start] + once + text[end:]
    return text, tuple(said)


def _first_doubled(text: str, partner: str, words: Conjunctions, others: Conjunctions) -> tuple[int, int, str] | None:
    """(where a text says something twice for want of another word, where it has said it, what is said once)"""
    if part := doubled_part(text):
        start = text.index(part)
        return start, start + len(part), part.split(" ", 1)[0]
    tokens = text.split(" ")
    found = _doubled(tokens, words)
    if found is None or not _is_mistake(found, tokens, partner, words, others):
        return None
    start = len(" ".join((*tokens[: found.start], "")))
    doubled = " ".join(tokens[found.start : found.end])
    first = " ".join(tokens[found.start : found.joint])
    opening = len(doubled) - len(doubled.lstrip(_OPENERS))
    return start + opening, start + len(doubled.rstrip(_CLOSERS)), first[opening:].removesuffix(",")


def doubled_conjunction(text: str, conjunctions: Conjunctions) -> str:
    """An "or" with an "and" directly behind it; empty where there is none. "And or" is one word in many languages."""
    words = text.split(" ")
    found = (pair for pair in pairwise(words) if pair[0] in conjunctions.choosing and pair[1] in conjunctions.adding)
    return " ".join(next(found, ()))


def doubled_part(text: str) -> str:
    """The second part of a compound that the word before ends in ("Haustüren und -türen"); empty where none is."""
    for part in _COMPOUND.finditer(text) if " -" in text or " ‑" in text else ():
        *_, before, joint = ("", "", *text[: part.start()].rsplit(" ", 2))
        if joint.isalpha() and len(joint) <= _LONGEST_JOINT and before.casefold().endswith(part[1].casefold()):
            return f"{before} {joint}{part[0]}"
    return ""


def _doubled(tokens: Sequence[str], words: Conjunctions) -> _Doubled | None:
    """The first words of a text that are joined with themselves."""
    joining, prefix = words.all, words.prefix
    if joining.isdisjoint(tokens) and not prefix:
        return None  # as most texts
    for place in [place for place, token in enumerate(tokens) if token in joining]:
        last = tokens[place - 1].lstrip(_OPENERS)[:1].casefold()
        for count in range(1, _MOST_WORDS + 1):
            # most words that are joined differ in their first letter already
            if not tokens[place + count : place + count + 1] or tokens[place + count][:1].casefold() != last:
                continue
            if _are_same(tokens[max(0, place - count) : place], tokens[place + 1 : place + 1 + count], count):
                is_choice = tokens[place].removesuffix(".") in words.choosing
                return _Doubled(place - count, place, place + 1 + count, is_choice)
    for place, token in enumerate(tokens) if prefix else ():
        if token.startswith(prefix) and _are_same(tokens[max(0, place - 1) : place], [token[len(prefix) :]], 1):
            return _Doubled(place - 1, place, place + 1, is_choice=False)
    return None


def _are_same(first: Sequence[str], second: Sequence[str], count: int) -> bool:
    """Whether both are the same words, `count` of them, with no sign between or around the first ones."""
    if not len(first) == len(second) == count:
        return False
    *before, last = first
    ours = *before, last.removesuffix(",")
    ours = ours[0].lstrip(_OPENERS), *ours[1:]
    theirs = *second[:-1], second[-1].rstrip(_CLOSERS)
    letters = "".join(ours)
    is_words = letters[:1].isalpha() and not any(one.isdigit() or one in _SIGNS for one in letters)
    return is_words and len(letters) >= _FEWEST_LETTERS and [*map(str.casefold, ours)] == [*map(str.casefold, theirs)]


def _is_mistake(
    found: _Doubled, tokens: Sequence[str], partner: str, words: Conjunctions, others: Conjunctions
) -> bool:
    """Whether words are joined with themselves for want of another, and not on purpose."""
    if tokens[found.end : found.end + 1] and tokens[found.end].rstrip(_CLOSERS) in words.opposing:
        return False
    there = partner.split(" ")
    joining = others.choosing if found.is_choice else others.adding
    joints = [place for place, token in enumerate(there) if token.removesuffix(".") in joining]
    if not joints or any(_joins_alike(there, place) for place in joints):
        return False
    return found.is_choice or (not others.prefix and _count_added(tokens, words) <= len(joints))


def _joins_alike(tokens: Sequence[str], joint: int) -> bool:
    """Whether a joining word stands between two that are one, or of which one holds the other ("mill or windmill")."""
    before, behind = (
        [token.strip(_OPENERS + _CLOSERS).casefold() for token in some]
        for some in (tokens[max(0, joint - _AROUND) : joint], tokens[joint + 1 : joint + 1 + _AROUND])
    )
    return any(_are_akin(one, other) for one in before for other in behind)


def _are_akin(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    is_long = min(len(one), len(other)) >= _STEM
    return is_long and (one[:_STEM] == other[:_STEM] or one[-_STEM:] == other[-_STEM:])


def _count_added(tokens: Sequence[str], words: Conjunctions) -> int:
    """How often something is added by a joining word; where that is a part of the next one, by what may be one."""
    prefix = words.prefix
    return sum(token in words.adding or bool(prefix and token.startswith(prefix)) for token in tokens)
