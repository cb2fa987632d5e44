"""Statistics (quotations headed by a figure) and callouts (quotations that are sentences)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from flashgen.facts.lead_ins import find_lead_in
from flashgen.facts.outline import Outline
from flashgen.language.addresses import without_addresses
from flashgen.language.identification import contradicts, identify_brief
from flashgen.language.numbers import blank_figures
from flashgen.language.text_types import (
    ends_sentence,
    has_words,
    introduces,
    is_byline,
    is_figure,
    is_formula,
    is_statement,
    word_count,
)
from flashgen.records.documents import Article, Paragraph, Quotation, Section
from flashgen.records.facts import BLANK, BlockIndex, Fact

_UNMARKED = 8
"""Words from which a text without a full stop may be a sentence."""
_LEAST_TOGETHER = 2
"""Quotations in a row from which one may be the translation of another."""


def statistic_facts(outline: Outline) -> Iterator[Fact]:
    """The statement asks, with the figure blanked wherever it repeats it; the figure answers."""
    article = outline.article
    for block_index, quotation in _quotations(article):
        statement = _statement(quotation)
        if is_figure(quotation.heading.text) and statement and not is_formula(statement):
            figure = quotation.heading.text
            yield Fact(
                "statistic", blank_figures(statement, figure, BLANK), statement,
                article.document.location(quotation.line), block_index, figure=figure, pin=quotation.pin,
                flaws=_flaws(quotation),
            )  # fmt: skip


def callout_facts(outline: Outline) -> Iterator[Fact]:
    """The quotation's sentence; a heading that is only a label ("Important") is left aside.

    A sentence before it that ends in a colon leads in to it: what others say is said of something.
    """
    article = outline.article
    originals = frozenset(_originals(article))
    for block_index, quotation in _quotations(article):
        statement = without_addresses(_statement(quotation), article.document.language)
        is_said = is_statement(statement) or _is_unmarked(quotation, statement)
        if block_index not in originals and not is_figure(quotation.heading.text) and is_said:
            line = quotation.paragraphs[0].line
            links = tuple(link.target for paragraph in quotation.paragraphs for link in paragraph.inline.links)
            lead_in = _lead_in(article, block_index)
            yield Fact(
                "callout", "", statement, article.document.location(line), block_index, context=lead_in,
                follows_text=bool(lead_in), links=links, pin=quotation.pin, flaws=_flaws(quotation),
            )  # fmt: skip


def _is_unmarked(quotation: Quotation, statement: str) -> bool:
    """Whether a single paragraph is long enough for a sentence whose full stop was forgotten, as tips often are.

    One that ends in a link, or in what stands behind a colon, says where to read on, or who is quoted.
    """
    if len(quotation.paragraphs) > 1 or word_count(statement) < _UNMARKED or ends_sentence(statement):
        return False
    if any(map(introduces, statement)):
        return False
    text = quotation.paragraphs[0].inline
    ends_in_link = any(not has_words(text.text[link.end :]) for link in text.links if link.start < link.end)
    return is_statement(f"{statement}.") and not ends_in_link


def _quotations(article: Article) -> Iterator[tuple[BlockIndex, Quotation]]:
    for number, section in enumerate(article.sections):
        for position, block in enumerate(section.blocks):
            if isinstance(block, Quotation) and not _leads_elsewhere(section, position, block):
                yield (number, position), block


def _originals(article: Article) -> Iterator[BlockIndex]:
    """The quotations in another language than their article, which stand beside their translation.

    Many a translator leaves the original there. It would be taken for what the other version says, or stand for it.
    """
    for number, section in enumerate(article.sections):
        for are_quotations, run in groupby(enumerate(section.blocks), lambda one: isinstance(one[1], Quotation)):
            quoted = [(position, _statement(block)) for position, block in run if isinstance(block, Quotation)]
            if not are_quotations or len(quoted) < _LEAST_TOGETHER:
                continue
            foreign = [position for position, text in quoted if _is_foreign(text, article.document.language)]
            if len(foreign) < len(quoted):
                yield from ((number, position) for position in foreign)


def _is_foreign(text: str, language: str) -> bool:
    return contradicts(text, language, identify_brief) is not None


def _leads_elsewhere(section: Section, position: int, quotation: Quotation) -> bool:
    """Whether a quotation right beneath the title leads to another article: who looks for that finds it there."""
    # a link of no width is no words that lead anywhere (`flashgen.corpus.captions`)
    has_link = any(link.start < link.end for paragraph in quotation.paragraphs for link in paragraph.inline.links)
    return section.level <= 1 and position == 0 and not quotation.heading and has_link


def _lead_in(article: Article, block_index: BlockIndex) -> str:
    """The sentence that introduces a quotation; empty where the block before it does not end in a colon."""
    number, position = block_index
    blocks = article.sections[number].blocks
    before = blocks[position - 1] if position else None
    if not isinstance(before, Paragraph) or not introduces(before.inline.text):
        return ""
    return find_lead_in(blocks, position, article.document.language)


def _flaws(quotation: Quotation) -> tuple[str, ...]:
    return tuple(flaw for paragraph in quotation.paragraphs for flaw in paragraph.inline.flaws)


def _statement(quotation: Quotation) -> str:
    """What a quotation says, without the name and address of whoever says it.

    Among paragraphs that are sentences, one that is none names somebody or something.
    """
    texts = [paragraph.inline.text for paragraph in quotation.paragraphs]
    said = [text for text in texts if ends_sentence(text) and not is_byline(text)]
    return "\n".join(said or texts)
