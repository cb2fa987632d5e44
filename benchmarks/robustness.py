"""Try to break flashgen, and write what came of it to docs/reliability.md.

    PYTHONPATH=. python benchmarks/robustness.py [--kills N] [--documents N] [--corpus DIR]... [--seed N]

Documents are garbled and put together from pieces that parsers stumble over; hostile texts go through real Anki and a
browser; builds are killed, disturbed and starved of room (for the last, run it as root). Work is done in temporary
folders. The exit code is 1 if anything failed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crashes import try_crashes
from fuzzing import try_documents
from hostile import try_hostile_texts

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was tried how often, and what failed."""

    what: str
    tried: int
    failed: int
    remark: str

    @property
    def row(self) -> str:
        """Its line of the table."""
        return f"| {self.what} | {self.tried:,} | {self.failed} | {self.remark} |"


def outcomes(documents: int, kills: int, folders: list[Path], seed: int) -> Iterator[Outcome]:
    """Try all of it; what failed is printed."""
    tally = try_documents(documents, seed, folders)
    remark = f"{tally.read:,} were articles, {tally.notes:,} notes; the slowest two took {tally.slowest:.1f} s"
    yield Outcome("documents through reading, pairing and note making", tally.documents, tally.failed, remark)
    decks = try_hostile_texts()
    print(*decks.faults, sep="\n", file=sys.stderr)
    remark = f"in two decks: {decks.notes:,} notes, {decks.sides:,} sides in Anki and Chromium"
    yield Outcome("hostile texts in every place", decks.texts, len(decks.faults), remark)
    for crashes in try_crashes(kills, seed):
        print(*crashes.faults, sep="\n", file=sys.stderr)
        early = f"{crashes.early:,} before they were done; " if crashes.early else ""
        remark = f"{early}{crashes.left} temporary files left at the end"
        yield Outcome(crashes.what, crashes.tried, len(crashes.faults), remark)


def write_report(found: list[Outcome], seed: int) -> None:
    """The table in docs/reliability.md."""
    rows = "\n".join(one.row for one in found)
    path = ROOT / "docs/reliability.md"
    before, _, rest = path.read_text(encoding="utf-8").partition("<!-- table -->")
    after = rest.partition("<!-- end of table -->")[2]
    table = f"Seed {seed}.\n\n| tried | times | failed | |\n|---|---|---|---|\n{rows}\n"
    path.write_text(f"{before}<!-- table -->\n{table}<!-- end of table -->{after}", encoding="utf-8")


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=200, help="builds that SIGKILL ends")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--corpus", type=Path, action="append", help="documents to garble; the sample by default")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = []
    for one in outcomes(given.documents, given.kills, given.corpus or [ROOT / "sample"], given.seed):
        found.append(one)
        print(one.row, flush=True)
    write_report(found, given.seed)
    sys.exit(any(one.failed for one in found))


if __name__ == "__main__":
    main()
