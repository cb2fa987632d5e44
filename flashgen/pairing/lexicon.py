"""A lexicon learnt from the corpus itself: which tokens of one language keep turning up opposite which of the other.

IBM model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", 1993, section 4), in both directions,
over segments that stand opposite each other in articles of one shape.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flashgen.record import Record, field

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ROUNDS = 5
_PAIRS = 2_000_000
"""Pairs of tokens that are learnt from at most; more would take longer than they help."""
_LEAST = 0.08
"""Associations weaker than this say nothing."""
_TRUSTED = 3
"""Sources from which an association is trusted in full."""


class Segment(Record):
    """Tokens that stand opposite each other. `source` names the list or paragraph run they come from."""

    source: str
    native: frozenset[str]
    target: frozenset[str]


class Partners(Record):
    """The tokens of the other language that a token stands for."""

    strengths: Mapping[str, float]
    """How surely (0 to 1), by what all sources say."""
    of_few: Mapping[str, tuple[float, frozenset[str]]]
    """Of those that were seen in few sources: how surely if these were many, and the sources."""
    few: frozenset[str]
    """All of these sources."""
    surest: float
    """The greatest of the strengths; 0 where there is none."""

    def without(self, sources: frozenset[str]) -> Partners:
        """The same by what other sources say."""
        if self.few.isdisjoint(sources):
            return self
        strengths = dict(self.strengths)
        for other, (strength, seen) in self.of_few.items():
            if left := seen - sources:
                strengths[other] = strength * _trust(left)
            else:
                del strengths[other]
        return Partners(strengths, {}, frozenset(), max(strengths.values(), default=0.0))


Associations = Mapping[str, Partners]
"""By token: what it stands for."""


class Lexicon(Record):
    """Which tokens of two languages belong together; each direction holds the same associations."""

    native_to_target: Associations = field(default_factory=dict)
    target_to_native: Associations = field(default_factory=dict)
    native_shares: Mapping[str, float] = field(default_factory=dict)
    """In which share of the segments a native token stands."""
    target_shares: Mapping[str, float] = field(default_factory=dict)
    learnt: int = 0
    """How many segments it was learnt from."""

    @property
    def opposite(self) -> Lexicon:
        """That of the two languages the other way round, which is learnt from both directions alike."""
        return Lexicon(
            self.target_to_native, self.native_to_target, self.target_shares, self.native_shares, self.learnt
        )


def _trust(sources: frozenset[str]) -> float:
    """How far so many sources are trusted, one at least."""
    return 0.35 + 0.65 * min(1.0, len(sources) / _TRUSTED)


def learn(segments: Iterable[Segment]) -> Lexicon:
    """Learn from segments, in their order, until there are enough."""
    chosen: list[Segment] = []
    pairs = 0
    for segment in segments:
        if not segment.native or not segment.target:
            continue
        pairs += len(segment.native) * len(segment.target)
        chosen.append(segment)
        if pairs > _PAIRS:
            break
    if not chosen:
        return Lexicon()
    native_ids, target_ids = _ids(s.native for s in chosen), _ids(s.target for s in chosen)
    ours = [_numbers(segment.native, native_ids) for segment in chosen]
    theirs = [_numbers(segment.target, target_ids) for segment in chosen]
    sizes = len(native_ids), len(target_ids)
    strengths = _joined(_model(ours, theirs, *sizes), _model(theirs, ours, *sizes[::-1]), *sizes)
    native_to_target = _with_sources(strengths, chosen, native_ids, target_ids)
    return Lexicon(
        _associations(native_to_target),
        _associations(_reversed(native_to_target)),
        _shares((segment.native for segment in chosen), len(chosen)),
        _shares((segment.target for segment in chosen), len(chosen)),
        len(chosen),
    )


_Sourced = Mapping[str, Mapping[str, tuple[float, frozenset[str] | None]]]
"""`[token][other token]`: strength (0 to 1), and the sources it was seen in, or None where these are many."""


def _associations(found: _Sourced) -> Associations:
    associations: dict[str, Partners] = {}
    for token, there in found.items():
        of_few = {other: (strength, seen) for other, (strength, seen) in there.items() if seen is not None}
        strengths = {
            other: strength if seen is None else strength * _trust(seen) for other, (strength, seen) in there.items()
        }
        few = frozenset[str]().union(*(seen for _, seen in of_few.values()))
        associations[token] = Partners(strengths, of_few, few, max(strengths.values()))
    return associations


def _ids(texts: Iterable[frozenset[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in texts:
        for token in sorted(text):
            found.setdefault(token, len(found))
    return found


def _numbers(text: frozenset[str], ids: Mapping[str, int]) -> NDArray[np.int64]:
    import numpy as np  # takes a tenth of a second, and a build that has nothing to learn needs none of it

    return np.array(sorted(ids[token] for token in text), dtype=np.int64)


def _model(
    sources: Sequence[NDArray[np.int64]], targets: Sequence[NDArray[np.int64]], width: int, height: int
) -> dict[int, float]:
    """Translation probabilities t(target | source), by source * height + target. The last source is "no word"."""
    import numpy as np

    # arrays of millions, which make the most memory that a build needs: narrow ones, each only as long as it serves
    nothing = np.array([width], dtype=np.int64)
    total = sum((len(ours) + 1) * len(theirs) for ours, theirs in zip(sources, targets, strict=True))
    kind = np.int32 if (width + 1) * height <= np.iinfo(np.int32).max else np.int64
    code, group = np.empty(total, kind), np.empty(total, np.int32)
    begin = first = 0
    for ours, theirs in zip(sources, targets, strict=True):
        with_nothing = np.concatenate((ours, nothing))
        end = begin + len(with_nothing) * len(theirs)
        shape = len(with_nothing), len(theirs)
        code[begin:end].reshape(shape)[...] = with_nothing[:, None] * height + theirs
        group[begin:end].reshape(shape)[...] = np.arange(first, first + len(theirs))
        begin, first = end, first + len(theirs)
    known, place = _distinct(code)
    del code
    source = known // height
    probability = 1.0 / np.bincount(source, minlength=width + 1)[source]
    for _ in range(_ROUNDS):
        share = probability[place]
        share /= np.bincount(group, weights=share, minlength=first)[group]
        count = np.bincount(place, weights=share, minlength=len(known))
        probability = count / np.bincount(source, weights=count, minlength=width + 1)[source]
    is_said = probability >= _LEAST / 2
    return dict(zip(known[is_said].tolist(), probability[is_said].tolist(), strict=True))


def _distinct(numbers: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The different ones, sorted, and for each number its place among them; `numpy.unique` takes twice the memory."""
    import numpy as np

    order = numbers.argsort()
    ordered = numbers[order]
    is_first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    place = np.empty(len(order), np.int32)
    place[order] = np.cumsum(is_first, dtype=np.int32) - 1
    return ordered[is_first].astype(np.int64), place


def _joined(
    native_to_target: Mapping[int, float], target_to_native: Mapping[int, float], width: int, height: int
) -> dict[tuple[int, int], float]:
    """The geometric mean of both directions, doubled: words that stand for each other half the time belong together."""
    found: dict[tuple[int, int], float] = {}
    for code, value in native_to_target.items():
        ours, theirs = divmod(code, height)
        if ours == width:
            continue
        strength = min(1.0, 2 * math.sqrt(value * target_to_native.get(theirs * width + ours, 0.0)))
        if strength >= _LEAST:
            found[ours, theirs] = strength
    return found


def _with_sources(
    strengths: Mapping[tuple[int, int], float], segments: Sequence[Segment], native_ids: Mapping[str, int],
    target_ids: Mapping[str, int],
) -> _Sourced:  # fmt: skip
    native_names, target_names = list(native_ids), list(target_ids)
    held_by: dict[str, dict[str, float]] = defaultdict(dict)
    for (ours, theirs), strength in strengths.items():
        held_by[native_names[ours]][target_names[theirs]] = strength
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    for segment in segments:
        for native in segment.native:
            for target in held_by.get(native, ()):
                if target in segment.target and len(seen := sources[native, target]) <= _TRUSTED:
                    seen.add(segment.source)
    return {
        native: {
            target: (strength, None if len(seen := sources[native, target]) > _TRUSTED else frozenset(seen))
            for target, strength in there.items()
        }
        for native, there in held_by.items()
    }


def _reversed(associations: _Sourced) -> _Sourced:
    found: dict[str, dict[str, tuple[float, frozenset[str] | None]]] = defaultdict(dict)
    for native, there in associations.items():
        for target, value in there.items():
            found[target][native] = value
    return dict(found)


def _shares(texts: Iterable[frozenset[str]], count: int) -> dict[str, float]:
    found = Counter(token for text in texts for token in text)
    return {token: number / count for token, number in found.items()}
