"""The immutable records that travel between the stages; no input or output, no third-party imports.

documents -> articles -> facts -> beads -> notes -> package.  "Native" is the language the learner
knows, "target" the one being learned; both are BCP 47 tags.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

KINDS = ("definition", "term", "purpose", "statistic", "callout", "highlight", "faq")
"""Every kind of fact, in the order in which a learner meets those of one article."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a text stands: the path as the user would write it, and the line (1-based, 0 = the whole file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a corpus that is known to be a version of an article."""

    path: Path
    name: str
    """The path as messages and notes show it: relative to the corpus."""
    slug: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside an `Inline`: `text[start:end]` leads to `target` (the last part of its path)."""

    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text as a reader sees it, markup resolved, with the links that stand in it."""

    text: str
    links: tuple[Link, ...] = ()
    flaws: tuple[str, ...] = ()
    """Signs of damage that the tidied text shows no more, each in a few words."""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Inline
    line: int
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `children` are the items of a list nested in it."""

    text: Inline
    line: int
    children: tuple[Item, ...] = ()
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A bullet or numbered list."""

    items: tuple[Item, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One thing said in a block quotation: its heading (empty when it has none) and its paragraphs."""

    heading: Inline
    paragraphs: tuple[Paragraph, ...]
    line: int
    pin: str = ""


Block = Paragraph | Listing | Quotation


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (empty for text before the first one) and the blocks up to the next heading of any level."""

    heading: Inline
    level: int
    line: int
    blocks: tuple[Block, ...]
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One version of an article, read and repaired."""

    document: Document
    title: str
    description: str
    description_line: int
    keywords: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one version says in one place.

    `question` is empty where the language's prompt is to be asked; `context` is the lead-in of a list
    item; `place` is (section, block) and tells which facts stand in one list; `pin` is the identity that the
    author gave it with `{#id}`, if any.
    """

    kind: str
    question: str
    answer: str
    location: Location
    place: tuple[int, int] = (0, 0)
    context: str = ""
    figure: str = ""
    links: tuple[str, ...] = ()
    pin: str = ""
    rest: str = ""
    """What followed an answer that was cut to fit a card."""
    flaws: tuple[str, ...] = ()
    """Signs of damage that the reader met in the fact's paragraphs."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to another article: `paragraph[start:end]` are the linked words; `place` is (section, block)."""

    slug: str
    paragraph: str
    start: int
    end: int
    place: tuple[int, int]
    location: Location


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What a rule of the quality gate found in one side of a bead."""

    rule: str
    why: str
    location: Location
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.why}"


@dataclass(frozen=True, slots=True)
class Bead:
    """Facts of two versions that say the same; with one side only, or with a `reason`, it makes no note."""

    kind: str
    native: Fact | None
    target: Fact | None
    reason: str = ""
    confidence: float = 1.0
    """The estimated probability (0 to 1) that the two sides say the same."""
    suspicions: tuple[Suspicion, ...] = ()
    """Why it should not be studied as it stands, one for each rule; whether they withhold it is for the settings."""

    @property
    def is_pair(self) -> bool:
        return self.native is not None and self.target is not None and not self.reason


@dataclass(frozen=True, slots=True)
class Side:
    """What a bitext says of one of its two versions."""

    document: Document
    title: str
    title_is_used: bool
    """Whether the article's own text uses the words of its title (a wrong-sense translation does not)."""
    mentions: tuple[Mention, ...]
    heading: str = ""
    """What cards show in place of a title that its own article never uses; empty where the title serves."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two versions of one article, side by side, in document order."""

    slug: str
    keywords: tuple[str, ...]
    native: Side
    target: Side
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki will hold it. Field values are HTML in the form that Anki's editor leaves alone."""

    guid: str
    kind: str
    note_type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    cards: tuple[int, ...]
    """Which of the note type's card types this note fills (their positions)."""
    article: str
    location: Location
    pin: str = ""
