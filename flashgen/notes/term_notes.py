"""Links of all articles -> one term note for each article that is linked to in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from flashgen.anki.package_reader import Edition
from flashgen.notes.term_places import Sentences, TermPlace, TermPlaces
from flashgen.records.pairs import Bitext

_Note = TypeVar("_Note")


def term_notes(
    make: Callable[[Bitext, Sequence[TermPlace]], _Note], places: TermPlaces,
    read_bitext: Callable[[str], Bitext | None],
) -> Iterator[tuple[str, _Note]]:  # fmt: skip
    """(article, its note, if it has one) of each linked article.

    `make` does as the maker's `term`; `read_bitext` reads an article that was not asked for, if it can be read.
    """
    for slug in places.met:
        if linked := places.article(slug) or read_bitext(slug):
            yield slug, make(linked, places.best_first(linked))


def published_sentences(edition: Edition) -> dict[str, Sentences]:
    """The sentences of an edition's terms."""
    layout = edition.layout
    found: dict[str, Sentences] = {}
    for note in edition.notes.of_kind("term"):
        text = layout.text_reader(note.kind, note.field_values)
        found[text("article")] = (text("native.context"), text("target.context"))
    return found
