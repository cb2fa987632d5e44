"""The one place where time enters: what a build stamps on new and changed notes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from flashgen.errors import FlashgenError
from flashgen.record import Record

_LONGEST_WAIT = 3
_MOST_DIGITS = 18
"""Of a time in seconds: more than the universe will need."""
_LONGEST_SHOWN = 40
_EARLIEST = 315_619_200  # 1980-01-02: an Anki note of time 0 breaks Check Database


class Clock(Record):
    """The time, as the command line hands it to a build."""

    now: Callable[[], float] = time.time
    """Seconds since 1970."""
    sleep: Callable[[float], None] = time.sleep
    fixed: int | None = None
    """The time that a build shall stamp (SOURCE_DATE_EPOCH); None: that of its newest input."""

    def build_time(self, inputs: Iterable[Path]) -> int:
        """Whole seconds: the fixed time, else that of the newest input; never in the future.

        The newest input rather than the present moment, so that the same files give the same package, byte by byte,
        while an edited file makes a newer one, which Anki takes in.
        """
        now = int(self.now())
        if self.fixed is not None:
            return max(_EARLIEST, min(now, self.fixed))
        newest = max((int(path.stat().st_mtime) for path in inputs if path.exists()), default=now)
        return max(_EARLIEST, min(now, newest))

    def wait_until(self, moment: int) -> bool:
        """Wait until `moment` (whole seconds) is no longer in the future; not longer than a build may be expected to.

        Tells whether it is past. A note that changes twice within a second gets a time that lies a second ahead, which
        is waited for.
        """
        ahead = moment - self.now()
        if ahead > _LONGEST_WAIT:
            return False
        self.sleep(max(0.0, ahead))
        return True


def clock_of(environment: Mapping[str, str]) -> Clock:
    """The system's clock; SOURCE_DATE_EPOCH fixes what is stamped. Raises FlashgenError where that is no number."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch and not (epoch.isdecimal() and len(epoch) <= _MOST_DIGITS):
        shown = epoch if len(epoch) <= _LONGEST_SHOWN else f"{epoch[:_LONGEST_SHOWN]}..."
        raise FlashgenError(f"SOURCE_DATE_EPOCH is {shown!r}; it must be a number of seconds", usage=True)
    return Clock(fixed=int(epoch) if epoch else None)
