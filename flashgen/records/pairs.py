"""Facts of two versions side by side, native first, and why some of them make no note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from flashgen.record import Record, field, replace
from flashgen.records.documents import Document, StyledText
from flashgen.records.facts import BlockIndex, Fact, Mention
from flashgen.records.location import Location

SideName = Literal["native", "target"]


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
    def opposite(self) -> Bead:
        """The same for the opposite pair of languages."""
        return replace(self, native=self.target, target=self.native)

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

    @property
    def opposite(self) -> Decision:
        """The same for the opposite pair of languages."""
        return replace(self, native=self.target, target=self.native)


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
    keywords: tuple[str, ...] = ()
    """These four as in `Version`."""


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

    @property
    def opposite(self) -> Bitext:
        """The same for the opposite pair of languages."""
        return replace(
            self, native=self.target, target=self.native, keywords=self.native.keywords or self.target.keywords,
            beads=tuple(bead.opposite for bead in self.beads),
        )  # fmt: skip
