"""What the configuration says to the quality gate. Plain values: they travel to worker processes."""

from __future__ import annotations

from flashgen.language.pointing import NOTHING, Pointing
from flashgen.record import Record


class Gate(Record):
    """Which rules are off, what becomes of suspects, and how long a text may be.

    The length is in weighted characters (`flashgen.language.text_types.weight`).
    """

    suspects: str = "withhold"
    """`withhold`, `tag` or `keep`."""
    off: frozenset[str] = frozenset()
    longest: int = 260
    """A text that is longer than this is no card."""
    pointing: tuple[tuple[str, Pointing], ...] = ()
    """By language, those of a pair: the phrases that point at what is not on a card."""

    def pointing_in(self, language: str) -> Pointing:
        """The phrases of a language that point at what is not on a card."""
        return next((phrases for tag, phrases in self.pointing if tag == language), NOTHING)
