"""Which field of a note type holds which value, so that a note's texts can be found in its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from flashgen.anki.field_text import plain_text


class _Filled(Protocol):
    """A field of a note type, configured or published."""

    @property
    def value(self) -> str: ...


class Layout:
    """Where each note type keeps which value, so that texts can be found in the fields of notes."""

    def __init__(self, fields: Mapping[str, Sequence[_Filled]]) -> None:
        """`fields` by kind."""
        self._indices = {
            kind: {field.value: index for index, field in enumerate(one) if field.value} for kind, one in fields.items()
        }

    def agrees_with(self, other: Layout, kind: str) -> bool:
        """Whether another layout keeps the values of a kind in the same fields."""
        return kind in self._indices and self._indices[kind] == other._indices.get(kind)

    def reader(self, kind: str, fields: Sequence[str]) -> Callable[[str], str]:
        """A function from a value's name (`target.answer`) to its HTML; empty where no field holds it."""
        indices = self._indices[kind]
        return lambda value: fields[indices[value]] if value in indices else ""

    def text_reader(self, kind: str, fields: Sequence[str]) -> Callable[[str], str]:
        """The same as `reader`, to plain text: what a person reads, and what is compared with texts of documents.

        Those are to be passed through `package_reader.published_text` first.
        """
        html = self.reader(kind, fields)
        return lambda value: plain_text(html(value))

    def with_value(self, kind: str, fields: Sequence[str], value: str, html: str) -> list[str]:
        """The fields with one value replaced."""
        changed = self._indices[kind][value]
        return [html if index == changed else field for index, field in enumerate(fields)]

    def values(self, kind: str, fields: Sequence[str]) -> dict[str, str]:
        """Every value of a note, by name."""
        return {value: fields[index] for value, index in self._indices[kind].items()}
