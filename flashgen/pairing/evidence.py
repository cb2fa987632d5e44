"""What speaks for and against two texts saying the same, token by token, as a log likelihood ratio (nats).

A token that has its counterpart in the other text speaks for the pair, the more so the rarer that counterpart is
among the candidates; one whose counterpart is known and missing speaks against it. Counterparts are the same number,
code or link, a word that sounds alike, or what the lexicon has learnt.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flashgen.language.codes import PROGRAM
from flashgen.language.tokens import tokens_with_sounds
from flashgen.pairing.lexicon import Associations, Lexicon, partners
from flashgen.records import TokenisedText

_KEPT = 0.8
"""How often a counterpart that is certain stands in a true translation."""
_SOUNDS_ALIKE, _BEGINS_ALIKE = 0.75, 0.4
_VARIANCE = 6.8
_SIGNS = "#~/"
_PROGRAM = f"/{PROGRAM}"
_NONE: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on one candidate pair."""

    support: float
    """What speaks for it: a sum of nats over the tokens of both texts, at least 0."""
    doubt: float
    """What speaks against it: likewise, at most 0."""
    length: float
    """How far the lengths are from what is expected: squared, in units of the variance that Gale and Church found."""
    clashes: int
    """2: each has a number or code that the other lacks; 1: one of them has; 0: none."""


def tokenise(text: str) -> TokenisedText:
    """A piece of text that is no whole fact, with its tokens, as `weigh` wants it."""
    sounds = tokens_with_sounds(text)
    return TokenisedText(frozenset(sounds), sounds, len(text))


def weigh(
    native: Sequence[TokenisedText],
    target: Sequence[TokenisedText],
    lexicon: Lexicon,
    sources: frozenset[str],
    ratio: float,
) -> list[list[Evidence]]:
    """Evidence for every native text (rows) and every target text (columns) of two lists.

    `sources` names the lists, so that they are not their own witnesses; `ratio` is how long target texts are, in
    native ones.
    """
    native_to_target = _known(native, lexicon.native_to_target, sources)
    target_to_native = _known(target, lexicon.target_to_native, sources)
    together = _counterparts(native, target, native_to_target)
    apart: dict[str, dict[str, float]] = {}
    for ours, there in together.items():
        for theirs, strength in there.items():
            if theirs in apart:
                apart[theirs][ours] = strength
            else:
                apart[theirs] = {ours: strength}
    rows = _directed(native, target, together, native_to_target, lexicon.target_shares)
    columns = _directed(target, native, apart, target_to_native, lexicon.native_shares)
    native_sizes = [(_signs(text), ratio * text.length) for text in native]
    target_sizes = [(_signs(text), text.length) for text in target]
    return [
        [_evidence(one, other, rows[i][j], columns[j][i]) for j, other in enumerate(target_sizes)]
        for i, one in enumerate(native_sizes)
    ]


def _signs(text: TokenisedText) -> frozenset[str]:
    """The numbers, codes and programs among its tokens."""
    return frozenset(token for token in text.tokens if token[0] in "#~" or token.startswith(_PROGRAM))


def _evidence(
    one: tuple[frozenset[str], float], other: tuple[frozenset[str], int],
    native_view: tuple[float, float], target_view: tuple[float, float],
) -> Evidence:  # fmt: skip
    """Each text is its signs and the length of its translation, or its own.

    Both views are (support, doubt), from the tokens of the one side and of the other.
    """
    (native_signs, expected), (target_signs, there) = one, other
    clashes = (not native_signs <= target_signs) + (not target_signs <= native_signs)
    length = length_distance(expected, there)
    support, doubt = (native_view[0] + target_view[0]) / 2, (native_view[1] + target_view[1]) / 2
    return Evidence(support, doubt, length, clashes)


def length_distance(expected: float, there: int) -> float:
    """How far a length is from what is expected, as in `Evidence.length`."""
    return (there - expected) ** 2 / (_VARIANCE * max(10.0, (expected + there) / 2))


Partners = Mapping[str, Mapping[str, float]]
"""`[token][other token]`: how surely the one stands for the other (0 to 1)."""


def _known(texts: Sequence[TokenisedText], associations: Associations, sources: frozenset[str]) -> Partners:
    """What the lexicon knows of the tokens of some texts."""
    held = frozenset[str]().union(*(text.tokens for text in texts)) & associations.keys()
    return {token: found for token in held if (found := partners(associations, token, sources))}


def _counterparts(native: Sequence[TokenisedText], target: Sequence[TokenisedText], known: Partners) -> Partners:
    """For each native token, the target tokens of these lists that may stand for it."""
    there = _sounds_by_token(target)
    by_sound: dict[str, list[str]] = defaultdict(list)
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for token, sound in there.items():
        if len(sound) >= 3:
            by_sound[sound].append(token)
            by_beginning[sound[:4]].append(token)
    found: dict[str, dict[str, float]] = {}
    for token, sound in _sounds_by_token(native).items():
        held: dict[str, float] = {}
        if token[0] in _SIGNS:
            if token in there:
                held[token] = 1.0
        elif len(sound) >= 3:
            if len(sound) >= 4 and (alike := by_beginning.get(sound[:4])):
                held = dict.fromkeys(alike, _BEGINS_ALIKE)
            if same := by_sound.get(sound):
                held |= dict.fromkeys(same, _SOUNDS_ALIKE)
        for other, strength in known[token].items() if token in known else ():
            if other in there and strength > held.get(other, 0.0):
                held[other] = strength
        if held:
            found[token] = held
    return found


def _sounds_by_token(texts: Sequence[TokenisedText]) -> dict[str, str]:
    """All tokens of some texts, with their sounds."""
    found: dict[str, str] = {}
    for text in texts:
        found.update(text.sounds)
    return found


def _directed(
    ours: Sequence[TokenisedText],
    theirs: Sequence[TokenisedText],
    counterparts: Partners,
    known: Partners,
    shares: Mapping[str, float],
) -> list[list[tuple[float, float]]]:
    """(support, doubt) for each pair, from the tokens of `ours`."""
    count = len(theirs)
    holders = _holders(theirs, frozenset[str]().union(*counterparts.values()))
    chances = {
        token: (len(places) - 0.5 + 2 * shares.get(token, 0.0)) / (count + 1) for token, places in holders.items()
    }
    # a counterpart that all have is worth nothing, yet it is not missing
    worth = {token: _KEPT * (1 - min(1.0, one)) / min(1.0, max(one, 0.02)) for token, one in chances.items()}
    # what a token says is the same in every text that has it, and texts that overlap have most of theirs in common
    said: dict[str, tuple[float, dict[int, float]]] = {}
    for token in counterparts.keys() | known.keys():
        held = counterparts.get(token, _NONE)
        surest = max((*held.values(), *known.get(token, _NONE).values()))
        said[token] = math.log(1 - 0.7 * _KEPT * surest), _values(held, holders, worth)
    found: list[list[tuple[float, float]]] = []
    for text in ours:
        support, doubt = [0.0] * count, [0.0] * count
        doubt_of_all = 0.0
        for token in sorted(text.tokens & said.keys()):  # sums of one order, so that every build comes to the same
            missing, values = said[token]
            doubt_of_all += missing
            for index, value in values.items():
                support[index] += value
                doubt[index] -= missing
        found.append([(one, min(0.0, doubt_of_all + other)) for one, other in zip(support, doubt, strict=True)])
    return found


def _holders(texts: Sequence[TokenisedText], wanted: frozenset[str]) -> dict[str, list[int]]:
    """For each of the wanted tokens, the places of the texts that have it."""
    found: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        for token in text.tokens & wanted:
            if token in found:
                found[token].append(index)
            else:
                found[token] = [index]
    return found


def _values(
    counterparts: Mapping[str, float], holders: Mapping[str, Sequence[int]], worth: Mapping[str, float]
) -> dict[int, float]:
    """What a token is worth, in nats, to each text that has one of its counterparts: by the best that it has."""
    best: dict[int, float] = {}
    for other, strength in counterparts.items():
        value = math.log(1 + strength * worth[other])
        for index in holders[other]:
            if value >= best.get(index, 0.0):
                best[index] = value
    return best
