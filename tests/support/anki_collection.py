"""A real, fresh Anki collection for tests: import a package, and see what a learner would have."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anki.lang
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from anki.scheduler.v3 import CardAnswer

AGAIN, HARD, GOOD, EASY = CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY
RATINGS = ((GOOD,), (GOOD, GOOD), (EASY,), (), (AGAIN, HARD), (EASY, AGAIN), (GOOD, GOOD, GOOD))
"""What a learner answers to one card after the other: some are in review, some in learning, some have lapsed."""

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


@dataclass(frozen=True, slots=True)
class History:
    """What a learner has of a card: where it is, what it asks, and how far he has come with it."""

    guid: str
    card_type: int
    """The id of the card type, as the configuration gives it."""
    schedule: tuple[int, ...]
    """deck, type, queue, due, ivl, factor, reps, lapses, left and flags."""


class AnkiCollection:
    def __init__(self, collection: Any) -> None:
        self._collection = collection

    def import_package(self, package: Path, *, merge: bool = False) -> dict[str, frozenset[str]]:
        """Import with Anki's default options, or with "Merge note types": the guids of the notes, by outcome."""
        options = ImportAnkiPackageOptions(merge_notetypes=merge)
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self._collection.import_anki_package(request).log
        self._collection.models._clear_cache()  # else the note types of before the import are shown
        guids = dict(self._collection.db.all("select id, guid from notes"))
        by_outcome = {outcome: [note.id.nid for note in getattr(log, outcome)] for outcome in OUTCOMES}
        return {
            outcome: frozenset(guids.get(number, f"unknown {number}") for number in numbers)
            for outcome, numbers in by_outcome.items()
        }

    def import_text(self, path: Path) -> dict[str, int]:
        """Import a text file with the options that its header lines and Anki's defaults set: notes by outcome."""
        metadata = self._collection.get_csv_metadata(path=str(path), delimiter=None)
        log = self._collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
        outcomes = (*OUTCOMES, "missing_notetype", "missing_deck", "empty_first_field")
        return {outcome: len(getattr(log, outcome)) for outcome in outcomes if getattr(log, outcome)}

    def deck_descriptions(self) -> dict[str, str]:
        """What stands over each deck, by the deck's name."""
        decks = self._collection.decks
        return {deck.name: str(decks.get(deck.id)["desc"]) for deck in decks.all_names_and_ids()}

    def notes(self) -> list[AnkiNote]:
        return [self._note(self._collection.get_note(number)) for number in self._collection.find_notes("")]

    def study(self) -> None:
        """Answer most cards that were never answered, each in another way, flag some and suspend one."""
        numbers = self._collection.db.list("select id from cards where reps = 0 and queue = 0 order by id")
        for index, number in enumerate(numbers):
            for rating in RATINGS[index % len(RATINGS)]:
                self._answer(number, rating)
        self._collection.set_user_flag_for_cards(3, numbers[1::5])
        self._collection.sched.suspend_cards(numbers[2:3])

    def histories(self) -> dict[int, History]:
        """Every card's history, by the card's id."""
        ids = {model["id"]: [template["id"] for template in model["tmpls"]] for model in self._collection.models.all()}
        rows = self._collection.db.all(
            "select c.id, n.guid, n.mid, c.ord, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses,"
            " c.left, c.flags from cards c join notes n on c.nid = n.id order by c.id"
        )
        return {number: History(guid, ids[model][place], tuple(rest)) for number, guid, model, place, *rest in rows}

    def review_log(self) -> list[list[int]]:
        """Every answer that was ever given."""
        rows: list[list[int]] = self._collection.db.all("select * from revlog order by id")
        return rows

    def contents(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The fields and tags of each note, by guid."""
        rows = self._collection.db.all("select guid, flds, tags from notes")
        return {guid: (tuple(fields.split("\x1f")), tuple(tags.split())) for guid, fields, tags in rows}

    def change(self, guid: str, field: str, html: str, tags: tuple[str, ...], moment: int) -> None:
        """Let the learner write into a field of a note and tag it, at a moment of his own."""
        note = self._collection.get_note(self._number(guid))
        note[field] = html
        note.tags += tags
        self._collection.update_note(note)
        self._collection.db.execute("update notes set mod = ? where guid = ?", moment, guid)

    def card_type_names(self, query: str) -> set[tuple[str, ...]]:
        """The names of the card types of the notes that a search finds, for each note type."""
        notes = map(self._collection.get_note, self._collection.find_notes(query))
        return {tuple(template["name"] for template in note.note_type()["tmpls"]) for note in notes}

    def found(self, query: str) -> frozenset[str]:
        """The guids of the notes that a search in Anki's browser finds."""
        return frozenset(self._collection.get_note(number).guid for number in self._collection.find_notes(query))

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

    def compared(self, field: str, typed: str) -> str:
        """How Anki shows a typed answer beside the field that is right."""
        return str(self._collection.compare_answer(field, typed))

    def media(self) -> list[str]:
        return sorted(path.name for path in Path(self._collection.media.dir()).iterdir())

    def _number(self, guid: str) -> int:
        return int(self._collection.db.scalar("select id from notes where guid = ?", guid))

    def _answer(self, number: int, rating: Any) -> None:
        card = self._collection.get_card(number)
        card.start_timer()
        states = self._collection._backend.get_scheduling_states(card.id)
        answer = self._collection.sched.build_answer(card=card, states=states, rating=rating)
        # A learner never answers twice in a millisecond. Anki moves the second such answer on in its log, but not on
        # the card; where a second ends between the two, Check Database mends the card.
        answer.answered_at_millis = max(answer.answered_at_millis, self._last_answer() + 1)
        self._collection.sched.answer_card(answer)

    def _last_answer(self) -> int:
        """When the latest answer of the log was given, in milliseconds since 1970; 0 if none was."""
        return int(self._collection.db.scalar("select max(id) from revlog") or 0)

    def _note(self, note: Any) -> AnkiNote:
        cards = tuple(map(self._card, note.cards()))
        return AnkiNote(note.guid, note.note_type()["name"], note.mod, dict(note.items()), tuple(note.tags), cards)

    def _card(self, card: Any) -> AnkiCard:
        sounds = len(card.question_av_tags()) + len(card.answer_av_tags())
        deck = self._collection.decks.name(card.did)
        return AnkiCard(card.ord, card.due, deck, card.question(), card.answer(), sounds)


@contextmanager
def open_collection(start: Path | None = None, keep: Path | None = None) -> Iterator[AnkiCollection]:
    """A new collection in a folder of its own, closed and removed at the end.

    It begins as a copy of the closed collection at `start`; once it is closed, a copy of it is left at `keep`.
    """
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        if start:
            shutil.copyfile(start, path)
        collection = Collection(str(path))
        try:
            yield AnkiCollection(collection)
        finally:
            collection.close()
        if keep:
            shutil.copyfile(path, keep)
