"""Facts of one kind in two versions -> beads: aligned by evidence, each with its confidence."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from flashgen.kinds import KINDS
from flashgen.pairing.alignment import Candidate, candidates, path_odds
from flashgen.pairing.confidence import ITEM_WEIGHTS, MAY_DIFFER, PivotEvidence, item_odds, pair_probability
from flashgen.pairing.evidence import Evidence, weigh
from flashgen.pairing.joined_items import gain_by_joining
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.reasons import IN_DOUBT, NOT_TOLD_APART, TOO_LONG
from flashgen.pairing.sources import learnt_from
from flashgen.pairing.usual_fit import difference_of
from flashgen.record import Record
from flashgen.records.facts import Fact, TokenisedText
from flashgen.records.pairs import Bead, Reason

_LIKELY = 0.0
"""Log odds from which a fact would have been paired with a partner that was free."""
_CONCEIVABLE = -10.0
"""Log odds above which a fact that nothing else took may be the partner, however little speaks for it."""
_JOINED = 2.0
"""Nats from which a pair is the better one with an item taken in that is left over beside it.

Of 20,100 pairs that would have been made in damaged articles, one right one is above, and one of the two wrong ones in
which an item holds two; of 2,400 that had no part in this, no right one, and the only such wrong one.
"""
_EXCERPT = 40
"""Characters by which a fact is named."""
_BEYOND_DOUBT = 0.998
"""Pivot languages are asked where any pair is less sure than this."""
_SPEAKS = 2.0
"""Log odds from which two texts speak for each other without any help."""
_PIVOT_WEIGHT = 0.5
"""How much the log odds by way of pivot languages count, when the best partners are chosen."""
_LARGEST = 250_000
"""Comparisons between two versions of one article; more would hold up a whole build."""
_LARGEST_BY_PIVOT = 30_000_000
"""Ways from a fact to another by one in a pivot language; more take seconds."""


def is_in_doubt(bead: Bead) -> bool:
    """Whether a bead makes no note only because it is less sure than needed."""
    return bead.reason is not None and bead.reason.code == IN_DOUBT


class FactList(Record):
    """The facts of one reading of a version, with their tokens, one for one."""

    facts: tuple[Fact, ...]
    tokens: tuple[TokenisedText, ...]
    reading: str = ""
    """How they were read (`flashgen.kinds`)."""

    def __len__(self) -> int:
        return len(self.facts)


class PairContext(Record):
    """What concerns all facts of two versions of an article alike."""

    slug: str
    model: TranslationModel
    ratio: float
    """The length of a target text in native ones."""
    item_weights: tuple[float, ...] = ITEM_WEIGHTS
    """What each sort of evidence is worth (`confidence`)."""


class PivotFacts(Record):
    """The same facts in a pivot language, and what is known of it and the two languages."""

    tokens: tuple[TokenisedText, ...]
    from_native: TranslationModel
    to_target: TranslationModel


PivotReader = Callable[[], Sequence[PivotFacts]]
"""Reads versions in pivot languages; called only where two alone leave a doubt."""


class Weighing(Record):
    """What the evidence says of two lists."""

    pairs: list[Weighed]
    """The mutually best pairs, in native order."""
    odds: Sequence[Sequence[float]]
    """The log odds (nats) that two facts say the same: rows are native facts, columns target facts."""


class Weighed(Record):
    """A mutually best pair of facts, and all that bears on whether it is right."""

    candidate: Candidate
    evidence: Evidence
    pivot_evidence: PivotEvidence | None
    """None where no pivot language was asked."""
    learnt: int
    """The segments that the lexicon was learnt from."""
    difference: float
    """Of the only two facts of a kind: the log odds that they are of different editions of a text (`revisions`);
    0: it is not known."""
    pinned: bool
    """Whether both sides bear one pin, so that there is no doubt."""
    gain_by_joining: float = 0.0
    """As of `joined_items`; 0 where nothing is left over beside it."""

    @property
    def may_differ(self) -> bool:
        """Whether two definitions may be of different editions of a text, where it is known what is usual."""
        return self.difference != 0 and self.difference > MAY_DIFFER

    @property
    def probability(self) -> float:
        if self.pinned:
            return 1.0
        if self.gain_by_joining > _JOINED:
            return 0.0
        return pair_probability(self.candidate, self.evidence, self.pivot_evidence, self.learnt, self.difference)


def align(
    kind: str, native: FactList, target: FactList, context: PairContext, read_pivots: PivotReader, needed: float
) -> list[Bead]:
    """Every fact in one bead, in native order, then what the target has alone. `needed` is the least confidence."""
    if not native or not target:
        return _one_sided(kind, native, target)
    if len(native) * len(target) > _LARGEST:
        return _one_sided(kind, native, target, Reason(TOO_LONG))
    found = weigh_up(native, target, context)
    least = min((pair.probability for pair in found.pairs), default=0.0)
    is_in_doubt = len(found.pairs) < max(len(native), len(target)) or least < max(needed, _BEYOND_DOUBT)
    # nothing stands beside a single fact: its place says nothing, so that its text has to
    is_in_doubt |= any(
        pair.candidate.is_alone and (pair.candidate.odds < _SPEAKS or pair.may_differ) for pair in found.pairs
    )
    # where a place is all that speaks, both versions may have lost something else
    is_in_doubt |= any(pair.candidate.odds <= 0 for pair in found.pairs)
    if is_in_doubt and (pivots := _of_a_size(read_pivots(), native, target)):
        found = weigh_up(native, target, context, pivots)
    return list(_beads(kind, native, target, found, needed))


def _of_a_size(pivots: Sequence[PivotFacts], native: FactList, target: FactList) -> list[PivotFacts]:
    """The versions in pivot languages that are not too long to be asked."""
    most = min(_LARGEST // max(len(native), len(target)), _LARGEST_BY_PIVOT // (len(native) * len(target)))
    return [pivot for pivot in pivots if len(pivot.tokens) <= most]


def weigh_up(native: FactList, target: FactList, context: PairContext, pivots: Sequence[PivotFacts] = ()) -> Weighing:
    """What the evidence says of two versions' facts of one kind."""
    sources = learnt_from(context.slug, native.facts)
    evidence = weigh(native.tokens, target.tokens, context.model.lexicon, sources, context.ratio).rows()
    odds = [
        [_odds(one, other, evidence[i][j], context.item_weights) for j, other in enumerate(target.facts)]
        for i, one in enumerate(native.facts)
    ]
    by_pivots = _pivot_evidence(pivots, native, target, sources, context.item_weights) if pivots else None
    if by_pivots:
        odds = [
            [value + _PIVOT_WEIGHT * pivot.odds for value, pivot in zip(*rows, strict=True)]
            for rows in zip(odds, by_pivots, strict=True)
        ]
    learnt, usual = context.model.lexicon.learnt, context.model.usual

    def gain(pair: Candidate) -> float:
        texts = native.tokens, target.tokens
        return gain_by_joining(pair, *texts, context.model.lexicon, sources, context.ratio, context.item_weights)

    pairs = [
        Weighed(
            pair,
            evidence[pair.native][pair.target],
            by_pivots[pair.native][pair.target] if by_pivots else None,
            learnt,
            difference_of(usual, native.reading, evidence[pair.native][pair.target], context.item_weights),
            _are_pinned(native.facts[pair.native], target.facts[pair.target]),
            gain(pair) if pair.may_be_joined else 0.0,
        )
        for pair in candidates(odds, _lists(native.facts), _lists(target.facts))
    ]
    return Weighing(pairs, odds)


def _one_sided(kind: str, native: FactList, target: FactList, reason: Reason | None = None) -> list[Bead]:
    return [
        *(Bead(kind, fact, None, reason) for fact in native.facts),
        *(Bead(kind, None, fact, reason) for fact in target.facts),
    ]


def _beads(kind: str, native: FactList, target: FactList, found: Weighing, needed: float) -> Iterator[Bead]:
    partners = {pair.candidate.native: (pair.candidate.target, pair.probability) for pair in found.pairs}
    takers = {other: index for index, (other, _) in partners.items()}
    for index, fact in enumerate(native.facts):
        if index not in partners:
            yield Bead(kind, fact, None, _why_alone(found.odds[index], target.facts, native.facts, takers))
            continue
        other, probability = partners[index]
        # rounded down, since "96.0% sure, 96.0% are needed" says nothing
        doubt = Reason(IN_DOUBT, f"{math.floor(probability * 1000) / 10:.1f}% sure, {needed:.1%} are needed")
        yield Bead(kind, fact, target.facts[other], None if probability >= needed else doubt, probability)
    taken = {index: other for index, (other, _) in partners.items()}
    for index, fact in enumerate(target.facts):
        if index not in takers:
            column = [row[index] for row in found.odds]
            yield Bead(kind, None, fact, _why_alone(column, native.facts, target.facts, taken))


def _why_alone(
    odds: Sequence[float], others: Sequence[Fact], fellows: Sequence[Fact], takers: Mapping[int, int]
) -> Reason | None:
    """Why a fact has no partner though the other version may hold one; None where nothing there could be it.

    `odds` are those of the fact with each of the `others`, of which `takers` tells to which of the fact's `fellows`
    they went.
    """
    best, *following = sorted(range(len(odds)), key=lambda index: -odds[index])
    if odds[best] > _LIKELY and best in takers:
        rival = _named(fellows[takers[best]])
        return Reason(
            NOT_TOLD_APART, f"{_named(others[best])} may be its partner, and that of {rival} in its own version"
        )
    free = [index for index in (best, *following) if index not in takers and odds[index] > _CONCEIVABLE]
    if not free:
        return None
    candidates = sorted({free[0], *([best] if best != free[0] else following[:1])})
    return Reason(NOT_TOLD_APART, f"its partner may be {' or '.join(_named(others[index]) for index in candidates)}")


def _named(fact: Fact) -> str:
    text = fact.answer if len(fact.answer) <= _EXCERPT else f"{fact.answer[: _EXCERPT - 3]}..."
    return f"{text!r} (line {fact.location.line})"


def _odds(native: Fact, target: Fact, evidence: Evidence, weights: tuple[float, ...]) -> float:
    return math.inf if _are_pinned(native, target) else item_odds(evidence, weights)


def _are_pinned(native: Fact, target: Fact) -> bool:
    return bool(native.pin) and native.pin == target.pin


def _lists(facts: Sequence[Fact]) -> list[int]:
    """Numbers for the lists that facts stand in; what stands in no list is one list with its like."""
    if not KINDS[facts[0].kind].is_list_item:
        return [0] * len(facts)
    numbers: dict[tuple[int, int], int] = {}
    return [numbers.setdefault(fact.block_index, len(numbers)) for fact in facts]


def _pivot_evidence(
    pivots: Sequence[PivotFacts], native: FactList, target: FactList, sources: frozenset[str],
    weights: tuple[float, ...],
) -> list[list[PivotEvidence]]:  # fmt: skip
    """For each pair, by way of the facts in pivot languages: the mean of their probabilities, and their number."""
    total = [[0.0] * len(target) for _ in native.facts]
    differences: list[tuple[float, float]] = []
    for pivot in pivots:
        to_pivot = _weighed(native.tokens, pivot.tokens, pivot.from_native, sources)
        from_pivot = _weighed(pivot.tokens, target.tokens, pivot.to_target, sources)
        if len(native) == len(pivot.tokens) == len(target) == 1:
            ways = (pivot.from_native, to_pivot), (pivot.to_target, from_pivot)
            one, other = (difference_of(model.usual, native.reading, way[0][0], weights) for model, way in ways)
            differences.append((one, other))
        first, second = _probabilities(to_pivot, weights), _probabilities(from_pivot, weights)
        theirs = [sum(column) for column in zip(*second, strict=True)]
        for i, row in enumerate(first):
            ours = sum(row)
            for j, other in enumerate(theirs):
                # either both stand for one fact there, or that version has neither
                total[i][j] += sum(row[k] * second[k][j] for k in range(len(pivot.tokens)))
                total[i][j] += max(0.0, 1 - ours) * max(0.0, 1 - other)
    count = len(pivots)
    of_one_size = sum(len(pivot.tokens) == len(native) == len(target) for pivot in pivots) / count
    longer = sum(len(pivot.tokens) > max(len(native), len(target)) for pivot in pivots) / count
    said = of_one_size, longer, tuple(differences)
    return [[PivotEvidence(_log_odds(value / count), *said) for value in row] for row in total]


def _weighed(
    ours: Sequence[TokenisedText], theirs: Sequence[TokenisedText], model: TranslationModel, sources: frozenset[str]
) -> list[list[Evidence]]:
    ratio = model.ratio or sum(text.length for text in theirs) / max(1, sum(text.length for text in ours))
    return weigh(ours, theirs, model.lexicon, sources, ratio).rows()


def _probabilities(evidence: Sequence[Sequence[Evidence]], weights: tuple[float, ...]) -> list[list[float]]:
    odds = [[max(-10.0, min(10.0, item_odds(cell, weights))) for cell in row] for row in evidence]
    return [[1 / (1 + math.exp(-value)) for value in row] for row in path_odds(odds)]


def _log_odds(probability: float) -> float:
    probability = max(1e-4, min(1 - 1e-4, probability))
    return math.log(probability / (1 - probability))
