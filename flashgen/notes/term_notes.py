"""Links of all articles -> one term note for each article that is linked to in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flashgen.anki.package_reader import Edition
from flashgen.notes.term_places import Sentences, TermPlace, TermPlaces
from flashgen.records import Bitext, Note


def term_notes(
    make: Callable[[Bitext, Sequence[TermPlace]], Note | None], places: TermPlaces,
    read_bitext: Callable[[str], Bitext | None],
) -> Iterator[Note]:  # fmt: skip
    """One note for each linked article. `make` is the maker's `term`; `read_bitext` reads one not asked for, if any."""
    for slug in places.met:
        linked = places.article(slug) or read_bitext(slug)
        if linked and (note := make(linked, places.best_first(linked))):
            yield note


def published_sentences(edition: Edition) -> dict[str, Sentences]:
    """The sentences of an edition's terms."""
    layout = edition.layout
    found: dict[str, Sentences] = {}
    for note in edition.notes.of_kind("term"):
        text = layout.text_reader(note.kind, note.field_values)
        found[text("article")] = (text("native.context"), text("target.context"))
    return found
