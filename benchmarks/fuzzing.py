"""Damaged and hostile documents by the hundred thousand, of `tests/support/fuzzing.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support.fuzzing import Tally, Trial, texts_below


def try_documents(count: int, seed: int, folders: Iterable[Path]) -> Tally:
    """Try so many documents; what failed is printed."""
    trial = Trial()
    for message in trial.run(range(count // 2), seed, texts_below(folders)):
        print(message, file=sys.stderr, flush=True)
    return trial.tally
