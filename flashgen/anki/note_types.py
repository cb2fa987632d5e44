"""Note types as Anki will hold them: their fields and card types, and which cards a note of one has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flashgen.anki.field_text import typable_html
from flashgen.anki.template import Node, filled_cards, is_filled
from flashgen.record import Record


class NoteField(Record):
    """A field of a note type."""

    id: int
    """How Anki knows the field across updates."""
    name: str
    """Its name in templates and in Anki."""
    value: str = ""
    """The name of the value that fills it, such as `target.answer`; without one, the field stays empty."""


class CardType(Record):
    """A card type of a note type: what a card asks and what it answers."""

    id: int
    """How Anki knows the card type across updates."""
    name: str
    """Its name in Anki."""
    front: str
    """The template of the question."""
    back: str
    """The template of the answer."""
    front_nodes: tuple[Node, ...]
    """The fields and conditionals of `front`, which decide whether a note has a card of this type."""


class NoteType(Record):
    """A note type, with all that Anki stores of it."""

    id: int
    """How Anki knows the note type across updates."""
    name: str
    """Its name in Anki."""
    fields: tuple[NoteField, ...]
    """In the order in which Anki stores them."""
    sort_field: int
    """The position of the field that Anki's browser shows."""
    cards: tuple[CardType, ...]
    """Its card types, in the order in which a learner meets them."""
    css: str
    """The stylesheet of its cards."""
    cloze: bool = False
    """Whether it is one of Anki's cloze note types, whose notes have a card for each number in braces."""
    typed: frozenset[int] = frozenset()
    """The ids of the fields that a learner types."""

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields of a note with these values; what is typed is written as a keyboard would."""
        filled = tuple([values.get(field.value, "") for field in self.fields])
        if not self.typed:
            return filled
        pairs = zip(self.fields, filled, strict=True)
        return tuple(typable_html(html) if field.id in self.typed else html for field, html in pairs)

    def asks_by(self, value: str) -> bool:
        """Whether a note has one card less where a value, such as `native.term`, is missing: that card asks by it."""
        named = {field.name: field.value for field in self.fields}
        others = [name for name, held in named.items() if held != value]
        fronts = [] if self.cloze else [card.front_nodes for card in self.cards]
        return any(is_filled(front, named) and not is_filled(front, others) for front in fronts)

    def filled_cards(self, fields: Sequence[str]) -> tuple[int, ...]:
        """The positions of the card types that a note with these fields has a card of."""
        named = {field.name: html for field, html in zip(self.fields, fields, strict=True) if html}
        return filled_cards([card.front_nodes for card in self.cards], named, cloze=self.cloze)
