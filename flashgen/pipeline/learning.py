"""A corpus -> what it teaches of a language pair. A sample of its articles is read for that, before any is paired."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator

from flashgen.corpus.documents import Corpus
from flashgen.language.pairs import LanguagePair
from flashgen.pairing.model import TranslationModel, TranslationModels, learn_model
from flashgen.pipeline.bitexts import Read
from flashgen.records import Version

_SAMPLE = 120
"""Articles that are learnt from at most; more teach hardly more."""
_SMALL = 40
"""Corpora of fewer articles teach so little of the pair that pivot languages are learnt of, too."""
_PIVOTS = 3
"""Pivot languages that are asked where two versions leave a doubt."""
_REMEMBERED = 32
"""Models that are remembered. Large ones, of many articles, are asked for once more at most: by the opposite pair."""


def sample_articles(corpus: Corpus, native: str, target: str) -> list[str]:
    """Articles that exist in both languages, evenly spread over the corpus."""
    slugs = sorted(slug for slug, found in corpus.versions.items() if native in found and target in found)
    return [slugs[index * len(slugs) // _SAMPLE] for index in range(_SAMPLE)] if len(slugs) > _SAMPLE else slugs


class Lessons:
    """What was learnt of two languages is known for the same two, in either order, from the same articles."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[LanguagePair, tuple[str, ...]], TranslationModel] = OrderedDict()

    def learn(self, corpus: Corpus, sample: Iterable[str], pair: LanguagePair, read: Read) -> TranslationModel:
        """Learn of a pair (native, target) from those articles of a sample that have both languages."""
        slugs = tuple(slug for slug in sample if all(tag in corpus.versions[slug] for tag in pair))
        if (pair, slugs) not in self._known and (opposite := self._known.get((pair[::-1], slugs))):
            return opposite.opposite
        if (pair, slugs) not in self._known:
            self._known[pair, slugs] = learn_model(read_both(corpus, slugs, *pair, read))
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[pair, slugs]


def learn_models(
    corpus: Corpus, native: str, target: str, read: Read, lessons: Lessons | None = None
) -> TranslationModels:
    """Read a sample of the articles that exist in both languages, evenly spread, and learn from them.

    `lessons` keep what is learnt for other pairs of languages.
    """
    lessons = lessons or Lessons()
    versions = {slug: found for slug, found in corpus.versions.items() if native in found and target in found}
    sample = sample_articles(corpus, native, target)
    counts = Counter(tag for found in versions.values() for tag in found if tag not in (native, target))
    pivots = tuple(sorted(counts, key=lambda tag: (-counts[tag], tag))[:_PIVOTS])
    pairs: list[LanguagePair] = [(native, target)]
    if len(versions) < _SMALL:
        pairs += [pair for tag in pivots for pair in ((native, tag), (tag, target))]
    return TranslationModels({pair: lessons.learn(corpus, sample, pair, read) for pair in pairs}, pivots)


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
