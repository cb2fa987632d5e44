"""The model of languages in less memory says what the library says, bit by bit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from flashgen.language import language_model
from flashgen.language.language_model import CompactIdentifier, read_identifier

TEXTS = (
    "The lighthouse shows ships the way at night, and its keeper writes down which of them have passed.",
    "Il faro illumina la costa di notte, e le navi che passano lontano sanno dove si trova la terra.",
    "Маяк освещает берег ночью, и проходящие вдали суда знают, где находится земля.",
    "猫は一日中あたたかい窓辺で眠っている。",
    "",
    "12 345",
)


@pytest.fixture(scope="module")
def library() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.fixture(scope="module")
def compact() -> CompactIdentifier:
    return read_identifier()


def test_it_tells_what_the_library_tells(library: LanguageIdentifier, compact: CompactIdentifier) -> None:
    assert [compact.rank(text) for text in TEXTS] == [library.rank(text) for text in TEXTS]


@given(st.text(max_size=80))
def test_it_does_so_of_any_text(library: LanguageIdentifier, compact: CompactIdentifier, text: str) -> None:
    assert compact.rank(text) == library.rank(text)


def test_its_pieces_make_it_again(compact: CompactIdentifier) -> None:
    again = read_identifier(compact.pieces())
    assert [again.rank(text) for text in TEXTS] == [compact.rank(text) for text in TEXTS]


def test_it_keeps_so_many_rows_only(compact: CompactIdentifier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_model, "_ROWS", 3)
    small = read_identifier(compact.pieces())
    assert [small.rank(text) for text in TEXTS] == [compact.rank(text) for text in TEXTS]
    assert len(small._rows) <= 3
    assert len({id(step) for step in small._steps if step}) <= 3
