"""The fields of a note as one value, in the form in which Anki stores them."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.record import Record

SEPARATOR = "\x1f"
"""Stands between the fields of a note in Anki's tables."""


class Fields(Record):
    """The HTML of all fields of a note, in the form that Anki's editor leaves alone."""

    text: str
    """What Anki stores: all fields, `SEPARATOR` between two."""

    @classmethod
    def of(cls, values: Iterable[str]) -> Fields:
        """Fields that are given one by one."""
        return cls(SEPARATOR.join(values))

    @property
    def values(self) -> tuple[str, ...]:
        """One by one, in the order of the note type."""
        return tuple(self.text.split(SEPARATOR))
