"""Texts that fit no card."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.language.sentences import sentences
from flashgen.language.text_types import weight
from flashgen.quality.view import View

_MORE = 1.02
"""How many times as long a definition may be that is one sentence: a few letters are no reason to do without it."""


def too_long(view: View) -> str:
    """A text that no card can ask for, and that could not be cut.

    Met in "aagr", whose formula stands as 10,000 characters on one line, and in answers of several paragraphs.
    """
    longest = view.gate.longest
    for text, _ in view.texts:
        if (length := weight(text, longest)) <= longest:
            continue
        is_one = KINDS[view.fact.kind].is_single and len(sentences(text, view.language)) == 1
        if not is_one or length > longest * _MORE:
            return f"{length} characters, where {longest} fit"
    return ""
