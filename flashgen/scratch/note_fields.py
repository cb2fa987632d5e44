"""The fields of a note as one value, in memory or in a file: they are nearly all that a note weighs."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.scratch.scratch_file import ScratchFile

SEPARATOR = "\x1f"
"""Stands between the fields of a note in Anki's tables."""


class Fields:
    """The HTML of all fields of a note, in the form that Anki's editor leaves alone. Never changes."""

    __slots__ = ("_file", "_number", "_text")

    def __init__(self, text: str, file: ScratchFile | None = None) -> None:
        """`text` is what Anki stores: all fields, `SEPARATOR` between two. With a `file`, they are held there."""
        self._file = file
        self._text = "" if file else text
        self._number = file.keep(text.encode("utf-8", "surrogatepass")) if file else 0

    @classmethod
    def of(cls, values: Iterable[str], file: ScratchFile | None = None) -> Fields:
        """Fields that are given one by one."""
        return cls(SEPARATOR.join(values), file)

    @property
    def values(self) -> tuple[str, ...]:
        """One by one, in the order of the note type."""
        return tuple(str(self).split(SEPARATOR))

    def with_values(self, values: Iterable[str]) -> Fields:
        """Others, held where these are."""
        return self.of(values, self._file)

    def __str__(self) -> str:
        """What Anki stores."""
        return self._file.read(self._number).decode("utf-8", "surrogatepass") if self._file else self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fields):
            return NotImplemented
        ours, theirs = self._file, other._file
        if ours and theirs and ours.size(self._number) != theirs.size(other._number):
            return False
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"Fields({str(self)!r})"
