"""How often pairing is right on damaged articles, and how much it leaves out.

``python benchmarks/pairing.py [--corpus DIR]... [--sizes 1,7,15] [--share 0.2] [--rounds 20] [--needed NUMBER]`` takes
corpora of so many articles, damages a share of them at random with known truth, learns and pairs as a build does, and
prints precision, recall and calibration, by size of the corpus, language pair and damage.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, starmap
from pathlib import Path

from damage import DAMAGES, KINDS, PARAPHRASE, Corpus, damage, judge, load, paraphrased, truth, without_one
from reliability import bins, draw

from flashgen.config.bundled import bundled
from flashgen.facts.version import make_version
from flashgen.language.pairs import in_order
from flashgen.pairing.articles import NEEDED, PivotVersion, pair_articles
from flashgen.pairing.model import TranslationModels, learn_model
from flashgen.records.facts import Version

PIVOTS = 3
ADDED = 0.1
"""Share of articles that have an item in the two languages which the others lack."""
ARTICLES = Path(__file__).parent / "articles"
Versions = dict[str, dict[str, Version]]
"""slug -> language -> version"""


@dataclass(frozen=True)
class Outcome:
    """One article of one corpus, paired."""

    size: int
    pair: str
    damage: str
    right: int
    wrong: tuple[tuple[float, str, str], ...]
    """(confidence, native answer, target answer) of wrong pairs."""
    pairable: int
    confidences: tuple[float, ...]
    """Of all pairs that were made."""


def rounds(corpus: Corpus, sizes: Sequence[int], share: float, count: int, needed: float) -> Iterator[Outcome]:
    """Pair random parts of a corpus; every round takes other articles, another language pair and other damage."""
    for size in sizes:
        for number in range(count):
            yield from pair(scene(corpus, size, share, random.Random(f"{size}/{number}")), needed)


def _pairs(corpus: Corpus, size: int) -> list[tuple[str, str]]:
    """The ordered language pairs that so many articles have."""
    counts = Counter(pair for found in corpus.values() for pair in combinations(sorted(found), 2))
    pairs = sorted(pair for pair, held in counts.items() if held >= size)
    if not pairs:
        raise SystemExit(f"no two languages have {size} articles in common")
    return [*pairs, *((target, native) for native, target in pairs)]


@dataclass(frozen=True)
class Scene:
    """A corpus after damage, and what was done to which article."""

    native: str
    target: str
    whole: Corpus
    damaged: Corpus
    names: dict[str, str]


def scene(corpus: Corpus, size: int, share: float, chance: random.Random) -> Scene:
    """A random part of a corpus, damaged: of the two languages' versions, and of the others, as many."""
    native, target = chance.choice(_pairs(corpus, size))
    slugs = sorted(slug for slug, found in corpus.items() if native in found and target in found)
    damaged: Corpus = {}
    names: dict[str, str] = {}
    whole = dict(corpus)
    for slug in chance.sample(slugs, size):
        versions = dict(corpus[slug])
        foreign = [article for other in corpus if other != slug for article in corpus[other].values()]
        names[slug] = chance.choice((*DAMAGES, PARAPHRASE)) if chance.random() < share else "none"
        if names[slug] == PARAPHRASE:
            side = chance.choice((native, target))
            versions[side] = paraphrased(versions[side], chance)
            whole[slug] = dict(versions)
        elif names[slug] != "none":
            pair = versions[native], versions[target]
            versions[native], versions[target] = damage(names[slug], *pair, chance, foreign)
        others = sorted(versions.keys() - {native, target})
        if others and chance.random() < ADDED:
            without_one(versions, others, chance)
        for tag in sorted(versions):
            if tag not in (native, target) and chance.random() < share:
                versions[tag] = damage(chance.choice(DAMAGES), versions[tag], versions[tag], chance, foreign)[0]
        damaged[slug] = versions
    return Scene(native, target, whole, damaged, names)


def pair(scene: Scene, needed: float) -> Iterator[Outcome]:
    """Learn from a scene and pair its articles as a build does."""
    native, target = scene.native, scene.target
    made = versions_of(scene.damaged)
    models = learn(made, native, target)
    for slug, versions in made.items():
        read_pivots = partial(pivots, versions, models, native, target)
        model = models.between(native, target)
        beads = pair_articles(versions[native], versions[target], KINDS, model, read_pivots, needed)
        left = scene.damaged[slug][native], scene.damaged[slug][target]
        verdict = judge(beads, truth(scene.whole[slug][native]), truth(scene.whole[slug][target]), left)
        wrong = tuple(
            (bead.confidence, bead.native.answer, bead.target.answer)
            for bead in verdict.wrong
            if bead.native and bead.target
        )
        sure = tuple(bead.confidence for bead in beads if bead.is_pair)
        size = len(scene.damaged)
        yield Outcome(size, f"{native}-{target}", scene.names[slug], verdict.right, wrong, verdict.pairable, sure)


def versions_of(corpus: Corpus) -> Versions:
    """What pairing needs of every article."""
    return {
        slug: {tag: make_version(article) for tag, article in articles.items()} for slug, articles in corpus.items()
    }


def learn(versions: Versions, native: str, target: str) -> TranslationModels:
    """Learn from a corpus in memory as `flashgen.pipeline.learning` does from one on disk."""
    tags = sorted({tag for found in versions.values() for tag in found} - {native, target})[:PIVOTS]
    pairs = [(native, target), *((one, tag) for tag in tags for one in (native, target))]
    learnt = {
        (one, other): learn_model(
            (found[one], found[other]) for found in versions.values() if {one, other} <= found.keys()
        )
        for one, other in starmap(in_order, pairs)
    }
    return TranslationModels(learnt, tuple(tags))


def pivots(versions: dict[str, Version], models: TranslationModels, native: str, target: str) -> list[PivotVersion]:
    """The versions that are asked in doubt."""
    return [
        PivotVersion(versions[tag], models.between(native, tag), models.between(tag, target))
        for tag in models.pivots
        if tag in versions
    ]


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A table for each way to look at the outcomes."""
    yield _line("all", outcomes)
    for title, key in (
        ("by size of the corpus", lambda outcome: f"{outcome.size:>4}"),
        ("by damage", lambda outcome: outcome.damage),
        ("by language pair", lambda outcome: "-".join(sorted(outcome.pair.split("-")))),
    ):
        groups: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in outcomes:
            groups[key(outcome)].append(outcome)
        yield f"\n{title}"
        yield from (_line(name, groups[name]) for name in sorted(groups))
    yield "\ncalibration: confidence, pairs, of which right"
    yield from _calibration(outcomes)


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    right = sum(outcome.right for outcome in outcomes)
    wrong = sum(len(outcome.wrong) for outcome in outcomes)
    pairable = sum(outcome.pairable for outcome in outcomes)
    precision = right / max(1, right + wrong)
    return (
        f"{name:22} {len(outcomes):6} articles  precision {precision:.4%} ({wrong} wrong of {right + wrong})"
        f"  recall {right / max(1, pairable):.2%}"
    )


def _calibration(outcomes: Sequence[Outcome]) -> Iterator[str]:
    bounds = (0.0, 0.9, 0.95, NEEDED, 0.98, 0.99, 0.995, 0.999, 1.01)
    wrong = [confidence for outcome in outcomes for confidence, *_ in outcome.wrong]
    made = [confidence for outcome in outcomes for confidence in outcome.confidences]
    for least, below in zip(bounds, bounds[1:], strict=False):
        count = sum(least <= value < below for value in made)
        if count:
            failed = sum(least <= value < below for value in wrong)
            yield f"{least:.3f} to {min(below, 1.0):.3f}: {count:6}, {1 - failed / count:.4f}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure pairing on damaged articles.")
    parser.add_argument("--corpus", type=Path, action="append", help="default: the sample and benchmarks/articles")
    parser.add_argument("--sizes", default="1,7,15")
    parser.add_argument("--share", type=float, default=0.2, help="of the articles that are damaged")
    parser.add_argument("--rounds", type=int, default=20, help="corpora of each size")
    parser.add_argument("--needed", type=float, default=NEEDED, help="confidence from which a pair is made")
    parser.add_argument("--show", type=int, default=0, help="wrong pairs to print")
    parser.add_argument("--diagram", type=Path, help="an SVG file to draw a reliability diagram to (--needed 0.5)")
    options = parser.parse_args()
    corpus = load(options.corpus or (bundled("sample"), ARTICLES))
    sizes = [int(size) for size in options.sizes.split(",")]
    outcomes = list(rounds(corpus, sizes, options.share, options.rounds, options.needed))
    print("\n".join(report(outcomes)))
    if options.diagram:
        made = [confidence for outcome in outcomes for confidence in outcome.confidences]
        draw(
            list(bins(made, [confidence for outcome in outcomes for confidence, *_ in outcome.wrong])), options.diagram
        )
    for outcome in [outcome for outcome in outcomes if outcome.wrong][: options.show]:
        print(f"\n{outcome.pair} {outcome.damage}")
        for confidence, ours, theirs in outcome.wrong:
            print(f"  {confidence:.4f}\n    {ours}\n    {theirs}")


if __name__ == "__main__":
    main()
