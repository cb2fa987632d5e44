"""What a table of two columns may be: terms with what is said of them, or words in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.text_types import has_words, weight

_LEAST = 2
_LONGEST = 40
"""Of a term, as `flashgen.language.text_types.weight` weighs."""
_MOST_WORDS = 5
_LONGEST_PHRASE = 120
"""Of what stands in a list of words and phrases."""


def is_glossary(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether rows (first cell, second cell) are terms with what is said of them: no term twice, no figures."""
    terms = [term for term, _ in rows]
    return (
        len(rows) >= _LEAST
        and len(set(terms)) == len(terms)
        and all(_is_term(term) and has_words(text) for term, text in rows)
    )


def may_be_word_list(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether rows may be words or phrases with their translations; a word may have two."""
    return len(rows) >= _LEAST and all(
        any(map(str.isalpha, cell)) and weight(cell, _LONGEST_PHRASE) <= _LONGEST_PHRASE for row in rows for cell in row
    )


def _is_term(text: str) -> bool:
    return has_words(text) and len(text.split()) <= _MOST_WORDS and weight(text, _LONGEST) <= _LONGEST
