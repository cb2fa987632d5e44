"""Published notes as a person reads them: plain text, without what only Anki needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flashgen.anki.field_layout import Layout
from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.record import Record


class Entry(Record):
    """A published note in plain text."""

    guid: str
    """By this Anki recognises the note."""
    article: str
    """The slug of its article."""
    kind: str
    """The kind of its fact."""
    native: str
    """Its answer in the native language; of a term, the term itself."""
    target: str
    """The same in the target language."""


def read_entry(note: PublishedNote, layout: Layout) -> Entry:
    """A note as a person reads it; `layout` is that of its edition."""
    text = layout.text_reader(note.kind, note.field_values)
    return Entry(note.guid, text("article"), note.kind, read_answer(text, "native"), read_answer(text, "target"))


def read_entries(notes: Iterable[PublishedNote], edition: Edition) -> Iterator[Entry]:
    """Notes of an edition as a person reads them, in their order."""
    layout = edition.layout
    return (read_entry(note, layout) for note in notes)


def entry_data(entry: Entry) -> dict[str, str]:
    """An entry as values that JSON can hold."""
    return {
        "guid": entry.guid, "article": entry.article, "kind": entry.kind,
        "native": entry.native, "target": entry.target,
    }  # fmt: skip


def read_answer(text: Callable[[str], str], side: str) -> str:
    """The answer on one side, "native" or "target", of the note whose values `text` reads; of a term, the term."""
    return text(f"{side}.answer") or text(f"{side}.term")
