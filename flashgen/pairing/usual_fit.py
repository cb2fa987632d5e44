"""How well two definitions fit each other, beside what those of other articles in the same two languages do.

Two editions of a text speak of one thing in the same words, so that their evidence is well above that of strangers.
Only beside true pairs does it show: what that is worth differs from one pair of languages to another, and with what a
corpus teaches.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from flashgen.kinds import KINDS
from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import Evidence, length_distance, weigh
from flashgen.pairing.lexicon import Lexicon
from flashgen.pairing.revisions import difference
from flashgen.pairing.sources import learnt_from
from flashgen.record import Record, replace
from flashgen.records.facts import TokenisedText, Version

_FEWEST, _MOST = 5, 40
"""Articles from which it is known what is usual, and of how many it is asked: more would tell hardly more."""
_NORMAL = 1.4826
"""The standard deviation of a normal distribution, in median deviations."""
_SPREAD, _SPREAD_COUNT = 5.0, 10
"""The spread that is expected (nats), and how many articles have to speak against it to be believed as much."""
_LENGTH, _SPARED = 0.3, 2.0
"""What each standard deviation of the length (`Evidence.length` is its square) beyond the first two counts, in spreads:
editions differ in length far more than the evidence for two items allows for."""
_FIGURE = 1.2
"""What a number or code counts that one side lacks, in spreads."""
_READINGS = tuple(kind.readings for kind in KINDS.values() if kind.is_single and kind.readings)


class Usual(Record):
    """What the log odds of true pairs come to."""

    odds: float
    """The median, in nats."""
    spread: float
    """About the standard deviation, in nats."""

    def fit(self, evidence: Evidence, weights: tuple[float, ...]) -> float:
        """How far a pair is from what is usual, in spreads; below 0 where it fits less."""
        length = max(0.0, math.sqrt(evidence.length) - _SPARED)
        against = _LENGTH * length + _FIGURE * (evidence.clashes > 0)
        return (item_odds(evidence, weights, counts_in_full=True) - self.odds) / self.spread - against


class SingleFacts(Record):
    """The only facts of one reading that two versions of an article hold."""

    reading: str
    sources: frozenset[str]
    native: TokenisedText
    target: TokenisedText


def single_facts(native: Version, target: Version) -> Iterator[SingleFacts]:
    """The facts of kinds that an article has one of, in the reading that would be paired."""
    for readings in _READINGS:
        for reading in readings:
            ours, theirs = native.tokens.get(reading, ()), target.tokens.get(reading, ())
            if len(ours) == len(theirs) == 1:
                sources = learnt_from(native.document.slug, native.facts[reading])
                yield SingleFacts(reading, sources, ours[0], theirs[0])
                break


def learn_usual(
    found: Iterable[SingleFacts], lexicon: Lexicon, ratio: float, opposite_ratio: float
) -> tuple[dict[str, Usual], dict[str, Usual]]:
    """By reading, what is usual: of native and target, and of the two the other way round.

    `ratio` is how long target texts are in native ones, `opposite_ratio` the reverse; nothing is known where they are
    not.
    """
    odds: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in found if ratio and opposite_ratio else ():
        if len(odds[one.reading]) == _MOST:
            continue
        evidence = weigh([one.native], [one.target], lexicon, one.sources, ratio).of(0, 0)
        opposite = length_distance(opposite_ratio * one.target.length, one.native.length)
        pair = evidence, replace(evidence, length=opposite)
        ours, theirs = (item_odds(one_way, counts_in_full=True) for one_way in pair)
        odds[one.reading].append((ours, theirs))
    enough = {reading: list(zip(*values, strict=True)) for reading, values in odds.items() if len(values) >= _FEWEST}
    return (
        {reading: _usual(ours) for reading, (ours, _) in enough.items()},
        {reading: _usual(theirs) for reading, (_, theirs) in enough.items()},
    )


def difference_of(usual: Mapping[str, Usual], reading: str, evidence: Evidence, weights: tuple[float, ...]) -> float:
    """The log odds (nats) that the only facts of a reading are of different editions; 0 where it is not known."""
    return difference(usual[reading].fit(evidence, weights)) if reading in usual else 0.0


def _usual(values: tuple[float, ...]) -> Usual:
    middle = median(values)
    spread = _NORMAL * median(abs(value - middle) for value in values)
    count = len(values)
    return Usual(middle, (spread * count + _SPREAD * _SPREAD_COUNT) / (count + _SPREAD_COUNT))
