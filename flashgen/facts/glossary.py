"""Glossaries in one file: several short sections in a row, each a name and one paragraph that explains it."""

from __future__ import annotations

import re

from flashgen.language.sentences import sentences
from flashgen.language.text_types import ends_sentence, has_words, is_question, weight, word_count
from flashgen.records.documents import Article, Paragraph, Section

_LONGEST_HEADING = 60
_ROW = 4
"""Entries in a row that make a glossary."""
_LONGEST_ENTRY = 400
_MOST_WORDS = 8
"""Words of what an entry explains."""
_LEADING_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*\s*[.):：、．]\s*")


def without_number(heading: str) -> str:
    """A heading without the number that it begins with."""
    return _LEADING_NUMBER.sub("", heading)


def glossary_rows(article: Article) -> tuple[tuple[int, ...], ...]:
    """The sections that are entries of a glossary: several of one level in a row, each a name and one short paragraph.

    "Linea che unisce luoghi ..." says what an isobar is without the word. Headings with nothing beneath them, such as
    letters, part no row.
    """
    rows: list[list[int]] = [[]]
    for number, section in enumerate(article.sections):
        if not section.blocks:
            continue
        row = rows[-1]
        is_entry = _is_entry(section, article.document.language)
        if is_entry and (not row or _are_alike(article.sections[row[-1]], section)):
            row.append(number)
        else:
            rows.append([number] if is_entry else [])
    return tuple(tuple(row) for row in rows if len(row) >= _ROW)


def _are_alike(one: Section, other: Section) -> bool:
    """Whether two headings are of one level, and both numbered or neither: "Conclusion" is no step."""
    numbered = (bool(_LEADING_NUMBER.match(section.heading.text)) for section in (one, other))
    return one.level == other.level and len(set(numbered)) == 1


def _is_entry(section: Section, language: str) -> bool:
    """Whether a section is a name and one paragraph that fits a card, and explains rather than asks."""
    question, first = without_number(section.heading.text), section.blocks[0]
    if len(section.blocks) > 1 or not isinstance(first, Paragraph) or not names_section(section, question):
        return False
    text = first.inline.text
    fits = word_count(question) <= _MOST_WORDS and weight(text, _LONGEST_ENTRY) <= _LONGEST_ENTRY
    return fits and not any(map(is_question, sentences(text, language)))


def names_section(section: Section, question: str) -> bool:
    """Whether a heading names what its section is about: it is no title, no question and no sentence."""
    is_name = has_words(question) and not is_question(question) and not ends_sentence(question)
    return section.level >= 2 and is_name and weight(question, _LONGEST_HEADING) <= _LONGEST_HEADING
