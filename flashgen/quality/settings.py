"""What the configuration says to the quality gate. Plain values: they travel to worker processes."""

from __future__ import annotations

from typing import Literal

from flashgen.language.doubled_words import NO_CONJUNCTIONS, Conjunctions
from flashgen.language.pointing import NOTHING, Pointing
from flashgen.record import Record

Suspects = Literal["withhold", "tag", "keep"]
"""What becomes of facts that a rule suspects."""


class Gate(Record):
    """Which rules are off, what becomes of suspects, and how long a text may be.

    The length is in weighted characters (`flashgen.language.text_types.weight`).
    """

    suspects: Suspects = "withhold"
    off: frozenset[str] = frozenset()
    longest: int = 260
    """A text that is longer than this is no card."""
    pointing: tuple[tuple[str, Pointing], ...] = ()
    """By language, those of a pair: the phrases that point at what is not on a card."""

    conjunctions: tuple[tuple[str, Conjunctions], ...] = ()
    """By language, those of a pair: the words that join others."""

    def conjunctions_in(self, language: str) -> Conjunctions:
        """The words of a language that join others."""
        return next((words for tag, words in self.conjunctions if tag == language), NO_CONJUNCTIONS)

    def conjunctions_beside(self, language: str) -> Conjunctions:
        """Those of the other language of the pair."""
        return next((words for tag, words in self.conjunctions if tag != language), NO_CONJUNCTIONS)

    def pointing_in(self, language: str) -> Pointing:
        """The phrases of a language that point at what is not on a card."""
        return next((phrases for tag, phrases in self.pointing if tag == language), NOTHING)
