"""Texts that would make a backtracking matcher work long on a pattern, made from the pattern itself.

A pattern takes more than linear time where one part of a text can be read by a loop in several ways: by another loop
(`a*a*b`), by the same in other rounds (`(a|a)*b`), or from another start (`a*b`, tried everywhere). Each text is
something that leads up to a loop, then something that the loop reads, many times, then something that makes it fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from tests.support.regex_steps import Mode, compiled, parsed, sre, steps, takes

_COMMON = "aZ1_ \n\t\u00e9\u5146\ud55c\u0639\u0301\u00a0-.,:;!?<>()[]{}*#`|$\\/\"'&=~^+%@\x00"
_LOOPS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_SHORT = 40
"""Characters of the shorter of two texts; more where a pattern counts further."""
_GROWTH = 2.7
"""How much more work may be on a text of twice the length: 2 where it is linear, 4 where it is quadratic."""
_MOST = 500
"""Steps for each character; more is exponential, since long alternatives come nowhere near."""


def superlinear(pattern: re.Pattern[Any], mode: Mode) -> tuple[str, str, str] | None:
    """What leads up, what is repeated and what ends a text on which a pattern takes more than linear time, if any."""
    program = compiled(pattern)
    size = max(_SHORT, 4 * _longest_count(parsed(pattern)))
    for before, pump, after in dict.fromkeys(_attacks(pattern)):
        count = max(8, size // len(pump))
        texts = (before + pump * times + after for times in (count, 2 * count))
        short = steps(program, next(texts), mode, _MOST * size)
        if short < 4 * size:
            continue  # even a quadratic loop would do more
        if short == _MOST * size or steps(program, next(texts), mode, 4 * short) > _GROWTH * short:
            return before, pump, after
    return None


def _longest_count(tree: Any) -> int:
    """The highest number of rounds that a pattern counts."""
    counts = [
        bound for node in _nodes(tree) if node[0] in _LOOPS for bound in node[1][:2] if bound is not sre.MAXREPEAT
    ]
    return max(map(int, counts), default=0)


def _attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    tree = parsed(pattern)
    flags = tree.state.flags
    letters = representatives(tree, flags)
    # of the letters of words that a pattern names, one does as well as another
    few = [*(letter for letter in letters if not letter.isalpha()), *filter(str.isalpha, letters[:4])]
    endings = dict.fromkeys(("", "a", " ", "\x00", "\n", *(letter for letter in letters if _ends_a_set(tree, letter))))
    for lead, loop in _loops(tree, ("",), flags, letters):
        rounds = [text for text in _samples(loop[1][2], flags, letters) if text]
        singles = [letter for letter in few if any(letter in one for one in rounds) or _reads(loop, letter, flags)]
        leading = {lead + one for one in ("", *rounds[:2], *singles)}
        pumps = {*rounds, *singles, *leading, *map("".join, product(rounds[:2], rounds[:2]))}
        for pump in sorted(filter(None, pumps)):
            for before in {"", lead} if not pump.startswith(lead) else ("",):
                for after in endings:
                    yield before, pump, after


def _ends_a_set(tree: Any, letter: str) -> bool:
    """Whether a set of the pattern takes all characters but a few, and not this one."""
    return any(
        (kind is sre.IN and value[0][0] is sre.NEGATE and (sre.LITERAL, ord(letter)) in value)
        or (kind is sre.NOT_LITERAL and value == ord(letter))
        for kind, value in _nodes(tree)
    )


def _reads(loop: tuple[Any, Any], letter: str, flags: int) -> bool:
    """Whether some part of a loop takes a character."""
    return any((taken := takes(node, flags)) is not None and taken(letter) for node in _nodes(loop[1][2]))


def representatives(tree: Any, flags: int) -> list[str]:
    """One character for each set of characters that the pattern tells apart."""
    tests = [taken for node in _nodes(tree) if (taken := takes(node, flags))]
    told: dict[tuple[bool, ...], str] = {}
    for letter in (*_COMMON, *_named(tree)):
        told.setdefault(tuple(test(letter) for test in tests), letter)
    return list(told.values())


def _named(tree: Any) -> Iterator[str]:
    """The characters that a pattern names, and the edges of its ranges."""
    for kind, value in _nodes(tree):
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(value)
        elif kind is sre.IN:
            for part, what in value:
                if part is sre.LITERAL:
                    yield chr(what)
                elif part is sre.RANGE:
                    yield from map(chr, what)


def _nodes(tree: Any) -> Iterator[tuple[Any, Any]]:
    """All nodes of a parse tree, the outer before the inner."""
    for node in tree:
        yield node
        for inner in _inside(node):
            yield from _nodes(inner)


def _inside(node: tuple[Any, Any]) -> list[Any]:
    kind, value = node
    if kind in _LOOPS:
        return [value[2]]
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.SUBPATTERN:
        return [value[3]]
    if kind is sre.ATOMIC_GROUP:
        return [value]
    return [value[1]] if kind in (sre.ASSERT, sre.ASSERT_NOT) else []


def _loops(tree: Any, leads: tuple[str, ...], flags: int, letters: list[str]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Every loop of a pattern, with texts that lead up to it."""
    for node in tree:
        if node[0] in _LOOPS and node[1][1] is sre.MAXREPEAT:
            for lead in leads:
                yield lead, node
        for inner in _inside(node):
            yield from _loops(inner, leads, flags, letters)
        leads = tuple(dict.fromkeys(lead + more for lead, more in product(leads, _node_samples(node, flags, letters))))[
            :4
        ]


def _samples(tree: Any, flags: int, letters: list[str]) -> tuple[str, ...]:
    """A few texts that a part of a pattern matches, assertions aside."""
    found: tuple[str, ...] = ("",)
    for node in tree:
        found = tuple(dict.fromkeys(a + b for a, b in product(found, _node_samples(node, flags, letters))))[:12]
    return found


def _node_samples(node: tuple[Any, Any], flags: int, letters: list[str]) -> tuple[str, ...]:
    kind, value = node
    if taken := takes(node, flags):
        return tuple(filter(taken, letters))[:4]
    if kind in _LOOPS:
        least, most, body = value
        once = _samples(body, flags, letters)
        if least:
            return tuple(dict.fromkeys(one * int(least) for one in once))[:4]
        return ("", *(once[:3] if most else ()))
    if kind is sre.BRANCH:
        return tuple(one for branch in value[1] for one in _samples(branch, flags, letters)[:2])[:8]
    if kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _samples(value[3] if kind is sre.SUBPATTERN else value, flags, letters)
    if kind is sre.ASSERT and value[0] < 0:
        return _samples(value[1], flags, letters)[:2]
    return ("",)
