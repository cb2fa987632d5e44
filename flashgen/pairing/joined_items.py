"""Whether an item says what its partner and the item beside that say: two items that one version joined to one.

Such a pair is each other's best, and wrong all the same: its card would ask for one thing and tell two.
"""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.pairing.alignment import Candidate
from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import joined, weigh
from flashgen.pairing.lexicon import Lexicon
from flashgen.records.facts import TokenisedText

Texts = Sequence[TokenisedText]


def gain_by_joining(
    pair: Candidate, native: Texts, target: Texts, lexicon: Lexicon, sources: frozenset[str], ratio: float,
    weights: Sequence[float],
) -> float:  # fmt: skip
    """How much more (log odds, in nats) speaks for a pair with an item taken in that is left over beside either side.

    0 where nothing does. Texts, lexicon, sources and ratio as `weigh` takes them, weights as `item_odds` does.
    """
    gains = [0.0]
    ours, theirs = pair.left_over
    if ours:
        found = weigh(_joined(native, pair.native, ours), target, lexicon, sources, ratio)
        alone, *more = (item_odds(found.of(row, pair.target), weights) for row in range(1 + len(ours)))
        gains += [odds - alone for odds in more]
    if theirs:
        found = weigh(native, _joined(target, pair.target, theirs), lexicon, sources, ratio)
        alone, *more = (item_odds(found.of(pair.native, column), weights) for column in range(1 + len(theirs)))
        gains += [odds - alone for odds in more]
    return max(gains)


def _joined(texts: Texts, place: int, beside: Sequence[int]) -> list[TokenisedText]:
    """A text as it stands, then with each of those beside it."""
    alone = texts[place]
    return [alone, *(joined(alone, texts[other], alone.length + 1 + texts[other].length) for other in beside)]
