"""Texts that say nothing."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.language.text_types import ends_sentence, normalised, word_count
from flashgen.quality.view import View

_SENTENCE = 4
"""Words from which a text may be a sentence."""
_LABEL = 2
"""Words of a label at most; three may be a sentence that lost its full stop."""


def label(view: View) -> str:
    """A word or two where sentences stand: an item whose siblings are all sentences, a definition that defines nothing.

    Met in quotations headed "Significant" or "Astuce" instead of saying something.
    """
    fact = view.fact
    if fact.kind == "definition":
        said, title = normalised(fact.answer), normalised(view.version.title)
        return "repeats the title" if said == title else ""
    if (
        KINDS[fact.kind].is_nominal
        or len(view.siblings) < 2
        or ends_sentence(fact.answer)
        or word_count(fact.answer) > _LABEL
    ):
        return ""
    whole = all(ends_sentence(other.answer) and _is_long(other.answer) for other in view.siblings)
    return "a label in a list of sentences" if whole else ""


def _is_long(text: str) -> bool:
    return len(text.split()) >= _SENTENCE or word_count(text) >= _SENTENCE
