"""Damaged and hostile documents pass through all stages, and nothing of them acts (more: benchmarks/fuzzing.py)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.fuzzing import PIECES, Originals, Trial, make_case, texts_below
from tests.support.regex_sources import ROOT

SEED = 7
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial()


@pytest.fixture(scope="module")
def originals() -> Originals:
    return texts_below((ROOT / "sample",), most=40)


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_damaged_documents_stop_nothing(first: int, trial: Trial, originals: Originals) -> None:
    for number in range(first, first + 20):
        trial.try_versions(*make_case(number, SEED, originals), number)


def test_damaged_documents_give_notes(trial: Trial, originals: Originals) -> None:
    before = trial.tally.notes
    article = originals[0][0]
    trial.try_versions(article, article)
    assert trial.tally.notes > before


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, DOCUMENTS, st.integers(0, 3))
def test_documents_put_together_from_pieces_stop_nothing(trial: Trial, native: str, target: str, number: int) -> None:
    trial.try_versions(native.encode(), target.encode(), number)
