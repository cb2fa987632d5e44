"""Build a set of packages, and hold two such sets against each other, byte by byte.

    python benchmarks/packages.py build FOLDER [--flashgen COMMAND] [CORPUS=PAIR,PAIR ...]
    python benchmarks/packages.py compare FOLDER FOLDER

Run `build` before a change and after it, and `compare` the two: a change that is meant to alter nothing must leave
every package as it was. Without a corpus, the bundled sample is built in every pair of its languages. A corpus is a
folder, then the pairs to build (`articles=de-pt,ko-de`), or nothing but the folder for all pairs of its languages.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EPOCH = "1700000000"
"""The time that every package bears, so that only what a build makes of its input can differ."""
SAMPLE = ("en", "da", "ru", "it", "pl", "ar")


def main() -> None:
    """Do what the command line asks for; exit code 1 where packages differ or a build fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build")
    build.add_argument("folder", type=Path)
    build.add_argument("corpora", nargs="*", metavar="CORPUS=PAIRS")
    build.add_argument("--flashgen", default="flashgen")
    compare = commands.add_parser("compare")
    compare.add_argument("one", type=Path)
    compare.add_argument("other", type=Path)
    options = parser.parse_args()
    if options.command == "compare":
        sys.exit(compare_folders(options.one, options.other))
    sys.exit(build_packages(options.folder, shlex.split(options.flashgen), options.corpora))


def build_packages(folder: Path, flashgen: list[str], corpora: list[str]) -> int:
    """Build every pair of every corpus, two at a time; 1 where any build failed."""
    jobs = [job for corpus in corpora or [""] for job in _jobs(folder, flashgen, corpus)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = [said for said in pool.map(_run, jobs) if said]
    print(f"{len(jobs) - len(failed)} of {len(jobs)} packages built in {folder}", *failed, sep="\n")
    return int(bool(failed))


def compare_folders(one: Path, other: Path) -> int:
    """Name every package that differs or exists once; 1 where there is any."""
    names = sorted({path.relative_to(root).as_posix() for root in (one, other) for path in root.rglob("*.apkg")})
    different = [name for name in names if _bytes(one / name) != _bytes(other / name)]
    print(f"{len(names) - len(different)} of {len(names)} packages are the same, byte by byte", *different, sep="\n")
    return int(bool(different) or not names)


def _jobs(folder: Path, flashgen: list[str], corpus: str) -> Iterator[list[str]]:
    name, _, listed = corpus.partition("=")
    where = ["--corpus", name] if name else []
    pairs = listed.split(",") if listed else _all_pairs(flashgen, where)
    for pair in pairs:
        native, target = pair.split("-")
        output = folder / (Path(name).name or "sample") / f"{pair}.apkg"
        yield [*flashgen, "build", "--from", native, "--to", target, "--fresh", "-q", "-o", str(output), *where]


def _all_pairs(flashgen: list[str], where: list[str]) -> list[str]:
    if not where:
        return [f"{one}-{other}" for one, other in itertools.permutations(SAMPLE, 2)]
    table = subprocess.run([*flashgen, "pairs", *where], capture_output=True, text=True, check=True).stdout
    tags = [line.split()[0] for line in table.splitlines()[1:] if line.strip()]
    return [f"{one}-{other}" for one, other in itertools.permutations(tags, 2)]


def _run(command: list[str]) -> str:
    Path(command[command.index("-o") + 1]).parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
    return "" if done.returncode == 0 else f"{shlex.join(command)}: exit code {done.returncode}\n{done.stderr}"


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


if __name__ == "__main__":
    main()
