"""A package that flashgen has written, read back: its notes with their times, positions and cards, and its manifest."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path

from flashgen.anki.about import about_lines
from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import field_html, plain_text
from flashgen.anki.manifest import Manifest, PublishedType
from flashgen.anki.models import PublishedModel, parse_models
from flashgen.anki.package_access import open_package, read_manifest, refuse_other_pair, refusing
from flashgen.anki.package_images import PublishedImage, list_images
from flashgen.anki.published_notes import PublishedNote, PublishedNotes
from flashgen.anki.safe_reading import open_database, unpack_member
from flashgen.record import Record, field
from flashgen.scratch.note_fields import SEPARATOR, Fields
from flashgen.scratch_folder import scratch_folder

_TABLES = {
    "col": frozenset(("models", "decks")),
    "notes": frozenset(("id", "guid", "mid", "flds", "tags", "mod")),
    "cards": frozenset(("nid", "did", "ord", "due")),
}
_TWICE = "select 1 from notes group by guid having count(*) > 1"
_END_OF_TIME = 1 << 36
"""In the year 4147."""


class Edition(Record):
    """One published state of a deck. Without a package it is empty, and everything is new against it."""

    manifest: Manifest | None = None
    """What the package tells of itself; None without a package."""
    notes: PublishedNotes = field(default_factory=PublishedNotes)
    """In the package's order."""
    absent: PublishedNotes = field(default_factory=PublishedNotes)
    """Notes of earlier editions that this one lacks."""
    models: Mapping[int, PublishedModel] = field(default_factory=dict)
    """Its note types as Anki has them, by id; none for an edition that was not read from a package."""
    images: tuple[PublishedImage, ...] = ()
    """Those that its package holds."""

    @property
    def pair(self) -> tuple[str, str]:
        """(native, target); empty texts without a package."""
        return (self.manifest.native, self.manifest.target) if self.manifest else ("", "")

    @property
    def about(self) -> tuple[str, ...]:
        """What the deck says of itself, line by line."""
        latest = max((note.modified for note in self.notes.in_order), default=0)
        return about_lines(self.manifest.about, latest) if self.manifest else ()

    @property
    def note_types(self) -> dict[str, PublishedType]:
        """How each note type was published, by kind."""
        return {published.kind: published for published in self.manifest.note_types} if self.manifest else {}

    @property
    def layout(self) -> Layout:
        """Which field of its notes holds which value. Made anew each time: ask once, not for each note."""
        return published_layout(self.manifest.note_types if self.manifest else ())


def published_layout(note_types: Iterable[PublishedType]) -> Layout:
    """Which field of published notes holds which value."""
    return Layout({published.kind: published.fields for published in note_types})


def published_text(text: str) -> str:
    """A text of a document as `Layout.text_reader` reads it back from a field, so that the two can be compared.

    A field does not hold every text letter by letter: accents are composed, line ends and spaces are plain ones.
    """
    return plain_text(field_html(text))


def read_edition(path: Path, pair: tuple[str, str] | None = None, *, to_build_upon: bool = True) -> Edition:
    """Read a package; with `pair` (native, target), one of that pair.

    Raises FlashgenError for a file that is missing, damaged, not flashgen's, of another pair or of a newer format;
    its message says what to do when the package was `to_build_upon`.
    """
    with refusing(path, to_build_upon=to_build_upon), open_package(path) as package:
        manifest = read_manifest(package)
        if pair:
            refuse_other_pair(manifest, pair)
        with _open_collection(package) as connection:
            models, decks = _models_and_decks(connection)
            if connection.execute(_TWICE).fetchone():
                raise ValueError("two of its notes are one")
            layout = published_layout(manifest.note_types)
            absent = {note.guid: note for note in _absent_notes(manifest)}
            held = _read_notes(connection, manifest, models, decks, "n.id")
            notes = PublishedNotes(_each_taken_from(absent, held), layout)
        return Edition(manifest, notes, PublishedNotes(absent.values(), layout), models, list_images(package))


class NoteStream(Record):
    """A package whose notes are read as they are asked for, so that memory does not grow with them."""

    path: Path
    manifest: Manifest
    count: int
    """How many notes it holds."""
    about: tuple[str, ...]
    """What the deck says of itself, line by line."""
    _connection: sqlite3.Connection

    @property
    def pair(self) -> tuple[str, str]:
        """(native, target)."""
        return self.manifest.native, self.manifest.target

    @property
    def layout(self) -> Layout:
        """Which field of its notes holds which value. Made anew each time: ask once, not for each note."""
        return published_layout(self.manifest.note_types)

    def notes(self) -> Iterator[PublishedNote]:
        """The notes in the order in which Anki introduces them. Raises FlashgenError for one that is damaged."""
        with refusing(self.path, to_build_upon=False):
            models, decks = _models_and_decks(self._connection)
            # SQLite sorts on disk what is too much for its memory
            yield from _read_notes(self._connection, self.manifest, models, decks, "min(c.due), n.guid")


@contextmanager
def stream_notes(path: Path) -> Iterator[NoteStream]:
    """A package to read from as long as the context lasts.

    Raises FlashgenError for a file that is missing, damaged, not flashgen's or of a newer format.
    """
    with ExitStack() as held:
        with refusing(path, to_build_upon=False):
            package = held.enter_context(open_package(path))
            manifest = read_manifest(package)
            connection = held.enter_context(_open_collection(package))
            count, latest = connection.execute(
                "select count(distinct n.id), coalesce(max(n.mod), 0) from notes n join cards c on c.nid = n.id"
            ).fetchone()
            if not _is_time(latest):
                raise ValueError("it has a note of no time")
            about = about_lines(manifest.about, latest)
        yield NoteStream(path, manifest, count, about, connection)


@contextmanager
def _open_collection(package: zipfile.ZipFile) -> Iterator[sqlite3.Connection]:
    """The collection of a package, unpacked to a temporary folder."""
    with scratch_folder() as folder:
        connection = open_database(unpack_member(package, "collection.anki2", folder), _TABLES)
        try:
            yield connection
        finally:
            connection.close()


def _models_and_decks(connection: sqlite3.Connection) -> tuple[dict[int, PublishedModel], dict[int, str]]:
    """The note types as Anki has them, and the names of decks, by id."""
    listed, decks = connection.execute("select models, decks from col limit 1").fetchone()
    return parse_models(listed), {int(key): deck["name"] for key, deck in json.loads(decks).items()}


def _read_notes(
    connection: sqlite3.Connection,
    manifest: Manifest,
    models: Mapping[int, PublishedModel],
    deck_names: Mapping[int, str],
    order: str,
) -> Iterator[PublishedNote]:
    """The notes of a collection, one at a time. Raises ValueError for one that is not as it was written."""
    types = {published.id: published for published in manifest.note_types}
    retired = set(manifest.retired)
    most = {key: model.most_cards for key, model in models.items()}
    rows = connection.execute(
        "select n.guid, n.mid, n.flds, n.tags, n.mod, min(c.due), c.did, group_concat(c.ord)"
        f" from notes n join cards c on c.nid = n.id group by n.id order by {order}"
    )
    for guid, note_type, fields, tags, modified, position, deck, listed in rows:
        published = types[note_type]
        is_text = {type(guid), type(fields), type(tags), type(listed)} == {str}
        is_dated = _is_time(modified) and type(position) is int
        if not (is_text and is_dated and fields.count(SEPARATOR) + 1 == len(published.fields)):
            raise ValueError(f"the note {guid} is not as it was written")
        cards = _card_positions(listed)
        if not (cards[0] >= 0 and cards[-1] < most.get(note_type, 0)):
            raise ValueError(f"the note {guid} has a card that its note type has not")
        yield PublishedNote(
            guid, published.kind, note_type, Fields(fields), tags.strip(), deck_names[deck],
            modified, position, manifest.pins.get(guid, ""), guid in retired, cards,
        )  # fmt: skip


def _each_taken_from(absent: dict[str, PublishedNote], held: Iterable[PublishedNote]) -> Iterator[PublishedNote]:
    """Notes that a package holds, which cannot be among those that it lacks."""
    for note in held:
        absent.pop(note.guid, None)
        yield note


def _is_time(value: object) -> bool:
    """Whether a value is whole seconds since 1970, up to a year that calendars have."""
    return type(value) is int and 0 <= value < _END_OF_TIME


@lru_cache(maxsize=1000)
def _card_positions(listed: str) -> tuple[int, ...]:
    """`1,0` -> (0, 1). Most notes have the same cards, and share one tuple."""
    return tuple(sorted(map(int, listed.split(","))))


def _absent_notes(manifest: Manifest) -> Iterator[PublishedNote]:
    return (
        PublishedNote(
            note.guid, note.kind, note.note_type, Fields.of(note.fields), note.tags, note.deck,
            note.modified, note.position, note.pin, note.retired,
        )
        for note in manifest.absent
    )  # fmt: skip
