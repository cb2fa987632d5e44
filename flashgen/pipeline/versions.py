"""Documents -> versions: each document is read once, by one pure function of its bytes and the reading settings."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path

from flashgen.atomic_file import Fingerprint, fingerprint
from flashgen.cache.shelf import Shelf, digest
from flashgen.cache.store import Store
from flashgen.corpus.article import parse_article, read_bytes
from flashgen.corpus.images import Images
from flashgen.corpus.link_targets import LinkTargets, Resolve
from flashgen.errors import Problem, warning
from flashgen.facts.texts import block_texts
from flashgen.facts.version import make_version
from flashgen.language.identification import contradicts
from flashgen.language.tags import english_name
from flashgen.pipeline.corpus_index import CorpusIndex
from flashgen.quality.links import swallows_sentence_end
from flashgen.record import Record, field, replace
from flashgen.records.documents import Article, Document, Listing
from flashgen.records.facts import Version

ReadVersion = tuple[Version | None, tuple[Problem, ...]]
"""A version, None where a document cannot be used, and what is wrong with it."""


class ReadingSettings(Record):
    """What the configuration says to the reader."""

    passes_over_torn_links: bool = True
    """Whether links that run over the end of a sentence give no term."""
    shows_images: bool = False
    """Whether images travel with the deck."""
    links: LinkTargets = field(default_factory=LinkTargets)
    """Which article each link of the corpus leads to."""


def read_version(document: Document, data: bytes, settings: ReadingSettings, resolve: Resolve) -> ReadVersion:
    """A document's version, its links leading where `resolve` tells.

    It is left out, with a warning, when its text is plainly in another language.
    """
    images = Images(document) if settings.shows_images else None
    article, problems = parse_article(document, data, resolve, images)
    if article is None:
        return None, problems
    if found := contradicts(_running_text(article), document.language):
        names = english_name(found), english_name(document.language)
        message = f"written in {names[0]}, but it stands for {names[1]}: left out; move it or set `lang:`"
        return None, (*problems, warning(message, document.location()))
    return make_version(article, swallows_sentence_end if settings.passes_over_torn_links else None), problems


def _running_text(article: Article) -> str:
    """What an article says in sentences; lists may be of names, which are in other languages."""
    blocks = [block for section in article.sections for block in section.blocks]
    texts = [inline.text for block in blocks if not isinstance(block, Listing) for inline, _ in block_texts(block)]
    return " ".join((article.description, *texts))


class _Kept(Record):
    """What was read of a document."""

    version: Version | None
    problems: tuple[Problem, ...]


_VERSIONS: Shelf[_Kept] = Shelf("version", _Kept)
_LINKS: Shelf[tuple[str, ...]] = Shelf("links", tuple[str, ...])
"""The paths that a document links to, which is all that its version takes from the rest of the corpus."""


class VersionReader:
    """Reads the files of documents, and keeps the versions that were asked for last; the others in a store."""

    def __init__(
        self, settings: ReadingSettings, store: Store | None = None, kept: int = 1000,
        index: CorpusIndex | None = None,
    ) -> None:  # fmt: skip
        """`index` need not read a file to tell what it holds."""
        self._settings = settings
        self._reading = str(settings.passes_over_torn_links)
        self._index = index
        # a version that shows images depends on their files, too
        self._store = None if settings.shows_images else store
        self._kept = kept
        self._read: OrderedDict[Document, ReadVersion] = OrderedDict()
        self._fingerprints: dict[Document, bytes] = {}
        """Of all documents that were read or asked about: they are small, and several stages ask for each."""

    def __call__(self, document: Document) -> ReadVersion:
        if (known := self._read.get(document)) is None:
            data, problems = read_bytes(document)
            known = self._refused(document, problems) if data is None else self._version(document, data)
            self._read[document] = known
            if len(self._read) > self._kept:
                self._read.popitem(last=False)
        else:
            self._read.move_to_end(document)
        return known

    def forget(self) -> None:
        """Let go of all versions; what tells them from others stays known."""
        self._read.clear()

    def fingerprint(self, document: Document) -> bytes:
        """What tells a version, and what is wrong with it, from any other; empty where that is not known yet.

        It is known of what was read before, by this process or by an earlier one, as long as a store keeps it.
        """
        if document in self._fingerprints or self._store is None:
            return self._fingerprints.get(document, b"")
        if not (content := self._content(document)):
            return self._fingerprints[document]
        known = self._index.version(document, self._reading, content) if self._index else b""
        if not known:
            known = self._known_fingerprint(document, _VERSIONS.key(self._inputs(document, content)))
            if known and self._index:
                self._index.keep_version(document, self._reading, content, known)
        if known:
            self._fingerprints[document] = known
        return known

    def _content(self, document: Document) -> bytes:
        """What tells the content of a document's file; empty, and known to be refused, where it cannot be read."""
        if self._index and (content := self._index.content(document.path)):
            return content
        data, problems = read_bytes(document)
        if data is None:
            self._refused(document, problems)
        return b"" if data is None else digest((data,))

    def _refused(self, document: Document, problems: tuple[Problem, ...]) -> ReadVersion:
        """What there is of a document that cannot be read."""
        if self._store:
            self._fingerprints[document] = digest(("unread", *map(str, problems)))
        return None, problems

    def _version(self, document: Document, data: bytes) -> ReadVersion:
        if self._store is None:
            return read_version(document, data, self._settings, self._settings.links.resolve)
        key = _VERSIONS.key(self._inputs(document, digest((data,))))
        known = self._known_fingerprint(document, key)
        if known and (kept := _VERSIONS.get(self._store, known)):
            self._fingerprints[document] = known
            return kept.version and replace(kept.version, document=document), kept.problems
        asked: dict[str, str] = {}

        def resolve(target: str, document: Document) -> str:
            return asked.setdefault(target, self._settings.links.resolve(target, document))

        version, problems = read_version(document, data, self._settings, resolve)
        _LINKS.put(self._store, key, tuple(asked))
        made = self._fingerprints[document] = _fingerprint(key, asked.items())
        _VERSIONS.put(self._store, made, _Kept(version, problems))
        return version, problems

    def _known_fingerprint(self, document: Document, key: bytes) -> bytes:
        links = _LINKS.get(self._store, key) if self._store else None
        if links is None:
            return b""
        return _fingerprint(key, ((target, self._settings.links.resolve(target, document)) for target in links))

    def _inputs(self, document: Document, content: bytes) -> Iterator[bytes | str]:
        """Everything that the version depends on, its links apart; `content` tells the document's bytes."""
        yield from (document.folder, document.name, document.slug, document.language, self._reading, content)
        if document.catalog:
            catalog = Path(document.catalog)
            yield _content(catalog, fingerprint(catalog))


def _fingerprint(key: bytes, links: Iterable[tuple[str, str]]) -> bytes:
    """`links`: each path that the document links to, and the article that it leads to."""
    return digest((key, *chain.from_iterable(links)))


@lru_cache(maxsize=64)
def _content(catalog: Path, _state: Fingerprint) -> bytes:
    """What tells the content of a catalogue, which many documents may share."""
    try:
        return digest((catalog.read_bytes(),))
    except OSError:
        return b""
