"""A small deck for tests: note types with few fields, notes written in a line, and editions made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from flashgen.anki.ids import fact_guid
from flashgen.anki.manifest import Manifest
from flashgen.anki.note_types import CardType, NoteField, NoteType
from flashgen.anki.package_images import NO_IMAGES, ImageSources
from flashgen.anki.package_reader import Edition
from flashgen.anki.package_writer import make_package, write_package
from flashgen.anki.published_notes import PublishedNote, PublishedNotes
from flashgen.anki.template import parse
from flashgen.atomic_file import fingerprint
from flashgen.editions.absence import BuildScope
from flashgen.editions.earlier_notes import EarlierNotes
from flashgen.editions.evolution import reconcile_note_types
from flashgen.editions.identity import Recogniser
from flashgen.editions.next_edition import NextEdition, as_edition, make_manifest, next_edition
from flashgen.record import Record, replace
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.scratch.note_fields import Fields

NOW = 1_750_000_000
PAIR = ("en", "it")
DECK = "Bees {native}→{target}"
VALUES = (
    "guid", "article", "target.answer", "native.answer", "target.question", "native.question",
    "target.context", "native.context", "target.term", "native.term",
)  # fmt: skip
FIELDS = tuple(NoteField(11 + place, value.title().replace(".", ""), value) for place, value in enumerate(VALUES))
NOTHING = Edition()


def card_type(number: int, name: str, front: str) -> CardType:
    return CardType(number, name, front, "{{TargetAnswer}} {{NativeAnswer}}", parse(front))


CARDS = (
    card_type(51, "Understand", "{{#TargetAnswer}}{{TargetAnswer}}{{/TargetAnswer}}"),
    card_type(52, "Produce", "{{#NativeAnswer}}{{NativeAnswer}}{{/NativeAnswer}}"),
)


def note_type(kind: str, number: int = 1_600_000_000_001) -> NoteType:
    return NoteType(number, f"plain {kind}", FIELDS, 2, CARDS, ".card {}")


NOTE_TYPES = {
    kind: note_type(kind, 1_600_000_000_001 + place)
    for place, kind in enumerate(("definition", "term", "purpose", "highlight", "faq"))
}


def note(
    native: str, target: str, kind: str = "purpose", *, article: str = "ape", questions: tuple[str, str] = ("", ""),
    context: str = "", guid: str = "", pin: str = "", tags: tuple[str, ...] = ("bees",), deck: str = "Bees en→it",
    note_types: Mapping[str, NoteType] = NOTE_TYPES,
) -> Note:  # fmt: skip
    """A note as a build makes it; `context` and `questions` as far as they matter."""
    guid = guid or fact_guid([article, kind, target])
    values = {
        "guid": guid, "article": article, "native.answer": native, "target.answer": target,
        "native.question": questions[0], "target.question": questions[1],
        "native.context": context, "target.context": context,
    }  # fmt: skip
    fields = note_types[kind].fill(values)
    cards = note_types[kind].filled_cards(fields)
    place = Location(f"it/{article}.md", 3)
    return Note(guid, kind, note_types[kind].name, Fields.of(fields), tags, deck, cards, article, place, pin)


HONEY = note("honey", "miele")
WAX = note("wax for candles", "cera per candele")
POLLEN = note("a lot of pollen", "molto polline")
SLEEP = note("Yes, at night.", "Sì, di notte.", "faq", questions=("Do bees sleep?", "Le api dormono?"))


class Deck(Record):
    """The notes of a build under the guids that they were recognised by."""

    notes: tuple[Note, ...]
    published: Mapping[str, PublishedNote]
    """As what they were published, by guid."""
    renamed: Mapping[str, str]


def by_article(notes: Iterable[Note]) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for one in notes:
        found.setdefault(one.article, []).append(one)
    return found


def recognised(
    last: Edition, *notes: Note, standing: Collection[str] = (), note_types: Mapping[str, NoteType] = NOTE_TYPES
) -> Deck:
    """What a build makes of its notes after the last edition; every article of a note still stands in the corpus."""
    recogniser = _recogniser(last, notes, standing, note_types)
    order = {slug: place for place, slug in enumerate(by_article(notes))}
    found = sorted(recogniser.recognise(by_article(notes)), key=lambda one: order[one.note.article])
    published = {one.note.guid: one.before.note for one in found if one.before}
    return Deck(tuple(one.note for one in found), published, recogniser.renamed)


def _recogniser(
    last: Edition, notes: Iterable[Note], standing: Iterable[str], note_types: Mapping[str, NoteType]
) -> Recogniser:
    settled, _, _ = reconcile_note_types(note_types, last.note_types)
    return Recogniser(settled, EarlierNotes(last), {*standing, *(note.article for note in notes)})


def following(
    last: Edition, *notes: Note, now: int = NOW, retire: bool = False, scope: BuildScope | None = None,
    note_types: Mapping[str, NoteType] = NOTE_TYPES,
) -> NextEdition:  # fmt: skip
    """The edition that follows the last one when the documents give these notes, in their order."""
    settled, records, _ = reconcile_note_types(note_types, last.note_types)
    order = {slug: place for place, slug in enumerate(by_article(notes))}
    return next_edition(
        by_article(notes), _recogniser(last, notes, (), note_types), settled, records, last,
        lambda rows: sorted(rows, key=lambda row: order[row.article]), scope or BuildScope((), None), now,
        retire=retire,
    )  # fmt: skip


def manifest(last: Edition, edition: NextEdition, note_types: Mapping[str, NoteType] = NOTE_TYPES) -> Manifest:
    """What the package of an edition says of itself."""
    return make_manifest(PAIR, DECK, reconcile_note_types(note_types, last.note_types)[1], edition)


def published(
    last: Edition, *notes: Note, now: int = NOW, retire: bool = False, note_types: Mapping[str, NoteType] = NOTE_TYPES
) -> Edition:
    """The next edition as it is read back when it has been published."""
    edition = following(last, *notes, now=now, retire=retire, note_types=note_types)
    read = as_edition(manifest(last, edition, note_types), edition.rows)
    return replace(read, absent=PublishedNotes(edition.absent, read.layout))


def write_deck(
    path: Path, *notes: Note, last: Edition = NOTHING, now: int = NOW, images: ImageSources = NO_IMAGES,
    languages: tuple[str, str] = PAIR,
) -> Path:  # fmt: skip
    """A package of the edition that follows the last one."""
    edition = following(last, *notes, now=now)
    told = manifest(last, edition).model_copy(update=dict(zip(("native", "target"), languages, strict=True)))
    package = make_package(edition.rows, NOTE_TYPES, last.models, told, now, images)
    write_package(path, package, fingerprint(path))
    return path
