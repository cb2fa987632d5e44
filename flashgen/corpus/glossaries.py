"""What a table or a list may be: terms with what is said of them, or words in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.tags import base_language, tag_in_path
from flashgen.language.text_types import has_words, weight

_LEAST = 2
_LONGEST = 40
"""Of a term, as `flashgen.language.text_types.weight` weighs."""
_MOST_WORDS = 5
_MEASURE = 3
"""Words of a number with its unit at most."""
_BETWEEN = (" – ", " — ", " = ", " → ", " - ", ": ", "：")
_LONGEST_PHRASE = 120
"""Of what stands in a list of words and phrases."""


def is_glossary(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether rows (first cell, second cell) are terms with what is said of them: no term twice, no figures."""
    terms = [term for term, _ in rows]
    return (
        len(rows) >= _LEAST
        and len(set(terms)) == len(terms)
        and all(_is_term(term) and has_words(text) and not _is_measure(text) for term, text in rows)
    )


def may_be_word_list(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether rows may be words or phrases with their translations; a word may have two."""
    return len(rows) >= _LEAST and all(
        any(map(str.isalpha, cell)) and weight(cell, _LONGEST_PHRASE) <= _LONGEST_PHRASE for row in rows for cell in row
    )


def word_columns(heads: Sequence[str]) -> tuple[int, int] | None:
    """The two columns of a table that may hold words and their translations; of more, those named for languages."""
    if len(heads) == 2:
        return 0, 1
    named = [(place, base_language(tag)) for place, head in enumerate(heads) if (tag := tag_in_path(head.strip()))]
    return (named[0][0], named[1][0]) if len(named) == 2 and named[0][1] != named[1][1] else None


def words_of_items(items: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The rows of a list (label, text of each item) that may be one of words with their translations; else none.

    A word stands before its translation as a label, or with a dash, an arrow or a sign of equality between them.
    """
    if len(items) <= _LEAST:
        return ()
    rows = []
    for label, text in items:
        row = (label, text) if label else _parted(text)
        if not row or not all(has_words(side) and weight(side, _LONGEST) <= _LONGEST for side in row):
            return ()
        rows.append(row)
    return tuple(rows)


def _parted(text: str) -> tuple[str, str] | None:
    for mark in _BETWEEN:
        before, found, after = text.partition(mark)
        if found:
            return (before.strip(), after.strip()) if mark not in after else None
    return None


def _is_measure(text: str) -> bool:
    """Whether a cell is a number with its unit ("500 ml"), or with one word, which tells nothing of a term."""
    words = text.split()
    plain = [word for word in words if not any(map(str.isdigit, word))]
    return len(plain) < len(words) <= _MEASURE and len(plain) <= 1


def _is_term(text: str) -> bool:
    return has_words(text) and len(text.split()) <= _MOST_WORDS and weight(text, _LONGEST) <= _LONGEST
