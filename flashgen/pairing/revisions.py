"""Whether two definitions are translations of different editions of a text, by how well they fit, and others with them.

Each fit is how far two definitions are from what is usual for their languages (`usual_fit`). Where a third language
holds the text of one side, it fits that one well and the other badly; where it holds an edition of its own, it fits
neither, and says nothing. So each third language is weighed by all it may hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_SAME, _OTHER = (0.0, 0.8), (-4.0, 2.0)
"""(middle, spread) of the fits of definitions that say the same, and of those of different editions of a text."""
_TAILS = 4
"""The degrees of freedom of both distributions, which are Student's: fits have long tails."""
_LEAST, _MOST = -1.0, 5.0
"""What one fit says at the least and at the most, in nats."""
_OF_ITS_OWN = 0.2
"""The probability that a third language holds neither text."""


def difference(fit: float) -> float:
    """The log odds (nats) that two definitions of such a fit are of different editions, were both as frequent."""
    return _density(fit, *_OTHER) - _density(fit, *_SAME)


def difference_by_pivots(direct: float, pivots: Iterable[tuple[float, float]]) -> float:
    """The same by way of third languages: `direct` is what the two texts say, and each of `pivots` what the text of a
    third language says beside the one and the other."""
    odds = _bounded(direct)
    for ours, theirs in pivots:
        one, other = math.exp(_bounded(ours)), math.exp(_bounded(theirs))
        neither = _OF_ITS_OWN * one * other
        odds += math.log((1 - _OF_ITS_OWN) * (one + other) / 2 + neither) - math.log(1 - _OF_ITS_OWN + neither)
    return odds


def _bounded(odds: float) -> float:
    return max(_LEAST, min(_MOST, odds))


def _density(value: float, middle: float, spread: float) -> float:
    """The logarithm of Student's density, but for a constant."""
    distance = (value - middle) / spread
    return -(_TAILS + 1) / 2 * math.log(1 + distance * distance / _TAILS) - math.log(spread)
