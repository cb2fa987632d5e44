"""Which facts of a new edition are which facts of the one before: one to one, and in doubt none. Pure.

In this order: the same pin; the same texts; one language's text the same; texts that resemble each other in both
languages; the only one left between two neighbours that were found. Facts that earlier editions had and the last
one had not are remembered, and are found again by their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from flashgen.language.similarity import similarity
from flashgen.record import Record

RECOGNISED = 0.6
"""Resemblance from which two texts are one fact, edited; the mean of both languages."""
RECOGNISED_IN_PLACE = 0.5
"""The same for the only fact left between two neighbours."""
RECOGNISED_AGAIN = 0.75
"""The same for a fact that was not in the last edition."""
_EQUALLY_GOOD = 0.01
_WIDE = 200
"""Of more facts than these, each is compared only with those at about its place: work stays linear."""


class FactTexts(Record):
    """What a fact is recognised by. `native` and `target` hold its texts in one order (a question and its answer)."""

    native: tuple[str, ...]
    target: tuple[str, ...]
    context: tuple[str, ...] = ()
    pin: str = ""
    in_last_edition: bool = True


def match(new: Sequence[FactTexts], old: Sequence[FactTexts]) -> dict[int, int]:
    """New position -> old position, for facts of one article and one kind, each in the order of its edition."""
    matcher = _Matcher(new, old)
    last_edition = [index for index, texts in enumerate(old) if texts.in_last_edition]
    remembered = [index for index, texts in enumerate(old) if not texts.in_last_edition]
    matcher.take_unique([*last_edition, *remembered], lambda texts: texts.pin)
    for pool in (last_edition, remembered):
        matcher.take_equal(pool)
        matcher.take_same_texts(pool)
    for pool, least in ((last_edition, RECOGNISED), (remembered, RECOGNISED_AGAIN)):
        matcher.take_unique(pool, lambda texts: texts.target)
        matcher.take_unique(pool, lambda texts: texts.native)
        matcher.take_closest(pool, least)
        if pool is last_edition:
            matcher.take_between_neighbours(pool)
    return matcher.pairs


class _Matcher:
    """Holds the pairs found so far; each step adds to them, and never takes one back."""

    def __init__(self, new: Sequence[FactTexts], old: Sequence[FactTexts]) -> None:
        self.pairs: dict[int, int] = {}
        self._new, self._old = new, old
        self._taken: set[int] = set()

    def take_unique(self, pool: Sequence[int], key: Callable[[FactTexts], Hashable]) -> None:
        """Facts that have a key which no other free fact of either edition has."""
        for ours, theirs in self._with_equal(pool, key):
            if len(ours) == len(theirs) == 1:
                self._take(ours[0], theirs[0])

    def take_equal(self, pool: Sequence[int]) -> None:
        """Facts equal in everything; several such cannot be told apart, so that their order is as good as any."""
        for ours, theirs in self._with_equal(pool, lambda texts: (texts.native, texts.target, texts.context)):
            for one, other in zip(ours, theirs, strict=False):
                self._take(one, other)

    def take_same_texts(self, pool: Sequence[int]) -> None:
        """Equal texts in both languages; short ones that stand in several lists are told apart by their lead-ins."""
        for ours, theirs in self._with_equal(pool, lambda texts: (texts.native, texts.target)):
            if len(ours) == len(theirs) == 1:
                self._take(ours[0], theirs[0])
            else:
                self._take_best(ours, theirs, self._likeness_of_context, 0.0)

    def take_closest(self, pool: Sequence[int], least: float) -> None:
        """Texts that resemble each other in both languages."""
        self._take_best(self._free_new(), self._free(pool), self._likeness, least)

    def take_between_neighbours(self, pool: Sequence[int]) -> None:
        """A new fact alone between two that were found, or between one and the end, where one old fact is left too."""
        place = {index: position for position, index in enumerate(pool)}
        free = set(self._free_new())
        found: list[tuple[int, int]] = []
        for one in sorted(free):
            before, after = self.pairs.get(one - 1), self.pairs.get(one + 1)
            if (before is None and after is None) or {one - 1, one + 1} & free:
                continue
            first = -1 if before is None else place.get(before)
            last = len(pool) if after is None else place.get(after)
            if first is None or last is None or last - first != 2:
                continue
            other = pool[first + 1]
            if other not in self._taken and self._likeness(one, other) >= RECOGNISED_IN_PLACE:
                found.append((one, other))
        for pair in found:
            self._take(*pair)

    def _take(self, one: int, other: int) -> None:
        self.pairs[one] = other
        self._taken.add(other)

    def _free_new(self) -> list[int]:
        return [index for index in range(len(self._new)) if index not in self.pairs]

    def _free(self, pool: Sequence[int]) -> list[int]:
        return [index for index in pool if index not in self._taken]

    def _with_equal(
        self, pool: Sequence[int], key: Callable[[FactTexts], Hashable]
    ) -> list[tuple[list[int], list[int]]]:
        """The free new and old facts of each key; an empty key is none."""
        theirs: dict[Hashable, list[int]] = defaultdict(list)
        for index in self._free(pool):
            theirs[key(self._old[index])].append(index)
        ours: dict[Hashable, list[int]] = defaultdict(list)
        for index in self._free_new():
            ours[key(self._new[index])].append(index)
        return [(indices, theirs[value]) for value, indices in ours.items() if value and value in theirs]

    def _likeness(self, one: int, other: int) -> float:
        ours, theirs = self._new[one], self._old[other]
        return (_likeness_of_texts(ours.native, theirs.native) + _likeness_of_texts(ours.target, theirs.target)) / 2

    def _likeness_of_context(self, one: int, other: int) -> float:
        pairs = zip(self._new[one].context, self._old[other].context, strict=True)
        return sum(similarity(*pair) for pair in pairs)

    def _take_best(
        self, new: Sequence[int], old: Sequence[int], likeness: Callable[[int, int], float], least: float
    ) -> None:
        """The best pairs first; where another pair with one of the two is equally good, neither is taken."""
        scored = ((likeness(one, other), one, other) for one, other in _comparable(new, old))
        ranked = sorted((entry for entry in scored if entry[0] >= least), key=lambda entry: (-entry[0], *entry[1:]))
        rivals: dict[tuple[str, int], list[tuple[float, int, int]]] = defaultdict(list)
        for entry in ranked:
            rivals["new", entry[1]].append(entry)
            rivals["old", entry[2]].append(entry)
        for value, one, other in ranked:
            if one in self.pairs or other in self._taken:
                continue
            is_in_doubt = any(
                rival[1:] != (one, other)
                and rival[0] >= value - _EQUALLY_GOOD
                and not (rival[1] in self.pairs or rival[2] in self._taken)
                for rival in (*rivals["new", one], *rivals["old", other])
            )
            if not is_in_doubt:
                self._take(one, other)


def _comparable(new: Sequence[int], old: Sequence[int]) -> Iterator[tuple[int, int]]:
    for row, one in enumerate(new):
        middle = row * len(old) // len(new)
        first = min(max(0, middle - _WIDE // 2), max(0, len(old) - _WIDE))
        for other in old[first : first + _WIDE]:
            yield one, other


def _likeness_of_texts(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Of several texts (a question and its answer) the one that stayed tells most."""
    found = sorted((similarity(*pair) for pair in zip(ours, theirs, strict=True)), reverse=True)
    return found[0] if len(found) == 1 else 0.7 * found[0] + 0.3 * found[1]
