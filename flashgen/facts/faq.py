"""Questions and their answers: headings that are questions, and runs of headings that mostly are, with their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from flashgen.facts.lead_ins import find_lead_in
from flashgen.facts.outline import Outline
from flashgen.facts.questions_in_text import questions_in_text
from flashgen.facts.references import only_refers, without_reference
from flashgen.language.text_types import has_words, introduces, is_question, labelled, normalised
from flashgen.records.documents import Block, Listing, Paragraph, Section
from flashgen.records.facts import BlockIndex, Fact

_GAP = 2
"""Lines from a paragraph of one line to the next one."""
_SHORT_LINE = 40
"""Characters that the lines of a wrapped paragraph have at least."""


def faq_facts(outline: Outline, asked: str = "") -> Iterator[Fact]:
    """One fact per question, the first where it is asked twice; a question without text beneath it says nothing.

    `asked` is the question that asks for the definition: it is none of these.
    """
    article, seen = outline.article, {normalised(asked)}
    for number, blocks, block_index in _questions(outline):
        section = article.sections[number]
        blocks = _answering(blocks)
        question, answer = normalised(section.heading.text), answer_of(blocks, outline.language)
        if question not in seen and has_words(answer):
            seen.add(question)
            paragraphs = [block.inline for block in blocks if isinstance(block, Paragraph)]
            yield Fact(
                "faq", section.heading.text, answer, article.document.location(section.line), block_index,
                links=tuple(link.target for text in paragraphs for link in text.links), pin=section.pin,
                flaws=tuple(flaw for text in paragraphs for flaw in text.flaws),
            )  # fmt: skip
    for fact in questions_in_text(outline):
        if normalised(fact.question) not in seen:
            seen.add(normalised(fact.question))
            yield fact


def _questions(outline: Outline) -> Iterator[tuple[int, Sequence[Block], BlockIndex]]:
    """The sections that ask, with the blocks that answer and the place of the list that they are in."""
    runs = {number: run for run in outline.faq_runs for number in run}
    for number, section in enumerate(outline.article.sections):
        if number in runs:
            if not is_answered_by_list(section):
                yield number, section.blocks, (runs[number][0], 0)
        elif section.level > 0 and is_question(section.heading.text):
            paragraphs = paragraphs_before_list(section, outline.language)
            if not _leads_in_to_list(section, len(paragraphs)):
                yield number, paragraphs, (number, 0)


def is_answered_by_list(section: Section) -> bool:
    """Whether nothing but lists answers, each item of which is an answer: nobody knows them all by heart."""
    return bool(section.blocks) and all(isinstance(block, Listing) for block in section.blocks)


def _leads_in_to_list(section: Section, paragraphs: int) -> bool:
    """Whether behind so many paragraphs one leads in to a list, or such a list stands behind several of them: the list
    answers, and what precedes does not. One paragraph may answer, and the list say the same at length."""
    following = next(iter(section.blocks[paragraphs:]), None)
    return isinstance(following, Paragraph) or (isinstance(following, Listing) and paragraphs > 1)


def paragraphs_before_list(section: Section, language: str) -> tuple[Paragraph, ...]:
    """The paragraphs that a section begins with, without one that only leads in to what follows.

    They end before one that leads in to what was not read, such as code: what comes next tells of that.
    """
    found = tuple(takewhile(lambda block: isinstance(block, Paragraph), section.blocks))
    paragraphs = tuple(block for block in found if isinstance(block, Paragraph))
    for number, (one, other) in enumerate(pairwise(paragraphs)):
        if introduces(one.inline.text) and _is_something_between(one, other):
            return paragraphs[:number]
    stands_before_list = isinstance(next(iter(section.blocks[len(found) :]), None), Listing)
    leads_in = bool(paragraphs) and (
        introduces(paragraphs[-1].inline.text)
        or (stands_before_list and bool(find_lead_in(section.blocks, len(found), language)))
    )
    return paragraphs[:-1] if leads_in else paragraphs


def _is_something_between(one: Paragraph, other: Paragraph) -> bool:
    """Whether more lines than the first may take part two paragraphs: code or a picture, which is not read."""
    return other.line - one.line > _GAP + len(one.inline.text) // _SHORT_LINE


def _answering(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without a last paragraph, behind another one, that only sends the reader elsewhere."""
    match blocks:
        case [*_, Paragraph(), Paragraph() as last] if only_refers(last.inline):
            return blocks[:-1]
    return blocks


def answer_of(blocks: Sequence[Block], language: str) -> str:
    """What blocks answer: their paragraphs, and the items of their lists, a line each."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(without_reference(block.inline, language))
        elif isinstance(block, Listing):
            parts.extend(f"• {labelled(item.label, item.inline.text)}" for item in block.items)
    return "\n".join(parts)
