"""Short headed sections: the heading asks, the first paragraph answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flashgen.facts.faq import paragraphs_before_list
from flashgen.facts.glossary import glossary_rows, names_section, without_number
from flashgen.facts.outline import Outline
from flashgen.language.sentences import sentences
from flashgen.language.text_types import has_words, is_formula, normalised, weight
from flashgen.language.word_forms import first_words, share_a_word, share_of_words
from flashgen.records.documents import Article, Paragraph, Section
from flashgen.records.facts import Fact

_LONGEST_TEXT = 1300
"""A section that weighs more is part of an essay: its first paragraph alone does not answer its heading."""
_BEGINNING = 8
"""Words among which a text names what its heading names."""
_NAMED = 0.7
"""The share of a heading's words that its text must take up, for the text to be about nothing else."""
_SUBJECT = 3
"""Words among which a sentence that says what its article's title is names that ("The tide is ...")."""
_HALF = 0.5
_MOST = 0.75
"""The share of what a heading says beside its article's title that its text must take up: "how to" is no part of it."""


def section_facts(outline: Outline) -> Iterator[Fact]:
    """One fact per short headed section, the first where a heading is repeated."""
    article = outline.article
    opening = _opening_section(article)
    entries = {number for row in glossary_rows(article) for number in row}
    passed_over = {*outline.faq, outline.highlights, *({opening} - entries), *_with_parts(article)}
    seen = {normalised(article.title)}
    for number, section in enumerate(article.sections):
        question = without_number(section.heading.text)
        if number in passed_over or not names_section(section, question) or normalised(question) in seen:
            continue
        if (answer := _answer(section, article.document.language)) and has_words(answer.inline.text):
            seen.add(normalised(question))
            yield Fact(
                "section", question, answer.inline.text, article.document.location(section.line), (number, 0),
                links=tuple(link.target for link in answer.inline.links), pin=section.pin, flaws=answer.inline.flaws,
                names_question=number in entries
                or _names(question, article, answer.inline.text, follows_opening=number == opening + 1),
            )  # fmt: skip


def _names(heading: str, article: Article, text: str, *, follows_opening: bool) -> bool:
    """Whether a text says what its heading names ("Strengths").

    "How X works" is about the whole article X, unless the text takes up most of what is not X ("How to keep X for two
    children"), begins with something of X that the heading names ("The X status ..."), or tells of X without saying
    what X is ("Before X, somebody checks ..."). The first section behind the opening goes on with that, whatever its
    heading ("Understanding X").
    """
    title, beginning = article.title, first_words(text, _BEGINNING)
    if share_of_words(title, heading) < _HALF:
        return share_of_words(heading, beginning) >= _NAMED
    beside = " ".join(word for word in heading.split() if not share_a_word(word, title))
    if has_words(beside) and share_of_words(beside, first_words(text, 2 * _BEGINNING)) >= _MOST:
        return True
    subject = first_words(text, _SUBJECT)
    if share_of_words(title, subject) > 0:
        return share_a_word(beside, subject)
    first = next(iter(sentences(text, article.document.language)), "")
    return not follows_opening and share_a_word(title, first)


def _with_parts(article: Article) -> Iterator[int]:
    """The sections that have sections of their own: these tell what a heading names, and the text above them only leads
    in to them ("There are several ways to repair it.")."""
    for number, (section, following) in enumerate(pairwise(article.sections)):
        if 0 < section.level < following.level:
            yield number


def _opening_section(article: Article) -> int:
    """The section whose text begins the article: it gives the definition. Before the first where none does."""
    for number, section in enumerate(article.sections):
        if any(isinstance(block, Paragraph) for block in section.blocks):
            return number
    return -1


def _answer(section: Section, language: str) -> Paragraph | None:
    """The first paragraph of a section that is short enough to be answered by it."""
    first = next(iter(paragraphs_before_list(section, language)), None)
    text = "\n".join(block.inline.text for block in section.blocks if isinstance(block, Paragraph))
    is_short = weight(text, _LONGEST_TEXT) <= _LONGEST_TEXT
    return first if first and is_short and not is_formula(first.inline.text) else None
