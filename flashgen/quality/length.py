"""Texts that fit no card."""

from __future__ import annotations

from flashgen.language.text_types import weight
from flashgen.quality.view import View


def too_long(view: View) -> str:
    """A text that no card can ask for, and that could not be cut.

    Met in "aagr", whose formula stands as 10,000 characters on one line, and in answers of several paragraphs.
    """
    longest = view.gate.longest
    for text, _ in view.texts:
        if (length := weight(text, longest)) > longest:
            return f"{length} characters, where {longest} fit"
    return ""
