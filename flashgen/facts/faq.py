"""Questions and their answers: headings that are questions, and runs of headings that mostly are, with their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from flashgen.facts.lead_ins import find_lead_in
from flashgen.language.text_types import asks_without_mark, has_words, introduces, is_question, labelled, normalised
from flashgen.records import Article, Block, BlockIndex, Fact, Listing, Location, Paragraph, Section

_LEAST = 2


def faq_facts(article: Article, asked: str = "") -> Iterator[Fact]:
    """One fact per question, the first where it is asked twice; a question without text beneath it says nothing.

    `asked` is the question that asks for the definition: it is none of these.
    """
    seen = {normalised(asked)}
    for number, blocks, block_index in _questions(article):
        section = article.sections[number]
        question, answer = normalised(section.heading.text), answer_of(blocks)
        if question not in seen and has_words(answer):
            seen.add(question)
            paragraphs = [block.inline for block in blocks if isinstance(block, Paragraph)]
            yield Fact(
                "faq", section.heading.text, answer, Location(article.document.name, section.line), block_index,
                links=tuple(link.target for text in paragraphs for link in text.links), pin=section.pin,
                flaws=tuple(flaw for text in paragraphs for flaw in text.flaws),
            )  # fmt: skip


def _questions(article: Article) -> Iterator[tuple[int, Sequence[Block], BlockIndex]]:
    """The sections that ask, with the blocks that answer and the place of the list that they are in."""
    runs = {number: run for run in _runs(article) for number in run}
    for number, section in enumerate(article.sections):
        if number in runs:
            yield number, section.blocks, (runs[number][0], 0)
        elif section.level > 0 and is_question(section.heading.text):
            paragraphs = paragraphs_before_list(section, article.document.language)
            if not _leads_in_to_list(section, len(paragraphs)):
                yield number, paragraphs, (number, 0)


def _leads_in_to_list(section: Section, paragraphs: int) -> bool:
    """Whether behind so many paragraphs one leads in to a list, or such a list stands behind several of them: the list
    answers, and what precedes does not. One paragraph may answer, and the list say the same at length."""
    following = next(iter(section.blocks[paragraphs:]), None)
    return isinstance(following, Paragraph) or (isinstance(following, Listing) and paragraphs > 1)


def paragraphs_before_list(section: Section, language: str) -> tuple[Paragraph, ...]:
    """The paragraphs that a section begins with, without one that only leads in to what follows."""
    found = tuple(takewhile(lambda block: isinstance(block, Paragraph), section.blocks))
    paragraphs = tuple(block for block in found if isinstance(block, Paragraph))
    stands_before_list = isinstance(next(iter(section.blocks[len(found) :]), None), Listing)
    leads_in = bool(paragraphs) and (
        introduces(paragraphs[-1].inline.text)
        or (stands_before_list and bool(find_lead_in(section.blocks, len(found), language)))
    )
    return paragraphs[:-1] if leads_in else paragraphs


def faq_sections(article: Article) -> frozenset[int]:
    """The numbers of the sections in runs of questions, whose lists are parts of answers."""
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


def first_question(article: Article) -> str:
    """The heading that asks what the thing is: the first one beneath the title, if it is a question."""
    for section in article.sections:
        if section.level <= 1:
            if section.heading.text != article.title and is_question(section.heading.text):
                return section.heading.text  # the front matter has another title
            if any(isinstance(block, Paragraph) for block in section.blocks):
                return ""  # the text begins before any question is asked
            continue
        return section.heading.text if is_question(section.heading.text) else ""
    return ""


def asks_without_marks(article: Article) -> bool:
    """Whether an article is in a script of South-East or East Asia, where a question needs no mark."""
    return asks_without_mark(article.title + article.description)


def answer_of(blocks: Sequence[Block]) -> str:
    """What blocks answer: their paragraphs, and the items of their lists, a line each."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(block.inline.text)
        elif isinstance(block, Listing):
            parts.extend(f"• {labelled(item.label, item.inline.text)}" for item in block.items)
    return "\n".join(parts)
