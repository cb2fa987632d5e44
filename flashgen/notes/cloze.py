"""A fact as a text in which words are hidden: the figure, a term, the title's words, or else the whole answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from flashgen.anki.field_text import cloze_html
from flashgen.kinds import KINDS
from flashgen.records.documents import IMAGE
from flashgen.records.facts import BLANK, Fact


def hidden_in_fact(fact: Fact, question: str, title: str) -> str:
    """The cloze field of a fact; `question` is what its card would ask.

    Empty where an image stands in the answer, and where nothing asks for a sentence in which no term can be hidden.
    """
    if IMAGE in fact.answer:
        return ""
    if KINDS[fact.kind].has_figure:
        parts = _blanked(fact.answer, fact.question) or ("", fact.figure, f"\n{fact.answer}")
    elif fact.marks:
        parts = parted(fact.answer, fact.marks[:1])
    else:
        parts = _named(fact.answer, title) or _whole(fact, question)
    return cloze_html(*parts) if parts else ""


def _whole(fact: Fact, question: str) -> tuple[str, ...]:
    """The answer, hidden beneath its question; nothing where its kind is asked for by the answer alone."""
    return () if KINDS[fact.kind].asked == ("Answer",) else (f"{question}\n", fact.answer, "")


def parted(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The text in parts, what is marked (`text[start:end]` each) at every second place: before, marked, between ..."""
    places = [0, *(place for mark in marks for place in mark), len(text)]
    return tuple(text[start:end] for start, end in pairwise(places))


def _blanked(answer: str, question: str) -> tuple[str, ...]:
    """The answer, parted where the question has its blanks: shown, hidden, shown ...; nothing where it has none."""
    first, *others = question.split(BLANK)
    if not others or not answer.startswith(first):
        return ()
    parts, place = [first], len(first)
    for left, part in zip(range(len(others) - 1, -1, -1), others, strict=True):
        # something is hidden at least; the last part ends the answer
        begins = answer.find(part, place + 1) if left else len(answer) - len(part)
        if begins <= place or not answer.startswith(part, begins):
            return ()
        parts += [answer[place:begins], part]
        place = begins + len(part)
    return tuple(parts)


def _named(answer: str, title: str) -> tuple[str, ...]:
    """The answer, parted at every mention of the title; nothing where it has none, or is nothing else."""
    parts = re.split(rf"(?<!\w)({re.escape(title)})(?!\w)", answer, flags=re.IGNORECASE) if title.strip() else [answer]
    return tuple(parts) if len(parts) > 1 and any(part.strip() for part in parts[::2]) else ()
