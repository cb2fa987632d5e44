"""Recognised notes and the last edition -> the next one: what is new, changed and gone, with times and places.

A note that did not change keeps its time, so that Anki leaves it alone, with the learner's own edits and tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import field_html, is_harmless, without_line
from flashgen.anki.manifest import (
    FORMAT,
    MOST_WITHHELD,
    AbsentNote,
    Manifest,
    PublishedField,
    PublishedType,
    WithheldFact,
)
from flashgen.anki.note_types import NoteType
from flashgen.anki.package_reader import Edition, published_layout
from flashgen.anki.published_notes import PublishedNote, PublishedNotes
from flashgen.anki.rows import Row, Rows
from flashgen.editions.absence import Absence, BuildScope
from flashgen.editions.earlier_notes import EarlierNote, EarlierNotes
from flashgen.editions.identity import Recognised, Recogniser
from flashgen.editions.positions import assign_positions
from flashgen.record import Record, replace
from flashgen.records.location import Location
from flashgen.records.notes import DatedNote, Note, NoteStatus
from flashgen.scratch.note_fields import Fields

Choose = Callable[[Sequence[Row]], Sequence[Row]]
"""Takes the rows of all notes, those of an article and a kind in document order, and gives those that are published."""
_NO_PLACE = -1
"""Of a new note, until all are known."""
_NAMING_LINES = ("native.edit_url", "target.edit_url")
"""Values that name a line of a file."""
RETIRED_TAG = "flashgen::retired"
"""Marks a note that is published for a last time, so that learners find it (`tag:flashgen::retired`)."""


class NextEdition(Record):
    """What is to be published, and what is not any more."""

    rows: Rows
    """In the order of the package."""
    gone: tuple[PublishedNote, ...]
    """Notes of the last edition whose facts the documents state no more."""
    withheld: tuple[PublishedNote, ...]
    """Notes of the last edition whose facts still stand there, but are in doubt now."""
    left_out: tuple[PublishedNote, ...]
    """Notes of the last edition that the build was not asked for."""
    absent: tuple[PublishedNote, ...]
    """Every note that was ever published and is not in this edition."""

    @property
    def changes(self) -> Counter[str]:
        """How many notes have which status."""
        return Counter(row.status for row in self.rows.known)


def next_edition(
    notes: Mapping[str, Sequence[Note]], recogniser: Recogniser, note_types: Mapping[str, NoteType],
    records: Sequence[PublishedType], last: Edition, choose: Choose, scope: BuildScope, now: int, *, retire: bool,
) -> NextEdition:  # fmt: skip
    """The next edition. `now` is the time, in whole seconds, of whatever is new or changed.

    `notes` are those of this build by article; `note_types` and `records` are those of this build. `choose` tells which
    rows are published, in which order. With `retire`, gone facts are published once more, marked.
    """
    rows, earlier = Rows(), EarlierNotes(last)
    chosen = choose([_row(known, note_types[known.note.kind], rows, now) for known in recogniser.recognise(notes)])
    places = assign_positions([None if row.before is None else row.position for row in chosen])
    rows.known = [
        row if row.position == place else replace(row, position=place)
        for row, place in zip(chosen, places, strict=True)
    ]
    published = {row.before for row in rows.known}
    missing = [earlier[number] for number in range(len(earlier)) if number not in published]
    why = {one.note.guid: scope.why_absent(one.note, earlier.layout) for one in missing}
    just_now: dict[Absence, list[PublishedNote]] = {"gone": [], "withheld": [], "left out": []}
    for one in missing:
        if one.in_last_edition and not one.note.retired:
            just_now[why[one.note.guid]].append(one.note)
    fields = {record.kind: record.fields for record in records}
    absent = [
        replace(one, note=_relaid(moved, last.note_types[moved.kind], fields[moved.kind]))
        for one in missing
        for moved in [_moved(one.note, earlier.layout, recogniser.renamed)]
    ]
    retired: set[str] = set()
    if retire:
        again = list(_retired(absent, why, note_types, rows.known, now))
        rows.known = [*rows.known, *map(rows.hold, again)]
        retired = {row.note.guid for row in again}
    return NextEdition(
        rows, tuple(just_now["gone"]), tuple(just_now["withheld"]), tuple(just_now["left out"]),
        tuple(one.note for one in absent if one.note.guid not in retired),
    )  # fmt: skip


def make_manifest(
    pair: tuple[str, str], deck: str, records: Sequence[PublishedType], edition: NextEdition,
    withheld: Sequence[WithheldFact] = (), about: Mapping[str, str] | None = None,
) -> Manifest:  # fmt: skip
    """What the package tells the next build, and its preview.

    `pair` is (native, target), `deck` the pattern of deck names; `withheld` are the facts that made no note; `about`
    is what the deck says of itself.
    """
    return Manifest(
        format=FORMAT, native=pair[0], target=pair[1], deck=deck, about=dict(about or {}), note_types=list(records),
        pins={row.guid: row.pin for row in edition.rows.known if row.pin},
        retired=[row.guid for row in edition.rows.known if row.status == "retired"],
        absent=[
            AbsentNote(
                guid=note.guid, kind=note.kind, note_type=note.note_type,
                fields=list(note.field_values), tags=note.tags, deck=note.deck, modified=note.modified,
                position=note.position, pin=note.pin, retired=note.retired,
            )
            for note in sorted(edition.absent, key=lambda note: (note.kind, note.position, note.guid))
        ],
        withheld=list(withheld[:MOST_WITHHELD]), unlisted=max(0, len(withheld) - MOST_WITHHELD),
    )  # fmt: skip


def as_edition(manifest: Manifest, rows: Iterable[DatedNote]) -> Edition:
    """The notes of the next edition as they will be read back, to be compared with another."""
    ids = {record.kind: record.id for record in manifest.note_types}
    notes = (as_published(row, ids[row.note.kind]) for row in rows)
    return Edition(manifest, PublishedNotes(notes, published_layout(manifest.note_types)))


def as_published(row: DatedNote, note_type: int) -> PublishedNote:
    """A row as the package will hold it."""
    note = row.note
    return PublishedNote(
        note.guid, note.kind, note_type, note.fields, " ".join(note.tags), note.deck,
        row.modified, row.position, note.pin, row.status == "retired", note.cards,
    )  # fmt: skip


def _row(known: Recognised, note_type: NoteType, rows: Rows, now: int) -> Row:
    note = known.note
    if known.before is None:
        return rows.hold(DatedNote(note, now, _NO_PLACE, "new"))
    before = known.before.note
    says_same = note.fields == before.fields
    if not says_same and note_type.id == before.note_type:
        note = _with_published_lines(note, before, note_type)
        says_same = note.fields == before.fields
    is_same = says_same and (note_type.id, " ".join(note.tags)) == (before.note_type, before.tags)
    modified = before.modified if is_same else max(now, before.modified + 1)
    status: NoteStatus = ("unchanged" if is_same else "changed") if known.before.in_last_edition else "back"
    return rows.hold(DatedNote(note, modified, before.position, status), known.before.number)


def _with_published_lines(note: Note, before: PublishedNote, note_type: NoteType) -> Note:
    """The note with addresses as they were published where only the line in them has moved: no learner needs that."""
    values = note.fields.values
    fields = tuple(
        old if field.value in _NAMING_LINES and without_line(old) == without_line(new) else new
        for field, old, new in zip(note_type.fields, before.field_values, values, strict=True)
    )
    return note if fields == values else replace(note, fields=Fields.of(fields))


def _moved(note: PublishedNote, layout: Layout, renamed: Mapping[str, str]) -> PublishedNote:
    """A note that is absent follows its article to another slug, to be found there when it comes back."""
    fields = note.field_values
    slug = layout.text_reader(note.kind, fields)("article")
    if slug not in renamed:
        return note
    moved = layout.with_value(note.kind, fields, "article", field_html(renamed[slug]))
    return replace(note, fields=Fields.of(moved))


def _relaid(note: PublishedNote, before: PublishedType, now: Sequence[PublishedField]) -> PublishedNote:
    """A note's fields in the order that its note type has now."""
    ids = [field.id for field in before.fields]
    wanted = [field.id for field in now]
    if ids == wanted:
        return note
    held = dict(zip(ids, note.field_values, strict=True))
    return replace(note, fields=Fields.of(held.get(number, "") for number in wanted))


def _retired(
    missing: Sequence[EarlierNote], why: Mapping[str, str], note_types: Mapping[str, NoteType], rows: Sequence[Row],
    now: int,
) -> Iterator[DatedNote]:  # fmt: skip
    """Gone facts, once more. A build that changes nothing else repeats them, so that it gives the same bytes.

    Their fields come from the last package: one that holds what flashgen never writes is not published again.
    """
    drawn = [
        (one, row)
        for one in missing
        if all(map(is_harmless, one.note.field_values)) and (row := _last_row(one.note, note_types)) and row.note.cards
    ]
    fresh = [row for _, row in drawn if why[row.note.guid] == "gone" and not _is_retired(row)]
    for row in fresh:
        note = replace(row.note, tags=tuple(sorted({*row.note.tags, RETIRED_TAG})))
        yield replace(row, note=note, modified=max(now, row.modified + 1))
    if not fresh and all(row.status == "unchanged" for row in rows):
        yield from (row for one, row in drawn if _is_retired(row) and one.in_last_edition)


def _is_retired(row: DatedNote) -> bool:
    return RETIRED_TAG in row.note.tags


def _last_row(note: PublishedNote, note_types: Mapping[str, NoteType]) -> DatedNote | None:
    """A note as it was published last, under the note type of today; None where its kind has none any more."""
    note_type = note_types.get(note.kind)
    if note_type is None:
        return None
    fields = note.field_values
    values = {field.value: text for field, text in zip(note_type.fields, fields, strict=True)}
    made = Note(
        note.guid, note.kind, note_type.name, note.fields, tuple(note.tags.split()), note.deck,
        note_type.filled_cards(fields), values.get("article", ""), Location("the last edition"), note.pin,
    )  # fmt: skip
    return DatedNote(made, note.modified, note.position, "retired")
