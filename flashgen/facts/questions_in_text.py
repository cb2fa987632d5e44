"""Questions that stand in paragraphs instead of headings: in bold, or behind a word ("Q: Why? A: Because.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from flashgen.facts.outline import Outline
from flashgen.language import marks, scripts
from flashgen.language.text_types import has_words, is_question
from flashgen.record import Record, replace
from flashgen.records.documents import Block, Paragraph
from flashgen.records.facts import Fact

_WORD = rf"(?:[^\W\d_]|[{scripts.SIGNS_IN_WORDS}]){{1,12}}"
_ASKS = re.compile(rf"({_WORD}(?:\.|(?= ?[{marks.COLONS}])))[\s{marks.COLONS}]*")
_ANSWERS = re.compile(rf"(?<=[{marks.TYPED_QUESTION_MARKS}])\s*({_WORD}) ?[{marks.COLONS}]\s*")
_OFTEN = 2
"""How often the same two words must stand before questions and answers."""


class _Found(Record):
    """A question and its answer."""

    paragraphs: tuple[Paragraph, ...]
    section: int
    question: str
    answer: str
    words: tuple[str, str]
    """What stands before each; nothing where the question is in bold."""


def without_speakers(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Questions and answers without a word before each that says which is which ("Q:", "A:"), where two have both."""
    read = tuple(facts)
    words = [(_ASKS.match(fact.question), _ASKS.match(fact.answer)) for fact in read]
    speakers = _speakers((asks[1], answers[1]) for asks, answers in words if asks and answers)
    for fact, (asks, answers) in zip(read, words, strict=True):
        if asks and answers and (asks[1], answers[1]) in speakers:
            yield replace(fact, question=fact.question[asks.end() :], answer=fact.answer[answers.end() :])
        else:
            yield fact


def _speakers(words: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The words that stand before questions and answers: two have both, and with full stops all that have the first.

    "Q. Why? A. Because." has such words; "Yes." and "No." are answers.
    """
    often = Counter(words)
    asked: Counter[str] = Counter()
    for (asks, _), times in often.items():
        asked[asks] += times
    return frozenset(
        (asks, answers)
        for (asks, answers), times in often.items()
        if times >= _OFTEN and asks != answers and (not answers.endswith(".") or times == asked[asks])
    )


def questions_in_text(outline: Outline) -> Iterator[Fact]:
    """One fact per such question, beneath headings that ask nothing."""
    found = list(_all(outline))
    speakers = _speakers(one.words for one in found)
    for one in found:
        if any(one.words) and one.words not in speakers:
            continue
        texts = [paragraph.inline for paragraph in one.paragraphs]
        yield Fact(
            "faq", one.question, one.answer, outline.article.document.location(one.paragraphs[0].line),
            (one.section, 0), links=tuple(link.target for text in texts for link in text.links),
            pin=one.paragraphs[0].pin, flaws=tuple(flaw for text in texts for flaw in text.flaws),
        )  # fmt: skip


def _all(outline: Outline) -> Iterator[_Found]:
    for number, section in enumerate(outline.article.sections):
        if number in outline.faq or is_question(section.heading.text):
            continue
        for block, following in pairwise((*section.blocks, None)):
            paragraphs = tuple(one for one in (block, following) if isinstance(one, Paragraph))
            if isinstance(block, Paragraph) and (found := _in_bold(paragraphs, number) or _named(paragraphs, number)):
                yield found


def _in_bold(paragraphs: Sequence[Paragraph], section: int) -> _Found | None:
    """The question in bold that a paragraph begins with; where nothing follows it there, the next one answers."""
    first, *others = paragraphs
    question = _bold_question(first)
    answer = first.inline.text[len(question) :].strip()
    if question and not has_words(answer) and others and not _bold_question(others[0]):
        return _Found(tuple(paragraphs), section, question, others[0].inline.text, ("", ""))
    return _Found((first,), section, question, answer, ("", "")) if question and has_words(answer) else None


def _bold_question(block: Block) -> str:
    if not isinstance(block, Paragraph) or not (styles := block.inline.styles):
        return ""
    question = block.inline.text[: styles[0].end]
    is_bold = styles[0].name == "b" and styles[0].start == 0
    return question if is_bold and is_question(question) and has_words(question) else ""


def _named(paragraphs: Sequence[Paragraph], section: int) -> _Found | None:
    """A question and an answer that a word stands before each, in one paragraph or in two."""
    first, *others = paragraphs
    text = first.inline.text
    if not (asks := _ASKS.match(text)):
        return None
    if answers := _ANSWERS.search(text, asks.end()):
        words = asks[1], answers[1]
        return _Found((first,), section, text[asks.end() : answers.start()], text[answers.end() :], words)
    if is_question(text) and others and (answers := _ASKS.match(others[0].inline.text)):
        answer = others[0].inline.text[answers.end() :]
        return _Found(tuple(paragraphs), section, text[asks.end() :], answer, (asks[1], answers[1]))
    return None
