"""The one place where time enters: what a build stamps on new and changed notes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

from flashgen.errors import FlashgenError

_PATIENCE = 3
_EARLIEST = 315_619_200  # 1980-01-02: an Anki note of time 0 breaks Check Database


def reach(moment: int) -> bool:
    """Wait until `moment` (whole seconds) is no longer in the future; not longer than a build may be expected to.

    A note that changes twice within a second gets a time that lies a second ahead, which is waited for.
    """
    ahead = moment - time.time()
    if ahead > _PATIENCE:
        return False
    time.sleep(max(0.0, ahead))
    return True


def build_time(inputs: Iterable[Path]) -> int:
    """Whole seconds: SOURCE_DATE_EPOCH, else the time of the newest input; never in the future.

    The newest input rather than the clock, so that the same files give the same package, byte by byte,
    while an edited file makes a newer one, which Anki takes in.
    """
    now = int(time.time())
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        if not epoch.isdecimal():
            raise FlashgenError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds", usage=True)
        return max(_EARLIEST, min(now, int(epoch)))
    newest = max((int(path.stat().st_mtime) for path in inputs if path.exists()), default=now)
    return max(_EARLIEST, min(now, newest))
