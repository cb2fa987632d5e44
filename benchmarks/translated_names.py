"""How surely versions of articles are found where every file has a name of its own in each language.

``python benchmarks/translated_names.py [--corpus DIR]...`` hides the names of a corpus's files, for each two languages
of it, and counts the versions that are found by content, and those that are wrong. Half and a quarter of the documents
of each language, drawn at random, stand for a corpus in which many articles have no version.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from flashgen.config.bundled import bundled
from flashgen.corpus.article import read_text
from flashgen.corpus.documents import read_corpus
from flashgen.corpus.translated_names import join_translations
from flashgen.record import replace
from flashgen.records.documents import Document

SHARES = (1.0, 0.5, 0.25)
ROUNDS = 2
"""How often documents are drawn, where not all are taken."""


def counted(documents: Sequence[Document]) -> tuple[int, int]:
    """(right, wrong): versions that are found among documents, whose slugs are the truth and are hidden."""
    hidden = [replace(document, slug=f"x{number}") for number, document in enumerate(documents)]
    truth = {one.slug: document.slug for one, document in zip(hidden, documents, strict=True)}
    found, _ = join_translations(hidden, lambda document: read_text(document)[0] or "")
    groups: dict[str, list[str]] = defaultdict(list)
    for one, joined in zip(hidden, found, strict=True):
        groups[joined.slug].append(truth[one.slug])
    pairs = [slugs for slugs in groups.values() if len(slugs) > 1]
    right = sum(len(set(slugs)) == 1 for slugs in pairs)
    return right, len(pairs) - right


def measure(folder: Path) -> None:
    """Print what is found in a corpus, for each share of its documents."""
    by_language: dict[str, list[Document]] = defaultdict(list)
    for versions in read_corpus([folder]).versions.values():
        for language, document in versions.items():
            by_language[language].append(document)
    for share in SHARES:
        draw, right, wrong, there = random.Random(1), 0, 0, 0
        for one, other in combinations(sorted(by_language), 2):
            for _ in range(ROUNDS if share < 1 else 1):
                drawn = [[d for d in by_language[tag] if draw.random() < share] for tag in (one, other)]
                there += len({d.slug for d in drawn[0]} & {d.slug for d in drawn[1]})
                found = counted([*drawn[0], *drawn[1]])
                right, wrong = right + found[0], wrong + found[1]
        print(f"{folder}, {share:.0%} of the documents: {right} of {there} versions found, {wrong} wrong")


def main() -> None:
    """Measure the corpora that are asked for, else the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", type=Path, help="a folder of articles; may be repeated")
    for folder in parser.parse_args().corpus or [bundled("sample")]:
        measure(folder)


if __name__ == "__main__":
    main()
