"""Languages that were identified before are not identified again, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.language import identification
from flashgen.language.identification import identify, model_kept_by
from flashgen.pipeline import kept_identification
from flashgen.pipeline.kept_identification import KeptIdentification, KeptModel

ITALIAN = "Il faro illumina la costa di notte, e le navi che passano lontano sanno dove si trova la terra. " * 3
UNCLEAR = "Faro."


@pytest.mark.parametrize("text", [ITALIAN, UNCLEAR])
def test_a_text_that_was_identified_is_known_to_the_next_build(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store(tmp_path)
    found = KeptIdentification(first)(text)
    first.close()
    assert found == identify(text)

    def never(_: str) -> None:
        raise AssertionError("identified again")

    monkeypatch.setattr(kept_identification, "identify", never)
    assert KeptIdentification(Store(tmp_path))(text) == found


def test_without_a_store_each_text_is_identified() -> None:
    assert KeptIdentification(None)(ITALIAN) == "it"


def test_the_model_is_unpacked_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def classified(store: Store) -> tuple[str, float]:
        with model_kept_by(KeptModel(store)):
            label, probability = identification._identifier.__wrapped__().classify(ITALIAN)
        store.close()
        return label, probability

    first = classified(Store(tmp_path))

    def never(*_: object) -> None:
        raise AssertionError("unpacked again")

    monkeypatch.setattr("flashgen.language.language_model.lzma.open", never)
    assert classified(Store(tmp_path)) == first


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_model_of_which_a_piece_was_lost_is_not_taken_for_a_whole_one(tmp_path: Path, kept: int) -> None:
    pieces = b"one", b"two"
    model = KeptModel(Store(tmp_path))
    for number, piece in enumerate((*pieces, b"")[:kept]):
        model._store.put(model._key(number), piece)
    assert not model.get()
    model.put(pieces)
    assert tuple(model.get()) == pieces
