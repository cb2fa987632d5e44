"""Count what edits cost a learner: sequences of random edits, each built over the last package and imported in Anki.

``python benchmarks/identity.py [--sequences 200] [--edits 5] [--at-once 1] [--seed 1]`` makes up articles, lets a
learner import and study them, and then edits, builds and imports again and again. It prints how many of the facts that
are still there kept their history, by kind of edit and by how much of their words stood, which ones did not, and how
many guids came to serve another fact. It fails if there was such a guid, or if an import altered what it should not.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.language.similarity import similarity
from tests.support.anki_collection import open_collection
from tests.support.editing import USUAL, Corpus, standing
from tests.support.learner import BEGUN, DAY, agrees, bring
from tests.support.publishing import Ledger, Survival, publish

SHOWN = 20
"""Lost histories that are printed with their texts."""


@dataclass(frozen=True)
class Result:
    """What became of one sequence."""

    survivals: tuple[Survival, ...]
    usurped: tuple[str, ...]
    cards: int
    answers: int
    withheld: int
    fault: str = ""


def run(seed: int, edits: int, at_once: int) -> Result:
    """One sequence: a corpus, a learner, and so many editions."""
    chance = random.Random(seed)
    corpus, ledger, config = Corpus(chance), Ledger(), load_config()
    survivals: list[Survival] = []
    with tempfile.TemporaryDirectory() as name, open_collection() as collection:
        folder = Path(name)
        try:
            for number in range(edits + 1):
                for _ in range(at_once if number else 0):
                    corpus.edit(chance.choice(USUAL))
                publish(corpus.files, folder, BEGUN + number * DAY, config)
                survivals.extend(ledger.enter(corpus, read_edition(folder / "deck.apkg")))
                bring(collection, folder / "deck.apkg")
                agrees(collection, folder / "deck.apkg")
                collection.study()
        except AssertionError as failure:
            return Result(tuple(survivals), (), 0, 0, 0, f"seed {seed}: {failure!r}")
        usurped = tuple(f"{guid}: {fact.texts}" for guid, fact in ledger.usurped)
        counts = len(collection.histories()), len(collection.review_log()), ledger.withheld
        return Result(tuple(survivals), usurped, *counts)


def share(kept: int, there: int) -> str:
    """Histories kept of facts that survived."""
    return f"{kept:>6} of {there:>6}  {kept / max(1, there):8.2%}"


def table(title: str, rows: Iterable[tuple[str, bool]]) -> str:
    """How many were kept, for each name."""
    there: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for name, was_kept in rows:
        there[name] += 1
        kept[name] += was_kept
    return "\n".join((f"{title}:", *(f"  {name:<28}{share(kept[name], there[name])}" for name in sorted(there))))


def described(lost: Survival) -> str:
    """A lost history: its edit, its texts, and what each language's resembled."""
    pairs = list(zip(lost.before, lost.after, strict=True))
    alike = ", ".join(f"{similarity(*pair):.2f}" for pair in pairs)
    texts = "\n".join(f"    {one}\n      -> {other}" for one, other in pairs)
    return f"  {lost.edit}: {standing(lost.before, lost.after):.0%} of the words stand; similarity {alike}\n{texts}"


def standing_class(survival: Survival) -> str:
    """How much of a fact's words stand, in steps."""
    stood = standing(survival.before, survival.after)
    steps = ((1.0, "all"), (0.8, "80 % and more"), (2 / 3, "two thirds to 80 %"), (0.5, "half to two thirds"))
    return next((f"{index} {name}" for index, (least, name) in enumerate(steps) if stood >= least), "4 less than half")


def main() -> None:
    """Run the sequences, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sequences", type=int, default=200)
    parser.add_argument("--edits", type=int, default=5, help="editions after the first")
    parser.add_argument("--at-once", type=int, default=1, help="edits in each edition")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    begun = time.perf_counter()
    work = partial(run, edits=options.edits, at_once=options.at_once)
    seeds = range(options.seed * 1_000_000, options.seed * 1_000_000 + options.sequences)
    with ProcessPoolExecutor(options.jobs) as pool:
        results = list(pool.map(work, seeds))
    survivals = [survival for result in results for survival in result.survivals]
    touched = [survival for survival in survivals if survival.edit != "none"]
    usurped = [text for result in results for text in result.usurped]
    faults = [result.fault for result in results if result.fault]
    lost = [survival for survival in survivals if not survival.was_kept]
    print(
        f"{options.sequences} sequences of {options.edits} editions with {options.at_once} edit(s) each, "
        f"{sum(result.cards for result in results)} cards, {sum(result.answers for result in results)} answers, "
        f"{time.perf_counter() - begun:.0f} s"
    )
    print(f"histories kept / facts that survived: {share(len(survivals) - len(lost), len(survivals)).strip()}")
    print(table("by edit", ((survival.edit, survival.was_kept) for survival in survivals)))
    reworded = [survival for survival in touched if survival.before != survival.after]
    print(table("reworded facts, by the words that stand", ((standing_class(s), s.was_kept) for s in reworded)))
    print(f"facts withheld, since their languages differ: {sum(result.withheld for result in results)}")
    print(f"guids that came to serve another fact: {len(usurped)}")
    print(f"imports that altered what they should not: {len(faults)}")
    print("\n".join((*usurped[:SHOWN], *faults[:SHOWN])))
    print(f"lost histories ({min(SHOWN, len(lost))} of {len(lost)}):")
    print("\n".join(map(described, lost[:SHOWN])))
    if usurped or faults:
        sys.exit(1)


if __name__ == "__main__":
    main()
