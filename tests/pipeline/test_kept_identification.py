"""Languages that were identified before are not identified again, and are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.language.identification import identify
from flashgen.pipeline import kept_identification
from flashgen.pipeline.kept_identification import KeptIdentification

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
