"""Try to break flashgen, and write what came of it to docs/reliability.md.

    python benchmarks/robustness.py [--kills N] [--documents N] [--seed N]

Builds are killed at random moments over an existing package; documents are put together from pieces that parsers
stumble over. Work is done in a temporary folder. The exit code is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from flashgen.anki.package_reader import read_edition
from flashgen.corpus.article import parse_article
from flashgen.facts.extraction import extract_facts
from flashgen.kinds import KINDS
from flashgen.records import Document

ROOT = Path(__file__).parent.parent
PIECES = (
    "# T\n\n",
    "## What is it?\n",
    "- ",
    "1. ",
    "> ",
    "**",
    "_",
    "`",
    "```\n",
    "~~~\n",
    "[a](b)",
    "![",
    "](",
    "<b>",
    "<table>\n",
    "<!--",
    "-->",
    "<![CDATA[",
    "<script>",
    "{{",
    "}}",
    "{%",
    "{#x}",
    "[[",
    "]]",
    "\\(",
    "$",
    "|",
    "---\n",
    "\n\n",
    "\t",
    "    ",
    "\u00a0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\x00",
    "\x1b[2J",
    "\u0301",
    "兆",
    "9" * 40,
    "16万",
    "。",
    "é",
    "عربي",
    "[sound:x]",
    "&amp;amp;lt;",
    "&#x41;",
    "title: x\n",
    "a word ",
    "A sentence that ends. ",
)
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was tried how often, and what failed."""

    what: str
    tried: int
    failed: int
    remark: str


def make_document(pieces: random.Random) -> bytes:
    """A document of up to 300 pieces, sometimes cut or with a byte of it changed."""
    data = bytearray("".join(("# T\n\n", *pieces.choices(PIECES, k=pieces.randint(1, 300)))).encode())
    if pieces.random() < 0.1:
        data[pieces.randrange(len(data))] = pieces.randrange(256)
    return bytes(data[: pieces.randrange(len(data))] if pieces.random() < 0.2 else data)


def try_documents(count: int, seed: int) -> Outcome:
    """Read documents and extract their facts; a document may be left out, but must raise nothing."""
    pieces = random.Random(seed)
    failed = read = 0
    for number in range(count):
        data = make_document(pieces)
        try:
            article, _ = parse_article(Document(Path("a.md"), "a.md", "a", "en"), data)
            if article:
                read += 1
                extract_facts(article, KINDS)
        except Exception as fault:
            failed += 1
            print(f"document {number} of seed {seed}: {fault!r}", file=sys.stderr)
    return Outcome("generated documents, read and facts extracted", count, failed, f"{read:,} were articles")


def try_kills(count: int, seed: int, folder: Path) -> list[Outcome]:
    """Kill builds over an existing package, with each signal in turn."""
    moments = random.Random(seed)
    package = folder / "ru-it.apkg"
    command = (
        sys.executable, "-m", "flashgen", "build", "--from", "ru", "--to", "it", "--jobs", "2", "-q",
        "--corpus", str(ROOT / "sample"), "-o", str(package),
    )  # fmt: skip
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - started
    outcomes = []
    for number in SIGNALS:
        failed = orphans = 0
        for _ in range(count):
            with subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
            ) as build:
                time.sleep(moments.uniform(0.05, longest))
                build.send_signal(number)
                build.communicate(timeout=60)  # ends when the last process that could write is gone
            failed += not read_edition(package).notes
            orphans += _group_lives(build.pid)
        outcomes.append(Outcome(f"builds ended by {number.name}", count, failed, f"{orphans} processes left"))
    return outcomes


def _group_lives(group: int) -> bool:
    """Whether a process of the group is left; one that has ended may wait a moment to be reaped."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


def write_report(outcomes: list[Outcome], seed: int) -> None:
    """The table in docs/reliability.md."""
    rows = "\n".join(f"| {one.what} | {one.tried:,} | {one.failed} | {one.remark} |" for one in outcomes)
    (ROOT / "docs/reliability.md").write_text(
        f"""# Reliability

Made by `python benchmarks/robustness.py` (seed {seed}); what is promised stands in [SECURITY.md](../SECURITY.md).

| tried | times | failed | |
|---|---|---|---|
{rows}

A build that was ended has failed here if the package at its place cannot be read afterwards, old or new. A SIGKILL may
leave a hidden `.part` file beside the package; nothing reads it, and it can be deleted.

The test suite tries hostile templates and stylesheets (`tests/config/test_card_html.py`), templates and YAML that work
without end (`tests/config/test_template_engine.py`, `test_yaml_file.py`), forged packages
(`tests/anki/test_safe_reading.py`), and folders with pipes, devices and links (`tests/corpus/test_walking.py`).
""",
        encoding="utf-8",
    )


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=20, help="builds for each signal")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    outcomes = [try_documents(given.documents, given.seed)]
    with tempfile.TemporaryDirectory() as folder:
        outcomes += try_kills(given.kills, given.seed, Path(folder))
    write_report(outcomes, given.seed)
    sys.exit(any(one.failed for one in outcomes))


if __name__ == "__main__":
    main()
