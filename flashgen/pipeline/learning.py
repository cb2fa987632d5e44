"""A corpus -> what it teaches of a language pair. A sample of its articles is read for that, before any is paired."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping

from flashgen.cache.shelf import Shelf, digest
from flashgen.cache.store import Store
from flashgen.corpus.documents import Corpus
from flashgen.language.pairs import LanguagePair, in_order
from flashgen.pairing.lesson import Lesson
from flashgen.pairing.model import TranslationModel, TranslationModels, learn_model
from flashgen.pipeline.bitexts import Read
from flashgen.record import Record
from flashgen.records.documents import Document
from flashgen.records.facts import Version

_SAMPLE = 120
"""Articles that are learnt from at most; more teach hardly more."""
_PIVOTS = 3
"""Pivot languages that are asked where two versions leave a doubt."""
_REMEMBERED = 32
"""Models that are remembered. Large ones, of many articles, are asked for once more at most: by the opposite pair."""


def sample_articles(corpus: Corpus, native: str, target: str) -> list[str]:
    """Articles that exist in both languages, drawn by their names: one that comes or goes changes one of them at most.

    What is learnt stays the same then, mostly, and with it the pairs of articles that nobody touched.
    """
    slugs = (slug for slug, found in corpus.versions.items() if native in found and target in found)
    return sorted(sorted(slugs, key=lambda slug: digest((slug,)))[:_SAMPLE])


_MODELS: Shelf[TranslationModel] = Shelf("model", TranslationModel)


class Lessons:
    """What was learnt of two languages is known for the same two from the same articles."""

    def __init__(self, store: Store | None = None, fingerprint: Callable[[Document], bytes] = lambda _: b"") -> None:
        """`store` keeps what is learnt for later builds; `fingerprint` is that of a `VersionReader`."""
        self._store = store
        self._fingerprint = fingerprint
        self._known: OrderedDict[tuple[LanguagePair, tuple[str, ...]], TranslationModel] = OrderedDict()

    def learn(
        self, corpus: Corpus, slugs: tuple[str, ...], pair: LanguagePair, read: Read,
        lesson_of: Callable[[Version], Lesson] = Lesson,
    ) -> TranslationModel:  # fmt: skip
        """Learn of a pair, `in_order`, from articles that have both languages."""
        if (pair, slugs) not in self._known:
            self._known[pair, slugs] = self._kept(corpus, slugs, pair) or self._learn(
                corpus, slugs, pair, read, lesson_of
            )
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[pair, slugs]

    def fingerprint(self, corpus: Corpus, slugs: Iterable[str], pair: LanguagePair) -> bytes:
        """What tells the versions that a pair is learnt from from any others; empty where they are not all known."""
        found = [self._fingerprint(corpus.versions[slug][tag]) for slug in slugs for tag in pair]
        return digest(found) if self._store and all(found) else b""

    def _kept(self, corpus: Corpus, slugs: tuple[str, ...], pair: LanguagePair) -> TranslationModel | None:
        """What an earlier build has learnt from the same versions."""
        known = self.fingerprint(corpus, slugs, pair)
        return _MODELS.get(self._store, _MODELS.key((known,))) if self._store and known else None

    def _learn(
        self, corpus: Corpus, slugs: tuple[str, ...], pair: LanguagePair, read: Read,
        lesson_of: Callable[[Version], Lesson],
    ) -> TranslationModel:  # fmt: skip
        model = learn_model(read_both(corpus, slugs, *pair, read), lesson_of)
        if self._store and (known := self.fingerprint(corpus, slugs, pair)):
            _MODELS.put(self._store, _MODELS.key((known,)), model)
        return model


class Syllabus(Record):
    """What is to be learnt for a pair of languages, and from what."""

    corpus: Corpus
    sample: tuple[str, ...]
    """The articles that are read for the pair itself."""
    samples: Mapping[LanguagePair, tuple[str, ...]]
    """By pair, `in_order`: those that are read for it and for each pair with a pivot language, which is learnt of as if
    it were asked for, so that a deck of all pairs learns each once."""
    pivots: tuple[str, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Those that are read for it, each once."""
        found = (
            self.corpus.versions[slug][tag] for pair, slugs in self.samples.items() for slug in slugs for tag in pair
        )
        return tuple(dict.fromkeys(found))

    def learn(self, read: Read, lessons: Lessons) -> TranslationModels:
        """Read and learn. `lessons` keep what is learnt for other pairs of languages."""
        known: dict[Document, Lesson] = {}

        def lesson_of(version: Version) -> Lesson:
            if version.document not in known:
                known[version.document] = Lesson(version)
            return known[version.document]

        # each language is held against several, if any are asked in doubt
        lesson = lesson_of if self.pivots else Lesson
        models = {pair: lessons.learn(self.corpus, slugs, pair, read, lesson) for pair, slugs in self.samples.items()}
        return TranslationModels(models, self.pivots)

    def fingerprint(self, lessons: Lessons) -> bytes:
        """What tells that which is learnt from anything else; empty where it is not known before it is learnt."""
        found = [lessons.fingerprint(self.corpus, slugs, pair) for pair, slugs in self.samples.items()]
        return digest((*found, *self.pivots)) if all(found) else b""


def pivot_languages(corpus: Corpus, native: str, target: str) -> tuple[str, ...]:
    """The languages that are asked in doubt: those of most articles that exist in both languages of the deck."""
    versions = [found for found in corpus.versions.values() if native in found and target in found]
    counts = Counter(tag for found in versions for tag in found if tag not in (native, target))
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag))[:_PIVOTS])


def make_syllabus(corpus: Corpus, native: str, target: str) -> Syllabus:
    """What is to be learnt from articles that exist in both languages, drawn from the whole corpus."""
    pivots = pivot_languages(corpus, native, target)
    pair = in_order(native, target)
    pairs = (pair, *(in_order(tag, pivot) for pivot in pivots for tag in pair))
    samples = {one: tuple(sample_articles(corpus, *one)) for one in pairs}
    return Syllabus(corpus, samples[pair], samples, pivots)


def read_both(
    corpus: Corpus, slugs: Iterable[str], one: str, other: str, read: Read
) -> Iterator[tuple[Version, Version]]:
    """The versions in two languages of the articles that have both."""
    for slug in slugs:
        documents = corpus.versions[slug]
        if one in documents and other in documents:
            ours, theirs = read(documents[one])[0], read(documents[other])[0]
            if ours and theirs:
                yield ours, theirs
