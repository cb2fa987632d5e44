"""Addresses on the cards of real packages: on every back, and quiet when nothing but a line has moved."""

from __future__ import annotations

from pathlib import Path

from flashgen.anki.package_reader import Edition, read_edition
from flashgen.anki.published_notes import PublishedNote
from tests.support.anki_collection import open_collection
from tests.support.publishing import publish

DAY = 1_790_000_000
SETTINGS = """
source_url: https://example.org/{language}/{article}
edit_url: https://example.org/edit/{path}#L{line}
report_url: https://example.org/report?about={article}&body={text}
"""
ENGLISH = """---
title: Oven
description: An oven is a closed chamber in which bread is baked.
---
It has these parts:

- a door of thick glass
- a tray of black steel
"""
ITALIAN = """---
title: Forno
description: Un forno è una camera chiusa in cui si cuoce il pane.
---
Ha queste parti:

- uno sportello di vetro spesso
- una teglia di acciaio nero
"""


def built(folder: Path, moment: int, *, above: str = "", settings: str = SETTINGS) -> Edition:
    """The deck of an oven; `above` stands in both versions over the description."""
    files = {
        "corpus/en/oven.md": ENGLISH.replace("description", f"{above}description"),
        "corpus/it/oven.md": ITALIAN.replace("description", f"{above}description"),
        "config/flashgen.yaml": settings,
    }
    publish(files, folder, moment)
    return read_edition(folder / "deck.apkg")


def edit_address(edition: Edition, note: PublishedNote) -> str:
    return edition.layout.text_reader(note.kind, note.field_values)("target.edit_url")


def test_every_back_has_them_and_no_front(tmp_path: Path) -> None:
    built(tmp_path, DAY)
    with open_collection() as collection:
        collection.import_package(tmp_path / "deck.apkg")
        cards = [card for note in collection.notes() for card in note.cards]
    assert cards
    for card in cards:
        for part in ("it/oven", "en/oven", "edit/en/oven.md#L", "edit/it/oven.md#L", "report?about=oven"):
            assert f'href="https://example.org/{part}' in card.back
        assert "example.org" not in card.front


def test_a_line_that_moved_changes_no_note(tmp_path: Path) -> None:
    first = built(tmp_path, DAY)
    assert any(edit_address(first, note).endswith("#L3") for note in first.notes.values())
    second = built(tmp_path, DAY + 100, above="author: Ada\n")
    assert second.notes == first.notes


def test_another_address_reaches_learners(tmp_path: Path) -> None:
    first = built(tmp_path, DAY)
    second = built(tmp_path, DAY + 100, settings=SETTINGS.replace("/edit/", "/blob/"))
    assert {note.modified for note in second.notes.values()} == {DAY + 100}
    assert second.notes.keys() == first.notes.keys()
    assert all("/blob/" in edit_address(second, note) for note in second.notes.values())
