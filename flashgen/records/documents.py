"""Documents, as they are read: a file, what stands in it, and the article that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from flashgen.record import Record, field
from flashgen.records.location import Location, location_below

StyleName = Literal["b", "i", "code", "sub", "sup", "ruby", "math", "display", "image"]
IMAGE = "\ufffc"  # stands in a text for an image


class Document(Record):
    """One file of a corpus that is known to be a version of an article."""

    path: str
    """As the system writes it. A text: a corpus has tens of thousands, of which one build reads few."""
    name: str
    """The path below its corpus folder, as notes show it."""
    slug: str
    """The article, in all languages."""
    language: str
    catalog: str | None = None
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
    leads_away: bool = False
    """Whether it is a link to another site, with few words beside that make no sentence of it."""


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
