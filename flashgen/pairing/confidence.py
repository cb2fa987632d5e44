"""Evidence and circumstances -> the probability that two facts say the same.

Two logistic regressions, fitted by `benchmarks/calibrate.py` on articles with known truth that were damaged in every
way that real ones are: the first turns evidence into log odds for any two items, the second turns the circumstances
of a mutually best pair into its probability of being right, at the rate of damage that real corpora have.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from operator import mul

from flashgen.pairing.alignment import Candidate
from flashgen.pairing.evidence import BOTH_CLASH, OTHER_PROGRAMS, Evidence
from flashgen.pairing.revisions import difference_by_pivots
from flashgen.record import Record

_MOST = 15.0
"""Evidence beyond this many nats adds nothing: tokens of one phrase are not independent."""
_AMPLE = 20.0
"""Nats of support from which doubt counts in proportion to it, since it grows with a text as support does.

Of 13,700 texts of six pairs of languages that stand for other ones, as many have log odds above 0 as without it; of
157 long texts that stand for each other 96 % have, and 85 % without it.
"""

_OF_THEMSELVES = 4.0
"""Log odds from which all pairs of two lists speak for themselves: then neither list has lost what the other has."""
_FEW = 50
"""Segments from which a lexicon begins to be of use."""

_SPEAKS_ALONE = 1.0
"""Log odds up to which nothing speaks for two facts that stand alone, so that their places do not either.

Of 9,000 such pairs for which pivot languages were asked, in damaged articles of which some had no part in any fit, 44
wrong ones were below, and two right ones.
"""

MAY_DIFFER = -1.4
"""Log odds from which two definitions may be of different editions of a text, so that pivot languages are asked."""
_DIFFER = 1.5
"""And from which they are, with what the texts of pivot languages say.

Of 290 definitions of another edition among 1,320 pairs of damaged articles, 204 are above, and two right pairs; of 66
among 420 that had no part in this, 40, and two right ones.
"""
_DIFFER_ALONE = 2.6
"""The same where these say nothing."""
_AT_LIMIT = 0.03
"""The probability that they are at these limits; it falls with the log odds below them."""
_AGAINST = -0.5
"""Log odds up to which both the texts and the pivot languages speak against two facts.

Of 19,300 pairs that would have been made in damaged articles, three right ones were below, and two wrong ones.
"""

ITEM_WEIGHTS: tuple[float, ...] = (-0.073, 1.32, 3.146, -1.475, -6.007, -1.344)
"""Constant, then one for each of `item_features`."""
PAIR_WEIGHTS: tuple[float, ...] = (
    2.747, 0.303, 0.068, 1.992, 0.15, -1.561, -1.701, -0.708, 0.025, -1.07, -1.307, -0.147, -1.194,
)  # fmt: skip
"""Constant, then one for each of `pair_features`."""


def item_features(evidence: Evidence, *, counts_in_full: bool = False) -> tuple[float, ...]:
    counted = 1.0 if counts_in_full else _AMPLE / max(evidence.support, _AMPLE)
    return (
        min(evidence.support, _MOST),
        max(counted * evidence.doubt, -_MOST),
        min(evidence.length, 4.0),
        float(evidence.clashes >= BOTH_CLASH),
        float(evidence.clashes == 1),
    )


def item_odds(evidence: Evidence, weights: Sequence[float] = ITEM_WEIGHTS, *, counts_in_full: bool = False) -> float:
    """Log odds that two items say the same, whatever stands beside them.

    `counts_in_full`: all doubt, however long the texts. Two editions of a text have most in common, and differ in a
    part of it.
    """
    return _applied(weights, item_features(evidence, counts_in_full=counts_in_full))


class PivotEvidence(Record):
    """What versions in pivot languages say of a pair."""

    odds: float
    """Log odds of the pair by way of their facts."""
    of_one_size: float
    """The share of them that hold as many facts of the kind as both versions do; 0 where these two differ."""
    longer: float
    """The share of them that hold more facts than both versions do."""
    differences: tuple[tuple[float, float], ...] = ()
    """Of the only facts of a kind: by pivot, the log odds that it is of another edition of a text than the one and than
    the other (`revisions`)."""

    @property
    def tells_of_losses(self) -> bool:
        """Whether both versions seem to have lost something, each something else: then places prove nothing."""
        return self.longer > self.of_one_size


def pair_features(
    candidate: Candidate, evidence: Evidence, pivot_evidence: PivotEvidence | None, learnt: int
) -> tuple[float, ...]:
    """`learnt`: the segments that the lexicon was learnt from."""
    ignorance = 1 / (1 + learnt / _FEW)
    places_prove = not (pivot_evidence and pivot_evidence.tells_of_losses) or candidate.weakest >= _OF_THEMSELVES
    is_parallel = candidate.is_parallel and places_prove
    return (
        max(-10.0, min(6.0, candidate.odds)),
        _within(candidate.on_path, 8),
        float(is_parallel),
        max(-4.0, min(3.0, candidate.weakest)) if is_parallel else 0.0,
        candidate.unmatched_share,
        # one item as long as two may be two, if one is left over beside it; else it is merely wordier
        0.0 if is_parallel or not candidate.may_be_joined else min(evidence.length, 9.0),
        _within(candidate.runner_up, 4),
        _within(pivot_evidence.odds, 5) if pivot_evidence else 0.0,
        pivot_evidence.of_one_size if pivot_evidence else 0.0,
        float(pivot_evidence is not None),
        ignorance,
        ignorance * is_parallel,
    )


def pair_probability(
    candidate: Candidate, evidence: Evidence, pivot_evidence: PivotEvidence | None, learnt: int, difference: float = 0.0
) -> float:
    """The probability (0 to 1) that a mutually best pair is right.

    `difference`: of the only two facts of a kind, the log odds that they are of different editions of a text.
    """
    same = _same_edition(difference, pivot_evidence.differences if pivot_evidence else ())
    if not same:
        return 0.0
    if candidate.is_alone and evidence.clashes == OTHER_PROGRAMS:
        return 0.0  # its place speaks for it, and the lines of code that it is about against it
    if pivot_evidence and pivot_evidence.tells_of_losses and max(candidate.odds, pivot_evidence.odds) <= 0:
        return 0.0  # nothing but its place speaks for it
    if pivot_evidence and max(candidate.odds, pivot_evidence.odds) <= _AGAINST:
        return 0.0  # all but its place speaks against it
    if pivot_evidence and candidate.is_alone and max(candidate.odds, pivot_evidence.odds) <= _SPEAKS_ALONE:
        return 0.0  # two editions of a text may say different things of one thing
    sum_of_all = _applied(PAIR_WEIGHTS, pair_features(candidate, evidence, pivot_evidence, learnt))
    return same / (1 + math.exp(-_within(sum_of_all, 30)))


def _same_edition(difference: float, pivots: tuple[tuple[float, float], ...]) -> float:
    """The probability that two definitions are of one edition of a text; 0 where they are not, 1 where nothing is
    known."""
    if any(map(any, pivots)):
        beyond = difference_by_pivots(difference, pivots) - _DIFFER
    elif difference:
        beyond = difference - _DIFFER_ALONE
    else:
        return 1.0
    return 0.0 if beyond > 0 else 1 - _AT_LIMIT * math.exp(beyond)


def _applied(weights: Sequence[float], features: Sequence[float]) -> float:
    """The first of the weights is a constant."""
    products: Iterable[float] = map(mul, weights[1:], features)
    return weights[0] + sum(products)


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))
