"""Every note that was ever published, by article: those of the last edition first, then those that it remembers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set

from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.record import Record


class EarlierNote(Record):
    """A note that was published."""

    number: int
    """Among all that ever were."""
    note: PublishedNote
    in_last_edition: bool
    """Whether the last edition has it; else an earlier one had."""


class EarlierNotes:
    """The notes of the last edition and of those before, read back as they are asked for."""

    def __init__(self, last: Edition) -> None:
        self._last, self._absent = last.notes, last.absent
        self.layout = last.layout
        """Which of their fields holds which value."""

    def __len__(self) -> int:
        return len(self._last) + len(self._absent)

    def __getitem__(self, number: int) -> EarlierNote:
        count = len(self._last)
        in_last = number < count
        note = self._last.numbered(number) if in_last else self._absent.numbered(number - count)
        return EarlierNote(number, note, in_last)

    @property
    def guids(self) -> Iterator[str]:
        """All guids that were ever given."""
        yield from self._last
        yield from self._absent

    @property
    def articles(self) -> Collection[str]:
        """The slugs of their articles, as texts."""
        return dict.fromkeys((*self._last.articles, *self._absent.articles))

    @property
    def kinds(self) -> Set[str]:
        """The kinds of their facts."""
        return self._last.kinds | self._absent.kinds

    def of_article(self, article: str) -> Iterator[EarlierNote]:
        """The notes of an article, by its slug as a text."""
        numbers = self._absent.of_article(article)
        return map(self.__getitem__, (*self._last.of_article(article), *(len(self._last) + one for one in numbers)))
