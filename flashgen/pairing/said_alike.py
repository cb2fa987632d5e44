"""Whether what stands beside pairs says the same on both sides: what leads in to items, and examples of words.

Items that are each other's translation may stand beneath sentences that are not: one version says "A few points:" where
the other goes on from the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import tokenise, weigh
from flashgen.pairing.model import TranslationModel

_DENIED = -6.0
"""The log odds (nats) below which two sentences beside a pair, which speaks for them, are no translations."""
_FEWEST = 3
"""Pairs of sentences among which the evidence is weighed: how rare a counterpart is shows among others."""


def not_alike(pairs: Iterable[tuple[str, str]], model: TranslationModel) -> frozenset[tuple[str, str]]:
    """Those pairs of sentences, of all of one article, that do not say the same."""
    found = [pair for pair in dict.fromkeys(pairs) if all(pair)]
    if len(found) < _FEWEST or not model.ratio:
        return frozenset()
    ours, theirs = ([tokenise(pair[side]) for pair in found] for side in (0, 1))
    evidence = weigh(ours, theirs, model.lexicon, frozenset(), model.ratio)
    return frozenset(pair for place, pair in enumerate(found) if item_odds(evidence.of(place, place)) < _DENIED)
