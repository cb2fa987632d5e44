"""What is extracted of an article: facts, mentions of other articles, and the texts that pairing looks at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flashgen.record import Record, field
from flashgen.records.documents import BlockName, Document, Inline, StyledText, TwoColumnTable
from flashgen.records.location import Location

BlockIndex = tuple[int, int]
"""(section, block), both counted from 0: facts of one list have one."""
BLANK = "____"
"""Stands in a question for the figure that is asked for."""


class Fact(Record):
    """What one version says in one place."""

    kind: str
    question: str
    """Empty where the language's prompt is to be asked."""
    answer: str
    location: Location
    block_index: BlockIndex = (0, 0)
    context: str = ""
    """What leads in to a list item, if anything does: a sentence."""
    heading: str = ""
    """The heading of its section, which may stand in for a lead-in."""
    follows_text: bool = False
    """Whether text stands between the heading and the list of an item, and no card shows it unless it leads in."""
    label: str = ""
    """The bold words that an item begins with, which ask for it."""
    number: int = 0
    """The place of a step in a numbered list, counted from 1; 0 elsewhere."""
    names_question: bool = False
    """Whether the text begins by naming what its heading names, and the heading is not about the whole article; of a
    definition, whether it does not come to the title late."""
    figure: str = ""
    """What a statistic asks for."""
    links: tuple[str, ...] = ()
    """The articles that its text links to."""
    pin: str = ""
    """The identifier that the author assigned with `{#id}`."""
    rest: str = ""
    """What followed an answer that was cut to fit a card."""
    flaws: tuple[str, ...] = ()
    """Signs of damage that the reader met in the fact's paragraphs."""
    marks: tuple[tuple[int, int], ...] = ()
    """The terms in its answer, in order: `answer[start:end]` each."""
    said_once: tuple[str, ...] = ()
    """What its translation joined with itself ("mill or mill"), and it says once."""

    @property
    def step(self) -> str:
        """What a step begins with where a card shows its number; empty for what is no step."""
        return f"{self.number}. " if self.number else ""


class Mention(Record):
    """A link to another article: `paragraph[start:end]` are the linked words."""

    slug: str
    """The article that it leads to."""
    paragraph: str
    start: int
    end: int
    block_index: BlockIndex
    """That of its paragraph; each item of a list has one of its own."""
    location: Location
    is_passed_over: bool = False
    """Whether it covers more than a term, so that it gives none."""
    leans: bool = False
    """Whether its sentence begins by speaking of what was said before ("this ..."), or by sending elsewhere ("see")."""
    points_back: float = 0.0
    """How much a word of its sentence points at what was said before ("all of these ..."), in nats."""
    beside: tuple[str, ...] = ()
    """The other articles that its sentence links to."""


class TokenisedText(Record):
    """A text as pairing sees it."""

    tokens: frozenset[str]
    sounds: Mapping[str, str]
    """By token: how the word that it comes from sounds; empty for numbers, codes and links."""
    length: int
    """In characters."""


class SectionTexts(Record):
    """The texts of a section, by which it is held against that of another version."""

    level: int
    shape: tuple[tuple[BlockName, int], ...]
    """For each block what it is and how many texts it has."""
    texts: tuple[Inline, ...]
    """The heading, then the texts of all blocks in reading order, nested items included."""
    lines: tuple[int, ...] = ()
    """The line of each text."""


class Version(Record):
    """One version of an article, with everything that pairing, gate, notes and reports need: made once, read by all."""

    document: Document
    title: str
    """As the document gives it."""
    title_is_used: bool
    """Whether the article's own text uses the words of its title (a wrong-sense translation does not)."""
    description: str
    keywords: tuple[str, ...]
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    """By reading (`flashgen.kinds`), in document order."""
    tokens: Mapping[str, tuple[TokenisedText, ...]] = field(default_factory=dict)
    """Those of `facts`, one for one."""
    mentions: tuple[Mention, ...] = ()
    """Every link to another article, in document order."""
    sections: tuple[SectionTexts, ...] = ()
    name: str = ""
    """What cards call the thing: the title without its gloss, in the form and order that the text uses."""
    glosses: tuple[str, ...] = ()
    """What stands in brackets behind the title, in another language or shortened."""
    styled: tuple[StyledText, ...] = ()
    """The texts in which something is bold, raised, in code ..., in document order."""
    front: Mapping[str, str] = field(default_factory=dict)
    """As in `Article`."""
    images: Mapping[str, Path] = field(default_factory=dict)
    """As in `Article`."""
    tables: tuple[TwoColumnTable, ...] = ()
    """As in `Article`."""

    @property
    def language(self) -> str:
        return self.document.language

    @property
    def length(self) -> int:
        """Characters of all its sections."""
        return sum(len(inline.text) for section in self.sections for inline in section.texts)
