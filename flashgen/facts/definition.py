"""The definition: the description, or the opening sentences; asked by the first heading where that is a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.facts.faq import asks_without_marks
from flashgen.language.sentences import opening, sentences
from flashgen.language.text_types import has_words, is_question
from flashgen.records import Article, Fact, Location, Paragraph

_QUESTION_MARKS = "?？؟;;፧՞"
_ASKING_END = re.compile("[?？؟;;\\s]+$")
_ASKING_START = re.compile("^[?？؟;;\\s]+")


def definition_facts(article: Article) -> Iterator[Fact]:
    """The definition as the description gives it; none where there is no whole one."""
    description = _without_question(article)
    if has_words(description) and not description.endswith(("...", "…")):
        location = Location(article.document.name, article.description_line)
        yield Fact("definition", _question(article), description, location)


def opening_facts(article: Article) -> Iterator[Fact]:
    """The definition as the text's opening sentences give it."""
    first = _first_paragraph(article)
    if first and (text := opening(first.inline.text, article.document.language)):
        location = Location(article.document.name, first.line)
        yield Fact("definition", _question(article), text, location, flaws=first.inline.flaws)


def _question(article: Article) -> str:
    """The heading that asks what the thing is: the first one beneath the title, if it is a question."""
    for section in article.sections:
        if section.level <= 1:
            if any(isinstance(block, Paragraph) for block in section.blocks):
                return ""  # the text begins before any question is asked
            continue
        return section.heading.text if is_question(section.heading.text) else ""
    return ""


def _without_question(article: Article) -> str:
    """Descriptions may begin by asking ("What is X? X is ..."): the question is not the answer."""
    text, language = article.description, article.document.language
    heading = next((section.heading.text for section in article.sections if section.level > 1), "")
    # a heading that names the thing ("Tide") is where the answer begins, too
    asked = _ASKING_END.sub("", heading) if is_question(heading) or asks_without_marks(article) else ""
    if asked and text.casefold().startswith(asked.casefold()) and len(text) > len(asked):
        rest = _ASKING_START.sub("", text[len(asked) :])
        # in a script without question marks, only a space parts the question from what follows
        return rest if rest != text[len(asked) :] else text
    if not any(mark in text for mark in _QUESTION_MARKS):
        return text
    parts = sentences(text, language)
    while parts and is_question(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def _first_paragraph(article: Article) -> Paragraph | None:
    """The first paragraph of the text, unless it only leads in to a list."""
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                return block if not block.inline.text.rstrip().endswith((":", "：")) else None
    return None
