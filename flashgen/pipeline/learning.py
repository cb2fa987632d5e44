"""A corpus -> what it teaches of a language pair. A sample of its articles is read for that, before any is paired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from flashgen.corpus.documents import Corpus
from flashgen.pairing.model import LanguagePair, TranslationModels, learn_model
from flashgen.pipeline.bitexts import Read
from flashgen.records import Version

_SAMPLE = 120
"""Articles that are learnt from at most; more teach hardly more."""
_SMALL = 40
"""Corpora of fewer articles teach so little of the pair that pivot languages are learnt of, too."""
_PIVOTS = 3
"""Pivot languages that are asked where two versions leave a doubt."""


def learn_models(corpus: Corpus, native: str, target: str, read: Read) -> TranslationModels:
    """Read a sample of the articles that exist in both languages, evenly spread, and learn from them."""
    versions = {slug: found for slug, found in corpus.versions.items() if native in found and target in found}
    slugs = sorted(versions)
    sample = [slugs[index * len(slugs) // _SAMPLE] for index in range(_SAMPLE)] if len(slugs) > _SAMPLE else slugs
    counts = Counter(tag for found in versions.values() for tag in found if tag not in (native, target))
    pivots = tuple(sorted(counts, key=lambda tag: (-counts[tag], tag))[:_PIVOTS])
    pairs: list[LanguagePair] = [(native, target)]
    if len(slugs) < _SMALL:
        pairs += [pair for tag in pivots for pair in ((native, tag), (tag, target))]

    def both(one: str, other: str) -> Iterator[tuple[Version, Version]]:
        for slug in sample:
            if one in versions[slug] and other in versions[slug]:
                ours, theirs = read(versions[slug][one])[0], read(versions[slug][other])[0]
                if ours and theirs:
                    yield ours, theirs

    return TranslationModels({pair: learn_model(both(*pair)) for pair in pairs}, pivots)
