"""What the configuration says to the quality gate. Plain values: they travel to worker processes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """Which rules are off, what becomes of suspects, and how long a text may be.

    The length is in weighted characters (`flashgen.language.text_types.weight`).
    """

    suspects: str = "withhold"
    """`withhold`, `tag` or `keep`."""
    off: frozenset[str] = frozenset()
    longest: int = 260
    """A text that is longer than this is no card."""
