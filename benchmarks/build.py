"""Time ``flashgen build`` and measure its memory on a synthetic corpus.

``python benchmarks/build.py [--articles 2000] [--native ru] [--target it] [--jobs N] [--again]`` builds a deck from
N/4 and then from N articles and prints one line for each, so that growth with the size of the corpus shows.
With ``--again`` each deck is built a second time over the first, after every tenth article was edited.
Peak memory is given twice: of the largest single process, from the kernel, and of the whole process tree,
from a sample of ``/proc`` every 50 ms (Linux only, 0 elsewhere; pages that processes share count repeatedly).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from make_corpus import DEFAULT_SEED, make_corpus

SAMPLE_SECONDS = 0.05
MEGABYTE = 1 << 20
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Result:
    """What one build took."""

    articles: int
    bytes_read: int
    notes: int
    seconds: float
    largest_process: float
    process_tree: float

    def line(self) -> str:
        """The result as one line of text."""
        return (
            f"{self.articles} articles, {self.bytes_read:,} bytes read, {self.notes} notes, "
            f"{self.seconds:.2f} s, peak memory {self.largest_process:.0f} MB (largest process), "
            f"{self.process_tree:.0f} MB (process tree)"
        )


def process_children() -> dict[int, list[int]]:
    """The children of every process, from ``/proc``."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text(errors="replace").rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue  # the process ended meanwhile
        children[parent].append(int(entry.parent.name))
    return children


def resident_bytes(pid: int) -> int:
    """A process's share of memory (PSS: pages that several processes use are divided among them), 0 if it has ended."""
    try:
        status = Path(f"/proc/{pid}/smaps_rollup").read_text(errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("Pss:")), 0)


def tree_bytes(root: int) -> int:
    """The resident memory of a process and all its descendants."""
    children = process_children()
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        total += resident_bytes(pid)
        waiting.extend(children.get(pid, ()))
    return total


class TreeSampler(threading.Thread):
    """Records the peak resident memory of a process tree until it is stopped."""

    def __init__(self, root: int) -> None:
        """Watch the tree below ``root``."""
        super().__init__(daemon=True)
        self.peak = 0
        self._root = root
        self._done = threading.Event()

    def run(self) -> None:
        """Sample until stopped."""
        while True:
            self.peak = max(self.peak, tree_bytes(self._root))
            if self._done.wait(SAMPLE_SECONDS):
                return

    def stop(self) -> int:
        """Stop sampling and return the peak in bytes."""
        self._done.set()
        self.join()
        return self.peak


def find_corpus(articles: int, languages: Sequence[str]) -> Path:
    """A corpus of this size in the temporary folder, written unless it is there already and complete.

    The name carries a checksum of the generator, so a changed generator writes a new corpus.
    """
    version = zlib.crc32(Path(make_corpus.__code__.co_filename).read_bytes())
    tags = "-".join(languages)
    name = f"flashgen-benchmark-{os.getuid()}-{tags}-{articles}-{DEFAULT_SEED}-{version:08x}"
    folder = Path(tempfile.gettempdir()) / name
    complete = folder.with_name(f"{name}.complete")
    if not (folder.is_dir() and complete.is_file()):
        make_corpus(folder, articles, languages)
        complete.touch()
    return folder


def count_notes(package: Path) -> int:
    """The number of notes in an Anki package."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package) as archive:
        database = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(database)) as connection:
            return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])


def run_measured(command: Sequence[str]) -> tuple[float, int, int]:
    """Run a command; its wall seconds and the peak bytes of its largest process and of its process tree.

    ``os.wait4`` gives the same figure as ``getrusage(RUSAGE_CHILDREN)``, but for this run alone.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    sampler = TreeSampler(process.pid)
    sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    tree = sampler.stop()
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode} from: {' '.join(command)}")
    return seconds, usage.ru_maxrss * MAXRSS_UNIT, tree


def measure(articles: int, native: str, target: str, jobs: int | None, again: bool) -> list[Result]:
    """Build a deck from a corpus of this many articles and measure it; with ``again`` a second time, over the first."""
    corpus = find_corpus(articles, [native, target])
    results = []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "deck.apkg"
        for edited in (False, True)[: 1 + again]:
            if edited:
                corpus = edited_copy(corpus, Path(folder) / "corpus")
            command = [sys.executable, "-m", "flashgen", "build", "--from", native, "--to", target]
            command += ["--corpus", str(corpus), "--output", str(output)]
            command += [] if jobs is None else ["--jobs", str(jobs)]
            seconds, largest, tree = run_measured(command)
            bytes_read = sum(path.stat().st_size for path in corpus.glob("*/*.md"))
            notes = count_notes(output)
            results.append(Result(articles, bytes_read, notes, seconds, largest / MEGABYTE, tree / MEGABYTE))
    return results


def edited_copy(corpus: Path, folder: Path) -> Path:
    """The corpus with a word put before the first sign of every list item, in every tenth article."""
    shutil.copytree(corpus, folder)
    for number, path in enumerate(sorted(folder.glob("*/*.md"))):
        if number % 10 == 0:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("\n- ", "\n- Ehm, "), encoding="utf-8")
    return folder


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure flashgen build on a synthetic corpus.")
    parser.add_argument("--articles", type=int, default=2000, metavar="N")
    parser.add_argument("--native", default="ru", metavar="TAG", help="language of the questions (--from)")
    parser.add_argument("--target", default="it", metavar="TAG", help="language to learn (--to)")
    parser.add_argument("--jobs", type=int, metavar="N", help="passed on to flashgen build if given")
    parser.add_argument("--again", action="store_true", help="build each deck a second time, over the first")
    options = parser.parse_args(arguments)
    if options.articles < 4:
        parser.error("--articles must be at least 4")
    return options


def main() -> None:
    """Run the command."""
    options = parse_arguments()
    for articles in (options.articles // 4, options.articles):
        for result in measure(articles, options.native, options.target, options.jobs, options.again):
            print(result.line(), flush=True)


if __name__ == "__main__":
    main()
