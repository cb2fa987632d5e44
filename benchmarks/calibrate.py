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
from pairing import ARTICLES, Scene, further, scene, study

from flashgen.config.bundled import bundled
from flashgen.facts.extraction import extract_facts
from flashgen.language.text_types import normalised
from flashgen.pairing import confidence
from flashgen.pairing.beads import Run, Versions, Witness, _sources, _text, weigh_up
from flashgen.pairing.evidence import weigh
from flashgen.records import Fact

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


def lists(seen: Scene) -> Iterator[tuple[Run, Run, Versions, list[Witness], Truth, Truth, bool]]:
    """The facts of each kind in both versions of each article, and all that is known of them."""
    studied = study(seen.damaged, seen.native, seen.target)
    for slug, versions in seen.damaged.items():
        native, target = versions[seen.native], versions[seen.target]
        knowledge = studied.of(seen.native, seen.target)
        gold = truth(seen.whole[slug][seen.native]), truth(seen.whole[slug][seen.target])
        others = further(versions, studied, seen.native, seen.target)
        for kind in KINDS:
            ours, theirs = extract_facts(native, (kind,)), extract_facts(target, (kind,))
            if ours and theirs:
                known = [(other, extract_facts(other.article, (kind,))) for other in others]
                witnesses = [Witness(facts, other.from_native, other.to_target) for other, facts in known if facts]
                both = Versions(slug, knowledge, knowledge.ratio_for(native, target))
                yield ours, theirs, both, witnesses, *gold, seen.names[slug] != "none"


def is_right(native: Fact, target: Fact, ours: Truth, theirs: Truth) -> bool:
    """Whether two facts are the same undamaged one."""
    one = ours.get((native.kind, normalised(native.answer)))
    return one is not None and one == theirs.get((target.kind, normalised(target.answer)))


def item_rows(scenes: Sequence[Scene]) -> Rows:
    """Every two items of two lists."""
    rows: Rows = []
    for seen in scenes:
        for native, target, both, _, ours, theirs, damaged in lists(seen):
            texts = [_text(fact) for fact in native], [_text(fact) for fact in target]
            found = weigh(*texts, both.knowledge.lexicon, _sources(both.slug, native), both.ratio)
            rows.extend(
                (confidence.item_features(found[i][j]), is_right(one, other, ours, theirs), damaged)
                for i, one in enumerate(native)
                for j, other in enumerate(target)
            )
    return rows


def pair_rows(scenes: Sequence[Scene]) -> Rows:
    """Every mutually best pair, without witnesses and with them."""
    rows: Rows = []
    for seen in scenes:
        for native, target, both, witnesses, ours, theirs, damaged in lists(seen):
            for asked in ([], witnesses) if witnesses else ([],):
                for found in weigh_up(native, target, both, asked):
                    features = confidence.pair_features(found.candidate, found.evidence, found.testimony, found.learnt)
                    one, other = native[found.candidate.native], target[found.candidate.target]
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
    confidence.ITEM_WEIGHTS = fit(items, options.share)
    print(f"ITEM_WEIGHTS = {confidence.ITEM_WEIGHTS}  # {len(items)} pairs of items")
    pairs = pair_rows(scenes)
    right = sum(value for _, value, _ in pairs)
    print(f"PAIR_WEIGHTS = {fit(pairs, options.share)}  # {len(pairs)} candidates, {right} right")


if __name__ == "__main__":
    main()
