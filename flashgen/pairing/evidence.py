"""What speaks for and against two texts saying the same, token by token, as a log likelihood ratio (nats).

A token that has its counterpart in the other text speaks for the pair, the more so the rarer that counterpart is
among the candidates; one whose counterpart is known and missing speaks against it. Counterparts are the same number,
code or link, a word that sounds alike, or what the lexicon has learnt.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from flashgen.language.codes import PROGRAM
from flashgen.language.numbers import missing_figures
from flashgen.language.tokens import tokens_with_sounds
from flashgen.pairing.lexicon import Associations, Lexicon, Partners
from flashgen.record import Record
from flashgen.records.facts import TokenisedText

_KEPT = 0.8
"""How often a counterpart that is certain stands in a true translation."""
_SOUNDS_ALIKE, _BEGINS_ALIKE = 0.75, 0.4
_VARIANCE = 6.8
BOTH_CLASH, OTHER_PROGRAMS = 2, 3
"""Of `Evidence.clashes`."""
_SIGNS = "#~/"
_PROGRAM = f"/{PROGRAM}"
_SMALL_NUMBERS = frozenset(f"#{number}" for number in range(11))
"""What one language writes in digits where another writes a word ("2つ", "two")."""


class Evidence(Record):
    """What bears on one candidate pair."""

    support: float
    """What speaks for it: a sum of nats over the tokens of both texts, at least 0."""
    doubt: float
    """What speaks against it: likewise, at most 0."""
    length: float
    """How far the lengths are from what is expected: squared, in units of the variance that Gale and Church found."""
    clashes: int
    """3: their lines of code call other programs, or give other options; 2: each has a number or code that the other
    lacks; 1: one of them has; 0: none, or only numbers up to ten, for which the other may have words."""


def tokenise(text: str, links: tuple[str, ...] = ()) -> TokenisedText:
    """A text with its tokens, and those of what it links to, as `weigh` wants it."""
    sounds = tokens_with_sounds(text, links)
    return TokenisedText(frozenset(sounds), sounds, len(text))


def joined(one: TokenisedText, other: TokenisedText, length: int) -> TokenisedText:
    """Two pieces of text, one behind the other, where no token reaches from the one into the other."""
    return TokenisedText(one.tokens | other.tokens, {**other.sounds, **one.sounds}, length)


class _View(Record):
    """What the texts of one side say of each of the other's: own texts are rows."""

    lengths: list[float]
    """Those of their translations, as far as lengths tell; on the side of the target, their own."""
    signs: list[frozenset[str]]
    """The numbers, codes and programs among their tokens."""
    support: list[list[float]]
    """What their tokens say, as in `Evidence`."""
    doubt_of_all: list[float]
    """What speaks against a text that has none of the counterparts."""
    met: list[list[float]]
    """What of that a text has, and so takes back."""


class Comparison(Record):
    """Two lists of texts that were held against each other, each with each."""

    native: _View
    target: _View

    def of(self, native: int, target: int) -> Evidence:
        """The evidence for a native text and a target text, by their places."""
        ours, theirs = self.native, self.target
        our_doubt = ours.doubt_of_all[native] + ours.met[native][target]
        their_doubt = theirs.doubt_of_all[target] + theirs.met[target][native]
        our_signs, their_signs = ours.signs[native], theirs.signs[target]
        return Evidence(
            (ours.support[native][target] + theirs.support[target][native]) / 2,
            ((our_doubt if our_doubt < 0 else 0.0) + (their_doubt if their_doubt < 0 else 0.0)) / 2,
            length_distance(ours.lengths[native], theirs.lengths[target]),
            0 if our_signs == their_signs else _clashes(our_signs, their_signs),
        )

    def rows(self) -> list[list[Evidence]]:
        """That for every two: rows are native texts, columns target texts."""
        return [[self.of(i, j) for j in range(len(self.target.lengths))] for i in range(len(self.native.lengths))]


def weigh(
    native: Sequence[TokenisedText],
    target: Sequence[TokenisedText],
    lexicon: Lexicon,
    sources: frozenset[str],
    ratio: float,
) -> Comparison:
    """Hold every native text against every target text.

    `sources` names the lists, so that they are not their own witnesses; `ratio` is how long target texts are, in
    native ones.
    """
    native_known = _known(native, lexicon.native_to_target, sources)
    target_known = _known(target, lexicon.target_to_native, sources)
    together = _counterparts(native, target, native_known)
    apart: dict[str, dict[str, float]] = {}
    for ours, there in together.items():
        for theirs, strength in there.items():
            if theirs in apart:
                apart[theirs][ours] = strength
            else:
                apart[theirs] = {ours: strength}
    native_holders = _holders(native, together.keys() | native_known.keys())
    target_holders = _holders(target, apart.keys() | target_known.keys())
    sizes = len(native), len(target)
    return Comparison(
        _View(
            [ratio * text.length for text in native],
            list(map(_signs, native)),
            *_directed(sizes, native_holders, target_holders, together, native_known, lexicon.target_shares),
        ),
        _View(
            [text.length for text in target],
            list(map(_signs, target)),
            *_directed(sizes[::-1], target_holders, native_holders, apart, target_known, lexicon.native_shares),
        ),
    )


def _clashes(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """As in `Evidence`."""
    ours, theirs = ours - theirs, theirs - ours
    if ours and theirs and any(sign.endswith("0") for sign in ours | theirs):
        ours, theirs = _lacking(ours, theirs), _lacking(theirs, ours)
    if not (ours and theirs) and (ours or theirs) <= _SMALL_NUMBERS:
        return 0
    clashes = bool(ours) + bool(theirs)
    if clashes < BOTH_CLASH:
        return clashes
    programs = ([sign for sign in signs if sign.startswith(_PROGRAM)] for signs in (ours, theirs))
    return OTHER_PROGRAMS if all(programs) else BOTH_CLASH


def _lacking(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Those signs that the other side lacks, "5 million" being 5,000,000, and "the '90s" the 1990s."""
    numbers, there = (frozenset([sign[1:] for sign in signs if sign[0] == "#"]) for signs in (ours, theirs))
    missing = missing_figures(numbers, there)
    return frozenset([sign for sign in ours if sign[0] != "#" or sign[1:] in missing])


def _signs(text: TokenisedText) -> frozenset[str]:
    """The numbers, codes and programs among its tokens."""
    return frozenset([token for token in text.tokens if token[0] in "#~" or token.startswith(_PROGRAM)])


def length_distance(expected: float, there: float) -> float:
    """How far a length is from what is expected, as in `Evidence.length`."""
    middle = (expected + there) / 2
    return (there - expected) ** 2 / (_VARIANCE * max(10.0, middle))


Counterparts = Mapping[str, Mapping[str, float]]
"""`[token][other token]`: how surely the one stands for the other (0 to 1)."""
Holders = Mapping[str, Sequence[int]]
"""By token: the places of the texts that have it."""


def _known(texts: Sequence[TokenisedText], associations: Associations, sources: frozenset[str]) -> Associations:
    """What the lexicon knows of the tokens of some texts."""
    found: dict[str, Partners] = {}
    for token in frozenset[str]().union(*(text.tokens for text in texts)):
        if partners := associations.get(token):
            if not partners.few.isdisjoint(sources):
                partners = partners.without(sources)
            if partners.surest:
                found[token] = partners
    return found


def _counterparts(
    native: Sequence[TokenisedText], target: Sequence[TokenisedText], known: Associations
) -> Counterparts:
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
        if len(sound) >= 3:
            if len(sound) >= 4 and (alike := by_beginning.get(sound[:4])):
                held = dict.fromkeys(alike, _BEGINS_ALIKE)
            if same := by_sound.get(sound):
                held |= dict.fromkeys(same, _SOUNDS_ALIKE)
        elif token in there and token[0] in _SIGNS:
            held[token] = 1.0
        if partners := known.get(token):
            for other, strength in partners.strengths.items():
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
    sizes: tuple[int, int], held_by: Holders, holders: Holders, counterparts: Counterparts, known: Associations,
    shares: Mapping[str, float],
) -> tuple[list[list[float]], list[float], list[list[float]]]:  # fmt: skip
    """What the tokens of texts say of others (support, doubt of all, met): `held_by` tells which have them, `holders`
    those there.

    `sizes` are how many texts there are, and how many others. What a token says is the same in every text that has it,
    and texts that overlap have most of theirs in common.
    """
    count, others = sizes
    support, met = ([[0.0] * others for _ in range(count)] for _ in range(2))
    doubt_of_all = [0.0] * count
    for token in sorted(held_by):  # sums of one order, so that every build comes to the same
        surest = known[token].surest if token in known else 0.0
        values: Iterable[tuple[int, float]] = ()
        if held := counterparts.get(token):
            values, strongest = _values(held, holders, others, shares)
            if strongest > surest:
                surest = strongest
        missing = math.log(1 - 0.7 * _KEPT * surest)
        for own in held_by[token]:
            doubt_of_all[own] += missing
            supported, found = support[own], met[own]
            for other, value in values:
                supported[other] += value
                found[other] -= missing
    return support, doubt_of_all, met


def _worth(strength: float, holding: int, others: int, share: float) -> float:
    """What it is worth (nats) that a text has a counterpart that so many have, in these lists and in all that was
    learnt from.

    One that all have is worth nothing, yet it is not missing.
    """
    chance = (holding - 0.5 + 2 * share) / (others + 1)
    return math.log(1 + strength * (_KEPT * (1 - chance) / max(0.02, chance))) if chance < 1 else 0.0


def _holders(texts: Sequence[TokenisedText], wanted: Set[str]) -> Holders:
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
    counterparts: Mapping[str, float], holders: Holders, others: int, shares: Mapping[str, float]
) -> tuple[Iterable[tuple[int, float]], float]:
    """What a token is worth, in nats, to each text that has one of its counterparts: by the best that it has; and the
    greatest strength of them."""
    if len(counterparts) == 1:
        ((other, strength),) = counterparts.items()
        there = holders[other]
        value = _worth(strength, len(there), others, shares.get(other, 0.0))
        return [(index, value) for index in there], strength
    best: dict[int, float] = {}
    for other, strength in counterparts.items():
        value = _worth(strength, len(holders[other]), others, shares.get(other, 0.0))
        for index in holders[other]:
            if value >= best.get(index, 0.0):
                best[index] = value
    return best.items(), max(counterparts.values())
