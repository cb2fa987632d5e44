"""Decks and tags that differ only by case: Anki would rename one of two such decks."""

from __future__ import annotations

from functools import cache

from flashgen.record import replace
from flashgen.records.notes import Note


class OneSpelling:
    """Gives names of decks and tags that differ only by case one spelling."""

    def __init__(self) -> None:
        self._spellings: dict[str, str] = {}
        self._first = cache(self._find_first)  # notes by the thousand share a few names

    def __call__(self, note: Note) -> Note:
        """A note with the spellings that were met first; those of a note that comes again are the same ones."""
        deck, tags = self._first(note.deck), tuple(map(self._first, note.tags))
        return note if (deck, tags) == (note.deck, note.tags) else replace(note, deck=deck, tags=tags)

    def _find_first(self, name: str) -> str:
        parts = name.split("::")
        for depth in range(1, len(parts) + 1):
            spelled = self._spellings.setdefault("::".join(parts[:depth]).casefold(), "::".join(parts[:depth]))
            parts[:depth] = spelled.split("::")
        return "::".join(parts)
