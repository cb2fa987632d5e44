"""The fields of a note are one value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flashgen.scratch.note_fields import SEPARATOR, Fields

TEXTS = st.lists(st.text(st.characters(exclude_characters=SEPARATOR)), min_size=1, max_size=5)


@given(TEXTS)
def test_fields_come_back_one_by_one(values: list[str]) -> None:
    assert Fields.of(values).values == tuple(values)


def test_other_fields_differ() -> None:
    honey, wax = (Fields.of(("ape", one)) for one in ("miele", "cera"))
    assert len({honey, wax, Fields.of(("ape", "miele"))}) == 2
