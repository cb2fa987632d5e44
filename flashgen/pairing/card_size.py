"""How much a card holds."""

from __future__ import annotations

from flashgen.record import Record


class CardSize(Record):
    """How much a card holds, in weighted characters (`flashgen.language.text_types.weight`)."""

    answer: int = 240
    """An answer of several sentences that weighs more is cut."""
    statement: int = 120
    """The same for what is translated as a whole: an item, a highlight, a callout."""
    whole: int = 260
    """What a text that is not cut, or a lead-in with what it leads to, may weigh: a side holds no more."""
