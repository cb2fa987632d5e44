"""Hostile texts in every place that text can come from: real Anki, a browser and the exports show them, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flashgen.anki.field_text import is_harmless
from flashgen.preview.write import write_preview
from tests.support.anki_collection import AnkiCollection, open_collection
from tests.support.chromium import launched_chromium, opened
from tests.support.hostile import HOSTILE, write_documents
from tests.support.hostile_deck import (
    Deck,
    build_hostile,
    faults_in_browser,
    faults_of_cards,
    faults_of_exports,
    faults_of_fields,
)

TEXTS = {f"{number:03}": text for number, text in enumerate(HOSTILE)}
SHARE = 7
"""One in so many texts is tried here; `benchmarks/robustness.py` tries them all."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A hostile deck in a real collection."""

    texts: int
    is_drawn: bool
    """Formulas by MathJax, and clozes."""
    folder: Path
    deck: Deck
    outcome: dict[str, frozenset[str]]
    collection: AnkiCollection


@pytest.fixture(scope="module", params=[(False, False), (True, True)], ids=["text", "mathjax and clozes"])
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    mathjax, cloze = request.param
    folder = tmp_path_factory.mktemp("hostile")
    texts = dict(list(TEXTS.items())[cloze::SHARE])
    deck = build_hostile(folder, write_documents(folder / "corpus", texts), mathjax=mathjax, cloze=cloze)
    with open_collection() as collection:
        yield Imported(len(texts), cloze, folder, deck, collection.import_package(deck.package), collection)


def test_every_text_reaches_notes_and_all_are_imported(imported: Imported) -> None:
    assert imported.deck.report.tally.paired > 0.9 * 2 * imported.texts
    assert {outcome: len(guids) for outcome, guids in imported.outcome.items() if guids} == {
        "new": imported.deck.report.tally.notes.total()
    }
    assert imported.deck.report.tally.notes.total() > 10 * imported.texts


def test_nothing_acts_on_a_card(imported: Imported) -> None:
    cards = [card for note in imported.collection.notes() for card in note.cards]
    assert list(faults_of_cards(cards))[:5] == []
    assert imported.collection.media() == []


def test_fields_stay_as_a_browser_writes_them_and_may_be_published_again(imported: Imported) -> None:
    assert list(faults_of_fields(imported.collection))[:5] == []
    refused = [
        value for note in imported.collection.notes() for value in note.fields.values() if not is_harmless(value)
    ]
    assert refused[:5] == []


def test_nothing_runs_or_loads_in_a_browser(imported: Imported) -> None:
    cards = [card for note in imported.collection.notes() for card in note.cards]
    write_preview(imported.deck.package, imported.folder / "preview.html")
    with launched_chromium() as browser:
        assert list(faults_in_browser(browser, imported.folder, cards)) == []
        with opened(browser, imported.folder / "preview.html") as preview:
            preview.page.keyboard.press("End")
            assert preview.page.evaluate("() => document.querySelectorAll('iframe[src], object, embed').length") == 0
            assert preview.complaints == []
            assert all(address.startswith("file:") for address in preview.requests)


def test_exports_can_be_read(imported: Imported) -> None:
    assert list(faults_of_exports(imported.folder, imported.deck.package, imported.collection)) == []


def test_check_database_finds_nothing(imported: Imported) -> None:
    assert imported.collection.empty_cards() == []
    text, is_clean = imported.collection.check_database()
    assert is_clean, text


def test_a_second_build_and_import_change_nothing(imported: Imported) -> None:
    before = imported.deck.package.read_bytes()
    is_drawn = imported.is_drawn
    again = build_hostile(imported.folder, imported.folder / "corpus", mathjax=is_drawn, cloze=is_drawn)
    assert again.package.read_bytes() == before
