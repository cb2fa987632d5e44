"""Why a note that was published is not in the next edition: gone from the documents, withheld, or not asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from flashgen.anki.field_layout import Layout
from flashgen.anki.package_reader import published_text
from flashgen.anki.published_notes import PublishedNote
from flashgen.editions.matching import RECOGNISED
from flashgen.kinds import kind_of
from flashgen.language.similarity import similarity
from flashgen.records.pairs import Bead

Absence = Literal["gone", "withheld", "left out"]
"""No text says it any more; one does, but no note is made of it; or it was not looked for."""


class BuildScope:
    """What a build looked for, which tells why a published note is absent."""

    def __init__(self, kinds: Sequence[str], articles: Iterable[str] | None) -> None:
        """No `kinds` means all; so does None for `articles`."""
        self._kinds = frozenset(kinds)
        self._articles = None if articles is None else frozenset(map(published_text, articles))
        self._doubted: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._unread: set[str] = set()
        self._left_out: set[str] = set()

    def add_unread(self, article: str) -> None:
        """Note that a version of an article could not be read."""
        self._unread.add(published_text(article))

    def add_doubted(self, article: str, bead: Bead) -> None:
        """Note that a fact stands in a document, though it makes no note."""
        for side, fact in bead.sides:
            self._doubted[published_text(article), bead.kind].append((f"{side}.answer", published_text(fact.answer)))

    def leave_out(self, guids: Iterable[str]) -> None:
        """Note that the facts of these notes are there, and that there are too many of their article."""
        self._left_out.update(guids)

    def why_absent(self, note: PublishedNote, layout: Layout) -> Absence:
        """Why it is absent."""
        if note.guid in self._left_out:
            return "left out"
        text = layout.text_reader(note.kind, note.field_values)
        article = text("article")
        if self._kinds and note.kind not in self._kinds:
            return "left out"
        if kind_of(note.kind).is_linked:
            # a term comes from the articles that link to it, and those were not all looked at
            return "left out" if self._articles is not None else "withheld" if self._unread else "gone"
        if self._articles is not None and article not in self._articles:
            return "left out"
        doubted = self._doubted.get((article, note.kind), ())
        if article in self._unread or any(similarity(text(name), found) >= RECOGNISED for name, found in doubted):
            return "withheld"
        return "gone"
