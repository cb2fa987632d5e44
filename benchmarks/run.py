"""Measure all that is claimed about speed and memory, beside other programs, and print one table.

``python benchmarks/run.py [--articles 2000] [--large 14300] [--runs 5] [--peers DIR]`` makes its corpora, runs every
command in turn, as often as is asked, and takes medians. With ``--peers`` it installs other programs into a virtual
environment in that folder, once, and runs them on the same texts. ``--articles 500 --large 1000 --runs 3`` takes some
ten minutes on two cores that do nothing else.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path
from statistics import median

from build import count_notes, find_corpus
from measured_process import Run, run_measured

import flashgen

HERE = Path(__file__).parent
LANGUAGES = ("ru", "it")
ALL_LANGUAGES = ("ar", "de", "en", "it", "pl", "ru")
"""Of the corpus whose pairs are all built, a quarter of `--articles` in size."""
PEERS = ("genanki", "markdown", "anki", "ankdown", "markdown-anki-decks", "typer<0.10", "click<8.2")
"""What is installed for the peers; the last two since `markdown-anki-decks` does not run with later ones."""


@dataclass
class Bench:
    """What is measured, and where."""

    folder: Path
    articles: int
    large: int
    runs: dict[str, list[Run]] = field(default_factory=lambda: defaultdict(list))
    """By what was run."""

    def corpus(self, articles: int) -> Path:
        return find_corpus(articles, LANGUAGES)

    @property
    def articles_of_all(self) -> int:
        return self.articles // 4

    def package(self, name: str) -> Path:
        return self.folder / f"{name}.apkg"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def take(self, name: str, command: Sequence[str], *, watched: bool = False) -> None:
        """Run a command once more."""
        self.runs[name].append(run_measured(command, watched=watched))
        print(f"{name}: {self.runs[name][-1].seconds:.2f} s", file=sys.stderr, flush=True)

    def take_cold(self, name: str, command: Sequence[str], *, watched: bool = False) -> None:
        """Run a command once more, without what earlier runs have kept."""
        shutil.rmtree(self.cache, ignore_errors=True)
        self.take(name, command, watched=watched)

    def take_floor(self, name: str, corpus: Path, package: Path) -> None:
        """Run once more what does the least that there is to do, less the time in which it learns the rows."""
        script = [sys.executable, str(HERE / "floor.py"), str(corpus), str(package), str(self.package("floor"))]
        run = run_measured(script)
        learning = float(run.output)
        self.runs[name].append(replace(run, seconds=run.seconds - learning, cpu=run.cpu - learning))

    def seconds(self, name: str) -> float:
        return median(run.seconds for run in self.runs[name])

    def cpu(self, name: str) -> float:
        return median(run.cpu for run in self.runs[name])

    def memory(self, name: str) -> float:
        return median(run.together or run.largest for run in self.runs[name])


def build(
    corpus: Path, output: Path, *more: str, fresh: bool = True, native: str = LANGUAGES[0], target: str = LANGUAGES[1]
) -> list[str]:
    """The command that builds a deck."""
    command = [sys.executable, "-m", "flashgen", "build", "--from", native, "--to", target, "--quiet"]
    return [*command, "--corpus", str(corpus), "--output", str(output), *(["--fresh"] if fresh else []), *more]


def measure_own(bench: Bench) -> None:
    """Run what the claims are about, once each."""
    corpus, package = bench.corpus(bench.articles), bench.package("cold")
    bench.take_cold("cold", build(corpus, package))
    bench.take_floor("cold floor", corpus, package)
    bench.take_cold("half", build(bench.corpus(bench.articles // 2), bench.package("half")))
    for jobs in ("1", "4"):
        bench.take_cold(f"jobs {jobs}", build(corpus, bench.package("jobs"), "--jobs", jobs))
    large, package = bench.corpus(bench.large), bench.package("large")
    bench.take_cold("large memory", build(large, bench.package("memory")), watched=True)
    sample = [sys.executable, "-m", "flashgen", "build", "--from", "ru", "--to", "it", "--quiet", "--fresh"]
    bench.take_cold("sample", [*sample, "--output", str(bench.package("sample"))])
    bench.take_cold("large", build(large, package))
    bench.take_floor("large floor", large, package)
    bench.take("unchanged", build(large, package, fresh=False))
    with one_edited(large, len(bench.runs["one edited"])):
        bench.take("one edited", build(large, package, fresh=False))
    slug = next((large / LANGUAGES[0]).glob("*.md")).stem
    show = [sys.executable, "-m", "flashgen", "show", slug, "--from", LANGUAGES[0], "--to", LANGUAGES[1]]
    bench.take("show", [*show, "--corpus", str(large)])


def measure_all_pairs(bench: Bench) -> None:
    """Build all pairs of six languages, in one go and one by one, each without what others have kept; once only."""
    corpus = find_corpus(bench.articles_of_all, ALL_LANGUAGES)
    every = [sys.executable, "-m", "flashgen", "build", "--from", "all", "--to", "all", "--quiet", "--fresh"]
    bench.take_cold("all pairs", [*every, "--corpus", str(corpus), "--output", f"{bench.folder / 'all'}{os.sep}"])
    for native, target in permutations(ALL_LANGUAGES, 2):
        command = build(corpus, bench.package("one pair"), native=native, target=target)
        bench.take_cold("one pair of all", command)


@contextmanager
def one_edited(corpus: Path, number: int) -> Iterator[None]:
    """A corpus with one document edited, by its number otherwise; it is put back at the end.

    Each edit is one that no cache can know.
    """
    path = next((corpus / LANGUAGES[1]).glob("*.md"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n- ", f"\n- Ehm {number}, "), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def peer_commands(bench: Bench, environment: Path) -> dict[str, list[str]]:
    """The commands of the peers, their input prepared from the deck of `cold`."""
    programs = environment / "bin"
    if not (programs / "ankdown").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        subprocess.run([str(programs / "pip"), "install", "--quiet", *PEERS], check=True)
    export, folder, out = bench.folder / "notes.jsonl", bench.folder / "peers", bench.folder / "decks"
    out.mkdir()
    subprocess.run([sys.executable, "-m", "flashgen", "export", str(bench.package("cold")), str(export)], check=True)
    script = [str(programs / "python"), str(HERE / "peers.py")]
    subprocess.run([*script, "prepare", str(export), str(folder)], check=True)
    return {
        "genanki + markdown": [*script, "genanki", str(folder), str(bench.package("genanki"))],
        "Anki's backend": [*script, "anki", str(folder), str(bench.package("anki"))],
        "ankdown": [str(programs / "ankdown"), "-r", str(folder / "ankdown"), "-p", str(bench.package("ankdown"))],
        "markdown-anki-decks": [str(programs / "mdankideck"), str(folder / "mdankideck"), str(out)],
    }


def rows(bench: Bench) -> Iterator[tuple[str, str, str, str]]:
    """(what, by the clock, by processor time, goal)"""
    notes = count_notes(bench.package("cold"))
    articles, large, half = f"{bench.articles:,} x 2", f"{bench.large:,} x 2", f"{bench.articles // 2:,}"
    yield f"{articles} cold", *_seconds(bench, "cold"), ""
    yield f"{articles} cold, in units of the floor", *_ratio(bench, "cold", "cold floor"), "at most 1.6"
    yield f"{large} cold", *_seconds(bench, "large"), ""
    yield f"{large} cold, in units of the floor", *_ratio(bench, "large", "large floor"), "at most 1.6"
    yield "notes a second", f"{notes / bench.seconds('cold'):,.0f}", f"{notes / bench.cpu('cold'):,.0f}", ""
    if "genanki + markdown" in bench.runs:
        ratio = _ratio(bench, "genanki + markdown", "cold")
        yield "notes a second, against genanki + markdown", *ratio, "at least 1.2"
    yield f"{large}, one document edited, of cold", *_ratio(bench, "one edited", "large"), "at most 0.12"
    yield f"{large}, nothing changed, of cold", *_ratio(bench, "unchanged", "large"), "at most 0.08"
    yield "4 workers against 1", *_ratio(bench, "jobs 4", "jobs 1"), "processor time at most 1.15"
    pairs, languages = len(bench.runs["one pair of all"]), len(ALL_LANGUAGES)
    what = f"all {pairs} pairs of {languages} languages x {bench.articles_of_all:,}, of the sum of single builds"
    yield what, *_ratio_of_sums(bench, "all pairs", "one pair of all"), "at most 0.6"
    clock, cpu = (
        took("large") / bench.large / (took("half") / (bench.articles // 2)) for took in (bench.seconds, bench.cpu)
    )
    yield f"time per article at {bench.large:,} against {half}", f"{clock:.2f}", f"{cpu:.2f}", "at most 1.10"
    yield "sample build, whole process", *_seconds(bench, "sample"), "under 0.6 s"
    yield f"`flashgen show` in a corpus of {large}", *_seconds(bench, "show"), "under 1 s"
    yield f"peak memory of all processes, {large}", f"{bench.memory('large memory'):.0f} MB", "", "under 500 MB"
    yield "peak memory, sample", f"{bench.memory('sample'):.0f} MB", "", "under 110 MB"


def peer_rows(bench: Bench, peers: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(program, time, processor time) for the same notes."""
    yield "flashgen, which finds, pairs and checks them, too", *_seconds(bench, "cold")
    for name in peers:
        yield name, *_seconds(bench, name)


def _seconds(bench: Bench, name: str) -> tuple[str, str]:
    return f"{bench.seconds(name):.2f} s", f"{bench.cpu(name):.2f} s"


def _ratio(bench: Bench, name: str, other: str) -> tuple[str, str]:
    return f"{bench.seconds(name) / bench.seconds(other):.2f}", f"{bench.cpu(name) / bench.cpu(other):.2f}"


def _ratio_of_sums(bench: Bench, name: str, other: str) -> tuple[str, str]:
    runs, others = bench.runs[name], bench.runs[other]
    clock = sum(run.seconds for run in runs) / sum(run.seconds for run in others)
    return f"{clock:.2f}", f"{sum(run.cpu for run in runs) / sum(run.cpu for run in others):.2f}"


def table(head: Sequence[str], lines: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table."""
    rule = "|" + "---|" * len(head)
    return "\n".join([f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(line)} |" for line in lines)])


def compile_program() -> None:
    """Compile flashgen to byte code, as whoever installs it does: not every environment lets a run keep it."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(Path(flashgen.__file__).parent)], check=True)


def machine() -> str:
    """What it was measured on."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    name = next(models, platform.processor())
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, {name}, {platform.system()}, Python {platform.python_version()}, load {load}"


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure flashgen, and others beside it.")
    parser.add_argument("--articles", type=int, default=2000, metavar="N")
    parser.add_argument("--large", type=int, default=14_300, metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="of each command; medians are printed")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="a virtual environment for them, made if need be")
    return parser.parse_args()


def main() -> None:
    """Run the command."""
    options = parse_arguments()
    print(f"{machine()}; medians of {options.runs} interleaved runs\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.articles, options.large)
        os.environ["FLASHGEN_CACHE"] = str(bench.cache)
        compile_program()
        run_measured(build(bench.corpus(options.articles), bench.package("cold")))  # warms up
        peers = peer_commands(bench, options.peers.absolute()) if options.peers else {}
        for _ in range(options.runs):
            measure_own(bench)
            for name, command in peers.items():
                bench.take(name, command)
        measure_all_pairs(bench)
        print(table(("what", "by the clock", "by processor time", "goal"), rows(bench)))
        if peers:
            notes = count_notes(bench.package("cold"))
            print()
            print(table((f"{notes:,} notes by", "time", "processor time"), peer_rows(bench, list(peers))))


if __name__ == "__main__":
    main()
