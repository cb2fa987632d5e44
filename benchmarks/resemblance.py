"""How much different facts of one article resemble each other: an edited fact must resemble its old self more.

``python benchmarks/resemblance.py [--corpus DIR] [--pair ru-it]...`` reads and pairs a corpus, compares every two
facts of one kind in one article as the identity of notes does, and prints the resemblance at some percentiles.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from flashgen.config.load import load_config
from flashgen.editions.matching import RECOGNISED, RECOGNISED_IN_PLACE
from flashgen.language.similarity import similarity
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import make_bitext
from flashgen.pipeline.jobs import Request, pair_up
from flashgen.records.pairs import Bead

PERCENTILES = (50, 90, 99, 99.9, 100)


def resemblances(corpus: tuple[Path, ...], native: str, target: str) -> Iterator[float]:
    """The mean of both languages, for every two facts of one kind and article."""
    pairing = pair_up(Request(native, target, corpus), load_config())
    read = pairing.sources.read
    for job in pairing.jobs:
        bitext = make_bitext(job, TranslationModels(), read).bitext
        groups: dict[str, list[Bead]] = defaultdict(list)
        for bead in bitext.beads if bitext else ():
            if bead.is_pair:
                groups[bead.kind].append(bead)
        for beads in groups.values():
            for one, other in combinations(beads, 2):
                assert one.native and one.target and other.native and other.target
                native_likeness = similarity(one.native.answer, other.native.answer)
                target_likeness = similarity(one.target.answer, other.target.answer)
                yield (native_likeness + target_likeness) / 2


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure how much different facts resemble each other.")
    parser.add_argument("--corpus", type=Path, action="append", help="default: the bundled sample")
    parser.add_argument("--pair", action="append", metavar="NATIVE-TARGET", help="default: ru-it, ar-pl and en-da")
    options = parser.parse_args()
    folders = tuple(options.corpus or load_config().corpus)
    found: list[float] = []
    for pair in options.pair or ("ru-it", "ar-pl", "en-da"):
        native, _, target = pair.rpartition("-")
        found.extend(resemblances(folders, native, target))
    found.sort()
    at = ", ".join(
        f"{percentile} %: {found[round((len(found) - 1) * percentile / 100)]:.2f}" for percentile in PERCENTILES
    )
    print(f"{len(found)} pairs of different facts; resemblance at {at}")
    for name, least in (("anywhere", RECOGNISED), ("in place", RECOGNISED_IN_PLACE)):
        print(f"{sum(value >= least for value in found)} of them reach {least}, recognised {name}")


if __name__ == "__main__":
    main()
