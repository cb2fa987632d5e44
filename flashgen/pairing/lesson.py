"""One version -> what is learnt from it, whatever it is held against: tokens, headings, how its sentences begin."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from flashgen.language.openers import connective, opener, rough_sentences, words_within
from flashgen.language.text_types import normalised
from flashgen.language.tokens import tokens
from flashgen.records.documents import Inline
from flashgen.records.facts import Version

TITLE, DESCRIPTION = -1, -2
"""What stands for the number of a section where it is the title, or the description."""


class Beginnings:
    """The beginnings of sentences of a version, and their words."""

    def __init__(self) -> None:
        self.alone: list[str] = []
        """Those of sections and of list items."""
        self.following: list[str] = []
        """Those behind others."""
        self.joining: tuple[list[str], list[str]] = [], []
        """What stands before the first commas of these, and of those."""
        self.words_alone: list[frozenset[str]] = []
        self.words_following: list[frozenset[str]] = []


class Lesson:
    """What is learnt from a version; a version that several languages are held against is gone through once."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.headings = {normalised(section.texts[0].text) for section in version.sections if section.level > 1}
        self.beginnings = _beginnings(version)
        self._tokens: dict[int, tuple[frozenset[str], ...]] = {}

    def texts(self, number: int) -> tuple[Inline, ...]:
        """Those of a section, by its number, or of what stands for one."""
        if number == TITLE:
            return (Inline(self.version.title),)
        return (Inline(self.version.description),) if number == DESCRIPTION else self.version.sections[number].texts

    def tokens(self, number: int) -> tuple[frozenset[str], ...]:
        """The tokens of these texts, one for one."""
        if number not in self._tokens:
            self._tokens[number] = tuple(map(_tokens, self.texts(number)))
        return self._tokens[number]


def _beginnings(version: Version) -> Beginnings:
    found = Beginnings()
    behind: list[str] = []
    for section in version.sections:
        texts: Iterable[Inline] = iter(section.texts[1:])
        is_first = True
        for kind, count in section.shape:
            for text in islice(texts, count):
                first, *others = rough_sentences(text.text) or [""]
                if is_first or kind == "listing":
                    found.alone.append(opener(first))
                    found.joining[0].append(connective(first))
                    found.words_alone.append(words_within(first))
                behind.extend(others)
            is_first = is_first and kind != "paragraph"
    found.following.extend(map(opener, behind))
    found.joining[1].extend(map(connective, behind))
    found.words_following.extend(map(words_within, behind))
    return found


def _tokens(inline: Inline) -> frozenset[str]:
    return tokens(inline.text, tuple(link.target for link in inline.links))
