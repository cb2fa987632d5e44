"""Questions and their answers: consecutive third-level headings that are questions, with the text beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.language import scripts
from flashgen.language.text_types import has_words, is_question
from flashgen.records import Article, Fact, Listing, Location, Paragraph, Section

_LEAST = 2
_EASTERN = re.compile(f"[{scripts.SOUTH_EAST_ASIAN}{scripts.EAST_ASIAN}]")


def faq_facts(article: Article) -> Iterator[Fact]:
    """One fact per question of each run; a question without text beneath it says nothing."""
    for run in _runs(article):
        for number in run:
            section = article.sections[number]
            answer = _answer(section)
            if has_words(answer):
                paragraphs = [block.inline for block in section.blocks if isinstance(block, Paragraph)]
                links = tuple(link.target for text in paragraphs for link in text.links)
                flaws = tuple(flaw for text in paragraphs for flaw in text.flaws)
                yield Fact(
                    "faq", section.heading.text, answer,
                    Location(article.document.name, section.line), (run[0], 0), links=links, pin=section.pin,
                    flaws=flaws,
                )  # fmt: skip


def faq_sections(article: Article) -> frozenset[int]:
    """The numbers of the sections that are questions and answers."""
    return frozenset(number for run in _runs(article) for number in run)


def _runs(article: Article) -> tuple[tuple[int, ...], ...]:
    """Runs of two or more consecutive headings of one level, at least the third, most of them questions."""
    runs: list[tuple[int, ...]] = []
    run: list[int] = []
    for number, section in enumerate(article.sections):
        if section.level >= 3 and (not run or article.sections[run[-1]].level == section.level):
            run.append(number)
            continue
        runs.append(tuple(run))
        run = [number] if section.level >= 3 else []
    runs.append(tuple(run))
    return tuple(run for run in runs if len(run) >= _LEAST and _asks(article, run))


def _asks(article: Article, run: tuple[int, ...]) -> bool:
    questions = sum(is_question(article.sections[number].heading.text) for number in run)
    if questions * 2 > len(run):
        return True
    # languages that often set no question marks: a closing section with nothing but headed answers
    unmarked = questions * 2 == len(run) or not any(is_question(section.heading.text) for section in article.sections)
    before = article.sections[run[0] - 1] if run[0] else None
    closes = run[-1] == len(article.sections) - 1
    headed = before is not None and before.level == 2 and not before.blocks
    return unmarked and closes and headed and asks_without_marks(article)


def asks_without_marks(article: Article) -> bool:
    """Whether an article is in a script of South-East or East Asia, where a question needs no mark."""
    return _EASTERN.search(article.title + article.description) is not None


def _answer(section: Section) -> str:
    parts: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.inline.text)
        elif isinstance(block, Listing):
            parts.extend(f"• {item.inline.text}" for item in block.items)
    return "\n".join(parts)
