"""What the command line sets for the processes that it runs in."""

from __future__ import annotations

import gc
import signal


def collect_garbage_rarely() -> None:
    """Records hold no cycles, so looking for them among hundreds of thousands of records is time lost."""
    gc.set_threshold(100_000, 20, 100)


def prepare_worker() -> None:
    """What a worker process begins with. Ctrl-C reaches every process of a terminal; only the first one tells of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_garbage_rarely()
