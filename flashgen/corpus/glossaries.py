"""Which tables are lists of terms: two columns, of which the first names things and the second tells what they are."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.text_types import has_words, weight

_LEAST = 2
_LONGEST = 40
"""Of a term, as `flashgen.language.text_types.weight` weighs."""
_MOST_WORDS = 5


def is_glossary(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether rows (first cell, second cell) are terms with what is said of them: no term twice, no figures."""
    terms = [term for term, _ in rows]
    return (
        len(rows) >= _LEAST
        and len(set(terms)) == len(terms)
        and all(_is_term(term) and has_words(text) for term, text in rows)
    )


def _is_term(text: str) -> bool:
    return has_words(text) and len(text.split()) <= _MOST_WORDS and weight(text, _LONGEST) <= _LONGEST
