"""Links of all articles -> what is to become a term note: each article that is linked to in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flashgen.anki.package_reader import Edition
from flashgen.notes.term_places import MetTerm, PublishedTerm, TermPlaces
from flashgen.records.pairs import Bitext


def met_terms(places: TermPlaces, read_bitext: Callable[[str], Bitext | None]) -> Iterator[MetTerm]:
    """Each linked article, with the places where it is met.

    `read_bitext` reads an article that was not asked for, if it can be read.
    """
    for slug in places.met:
        if not places.holds(slug):
            if (linked := read_bitext(slug)) is None:
                continue
            places.add_article(linked)
        yield places.read(slug)


def published_terms(edition: Edition) -> dict[str, PublishedTerm]:
    """An edition's terms, by article."""
    layout = edition.layout
    found: dict[str, PublishedTerm] = {}
    for note in edition.notes.of_kind("term"):
        text = layout.text_reader(note.kind, note.field_values)
        sentences = text("native.context"), text("target.context")
        found[text("article")] = PublishedTerm(sentences, was_produced=bool(text("producible")))
    return found
