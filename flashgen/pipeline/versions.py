"""Documents -> versions: each document is read once, by one pure function of its bytes and the reading settings."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from flashgen.atomic_file import Fingerprint, fingerprint
from flashgen.cache.shelf import Shelf, digest
from flashgen.cache.store import Store
from flashgen.corpus.article import parse_article, read_bytes
from flashgen.corpus.images import Images
from flashgen.corpus.link_targets import LinkTargets, RecordingTargets
from flashgen.errors import Problem, warning
from flashgen.facts.version import make_version
from flashgen.language.identification import contradicts
from flashgen.language.tags import english_name
from flashgen.quality.links import swallows_sentence_end
from flashgen.records import Article, Document, Location, Paragraph, Version

ReadVersion = tuple[Version | None, tuple[Problem, ...]]
"""A version, None where a document cannot be used, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What the configuration says to the reader."""

    passes_over_torn_links: bool = True
    """Whether links that run over the end of a sentence give no term."""
    shows_images: bool = False
    """Whether images travel with the deck."""
    links: LinkTargets = field(default_factory=LinkTargets)
    """Which article each link of the corpus leads to."""


def read_version(document: Document, data: bytes, settings: ReadingSettings) -> ReadVersion:
    """A document's version; left out, with a warning, when its text is plainly in another language."""
    article, problems = parse_article(
        document, data, settings.links, Images(document) if settings.shows_images else None
    )
    if article is None:
        return None, problems
    if found := contradicts(_running_text(article), document.language):
        names = english_name(found), english_name(document.language)
        message = f"written in {names[0]}, but it stands for {names[1]}: left out; move it or set `lang:`"
        return None, (*problems, warning(message, Location(document.name)))
    return make_version(article, swallows_sentence_end if settings.passes_over_torn_links else None), problems


def _running_text(article: Article) -> str:
    paragraphs = (block for section in article.sections for block in section.blocks if isinstance(block, Paragraph))
    return " ".join((article.description, *(paragraph.inline.text for paragraph in paragraphs)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read of a document, and what it took from the rest of the corpus."""

    version: Version | None
    problems: tuple[Problem, ...]
    links: tuple[tuple[str, str], ...]
    """Each path that the document links to, and the article that it led to."""


_SHELF: Shelf[_Kept] = Shelf("version", _Kept)


class VersionReader:
    """Reads the files of documents, and keeps the versions that were asked for last; the others in a store."""

    def __init__(self, settings: ReadingSettings, store: Store | None = None, kept: int = 1000) -> None:
        self._settings = settings
        self._store = store
        self._kept = kept
        self._read: OrderedDict[Document, ReadVersion] = OrderedDict()

    def __call__(self, document: Document) -> ReadVersion:
        if (known := self._read.get(document)) is None:
            data, problems = read_bytes(document)
            known = (None, problems) if data is None else self._version(document, data)
            self._read[document] = known
            if len(self._read) > self._kept:
                self._read.popitem(last=False)
        else:
            self._read.move_to_end(document)
        return known

    def _version(self, document: Document, data: bytes) -> ReadVersion:
        # a version that shows images depends on their files, too
        if self._store is None or self._settings.shows_images:
            return read_version(document, data, self._settings)
        key = _SHELF.key(self._inputs(document, data))
        if (kept := _SHELF.get(self._store, key)) and self._leads_as_before(kept, document):
            return kept.version and replace(kept.version, document=document), kept.problems
        links = RecordingTargets(self._settings.links.addresses)
        version, problems = read_version(document, data, replace(self._settings, links=links))
        _SHELF.put(self._store, key, _Kept(version, problems, tuple(links.asked.items())))
        return version, problems

    def _inputs(self, document: Document, data: bytes) -> Iterator[bytes | str]:
        """Everything that the version depends on, its links apart."""
        yield from (document.name, document.slug, document.language, str(self._settings.passes_over_torn_links), data)
        if document.catalog:
            yield _content(document.catalog, fingerprint(document.catalog))

    def _leads_as_before(self, kept: _Kept, document: Document) -> bool:
        return all(self._settings.links.resolve(target, document) == slug for target, slug in kept.links)


@lru_cache(maxsize=64)
def _content(catalog: Path, _state: Fingerprint) -> bytes:
    """What tells the content of a catalogue, which many documents may share."""
    try:
        return digest((catalog.read_bytes(),))
    except OSError:
        return b""
