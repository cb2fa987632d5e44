"""A corpus as the last build found it, so that only files that have changed since are opened again.

Of each file it is kept what was asked of it, and what it answered (`Looks`), under its size, times and inode. Where a
walk meets the same names, and each file that has another state answers what it answered before, the corpus is what it
was: it is looked up, not made. A state is believed as git believes one: not if the file was so young when it was looked
at that it may have been written once more within the same tick of a coarse clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store
from flashgen.corpus.article import read_bytes
from flashgen.corpus.catalog_file import Catalog
from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.corpus.looking import Looks
from flashgen.corpus.selection import Selection
from flashgen.corpus.walking import Status, Walked, paths_below, status_of
from flashgen.errors import Problem
from flashgen.language.identification import Identify
from flashgen.records.documents import Document

_YOUNG = 3_000_000_000
"""Nanoseconds for which a file may change again and have the same time: the coarsest file systems count two seconds."""
_UNKNOWN: Status = (0, 0, 0, 0)
"""The state of a file that was too young; no file has it."""
_LOOKS = Looks()


@dataclass(slots=True)
class _Index:
    """What is known of the files of a corpus, in the order in which a walk meets them."""

    walked: int
    """When the walk began: nanoseconds since 1970."""
    names: list[list[str]]
    """Below each folder."""
    problems: list[list[Problem]]
    statuses: list[Status]
    fronts: list[dict[str, str] | None]
    """What the front matter of each file says; None where it was not asked."""
    looks: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """What tells the other answers of some files, by their paths, and by what was asked."""
    contents: list[bytes] = field(default_factory=list)
    """What tells the content of each file; empty where nobody has asked yet."""
    corpus: bytes = b""
    """The key of what the corpus was."""
    versions: dict[str, list[bytes]] = field(default_factory=dict)
    """What tells the version of each document of that corpus, by how it is read; empty where nobody knows yet."""


_INDICES: Shelf[_Index] = Shelf("index", _Index)
_CORPORA: Shelf[Corpus] = Shelf("corpus", Corpus)


class CorpusIndex:
    """The files of a corpus: what they are, and what tells the content of each."""

    def __init__(
        self, folders: Sequence[Path], selection: Selection, store: Store | None,
        clock: Callable[[], int] = time.time_ns,
    ) -> None:  # fmt: skip
        self._folders = tuple(folders)
        self._selection = selection
        self._store = store
        self._clock = clock
        self._key = _INDICES.key((*map(str, folders), *(str(one.resolve()) for one in folders), canonical(selection)))
        self._index: _Index | None = None
        self._positions: dict[str, int] = {}
        self._is_new = False
        """Whether anything was found out that is not kept yet."""

    def read(self, identify: Identify) -> Corpus:
        """The corpus. Raises FlashgenError as `read_corpus` does."""
        if self._store is None:
            return read_corpus(self._folders, self._selection, identify)
        now = self._clock()
        walked = [_LOOKS.walk(folder) for folder in self._folders]
        found = self._index = _begin(walked, now)
        paths = map(paths_below, self._folders, (one.names for one in walked))
        self._positions = {path: i for i, path in enumerate(chain(*paths))}
        kept = _INDICES.get(self._store, self._key)
        if kept and kept.walked <= now:  # else the clock was set back, and no time tells anything
            _take_over(kept, found)
            is_same = (kept.names, kept.problems) == (found.names, found.problems)
            if is_same and (corpus := self._unchanged(kept, found)):
                return corpus
        self._is_new = True
        looks = _NotedLooks(dict(zip(self._folders, walked, strict=True)), self._positions, found)
        corpus = read_corpus(self._folders, self._selection, identify, looks)
        found.corpus = _CORPORA.key((self._key, canonical((found.names, found.problems, found.fronts, found.looks))))
        _CORPORA.put(self._store, found.corpus, corpus)
        return corpus

    def content(self, path: str) -> bytes:
        """What tells a file's content, as it is now, from any other; empty where it cannot be read.

        It is not opened where it has the state in which it was read before.
        """
        position = self._positions.get(path)
        if self._index is None or position is None:
            return _content(path)
        is_as_it_was = status_of(path) == self._index.statuses[position]
        if is_as_it_was and (known := self._index.contents[position]):
            return known
        found = _content(path)
        if is_as_it_was:
            self._index.contents[position] = found
            self._is_new = True
        return found

    def version(self, document: Document, reading: str, content: bytes) -> bytes:
        """What is known to tell the version of a document from any other, if its file has this content.

        It depends on the rest of the corpus, too, and is forgotten with it. `reading` tells how it is read.
        """
        versions = self._versions(document, reading, content)
        return versions[self._positions[document.path]] if versions else b""

    def keep_version(self, document: Document, reading: str, content: bytes, version: bytes) -> None:
        """Keep what tells the version of a document, if its file has this content."""
        if versions := self._versions(document, reading, content):
            versions[self._positions[document.path]] = version
            self._is_new = True

    def _versions(self, document: Document, reading: str, content: bytes) -> list[bytes] | None:
        """Those of all files; None where nothing may be kept of this one: a catalogue may change without it."""
        position = None if document.catalog else self._positions.get(document.path)
        if self._index is None or position is None or self._index.contents[position] != content:
            return None
        return self._index.versions.setdefault(reading, [b""] * len(self._index.contents))

    def close(self) -> None:
        """Keep what was found out."""
        if self._store and self._index and self._index.corpus and self._is_new:
            _INDICES.put(self._store, self._key, self._index)
            self._is_new = False

    def _unchanged(self, kept: _Index, found: _Index) -> Corpus | None:
        """The corpus that is kept, if all files that may have changed answer what they answered then."""
        both = enumerate(zip(kept.statuses, found.statuses, strict=True))
        if changed := [position for position, (was, now) in both if was != now or now == _UNKNOWN]:
            paths = list(self._positions)
            if not all(_answers_alike(paths[one], kept.fronts[one], kept.looks.get(paths[one], {})) for one in changed):
                return None
            self._is_new = True
        found.fronts, found.looks, found.corpus = kept.fronts, kept.looks, kept.corpus
        for reading, versions in kept.versions.items():
            known = zip(versions, found.contents, strict=True)
            found.versions[reading] = [version if content else b"" for version, content in known]
        return _CORPORA.get(self._store, kept.corpus) if self._store else None


def _begin(walked: Sequence[Walked], now: int) -> _Index:
    """An index of what a walk has met, without any answers; files that are too young have no known state."""
    limit = now - _YOUNG
    statuses = [
        status if status[1] < limit and status[2] < limit else _UNKNOWN for one in walked for status in one.statuses
    ]
    names, problems = [one.names for one in walked], [one.problems for one in walked]
    return _Index(now, names, problems, statuses, [None] * len(statuses), {}, [b""] * len(statuses))


def _take_over(kept: _Index, found: _Index) -> None:
    """Give an index what an earlier one knows of those files that have not changed."""
    if kept.names == found.names and kept.statuses == found.statuses and _UNKNOWN not in found.statuses:
        found.fronts, found.contents = kept.fronts, kept.contents
        return
    known = {place: position for position, place in enumerate(_places(kept))}
    for position, place in enumerate(_places(found)):
        before = known.get(place)
        if before is not None and kept.statuses[before] == found.statuses[position] != _UNKNOWN:
            found.fronts[position], found.contents[position] = kept.fronts[before], kept.contents[before]


def _places(index: _Index) -> Iterator[tuple[int, str]]:
    """The folder and the name of each file."""
    return ((number, name) for number, names in enumerate(index.names) for name in names)


class _NotedLooks(Looks):
    """Looks at what a walk has met, and notes what is asked and answered, unless an answer is known."""

    def __init__(self, walked: Mapping[Path, Walked], positions: Mapping[str, int], index: _Index) -> None:
        self._walked = walked
        self._positions = positions
        self._index = index

    def walk(self, folder: Path) -> Walked:
        return self._walked[folder]

    def front(self, path: str) -> Mapping[str, str]:
        position = self._positions[path]
        if (known := self._index.fronts[position]) is None:
            known = self._index.fronts[position] = dict(_LOOKS.front(path))
        return known

    def head(self, path: str) -> str:
        answer = _LOOKS.head(path)
        self._note(path, "head", answer)
        return answer

    def text(self, document: Document) -> str:
        answer = _LOOKS.text(document)
        self._note(document.path, "text", answer)
        return answer

    def catalog(self, path: str) -> Catalog:
        self._note(path, "content", _content(path))
        return _LOOKS.catalog(path)

    def _note(self, path: str, asked: str, answer: str | bytes) -> None:
        self._index.looks.setdefault(path, {})[asked] = digest((answer,))


def _answers_alike(path: str, front: Mapping[str, str] | None, looks: Mapping[str, bytes]) -> bool:
    """Whether a file answers now what it answered before."""
    if front is not None and _LOOKS.front(path) != front:
        return False
    answers: dict[str, Callable[[], str | bytes]] = {
        "head": lambda: _LOOKS.head(path),
        "text": lambda: _LOOKS.text(Document(path, "", "", "")),
        "content": lambda: _content(path),
    }
    return all(digest((answers[asked](),)) == answer for asked, answer in looks.items())


def _content(path: str) -> bytes:
    data, _ = read_bytes(Document(path, "", "", ""))
    return b"" if data is None else digest((data,))
