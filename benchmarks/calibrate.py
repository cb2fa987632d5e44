"""Fit the weights in `flashgen/pairing/confidence.py` to damaged articles with known truth.

``python benchmarks/calibrate.py [--corpus DIR]... [--rounds 350] [--share 0.2]`` makes damaged corpora of 1 to 15
articles as `benchmarks/pairing.py` does, weighs every candidate pair, fits both logistic regressions by Newton's
method with a small ridge, and prints the two tuples of weights. Most articles are damaged, to see wrong pairs enough;
then whole and damaged ones are weighted as if the share of damage were the one that is asked for.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from damage import KINDS, Truth, load, truth
from numpy.typing import NDArray
from pairing import ARTICLES, Scene, learn, pivots, scene, versions_of

from flashgen.config.bundled import bundled
from flashgen.language.text_types import normalised
from flashgen.pairing import confidence
from flashgen.pairing.beads import FactList, PairContext, PivotFacts, weigh_up
from flashgen.pairing.evidence import weigh
from flashgen.pairing.sources import learnt_from
from flashgen.record import replace
from flashgen.records.facts import Fact

Rows = list[tuple[tuple[float, ...], bool, bool]]
"""(features, whether the pair is right, whether the article is damaged)"""
DAMAGED = 0.8
SIZES = (1, 1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 7, 15)
RIDGE = 0.5


def fit(rows: Rows, share: float) -> tuple[float, ...]:
    """Logistic regression: the constant, then a weight for each feature."""
    features = np.array([(1.0, *row) for row, *_ in rows])
    right = np.array([float(value) for _, value, _ in rows])
    trust = np.array([share / DAMAGED if damaged else (1 - share) / (1 - DAMAGED) for *_, damaged in rows])
    weights: NDArray[np.float64] = np.zeros(features.shape[1])
    ridge = np.array([0.0, *[RIDGE] * (features.shape[1] - 1)])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (trust * (right - chance)) - ridge * weights
        curve = (features * (trust * chance * (1 - chance) + 1e-9)[:, None]).T @ features + np.diag(ridge + 1e-6)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-6:
            break
    return tuple(round(float(weight), 3) for weight in weights)


def lists(seen: Scene) -> Iterator[tuple[FactList, FactList, PairContext, list[PivotFacts], Truth, Truth, bool]]:
    """The facts of each kind in both versions of each article, and all that is known of them."""
    made = versions_of(seen.damaged)
    models = learn(made, seen.native, seen.target)
    for slug, versions in made.items():
        native, target = versions[seen.native], versions[seen.target]
        model = models.between(seen.native, seen.target)
        context = PairContext(slug, model, model.ratio_for(native, target))
        gold = truth(seen.whole[slug][seen.native]), truth(seen.whole[slug][seen.target])
        others = pivots(versions, models, seen.native, seen.target)
        for kind in KINDS:
            ours, theirs = (FactList(version.facts[kind], version.tokens[kind]) for version in (native, target))
            if ours and theirs:
                known = [
                    PivotFacts(pivot.version.tokens[kind], pivot.from_native, pivot.to_target)
                    for pivot in others
                    if pivot.version.facts[kind]
                ]
                yield ours, theirs, context, known, *gold, seen.names[slug] != "none"


def is_right(native: Fact, target: Fact, ours: Truth, theirs: Truth) -> bool:
    """Whether two facts are the same undamaged one."""
    one = ours.get((native.kind, normalised(native.answer)))
    return one is not None and one == theirs.get((target.kind, normalised(target.answer)))


def item_rows(scenes: Sequence[Scene]) -> Rows:
    """Every two items of two lists."""
    rows: Rows = []
    for seen in scenes:
        for native, target, context, _, ours, theirs, damaged in lists(seen):
            sources = learnt_from(context.slug, native.facts)
            found = weigh(native.tokens, target.tokens, context.model.lexicon, sources, context.ratio).rows()
            rows.extend(
                (confidence.item_features(found[i][j]), is_right(one, other, ours, theirs), damaged)
                for i, one in enumerate(native.facts)
                for j, other in enumerate(target.facts)
            )
    return rows


def pair_rows(scenes: Sequence[Scene], item_weights: tuple[float, ...]) -> Rows:
    """Every mutually best pair, without pivots and with them."""
    rows: Rows = []
    for seen in scenes:
        for native, target, context, known, ours, theirs, damaged in lists(seen):
            for asked in ([], known) if known else ([],):
                for found in weigh_up(native, target, replace(context, item_weights=item_weights), asked).pairs:
                    features = confidence.pair_features(
                        found.candidate, found.evidence, found.pivot_evidence, found.learnt
                    )
                    one, other = native.facts[found.candidate.native], target.facts[found.candidate.target]
                    rows.append((features, is_right(one, other, ours, theirs), damaged))
    return rows


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Fit the weights of flashgen's confidence.")
    parser.add_argument("--corpus", type=Path, action="append", help="default: the sample and benchmarks/articles")
    parser.add_argument("--rounds", type=int, default=350, help="damaged corpora")
    parser.add_argument("--share", type=float, default=0.2, help="of damaged articles in real corpora")
    options = parser.parse_args()
    corpora = [load((folder,)) for folder in options.corpus or (bundled("sample"), ARTICLES)]
    scenes = []
    for number in range(options.rounds):
        chance = random.Random(f"calibration {number}")
        corpus = corpora[number % len(corpora)]
        size = min(chance.choice(SIZES), len(corpus))
        scenes.append(scene(corpus, size, DAMAGED, chance))
    items = item_rows(scenes)
    weights = fit(items, options.share)
    print(f"ITEM_WEIGHTS = {weights}  # {len(items)} pairs of items")
    pairs = pair_rows(scenes, weights)
    right = sum(value for _, value, _ in pairs)
    print(f"PAIR_WEIGHTS = {fit(pairs, options.share)}  # {len(pairs)} candidates, {right} right")


if __name__ == "__main__":
    main()
