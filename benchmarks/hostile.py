"""Hostile texts in every place of documents, through real Anki, a browser and the exports: what acts, or changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from flashgen.anki.field_text import is_harmless
from tests.support.anki_collection import AnkiCollection, open_collection
from tests.support.chromium import launched_chromium
from tests.support.hostile import HOSTILE, write_documents
from tests.support.hostile_deck import (
    build_hostile,
    faults_in_browser,
    faults_of_cards,
    faults_of_exports,
    faults_of_fields,
)


@dataclass(slots=True)
class HostileDecks:
    """What was tried, and what was wrong."""

    texts: int = len(HOSTILE)
    notes: int = 0
    sides: int = 0
    faults: list[str] = field(default_factory=list)


def try_hostile_texts() -> HostileDecks:
    """Every text in every place, with formulas as text and plain note types, then with MathJax and clozes."""
    found = HostileDecks()
    texts = {f"{number:03}": text for number, text in enumerate(HOSTILE)}
    with launched_chromium() as browser, tempfile.TemporaryDirectory() as name:
        corpus = write_documents(Path(name) / "corpus", texts)
        for is_drawn in (False, True):
            folder = Path(name) / f"{is_drawn}"
            folder.mkdir()
            deck = build_hostile(folder, corpus, mathjax=is_drawn, cloze=is_drawn)
            with open_collection() as collection:
                outcome = collection.import_package(deck.package)
                if len(outcome["new"]) != deck.report.tally.notes.total():
                    found.faults.append(f"imported: {outcome}")
                found.faults += _faults(browser, folder, deck.package, collection)
                found.notes += deck.report.tally.notes.total()
                found.sides += 2 * deck.report.tally.cards.total()
    return found


def _faults(browser: Browser, folder: Path, package: Path, collection: AnkiCollection) -> Iterator[str]:
    notes = collection.notes()
    cards = [card for note in notes for card in note.cards]
    yield from faults_of_cards(cards)
    yield from faults_of_fields(collection)
    yield from (value for note in notes for value in note.fields.values() if not is_harmless(value))
    yield from faults_in_browser(browser, folder, cards)
    yield from faults_of_exports(folder, package, collection)
    text, is_clean = collection.check_database()
    if not is_clean:
        yield text
