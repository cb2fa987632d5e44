"""Facts of one kind in two versions -> beads: aligned by evidence, each with its confidence."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flashgen.pairing.alignment import Candidate, candidates, path_odds
from flashgen.pairing.confidence import Testimony, item_odds, pair_probability
from flashgen.pairing.evidence import Evidence, Text, text_of, weigh
from flashgen.pairing.model import Knowledge, source_of
from flashgen.records import Bead, Fact

Run = tuple[Fact, ...]
_BEYOND_DOUBT = 0.998
"""Further versions are asked where any pair is less sure than this."""
_WITNESS_WEIGHT = 0.5
"""How much the log odds by way of further languages count, when the best partners are chosen."""
_LARGEST = 250_000
"""Comparisons between two versions of one article; more would hold up a whole build."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of an article, for what concerns all their facts alike."""

    slug: str
    knowledge: Knowledge
    ratio: float


@dataclass(frozen=True, slots=True)
class Witness:
    """The same facts in a further language, and what is known of it and the two languages."""

    facts: Run
    from_native: Knowledge
    to_target: Knowledge


Witnesses = Callable[[], Sequence[Witness]]
"""Reads further versions; called only where two alone leave a doubt."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mutually best pair of facts, and all that bears on whether it is right."""

    candidate: Candidate
    evidence: Evidence
    testimony: Testimony | None
    """Of further languages, where they were asked."""
    learnt: int
    pinned: bool
    """Whether both sides bear one pin, so that there is no doubt."""

    @property
    def probability(self) -> float:
        return 1.0 if self.pinned else pair_probability(self.candidate, self.evidence, self.testimony, self.learnt)


def align(kind: str, native: Run, target: Run, versions: Versions, witnesses: Witnesses, needed: float) -> list[Bead]:
    """Every fact in one bead, in native order, then what the target has alone. `needed` is the least confidence."""
    if not native or not target:
        return [*(Bead(kind, fact, None) for fact in native), *(Bead(kind, None, fact) for fact in target)]
    if len(native) * len(target) > _LARGEST:
        long = "the lists are too long to be compared"
        return [*(Bead(kind, fact, None, long) for fact in native), *(Bead(kind, None, fact, long) for fact in target)]
    found = weigh_up(native, target, versions)
    least = min((pair.probability for pair in found), default=0.0)
    is_in_doubt = len(found) < max(len(native), len(target)) or least < max(needed, _BEYOND_DOUBT)
    if is_in_doubt and (seen := witnesses()):
        found = weigh_up(native, target, versions, seen)
    return list(_beads(kind, native, target, found, needed))


def weigh_up(native: Run, target: Run, versions: Versions, witnesses: Sequence[Witness] = ()) -> list[Weighed]:
    """The mutually best pairs of two versions' facts of one kind, in native order."""
    ours, theirs = [_text(fact) for fact in native], [_text(fact) for fact in target]
    sources = _sources(versions.slug, native)
    evidence = weigh(ours, theirs, versions.knowledge.lexicon, sources, versions.ratio)
    odds = [[_odds(one, other, evidence[i][j]) for j, other in enumerate(target)] for i, one in enumerate(native)]
    heard = _testimony(witnesses, ours, theirs, sources) if witnesses else None
    if heard:
        odds = [
            [value + _WITNESS_WEIGHT * said.odds for value, said in zip(*rows, strict=True)]
            for rows in zip(odds, heard, strict=True)
        ]
    learnt = versions.knowledge.lexicon.learnt
    return [
        Weighed(
            pair,
            evidence[pair.native][pair.target],
            heard[pair.native][pair.target] if heard else None,
            learnt,
            _are_pinned(native[pair.native], target[pair.target]),
        )
        for pair in candidates(odds, _lists(native), _lists(target))
    ]


def _beads(kind: str, native: Run, target: Run, found: Sequence[Weighed], needed: float) -> Iterator[Bead]:
    partners = {pair.candidate.native: (pair.candidate.target, pair.probability) for pair in found}
    for index, fact in enumerate(native):
        if index not in partners:
            yield Bead(kind, fact, None)
            continue
        other, probability = partners[index]
        doubt = "" if probability >= needed else f"in doubt: {probability:.1%} sure, {needed:.1%} are needed"
        yield Bead(kind, fact, target[other], doubt, probability)
    taken = {pair.candidate.target for pair in found}
    yield from (Bead(kind, None, fact) for index, fact in enumerate(target) if index not in taken)


def _sources(slug: str, facts: Run) -> frozenset[str]:
    """The sections that facts stand in; each question of a FAQ is headed by one of its own."""
    after = range(len(facts)) if facts[0].kind == "faq" else range(1)
    return frozenset(source_of(slug, fact.place[0] + offset) for fact in facts for offset in after)


def _text(fact: Fact) -> Text:
    """What a fact says; a question is paired through its answer."""
    return text_of(" ".join(filter(None, (fact.figure, fact.question, fact.answer))), fact.links)


def _odds(native: Fact, target: Fact, evidence: Evidence) -> float:
    return math.inf if _are_pinned(native, target) else item_odds(evidence)


def _are_pinned(native: Fact, target: Fact) -> bool:
    return bool(native.pin) and native.pin == target.pin


def _lists(facts: Run) -> list[int]:
    """Numbers for the lists that facts stand in; quotations stand alone in their places, and together are one list."""
    if facts[0].kind in ("callout", "statistic"):
        return [0] * len(facts)
    numbers: dict[tuple[int, int], int] = {}
    return [numbers.setdefault(fact.place, len(numbers)) for fact in facts]


def _testimony(
    witnesses: Sequence[Witness], native: Sequence[Text], target: Sequence[Text], sources: frozenset[str]
) -> list[list[Testimony]]:
    """For each pair, by way of the facts of further languages: the mean of their probabilities, and their number."""
    total = [[0.0] * len(target) for _ in native]
    for witness in witnesses:
        there = [_text(fact) for fact in witness.facts]
        first = _probabilities(native, there, witness.from_native, sources)
        second = _probabilities(there, target, witness.to_target, sources)
        theirs = [sum(column) for column in zip(*second, strict=True)]
        for i, row in enumerate(first):
            ours = sum(row)
            for j, other in enumerate(theirs):
                # either both stand for one fact there, or that version has neither
                total[i][j] += sum(row[k] * second[k][j] for k in range(len(there)))
                total[i][j] += max(0.0, 1 - ours) * max(0.0, 1 - other)
    count = len(witnesses)
    of_one_size = sum(len(witness.facts) == len(native) == len(target) for witness in witnesses) / count
    longer = sum(len(witness.facts) > max(len(native), len(target)) for witness in witnesses) / count
    return [[Testimony(_log_odds(value / count), of_one_size, longer) for value in row] for row in total]


def _probabilities(
    ours: Sequence[Text], theirs: Sequence[Text], knowledge: Knowledge, sources: frozenset[str]
) -> list[list[float]]:
    ratio = knowledge.ratio or sum(text.length for text in theirs) / max(1, sum(text.length for text in ours))
    evidence = weigh(ours, theirs, knowledge.lexicon, sources, ratio)
    odds = [[max(-10.0, min(10.0, item_odds(cell))) for cell in row] for row in evidence]
    return [[1 / (1 + math.exp(-value)) for value in row] for row in path_odds(odds)]


def _log_odds(probability: float) -> float:
    probability = max(1e-4, min(1 - 1e-4, probability))
    return math.log(probability / (1 - probability))
