"""Statistics (quotations headed by a figure) and callouts (quotations that are sentences)."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.language.numbers import blank_figures
from flashgen.language.text_types import is_figure, is_formula, is_statement
from flashgen.records import Article, Fact, Location, Quotation

BLANK = "____"


def statistic_facts(article: Article) -> Iterator[Fact]:
    """The statement asks, with the figure blanked wherever it repeats it; the figure answers."""
    for place, quotation in _quotations(article):
        statement = _statement(quotation)
        if is_figure(quotation.heading.text) and statement and not is_formula(statement):
            figure = quotation.heading.text
            yield Fact(
                "statistic", blank_figures(statement, figure, BLANK), statement,
                Location(article.document.name, quotation.line), place, figure=figure, pin=quotation.pin,
                flaws=_flaws(quotation),
            )  # fmt: skip


def callout_facts(article: Article) -> Iterator[Fact]:
    """The quotation's sentence; a heading that is only a label ("Important") is left aside."""
    for place, quotation in _quotations(article):
        statement = _statement(quotation)
        if not is_figure(quotation.heading.text) and is_statement(statement):
            line = quotation.paragraphs[0].line
            links = tuple(link.target for paragraph in quotation.paragraphs for link in paragraph.text.links)
            location = Location(article.document.name, line)
            yield Fact(
                "callout", "", statement, location, place, links=links, pin=quotation.pin, flaws=_flaws(quotation)
            )


def _quotations(article: Article) -> Iterator[tuple[tuple[int, int], Quotation]]:
    for number, section in enumerate(article.sections):
        for position, block in enumerate(section.blocks):
            if isinstance(block, Quotation):
                yield (number, position), block


def _flaws(quotation: Quotation) -> tuple[str, ...]:
    return tuple(flaw for paragraph in quotation.paragraphs for flaw in paragraph.text.flaws)


def _statement(quotation: Quotation) -> str:
    return "\n".join(paragraph.text.text for paragraph in quotation.paragraphs)
