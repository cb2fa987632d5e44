"""`pairs:` for a corpus, as lines to put into `flashgen.yaml`."""

from __future__ import annotations

from flashgen.corpus.documents import Corpus
from flashgen.errors import FlashgenError, counted
from flashgen.language.pairs import write_pair
from flashgen.pipeline.batch import NOTHING_SHARED, shared_articles


def pairs_proposal(corpus: Corpus) -> str:
    """Every pair of languages that have articles in common, those of most articles first, as YAML.

    Raises FlashgenError where there is none.
    """
    shared = shared_articles(corpus)
    if not shared:
        raise FlashgenError(NOTHING_SHARED)
    names = {write_pair(*pair): count for pair, count in shared.items()}
    width = max(map(len, names))
    ordered = sorted(names, key=lambda name: (-names[name], name))
    lines = (f"  - {name:<{width}}  # {counted(names[name], 'article')}" for name in ordered)
    return "\n".join((f"pairs:  # or `pairs: all`, for all {len(names)}; delete those that nobody learns", *lines))
