"""Where in a paragraph a sentence stands, and whether two sentences stand for each other by their places alone."""

from __future__ import annotations

from flashgen.language.sentences import sentences
from flashgen.record import Record

_UNEVEN = 1.7
"""How many times longer or shorter than expected a sentence may be that stands for another."""


class SentencePlace(Record):
    """A sentence of a paragraph: `text[start:end]`."""

    text: str
    """The paragraph."""
    start: int
    end: int
    number: int
    """Which of its sentences it is, counted from 0."""
    count: int
    """How many sentences the paragraph has."""

    @property
    def sentence(self) -> str:
        return self.text[self.start : self.end]


def sentence_at(text: str, start: int, end: int, language: str) -> SentencePlace | None:
    """The sentence of a paragraph that holds `text[start:end]`; None where none holds it whole."""
    parts = sentences(text, language)
    position = 0
    for number, part in enumerate(parts):
        begin = text.find(part, position)
        if begin < 0:  # the splitter changed a space
            return None
        position = begin + len(part)
        if begin <= start and end <= position:
            return SentencePlace(text, begin, position, number, len(parts))
    return None


def are_opposite(native: SentencePlace, target: SentencePlace) -> bool:
    """Whether both are the same sentence of two paragraphs that are parted alike.

    Sentences of which one is much longer than the paragraphs let expect do not stand for each other.
    """
    if (native.number, native.count) != (target.number, target.count):
        return False
    expected = len(native.sentence) * len(target.text) / len(native.text)
    return expected / _UNEVEN <= len(target.sentence) <= expected * _UNEVEN
