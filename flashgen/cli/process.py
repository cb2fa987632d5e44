"""What the command line sets for the processes that it runs in."""

from __future__ import annotations

import gc


def collect_garbage_rarely() -> None:
    """Records hold no cycles, so looking for them among hundreds of thousands of records is time lost."""
    gc.set_threshold(100_000, 20, 100)
