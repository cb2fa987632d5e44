"""How messages are worded."""

from __future__ import annotations

import pytest

from flashgen.errors import counted


@pytest.mark.parametrize(("count", "text"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (2000, "2,000 notes")])
def test_a_noun_agrees_with_its_count(count: int, text: str) -> None:
    assert counted(count, "note") == text
