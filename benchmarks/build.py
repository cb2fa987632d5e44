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
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from make_corpus import DEFAULT_SEED, make_corpus
from measured_process import run_measured


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


def measure(articles: int, native: str, target: str, jobs: int | None, again: bool) -> list[Result]:
    """Build a deck from a corpus of this many articles and measure it; with ``again`` a second time, over the first."""
    corpus = find_corpus(articles, [native, target])
    results = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FLASHGEN_CACHE"] = str(Path(folder) / "cache")
        output = Path(folder) / "deck.apkg"
        for edited in (False, True)[: 1 + again]:
            if edited:
                corpus = edited_copy(corpus, Path(folder) / "corpus")
            command = [sys.executable, "-m", "flashgen", "build", "--from", native, "--to", target]
            command += ["--corpus", str(corpus), "--output", str(output)]
            command += [] if jobs is None else ["--jobs", str(jobs)]
            run = run_measured(command, watched=True)
            bytes_read = sum(path.stat().st_size for path in corpus.glob("*/*.md"))
            notes = count_notes(output)
            results.append(Result(articles, bytes_read, notes, run.seconds, run.largest, run.together))
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
