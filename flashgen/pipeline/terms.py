"""Which article gives a term note, for `check` and `show`: what a build finds by reading all articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.corpus.article import read_bytes
from flashgen.notes.term_places import TermPlaces, why_titles_are_no_term
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, make_bitext
from flashgen.pipeline.jobs import Pairing
from flashgen.records import Bitext, Document, Reason


def why_no_term(bitext: Bitext, pairing: Pairing) -> Reason | None:
    """Why one article gives no term note; None where it gives one. Reads those that may link to it."""
    if reason := why_titles_are_no_term(bitext):
        return reason
    places = TermPlaces()
    for other in _linking(bitext.slug, pairing):
        places.add(other)
        if bitext.slug in places.places:
            return None
    return places.why_no_term(bitext)


def _linking(slug: str, pairing: Pairing) -> Iterator[Bitext]:
    """The articles in which the name of another stands, in both languages; without their facts."""
    # a link may write other characters by their codes
    part = max(re.findall(r"[a-z0-9]+", slug.lower()), key=len, default="").encode()
    for other in sorted(pairing.slugs - {slug}):
        native, target = (pairing.corpus.versions[other][tag] for tag in (pairing.native, pairing.target))
        if _holds(native, part) and _holds(target, part):
            outcome = make_bitext(Job(other, native, target, ()), TranslationModels(), pairing.sources.read)
            if outcome.bitext:
                yield outcome.bitext


def _holds(document: Document, part: bytes) -> bool:
    data, _ = read_bytes(document)
    return data is not None and part in data.lower()
