"""The definition: the description, the opening sentences or a highlight that define; asked by the first heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.facts.faq import asks_without_marks, first_question
from flashgen.facts.lead_ins import introduces
from flashgen.facts.lists import highlight_facts
from flashgen.language.sentences import sentences
from flashgen.language.text_types import has_words, is_question, is_statement
from flashgen.language.word_forms import first_words, share_of_words
from flashgen.records import Article, Fact, Location, Paragraph

_QUESTION_MARKS = "?？؟;;፧՞"
_ASKING_END = re.compile("[?？؟;;\\s]+$")
_ASKING_START = re.compile("^[?？؟;;\\s]+")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_BEGINNING = 12
"""Words among which a sentence that defines a thing names it."""
_START = 6
"""Words among which half of a title's words will do ("A distributed application is ...", of "Distributed apps")."""


def definition_facts(article: Article) -> Iterator[Fact]:
    """The definition as the description gives it; none where there is no whole one."""
    description = _without_question(article)
    if has_words(description) and not description.endswith(("...", "…")):
        location = Location(article.document.name, article.description_line)
        yield Fact("definition", first_question(article), description, location)


def opening_facts(article: Article) -> Iterator[Fact]:
    """The definition as the text's first paragraph gives it, if that says what the title means; it is cut later."""
    first = _first_paragraph(article)
    text = first.inline.text if first else ""
    if first and _defines(article, text):
        location = Location(article.document.name, first.line)
        yield Fact("definition", first_question(article), text, location, flaws=first.inline.flaws)


def defining_highlight_facts(article: Article) -> Iterator[Fact]:
    """The definition as the first of the highlights gives it that says what the title means."""
    for fact in highlight_facts(article):
        if not fact.label and _defines(article, fact.answer, is_surely=True):
            yield replace(fact, kind="definition", question=first_question(article), block_index=(0, 0), number=0)
            return


def definition_question(article: Article) -> str:
    """The question that asks for the article's definition, if a heading does and anything answers."""
    readers = (definition_facts, opening_facts, defining_highlight_facts)
    return first_question(article) if any(True for read in readers for _ in read(article)) else ""


def _defines(article: Article, text: str, is_surely: bool = False) -> bool:
    """Whether the first sentence of a text is a statement that names the article's title among its first words.

    `is_surely` asks for most of the title at the very start: what stands in a list may say anything.
    """
    first = next(iter(sentences(text, article.document.language)), "")
    if is_question(first) or not is_statement(first):
        return False
    start, beginning = first_words(first, _START), first_words(first, _BEGINNING)
    if is_surely:
        return any(share_of_words(title, start) > 0.5 for title in _titles(article))
    return any(
        share_of_words(title, start) >= 0.5 or share_of_words(title, beginning) > 0.5 for title in _titles(article)
    )


def _titles(article: Article) -> tuple[str, ...]:
    """A title, without what stands in brackets, and that alone ("Grado di protezione (IP)")."""
    outside = _BRACKETED.sub(" ", article.title).strip()
    return tuple(filter(has_words, (outside, *_BRACKETED.findall(article.title)))) or (article.title,)


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
                return None if introduces(block.inline.text) else block
    return None
