"""Notes, as Anki will hold them, and as an edition publishes them."""

from __future__ import annotations

from typing import Literal

from flashgen.record import Record
from flashgen.records.location import Location
from flashgen.scratch.note_fields import Fields


class Note(Record):
    """A note as Anki will hold it."""

    guid: str
    kind: str
    note_type: str
    """The name of its note type."""
    fields: Fields
    tags: tuple[str, ...]
    deck: str
    cards: tuple[int, ...]
    """Which of the note type's card types this note fills (their positions)."""
    article: str
    """The slug of the article that it belongs to."""
    location: Location
    """Where its target text stands."""
    pin: str = ""
    """The identifier that the author assigned."""


NoteStatus = Literal["new", "back", "changed", "unchanged", "retired"]
"""What a note is to those who study the last edition; `back`: it was in an earlier one."""


class DatedNote(Record):
    """A note as an edition publishes it."""

    note: Note
    modified: int
    """Whole seconds; a learner's Anki takes the note in if it is newer than what is there."""
    position: int
    """Its place among the new cards."""
    status: NoteStatus
