"""A real, fresh Anki collection for tests: import a package, and see what a learner would have."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anki.lang
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

OUTCOMES = ("new", "updated", "duplicate", "conflicting")


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """A card as Anki shows it; `front` and `back` are HTML with the stylesheet in front."""

    position: int
    due: int
    deck: str
    front: str
    back: str
    sounds: int
    """Sound and speech tags on both sides."""


@dataclass(frozen=True, slots=True)
class AnkiNote:
    guid: str
    note_type: str
    modified: int
    fields: dict[str, str]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]


class AnkiCollection:
    def __init__(self, collection: Any) -> None:
        self._collection = collection

    def import_package(self, package: Path) -> dict[str, frozenset[str]]:
        """Import with Anki's default options: the guids of the notes, by what became of them."""
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self._collection.import_anki_package(request).log
        self._collection.models._clear_cache()  # else the note types of before the import are shown
        guids = dict(self._collection.db.all("select id, guid from notes"))
        by_outcome = {outcome: [note.id.nid for note in getattr(log, outcome)] for outcome in OUTCOMES}
        return {
            outcome: frozenset(guids.get(number, f"unknown {number}") for number in numbers)
            for outcome, numbers in by_outcome.items()
        }

    def notes(self) -> list[AnkiNote]:
        return [self._note(self._collection.get_note(number)) for number in self._collection.find_notes("")]

    def card_positions(self) -> dict[str, tuple[int, ...]]:
        """The positions of each note's cards, by guid."""
        rows = self._collection.db.all("select n.guid, c.ord from notes n join cards c on c.nid = n.id order by c.ord")
        found: dict[str, tuple[int, ...]] = {}
        for guid, position in rows:
            found[guid] = (*found.get(guid, ()), position)
        return found

    def generate_missing_cards(self) -> None:
        """Let Anki add every card that it thinks a note should have, as it does after an edit."""
        numbers = self._collection.find_notes("")
        self._collection.after_note_updates(numbers, mark_modified=False, generate_cards=True)

    def empty_cards(self) -> list[int]:
        return [card for note in self._collection.get_empty_cards().notes for card in note.card_ids]

    def check_database(self) -> tuple[str, bool]:
        """Check Database: what it said, and whether there was nothing to mend."""
        text, is_clean = self._collection.fix_integrity()
        return str(text), bool(is_clean)

    def media(self) -> list[str]:
        return sorted(path.name for path in Path(self._collection.media.dir()).iterdir())

    def _note(self, note: Any) -> AnkiNote:
        cards = tuple(map(self._card, note.cards()))
        return AnkiNote(note.guid, note.note_type()["name"], note.mod, dict(note.items()), tuple(note.tags), cards)

    def _card(self, card: Any) -> AnkiCard:
        sounds = len(card.question_av_tags()) + len(card.answer_av_tags())
        deck = self._collection.decks.name(card.did)
        return AnkiCard(card.ord, card.due, deck, card.question(), card.answer(), sounds)


@contextmanager
def open_collection() -> Iterator[AnkiCollection]:
    """A new collection in a folder of its own, closed and removed at the end."""
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            yield AnkiCollection(collection)
        finally:
            collection.close()
