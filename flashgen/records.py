"""The immutable records that travel between the stages: documents -> articles -> versions -> beads -> notes -> package.

"Native" is the language the learner knows, "target" the one being learned; both are BCP 47 tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from flashgen.record import Record, field
from flashgen.scratch.note_fields import Fields

SideName = Literal["native", "target"]
StyleName = Literal["b", "i", "code", "sub", "sup", "ruby", "math", "display", "image"]
IMAGE = "\ufffc"  # stands in a text for an image


class Location(Record):
    """Where a text stands, for messages."""

    path: str
    """As the user would write it, or below the corpus folder."""
    line: int = 0
    """1-based; 0: the whole file."""
    is_below: bool = False
    """Whether the path is one below the corpus folder: there is a single one then."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


def location_below(folder: str, name: str, line: int = 0) -> Location:
    """The place of what stands below a corpus folder. `folder`: empty where there is a single one."""
    return Location(f"{folder}/{name}", line) if folder else Location(name, line, is_below=True)


# Documents and articles


class Document(Record):
    """One file of a corpus that is known to be a version of an article."""

    path: Path
    name: str
    """The path below its corpus folder, as notes show it."""
    slug: str
    """The article, in all languages."""
    language: str
    catalog: Path | None = None
    """The gettext catalogue that holds its texts; the file at `path` is in another language then."""
    folder: str = ""
    """Its corpus folder as the user wrote it, if there are several: the same name may stand below each."""

    def location(self, line: int = 0) -> Location:
        """A place in it. `line`: 1-based; 0: the whole file."""
        return location_below(self.folder, self.name, line)


class Link(Record):
    """A link inside an `Inline`: `text[start:end]` leads to `target`."""

    target: str
    """The last part of the path that it leads to; empty for another site."""
    start: int
    end: int


class Style(Record):
    """How a part of an `Inline` is set: `text[start:end]`."""

    name: StyleName
    start: int
    end: int
    detail: str = ""
    """The reading above `ruby`; the TeX of `math` and `display`; the name in a collection of an `image`."""


class Inline(Record):
    """A run of text as a reader sees it, markup resolved."""

    text: str
    links: tuple[Link, ...] = ()
    """In reading order."""
    flaws: tuple[str, ...] = ()
    """Signs of damage that the tidied text shows no more, each in a few words."""
    styles: tuple[Style, ...] = ()
    """In the order of their beginnings, the longer of two first; none crosses another."""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_of_links(self) -> bool:
        """Whether it is nothing but links to other articles."""
        position, outside = 0, ""
        for link in self.links:
            outside += self.text[position : link.start]
            position = link.end
        return bool(self.links) and not any(map(str.isalnum, outside + self.text[position:]))


class StyledText(Record):
    """A text of which parts are set otherwise: cards show it as its author set it, and all else goes by the text."""

    text: str
    line: int
    styles: tuple[Style, ...]
    """As in `Inline`."""


class Paragraph(Record):
    """A paragraph of running text."""

    inline: Inline
    line: int
    pin: str = ""
    """The identifier that the author assigned with `{#id}`; empty where there is none."""


class Item(Record):
    """A list item."""

    inline: Inline
    line: int
    children: tuple[Item, ...] = ()
    """The items of a list nested in it."""
    pin: str = ""
    """As that of a paragraph."""
    label: str = ""
    """The bold words that it begins with (`**Label:** text`), without the mark behind them; `inline` goes on there."""
    number: int = 0
    """Its place in a numbered list, counted from 1; 0 in a bullet list."""


class Listing(Record):
    """A bullet or numbered list."""

    items: tuple[Item, ...]
    line: int


class Quotation(Record):
    """One thing that a block quotation says."""

    heading: Inline
    """Empty where it has none."""
    paragraphs: tuple[Paragraph, ...]
    line: int
    pin: str = ""
    """As that of a paragraph."""


class TwoColumnTable(Record):
    """Two columns with words in every cell: a list of words in two languages, if both versions have it."""

    heads: tuple[str, str]
    rows: tuple[tuple[str, str], ...]
    """Two at least."""
    line: int
    """That of its head; of a list, of its first item."""
    lines: tuple[int, ...]
    """Those of the rows."""
    is_list: bool = False
    """Whether it is written as a list, which may be another sort of list as well."""


Block = Paragraph | Listing | Quotation
BlockName = Literal["paragraph", "listing", "quotation"]


class Section(Record):
    """A heading and the blocks up to the next heading of any level."""

    heading: Inline
    """Empty for the text before the first heading."""
    level: int
    """1 to 6; 0 for the text before the first heading."""
    line: int
    blocks: tuple[Block, ...]
    pin: str = ""
    """As that of a paragraph."""


class Article(Record):
    """A document, read and repaired."""

    document: Document
    title: str
    description: str
    description_line: int
    keywords: tuple[str, ...]
    sections: tuple[Section, ...]
    description_styles: tuple[Style, ...] = ()
    """How parts of the description are set."""
    front: Mapping[str, str] = field(default_factory=dict)
    """What its front matter holds besides title and description, by key in lower case."""
    images: Mapping[str, Path] = field(default_factory=dict)
    """The files of those in its texts, by name in a collection."""
    tables: tuple[TwoColumnTable, ...] = ()
    """In document order."""


# What the stages behind the reader need of an article

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
    """Whether the text begins by naming what its heading names, and the heading is not about the whole article."""
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
    pointing: float = 0.0
    """How much a word of its sentence points at what was said before ("all of these ..."), in nats."""


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


# Pairs


class Suspicion(Record):
    """What a rule of the quality gate found in one side of a bead."""

    rule: str
    why: str
    location: Location
    text: str
    """The text that was found suspect."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.why}"


class Reason(Record):
    """Why a bead makes no note."""

    code: str
    """In a few words that many beads share."""
    detail: str = ""
    """What is particular to this one."""
    is_choice: bool = False
    """Whether both sides are in order, and a card of them would only not be worth keeping."""

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


class Bead(Record):
    """Facts of two versions that say the same; with one side only, or with a reason, it makes no note."""

    kind: str
    native: Fact | None
    target: Fact | None
    reason: Reason | None = None
    confidence: float = 1.0
    """The estimated probability (0 to 1) that the two sides say the same."""
    suspicions: tuple[Suspicion, ...] = ()
    """Why it should not be studied as it stands, one for each rule; whether they withhold it is for the settings."""
    rest_flaw: Suspicion | None = None
    """Why cards do not show what its answers go on with; None where they do."""
    is_confirmed: bool = False
    """Whether a person has said that it is right, so that nothing withholds it."""

    @property
    def is_pair(self) -> bool:
        return self.native is not None and self.target is not None and self.reason is None

    @property
    def pair(self) -> tuple[Fact, Fact] | None:
        """Both sides, native first; None where one is missing, or a reason keeps them from making a note."""
        return None if self.reason else self.both

    @property
    def both(self) -> tuple[Fact, Fact] | None:
        """Both sides, native first, whatever the reason; None where one is missing."""
        return (self.native, self.target) if self.native and self.target else None

    @property
    def is_choice(self) -> bool:
        """Whether both sides are in order, and a card of them would only not be worth keeping."""
        return self.reason is not None and self.reason.is_choice

    @property
    def list_index(self) -> tuple[str, BlockIndex | None]:
        """The list that it stands in, by kind and place in the native version; no place where that side is missing."""
        return self.kind, self.native.block_index if self.native else None

    @property
    def sides(self) -> Iterator[tuple[SideName, Fact]]:
        """The sides that it has, native first."""
        if self.native:
            yield "native", self.native
        if self.target:
            yield "target", self.target


class Decision(Record):
    """What is known from elsewhere of two texts of an article: that they say the same, or that they do not."""

    native: str
    target: str
    """As `flashgen show` prints them, or a part of it; compared by letters and digits alone."""
    is_pair: bool
    source: Location | None = None
    """Where a person wrote it; None for what the last edition published, which evidence may overrule."""
    kind: str = ""
    """The kind of fact; empty for any."""


class Side(Record):
    """What a bitext says of one of its two versions."""

    document: Document
    title: str
    """As cards show it: the `name` of its version."""
    title_is_used: bool
    """Whether the title may be asked as a term: as in `Version`, or the rule is off."""
    mentions: tuple[Mention, ...]
    """As in `Version`."""
    gloss: str = ""
    """What stood in brackets behind the title, and would give the other side's away: for the back of a card alone."""
    styled: tuple[StyledText, ...] = ()
    front: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, Path] = field(default_factory=dict)
    """These three as in `Version`."""


class Bitext(Record):
    """Two versions of one article, side by side."""

    slug: str
    keywords: tuple[str, ...]
    """Those that decks and tags are named by: the target version's, else the native one's."""
    native: Side
    target: Side
    beads: tuple[Bead, ...]
    """By kind, in document order; sentences in the order in which they are learnt."""
    titles_denied: Reason | None = None
    """That a person said its titles do not mean the same, if one did."""

    @property
    def sides(self) -> Iterator[tuple[SideName, Side]]:
        """Both sides, native first."""
        yield "native", self.native
        yield "target", self.target


# Notes


class Note(Record):
    """A note as Anki will hold it."""

    guid: str
    kind: str
    note_type: str
    """The name of its note type."""
    fields: Fields
    tags: tuple[str, ...]
    deck: str
    cards: tuple[int, ...]
    """Which of the note type's card types this note fills (their positions)."""
    article: str
    """The slug of the article that it belongs to."""
    location: Location
    """Where its target text stands."""
    pin: str = ""
    """The identifier that the author assigned."""


NoteStatus = Literal["new", "back", "changed", "unchanged", "retired"]
"""What a note is to those who study the last edition; `back`: it was in an earlier one."""


class DatedNote(Record):
    """A note as an edition publishes it."""

    note: Note
    modified: int
    """Whole seconds; a learner's Anki takes the note in if it is newer than what is there."""
    position: int
    """Its place among the new cards."""
    status: NoteStatus
