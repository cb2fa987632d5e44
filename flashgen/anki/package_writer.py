"""Notes -> an .apkg, written beside its place and renamed: after a crash there is the old package or the new one.

genanki makes note types, decks and tables; what it cannot do (a time for each note, cards that we know better, rows by
the hundred, a zip without clock and leftovers) is done here, and only here.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any, BinaryIO

import genanki

from flashgen.anki import template as anki_template
from flashgen.anki.about import about_html, about_lines
from flashgen.anki.ids import deck_id
from flashgen.anki.manifest import MEMBER, Manifest, manifest_bytes
from flashgen.anki.models import PublishedModel
from flashgen.anki.note_types import NoteType
from flashgen.anki.package_images import LARGEST_TOTAL, NO_IMAGES, ImageSources, images_in
from flashgen.anki.package_images import MEMBER as IMAGE_LIST
from flashgen.anki.parallel_deflate import ParallelDeflate
from flashgen.anki.rows import Row, Rows
from flashgen.atomic_file import Fingerprint, atomic_write, fingerprint
from flashgen.errors import FlashgenError
from flashgen.record import Record
from flashgen.scratch.note_fields import SEPARATOR
from flashgen.scratch_folder import scratch_folder

_NOT_SYNCED = -1
"""The update number of what no server has seen."""
_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_TOGETHER = 500
"""Notes that are put into a table together."""


class _Model(genanki.Model):  # type: ignore[misc]  # genanki ships no types
    """A note type with its own time, and with Anki's rule for which cards exist."""

    modified = 0

    @cached_property
    def _req(self) -> list[Any]:
        """Per card type: the fields that must all be filled, else the fields of which any will do."""
        names = [field["name"] for field in self.fields]
        rules: list[Any] = []
        for index, template in enumerate(self.templates):
            nodes = anki_template.parse(template["qfmt"])
            needed = [i for i, name in enumerate(names) if not anki_template.is_filled(nodes, set(names) - {name})]
            any_of = [i for i, name in enumerate(names) if anki_template.is_filled(nodes, {name})]
            rules.append([index, "all", needed] if needed else [index, "any", any_of])
        return rules

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        # the deck is that of the whole package: whichever deck is written last must not matter
        made: dict[str, Any] = super().to_json(self.modified, 1)
        return made


class Package(Record):
    """What is to be written, whole."""

    rows: Rows
    models: Mapping[str, _Model]
    """By name."""
    manifest: bytes
    about: Mapping[str, str]
    """What the deck says of itself."""
    images: ImageSources
    """Where the images are that its notes show."""
    compression: int
    """How hard it is compressed, from 0 to 9, as zlib understands it."""

    @property
    def latest(self) -> int:
        """The latest time that anything in it bears, in whole seconds; note types without notes are not in it."""
        rows = self.rows.known
        used = {row.note_type for row in rows}
        return max(*(row.modified for row in rows), *(self.models[name].modified for name in used))


def make_package(
    rows: Rows, note_types: Mapping[str, NoteType], models: Mapping[int, PublishedModel],
    manifest: Manifest, now: int, images: ImageSources = NO_IMAGES, compression: int = 6,
) -> Package:  # fmt: skip
    """Put a package together. Raises FlashgenError when two notes have one guid.

    `models` are the note types of the last edition: one that did not change keeps its time.
    """
    _refuse_duplicates(rows)
    made = {note_type.name: _model(note_type, models, now) for note_type in note_types.values()}
    return Package(rows, made, manifest_bytes(manifest), manifest.about, images, compression)


def write_package(path: Path, package: Package, expected: Fingerprint) -> bool:
    """Write a package in the place of the file that is `expected` there; False if that holds the same bytes.

    Raises FlashgenError when the file is another by now, or cannot be written.
    """
    known = package.rows.known
    about = about_html(about_lines(package.about, max(row.modified for row in known)))
    by_deck: defaultdict[str, list[Row]] = defaultdict(list)
    for row in known:
        by_deck[row.deck].append(row)
    names = (*_above(by_deck), *by_deck) if about else by_deck  # learners see those first that are above others
    decks = [_deck(name, by_deck.get(name, ()), package, about) for name in names]
    ids = itertools.count(package.latest * 1000)
    with atomic_write(path, expected) as stream, scratch_folder() as folder:
        collection = folder / "collection.anki2"
        connection = sqlite3.connect(collection)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # a crash leaves nothing that anybody would read
            cursor = connection.cursor()
            genanki.Package(decks).write_to_db(cursor, package.latest, ids)
            with _indexed_at_the_end(cursor):
                for deck in decks:
                    _insert(cursor, deck.deck_id, by_deck.get(deck.name, ()), package, ids)
            connection.commit()
        finally:
            connection.close()
        fields = (
            () if package.images.is_empty else (field for dated in package.rows for field in dated.note.fields.values)
        )
        _zip(stream, collection, package, sorted(images_in(fields)))
    return fingerprint(path) != expected


def _refuse_duplicates(rows: Rows) -> None:
    seen: dict[str, Row] = {}
    for row in rows.known:
        if (other := seen.setdefault(row.guid, row)) is not row:
            places = " and ".join(str(rows.of(one).note.location) for one in (other, row))
            # whoever wrote the documents can do nothing about it
            raise RuntimeError(f"two notes have the guid {row.guid} ({places}); nothing was written")


def _model(note_type: NoteType, models: Mapping[int, PublishedModel], now: int) -> _Model:
    model = _Model(
        note_type.id,
        note_type.name,
        fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
        templates=[{"name": c.name, "id": c.id, "qfmt": c.front, "afmt": c.back} for c in note_type.cards],
        css=note_type.css,
        sort_field_index=note_type.sort_field,
        model_type=_Model.CLOZE if note_type.cloze else _Model.FRONT_BACK,
    )
    model.modified = now
    if before := models.get(note_type.id):
        same = {**model.to_json(now, 1), "mod": before.modified} == before.raw
        model.modified = before.modified if same else max(now, before.modified + 1)
    return model


def _above(names: Collection[str]) -> list[str]:
    """The decks above others that have no notes themselves."""
    parts = [name.split("::") for name in names]
    above = {"::".join(one[:depth]) for one in parts for depth in range(1, len(one))}
    return sorted(above.difference(names))


def _deck(name: str, rows: Iterable[Row], package: Package, about: str) -> genanki.Deck:
    """A deck with the note types of its notes, which are put in later."""
    deck = genanki.Deck(deck_id(name), name, about)
    for note_type in dict.fromkeys(row.note_type for row in rows):
        deck.add_model(package.models[note_type])
    return deck


@contextmanager
def _indexed_at_the_end(cursor: sqlite3.Cursor) -> Iterator[None]:
    """Makes the indices of tables anew when they are filled, which takes less than to keep them up meanwhile."""
    found = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in found:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _, statement in found:
        cursor.execute(statement)


def _insert(cursor: sqlite3.Cursor, deck: int, rows: Sequence[Row], package: Package, ids: Iterator[int]) -> None:
    """Put the notes of a deck in, and their cards, as genanki would, which makes an object of each field, tag and card.

    The notes are read when they are written, some at a time.
    """
    for start in range(0, len(rows), _TOGETHER):
        notes: list[tuple[Any, ...]] = []
        cards: list[tuple[int, ...]] = []
        for row in rows[start : start + _TOGETHER]:
            note, model, number = package.rows.of(row).note, package.models[row.note_type], next(ids)
            tags, fields = f" {' '.join(note.tags)} ", note.fields.text
            sorted_by = fields.split(SEPARATOR, model.sort_field_index + 1)[model.sort_field_index]
            notes.append((number, row.guid, model.model_id, row.modified, _NOT_SYNCED, tags, fields, sorted_by))
            cards += (
                (next(ids), number, deck, position, row.modified, _NOT_SYNCED, row.position) for position in row.cards
            )
        cursor.executemany(_INSERT_NOTE, notes)
        cursor.executemany(_INSERT_CARD, cards)


def _zip(stream: BinaryIO, collection: Path, package: Package, shown: Sequence[str]) -> None:
    """Pack with fixed dates, so that equal contents make equal files."""
    held: dict[str, str] = {}
    left = LARGEST_TOTAL
    member = partial(_member, compression=package.compression)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        with collection.open("rb") as source, packed.open(member("collection.anki2"), "w") as stored:
            stored._compressor = ParallelDeflate(package.compression)  # type: ignore[attr-defined]  # zipfile has one thread
            shutil.copyfileobj(source, stored, 1 << 20)
        for name in shown:
            if (data := package.images.read(name)) is None:
                continue
            left -= len(data)
            if left < 0:
                raise FlashgenError(
                    f"the images have more than {LARGEST_TOTAL >> 20} MiB together; make them smaller, or set "
                    "`media: false`; nothing was written"
                )
            packed.writestr(member(str(len(held))), data)
            held[str(len(held))] = name
        packed.writestr(member(IMAGE_LIST), json.dumps(held).encode())
        packed.writestr(member(MEMBER), package.manifest)


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member._compresslevel = compression  # type: ignore[attr-defined]  # before Python 3.13, streams know no other way
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member
