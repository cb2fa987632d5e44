"""A package that flashgen has written, read back: its notes with their times, positions and cards, and its manifest."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from flashgen.anki.about import about_lines
from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import field_html, plain_text
from flashgen.anki.manifest import MEMBER, Manifest, ManifestError, PublishedType, parse_manifest
from flashgen.anki.models import card_count, parse_models
from flashgen.anki.package_images import PublishedImage, list_images
from flashgen.anki.safe_reading import check_members, open_database, unpack_member
from flashgen.errors import FlashgenError

_Result = TypeVar("_Result")

# What zipfile, zlib, sqlite3 and json raise for files that are damaged, encrypted or something else altogether.
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, RuntimeError, sqlite3.Error, NotImplementedError),
    *(KeyError, ValueError, TypeError, AttributeError, EOFError),
)
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM)
_TABLES = {
    "col": frozenset(("models", "decks")),
    "notes": frozenset(("id", "guid", "mid", "flds", "tags", "mod")),
    "cards": frozenset(("nid", "did", "ord", "due")),
}
SEPARATOR = "\x1f"
"""Stands between the fields of a note in Anki's tables."""


@dataclass(frozen=True, slots=True)
class PublishedNote:
    """A note as a package holds it, or as an earlier package held it."""

    guid: str
    """By this Anki recognises the note in a learner's collection."""
    kind: str
    """The kind of its fact, such as "faq"."""
    note_type: int
    """Anki's id of its note type."""
    fields: str
    """The HTML of all its fields in one text, as Anki stores them: `SEPARATOR` stands between two."""
    tags: str
    """Its tags, with a space between two."""
    deck: str
    """The name of the deck that its cards are in."""
    modified: int
    """When it last changed, in whole seconds since 1970."""
    position: int
    """Where its cards stand in the order in which Anki introduces new cards; lower comes first."""
    pin: str = ""
    """The identifier that the author of the article gave to its fact; empty where there is none."""
    retired: bool = False
    """Whether it is published for a last time, since its fact is gone from the documents."""
    cards: tuple[int, ...] = ()
    """The positions of its cards among the card types, or the cloze numbers, of its note type, from 0. Empty for a note
    that the package remembers and does not hold."""

    @property
    def field_values(self) -> list[str]:
        """The HTML of its fields, one by one, in the order of its note type."""
        return self.fields.split(SEPARATOR)


@dataclass(frozen=True, slots=True)
class Edition:
    """One published state of a deck. Without a package it is empty, and everything is new against it."""

    manifest: Manifest | None = None
    """What the package tells of itself; None without a package."""
    notes: Mapping[str, PublishedNote] = field(default_factory=dict)
    """By guid, in the package's order."""
    absent: Mapping[str, PublishedNote] = field(default_factory=dict)
    """By guid: notes of earlier editions that this one lacks."""
    models: Mapping[int, dict[str, Any]] = field(default_factory=dict)
    """Anki's own records of the note types, by id; none for an edition that was not read from a package."""
    images: tuple[PublishedImage, ...] = ()
    """Those that its package holds."""

    @property
    def pair(self) -> tuple[str, str]:
        """(native, target); empty texts without a package."""
        return (self.manifest.native, self.manifest.target) if self.manifest else ("", "")

    @property
    def about(self) -> tuple[str, ...]:
        """What the deck says of itself, line by line."""
        latest = max((note.modified for note in self.notes.values()), default=0)
        return about_lines(self.manifest.about, latest) if self.manifest else ()

    @property
    def note_types(self) -> dict[str, PublishedType]:
        """How each note type was published, by kind."""
        return {published.kind: published for published in self.manifest.note_types} if self.manifest else {}

    @property
    def layout(self) -> Layout:
        """Which field of its notes holds which value. Made anew each time: ask once, not for each note."""
        return Layout({kind: published.fields for kind, published in self.note_types.items()})


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
    try:
        edition = _open_and_read(path, _read_edition)
        if pair:
            _refuse_other_pair(edition.manifest, pair)
    except ManifestError as fault:
        raise FlashgenError(_refusal(path, str(fault), to_build_upon)) from None
    return edition


def check_is_ours(path: Path, pair: tuple[str, str]) -> None:
    """Raise FlashgenError unless the file that is to be replaced is a package of flashgen's, of this pair."""

    def read(package: zipfile.ZipFile, _: Path) -> Manifest:
        if damaged := package.testzip():
            raise ManifestError(f"it is damaged, or no package at all ({damaged})")
        return _read_manifest(package)

    try:
        _refuse_other_pair(_open_and_read(path, read), pair)
    except ManifestError as fault:
        raise FlashgenError(_refusal(path, str(fault), True)) from None


def _open_and_read(path: Path, read: Callable[[zipfile.ZipFile, Path], _Result]) -> _Result:
    """What `read` makes of the package and a temporary folder to extract it to.

    Raises ManifestError for what is wrong inside, and FlashgenError where there is no file.
    """
    if not path.is_file():
        what = "is not a file" if path.exists() else "does not exist"
        raise FlashgenError(f"{path} {what}; name an .apkg that flashgen has written", usage=True)
    try:
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as package:
            check_members(package)
            return read(package, Path(folder))
    except ManifestError:
        raise
    except OSError as fault:  # no fault of the package: a full disk, a right that is missing
        raise FlashgenError(_no_access(path, fault.strerror or str(fault))) from None
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode & 0xFF not in _NO_ROOM:
            raise ManifestError(f"it is damaged, or no package at all ({fault})") from None
        raise FlashgenError(_no_access(path, str(fault))) from None
    except _FAULTS as fault:
        raise ManifestError(f"it is damaged, or no package at all ({fault})") from None


def _no_access(path: Path, why: str) -> str:
    return (
        f"{path} could not be read, or not be unpacked to {tempfile.gettempdir()} ({why}); nothing was changed: "
        "make room there, set TMPDIR to another folder or give the right to read it, and run the command again"
    )


def _refusal(path: Path, why: str, to_build_upon: bool) -> str:
    if not to_build_upon:
        return f"{path} cannot be used: {why}"
    remedy = "move it away, name another file, or build with --fresh to start anew and replace it"
    return f"{path} cannot be built upon: {why}. It was left untouched: {remedy}"


def _refuse_other_pair(manifest: Manifest | None, pair: tuple[str, str]) -> None:
    if manifest and (manifest.native, manifest.target) != pair:
        message = f"it is a deck of {manifest.native} → {manifest.target}, not of {pair[0]} → {pair[1]}"
        raise ManifestError(message)


def _read_manifest(package: zipfile.ZipFile) -> Manifest:
    if MEMBER not in package.namelist():
        if {"collection.anki2", "collection.anki21", "collection.anki21b"} & set(package.namelist()):
            raise ManifestError("it was not made by flashgen")
        raise ManifestError("it holds no collection of Anki's")
    return parse_manifest(package.read(MEMBER))


def _read_edition(package: zipfile.ZipFile, folder: Path) -> Edition:
    manifest = _read_manifest(package)
    connection = open_database(unpack_member(package, "collection.anki2", folder), _TABLES)
    try:
        listed, decks = connection.execute("select models, decks from col limit 1").fetchone()
        models = parse_models(listed)
        deck_names = {int(key): sys.intern(deck["name"]) for key, deck in json.loads(decks).items()}
        notes = _read_notes(connection, manifest, deck_names)
        _check_cards(notes.values(), models)
        return Edition(manifest, notes, _absent_notes(manifest), models, list_images(package))
    finally:
        connection.close()


def _read_notes(
    connection: sqlite3.Connection, manifest: Manifest, deck_names: Mapping[int, str]
) -> dict[str, PublishedNote]:
    """The notes of a collection by guid, in its order. Raises ValueError for one that is not as it was written."""
    types = {published.id: published for published in manifest.note_types}
    retired = set(manifest.retired)
    rows = connection.execute(
        "select n.guid, n.mid, n.flds, n.tags, n.mod, min(c.due), c.did, group_concat(c.ord)"
        " from notes n join cards c on c.nid = n.id group by n.id order by n.id"
    )
    notes: dict[str, PublishedNote] = {}
    for guid, note_type, fields, tags, modified, position, deck, cards in rows:
        published = types[note_type]
        is_text = {type(guid), type(fields), type(tags), type(cards)} == {str}
        is_number = {type(modified), type(position)} == {int}
        if not (is_text and is_number and fields.count(SEPARATOR) + 1 == len(published.fields)):
            raise ValueError(f"the note {guid} is not as it was written")
        notes[guid] = PublishedNote(
            guid, published.kind, note_type, fields, sys.intern(tags.strip()), deck_names[deck],
            modified, position, manifest.pins.get(guid, ""), guid in retired, _card_positions(cards),
        )  # fmt: skip
    return notes


def _check_cards(notes: Iterable[PublishedNote], models: Mapping[int, dict[str, Any]]) -> None:
    """Raise ValueError for a note with cards that its note type has not."""
    most = {key: card_count(model) for key, model in models.items()}
    for note in notes:
        if not (note.cards[0] >= 0 and note.cards[-1] < most.get(note.note_type, 0)):
            raise ValueError(f"the note {note.guid} has a card that its note type has not")


@lru_cache(maxsize=1000)
def _card_positions(listed: str) -> tuple[int, ...]:
    """`1,0` -> (0, 1). Most notes have the same cards, and share one tuple."""
    return tuple(sorted(map(int, listed.split(","))))


def _absent_notes(manifest: Manifest) -> dict[str, PublishedNote]:
    return {
        note.guid: PublishedNote(
            note.guid, note.kind, note.note_type, SEPARATOR.join(note.fields), note.tags, note.deck,
            note.modified, note.position, note.pin, note.retired,
        )
        for note in manifest.absent
    }  # fmt: skip
