"""Links of all articles -> one term note for each article that is linked to in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flashgen.anki.package_reader import Edition
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_places import Sentences, TermPlaces
from flashgen.records import Bitext, Note


def term_notes(maker: NoteMaker, places: TermPlaces, read_bitext: Callable[[str], Bitext | None]) -> Iterator[Note]:
    """One note for each linked article. `read_bitext` reads one that was not asked for, if there is one."""
    for slug, found in places.places.items():
        linked = places.articles.get(slug) or read_bitext(slug)
        if linked and (note := maker.term(linked, found)):
            yield note


def published_sentences(edition: Edition) -> dict[str, Sentences]:
    """The sentences of an edition's terms."""
    layout = edition.layout
    found: dict[str, Sentences] = {}
    for note in edition.notes.values():
        if note.kind == "term":
            text = layout.text_reader(note.kind, note.field_values)
            found[text("article")] = (text("native.context"), text("target.context"))
    return found
