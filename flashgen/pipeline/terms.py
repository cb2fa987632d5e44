"""Why an article gives no term note, for `show`: found without reading all articles that may link to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.corpus.article import read_bytes
from flashgen.notes.meetings import find_meetings
from flashgen.notes.term_places import TermPlaces, why_titles_are_no_term
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, make_bitext
from flashgen.pipeline.jobs import Pairing
from flashgen.records.documents import Document
from flashgen.records.pairs import Bitext, Reason

_CODED = 12
"""Bytes that a link writes at most for one character: four of UTF-8, each as `%F0`."""


def why_no_term(bitext: Bitext, pairing: Pairing) -> Reason | None:
    """Why one article gives no term note; None where it gives one. Reads those that may link to it."""
    if reason := why_titles_are_no_term(bitext):
        return reason
    places = TermPlaces()
    for other in _linking(bitext.slug, pairing):
        places.add(other, find_meetings(other))
        if bitext.slug in places.met:
            return None
    return places.why_no_term(bitext)


def _linking(slug: str, pairing: Pairing) -> Iterator[Bitext]:
    """The articles in which the name of another stands, in both languages; without their facts."""
    name = _Name(slug)
    for other in sorted(pairing.slugs - {slug}):
        native, target = (pairing.corpus.versions[other][tag] for tag in (pairing.native, pairing.target))
        if name.stands_in(native) and name.stands_in(target):
            outcome = make_bitext(Job(other, native, target, ()), TranslationModels(), pairing.sources.read)
            if outcome.bitext:
                yield outcome.bitext


class _Name:
    """The last part of an article's name, as links to it may write it: other characters by their codes."""

    def __init__(self, slug: str) -> None:
        _, *parts = re.split(r"([a-z0-9]+)", slug.rpartition("/")[2].lower())
        first, *runs = parts[::2] or [""]
        self._longest = max((first, *runs), key=len).encode()
        # each run is looked for behind the one before it and no further on, so that time stays linear; one gap may be
        # wider than it is in the name
        gaps = (_CODED * (len(between) + 1) for between in parts[1::2])
        others = "".join(rf"(?>[^\n]{{0,{gap}}}?{run})" for gap, run in zip(gaps, runs, strict=False))
        self._pattern = re.compile((first + others).encode(), re.IGNORECASE)

    def stands_in(self, document: Document) -> bool:
        """Whether a document's file holds it."""
        data, _ = read_bytes(document)
        # most texts lack the longest run, which is known in a fifth of the time
        return data is not None and self._longest in data.lower() and self._pattern.search(data) is not None
