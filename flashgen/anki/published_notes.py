"""Notes that were published, read back from a temporary file as they are asked for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cached_property, lru_cache

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import plain_text
from flashgen.record import Packing, Record
from flashgen.scratch.held_records import HeldRecords
from flashgen.scratch.note_fields import Fields

_ARTICLES = 1000
"""Articles of which the text is remembered while notes are taken in: those of one come together mostly."""


class PublishedNote(Record):
    """A note as a package holds it, or as an earlier package held it."""

    guid: str
    """By this Anki recognises the note in a learner's collection."""
    kind: str
    """The kind of its fact, such as "faq"."""
    note_type: int
    """Anki's id of its note type."""
    fields: Fields
    tags: str
    """Its tags, with a space between two."""
    deck: str
    """The name of the deck that its cards are in."""
    modified: int
    """When it last changed, in whole seconds since 1970."""
    position: int
    """Where its cards stand in the order in which Anki introduces new cards; lower comes first."""
    pin: str = ""
    """The identifier that the author of the article gave to its fact; empty where there is none."""
    retired: bool = False
    """Whether it is published for a last time, since its fact is gone from the documents."""
    cards: tuple[int, ...] = ()
    """The positions of its cards among the card types, or the cloze numbers, of its note type, from 0. Empty for a note
    that the package remembers and does not hold."""

    @property
    def field_values(self) -> tuple[str, ...]:
        """The HTML of its fields, one by one, in the order of its note type."""
        return self.fields.values


_PACKING = Packing[PublishedNote](PublishedNote)


class PublishedNotes(Mapping[str, PublishedNote]):
    """Notes by guid, in their order; each also has a number, from 0. None is held in memory."""

    def __init__(self, notes: Iterable[PublishedNote] = (), layout: Layout | None = None) -> None:
        """`layout` tells in which field of the notes their article stands."""
        self._layout = layout or Layout({})
        self._notes: HeldRecords[PublishedNote] = HeldRecords(_PACKING)
        self._by_article: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._by_kind: defaultdict[str, array[int]] = defaultdict(_numbers)
        text_of = lru_cache(_ARTICLES)(plain_text)
        for number, note in enumerate(notes):
            self._notes.append(note)
            self._by_article[text_of(self._article(note))].append(number)
            self._by_kind[note.kind].append(number)

    def __getitem__(self, guid: str) -> PublishedNote:
        return self._notes[self._by_guid[guid]]

    def __iter__(self) -> Iterator[str]:
        return (note.guid for note in self._notes)

    def __len__(self) -> int:
        return len(self._notes)

    @property
    def in_order(self) -> Iterator[PublishedNote]:
        """The notes in their order, which takes less than to ask for each by its guid."""
        return iter(self._notes)

    def numbered(self, number: int) -> PublishedNote:
        """The note of a number."""
        return self._notes[number]

    @property
    def articles(self) -> Collection[str]:
        """The slugs of their articles, as texts (`package_reader.published_text`); empty where no field holds one."""
        return self._by_article.keys()

    @property
    def kinds(self) -> Set[str]:
        """The kinds of their facts."""
        return self._by_kind.keys()

    def of_article(self, article: str) -> Sequence[int]:
        """The numbers of an article's notes."""
        return self._by_article.get(article, ())

    def of_kind(self, kind: str) -> Iterator[PublishedNote]:
        """The notes of a kind."""
        return map(self.numbered, self._by_kind.get(kind, ()))

    def without(self, kinds: Collection[str]) -> PublishedNotes:
        """Those of other kinds."""
        if self._by_kind.keys().isdisjoint(kinds):
            return self
        return PublishedNotes((note for note in self._notes if note.kind not in kinds), self._layout)

    def _article(self, note: PublishedNote) -> str:
        """HTML; none for a note of a kind that is not known any more."""
        with suppress(LookupError):
            return self._layout.reader(note.kind, note.field_values)("article")
        return ""

    @cached_property
    def _by_guid(self) -> dict[str, int]:
        """The numbers, for those who compare editions; of equal guids the last."""
        return {note.guid: number for number, note in enumerate(self._notes)}


def _numbers() -> array[int]:
    return array("L")
