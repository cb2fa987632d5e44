"""What a build tells of itself: what was counted, and what it published against what was published before."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from flashgen.anki.manifest import Manifest
from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.editions.next_edition import NextEdition, as_edition
from flashgen.errors import Problem
from flashgen.record import Record


class Tally(Record):
    """What a build counts and notices."""

    native: str
    target: str
    paired: int
    """Articles of which notes could be made."""
    one_sided: int
    """Articles that lack one of the two languages."""
    files_left_out: int
    """Files that are no articles, or not wanted."""
    notes: Counter[str]
    """By kind."""
    cards: Counter[str]
    """By kind."""
    changes: Counter[str]
    """Notes by status, as in `DatedNote`."""
    withheld: Counter[str]
    """Facts that made no note, by reason."""
    omitted: int
    """Facts in order that were left out, since they would make no good card."""
    problems: tuple[Problem, ...]


class Editions(Record):
    """What was published before, and what is to be published now."""

    last: Edition
    next: NextEdition
    manifest: Manifest

    @property
    def next_as_read(self) -> Edition:
        """The same as `next`, as it will be read back; only what compares editions needs it."""
        return as_edition(self.manifest, self.next.rows)


class Report(Record):
    """What a build did, for the summary."""

    tally: Tally
    output: Path
    is_written: bool
    """Whether there is another package now; else the one that was there is what would have been written."""
    is_first: bool = False
    """Whether there was no package to continue, though one would have been continued."""
    editions: Editions | None = None
    """None where it was known beforehand that nothing has changed."""

    @property
    def gone(self) -> tuple[PublishedNote, ...]:
        """Notes of the last edition whose facts the documents state no more."""
        return self.editions.next.gone if self.editions else ()

    @property
    def doubted(self) -> tuple[PublishedNote, ...]:
        """Notes of the last edition whose facts still stand there, but are in doubt now."""
        return self.editions.next.withheld if self.editions else ()

    @property
    def left_out(self) -> tuple[PublishedNote, ...]:
        """Notes of the last edition that the build was not asked for."""
        return self.editions.next.left_out if self.editions else ()

    @property
    def last(self) -> Edition:
        """What the notes above belong to."""
        return self.editions.last if self.editions else Edition()
