"""Where new notes stand among those already published. Positions order a learner's new cards; none ever moves. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

LAST = 999_999
"""Anki's Check Database complains of more."""
_GAP = 100
"""Room that a first edition leaves between two notes for those of later ones, as long as half the range suffices."""


def assign_positions(published: Sequence[int | None]) -> tuple[int, ...]:
    """Positions for notes in learning order, given those already published (None: a new note).

    New notes come right behind the note before them, evenly spread up to the next published position; where
    there is no room between, notes share a position and are told apart by their order in the package.
    """
    taken = sorted({position for position in published if position is not None})
    placed: list[int] = []
    for start, end in _runs(published):
        if published[start] is not None:
            placed.extend(position for position in published[start:end] if position is not None)
            continue
        count = end - start
        if placed:
            before = placed[-1]
            index = bisect_right(taken, before)
            after = taken[index] if index < len(taken) else None
        else:
            first = next((position for position in published if position is not None), None)
            index = bisect_left(taken, first) if first is not None else 0
            before, after = (taken[index - 1] if index else 0), first
        if after is None:
            gap = max(1, min(_GAP, (LAST + 1) // 2 // max(1, len(published))))
            after = min(LAST + 1, before + gap * (count + 1))
        room = after - before
        placed.extend(min(LAST, before + room * number // (count + 1)) for number in range(1, count + 1))
    return tuple(placed)


def _runs(published: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of notes that are all new, or all published."""
    start = 0
    for index in range(1, len(published) + 1):
        if index == len(published) or (published[index] is None) != (published[start] is None):
            yield start, index
            start = index
