"""Notes -> an .apkg, written beside its place and renamed: after a crash there is the old package or the new one.

genanki makes note types, notes and decks; what it cannot do (a time for each note, cards that we know better,
a zip without clock and leftovers) is overridden here, and only here.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import genanki

from flashgen import anki_template
from flashgen.errors import FlashgenError
from flashgen.notetypes import NoteType
from flashgen.previous import Previous
from flashgen.records import Note

_POSITIONS = 999_999  # Anki's Check Database complains of more
_GAP = 10  # room for notes that come later


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changes against the previous package, in notes."""

    new: int
    changed: int
    unchanged: int
    gone: int


class _Model(genanki.Model):  # type: ignore[misc]  # genanki ships no types
    """A note type with its own time, and with Anki's rule for which cards exist."""

    modified = 0

    @property
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


class _Note(genanki.Note):  # type: ignore[misc]  # genanki ships no types
    """A note with its own time and its own cards."""

    modified = 0
    card_positions: tuple[int, ...] = ()

    @property
    def cards(self) -> list[genanki.Card]:
        return [genanki.Card(position) for position in self.card_positions]

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.modified, deck_id, id_gen)


def write_package(
    path: Path, notes: Sequence[Note], note_types: Mapping[str, NoteType], previous: Previous, now: int,
    *, write: bool = True,
) -> Changes:  # fmt: skip
    """Write the package. `now` is the time, in whole seconds, of whatever is new or changed.

    Without `write` everything is prepared and compared, and no file is touched.

    Raises FlashgenError when two notes have one guid, or when the file cannot be written.
    """
    _refuse_duplicates(notes)
    models = {note_type.name: _model(note_type, previous, now) for note_type in note_types.values()}
    times, changes = _times(notes, previous, now)
    if write:
        decks = [_deck(name, notes, times, models) for name in dict.fromkeys(note.deck for note in notes)]
        latest = max((*times, *(model.modified for model in models.values())), default=now)
        _write(path, decks, latest)
    return changes


def _refuse_duplicates(notes: Sequence[Note]) -> None:
    seen: dict[str, Note] = {}
    for note in notes:
        if (other := seen.setdefault(note.guid, note)) is not note:
            raise FlashgenError(
                f"two notes have the guid {note.guid} ({other.location} and {note.location}); nothing was written"
            )


def _model(note_type: NoteType, previous: Previous, now: int) -> _Model:
    model = _Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name, "id": field_id} for field_id, name in note_type.fields],
        templates=[{"name": c.name, "id": c.id, "qfmt": c.front, "afmt": c.back} for c in note_type.cards],
        css=note_type.css,
        sort_field_index=note_type.sort_field,
    )
    model.modified = now
    if before := previous.models.get(note_type.id):
        same = {**model.to_json(now, 1), "mod": before["mod"]} == before
        model.modified = before["mod"] if same else max(now, before["mod"] + 1)
    return model


def _times(notes: Sequence[Note], previous: Previous, now: int) -> tuple[list[int], Changes]:
    """Each note's time: an unchanged note keeps its own, so that Anki leaves it alone."""
    times, counts = [], {"new": 0, "changed": 0, "unchanged": 0}
    for note in notes:
        before = previous.notes.get(note.guid)
        if before is None:
            status, modified = "new", now
        elif ("\x1f".join(note.fields), " ".join(note.tags)) == (before.fields, before.tags.strip()):
            status, modified = "unchanged", before.modified
        else:
            status, modified = "changed", max(now, before.modified + 1)
        times.append(modified)
        counts[status] += 1
    return times, Changes(**counts, gone=len(previous.notes.keys() - {note.guid for note in notes}))


def _deck(name: str, notes: Sequence[Note], times: Sequence[int], models: Mapping[str, _Model]) -> genanki.Deck:
    """A deck with its notes, positioned in learning order across the whole package."""
    gap = max(1, min(_GAP, _POSITIONS // (len(notes) + 1)))
    deck = genanki.Deck(_deck_id(name), name)
    deck.notes = _Notes(
        [
            (note, time, position * gap)
            for position, (note, time) in enumerate(zip(notes, times, strict=True), 1)
            if note.deck == name
        ],
        models,
    )
    return deck


@dataclass(frozen=True, slots=True)
class _Notes:
    """Makes genanki's notes one by one while they are written, since they take more memory than ours."""

    rows: list[tuple[Note, int, int]]
    models: Mapping[str, _Model]

    def __iter__(self) -> Iterator[_Note]:
        for note, modified, position in self.rows:
            model = self.models[note.note_type]
            made = _Note(model=model, fields=list(note.fields), tags=note.tags, guid=note.guid, due=position)
            made.modified, made.card_positions = modified, note.cards
            yield made


def _deck_id(name: str) -> int:
    """Anki knows decks by name; inside a package the id only has to be the deck's own."""
    return int.from_bytes(sha256(name.casefold().encode()).digest()[:5], "big") + 2


def _write(path: Path, decks: list[genanki.Deck], now: int) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            collection = Path(folder) / "collection.anki2"
            connection = sqlite3.connect(collection)
            try:
                genanki.Package(decks).write_to_db(connection.cursor(), now, itertools.count(now * 1000))
                connection.commit()
            finally:
                connection.close()
            _zip(path, collection)
    except OSError as fault:
        raise FlashgenError(f"{path} cannot be written ({fault.strerror or fault}); nothing was changed") from None


def _zip(path: Path, collection: Path) -> None:
    """Pack with fixed dates, sync, and only then take the old package's place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
                with collection.open("rb") as source, package.open(_member("collection.anki2"), "w") as member:
                    shutil.copyfileobj(source, member, 1 << 20)
                package.writestr(_member("media"), b"{}")
            stream.flush()
            os.fsync(stream.fileno())
        part = Path(name)
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member
