"""How long a build still takes, as people like to be told: seldom, roughly, and never up and down."""

from __future__ import annotations

from math import ceil

_EARLY = 3.0
"""Seconds before which nothing is said: the first articles wait for the processes to start."""
_MINUTE = 60
_STEP = 10
"""Seconds to which the last minute is rounded."""


def time_left(elapsed: float, done: int, total: int) -> str:
    """What is left after `elapsed` seconds, in which `done` of `total` pieces were finished; empty while that is early.

    The pace is that of the whole time so far, which one long article hardly moves, and the result is rounded up.
    """
    if elapsed < _EARLY or not done or done >= total:
        return ""
    seconds = elapsed / done * (total - done)
    if seconds > _MINUTE:
        return f"about {ceil(seconds / _MINUTE)} min left"
    return f"about {ceil(seconds / _STEP) * _STEP} s left"
