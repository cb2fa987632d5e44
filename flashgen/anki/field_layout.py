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
        self._places = {
            kind: {field.value: place for place, field in enumerate(one) if field.value} for kind, one in fields.items()
        }

    def reader(self, kind: str, fields: Sequence[str]) -> Callable[[str], str]:
        """A function from a value's name (`target.answer`) to its HTML; empty where no field holds it."""
        places = self._places[kind]
        return lambda value: fields[places[value]] if value in places else ""

    def text_reader(self, kind: str, fields: Sequence[str]) -> Callable[[str], str]:
        """The same as `reader`, to plain text: what a person reads, and what is compared with texts of documents."""
        html = self.reader(kind, fields)
        return lambda value: plain_text(html(value))

    def with_value(self, kind: str, fields: Sequence[str], value: str, html: str) -> list[str]:
        """The fields with one value replaced."""
        place = self._places[kind][value]
        return [html if index == place else field for index, field in enumerate(fields)]

    def values(self, kind: str, fields: Sequence[str]) -> dict[str, str]:
        """Every value of a note, by name."""
        return {value: fields[place] for value, place in self._places[kind].items()}
