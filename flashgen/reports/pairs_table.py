"""The summary of a build of several language pairs: a line for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashgen.errors import counted
from flashgen.pipeline.batch import Failure
from flashgen.pipeline.report import Report
from flashgen.record import Record

_TITLES = ("pair", "articles", "notes", "cards", "new", "changed", "gone", "withheld", "")
_FAILED = "failed"


class PairRow(Record):
    """What is told of one pair."""

    cells: tuple[str, ...]
    """As the titles."""
    fate: str
    """`written`, `unchanged`, `failed`, or empty where nothing was to be written."""


def pair_row(outcome: Report | Failure) -> PairRow:
    """What is told of a pair, without the notes themselves."""
    if isinstance(outcome, Failure):
        name = f"{outcome.native} → {outcome.target}"
        return PairRow((name, *[""] * (len(_TITLES) - 2), "failed: see above"), _FAILED)
    tally, changes = outcome.tally, outcome.tally.changes
    gone = len(outcome.gone) + len(outcome.doubted) + len(outcome.left_out)
    counts = (
        tally.paired, tally.notes.total(), tally.cards.total(), changes["new"] + changes["back"], changes["changed"],
        gone, tally.withheld.total(),
    )  # fmt: skip
    fate = "written" if outcome.is_written else "unchanged"
    name = f"{tally.native} → {tally.target}"
    return PairRow((name, *(f"{count:,}" for count in counts), str(outcome.output)), fate)


def pairs_table(rows: Sequence[PairRow], *, wrote: bool) -> str:
    """A line for each pair, and what became of all. `wrote` tells whether packages were to be written."""
    table = [_TITLES, *(row.cells for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_TITLES))]
    lines = [_line(row, widths) for row in table]
    return "\n".join((*lines, _fates(rows, wrote=wrote)))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *counts, last = row
    right = (f"{count:>{width}}" for count, width in zip(counts, widths[1:-1], strict=True))
    return "  ".join((f"{name:<{widths[0]}}", *right, last)).rstrip()


def _fates(rows: Iterable[PairRow], *, wrote: bool) -> str:
    fates = [row.fate for row in rows]
    failed, unchanged = fates.count(_FAILED), fates.count("unchanged")
    said = []
    if not wrote:
        said.append("nothing was written")
    else:
        said.append(f"{counted(fates.count('written'), 'package')} written")
        if unchanged:
            said.append(f"{unchanged} left as they were, since they hold the same already")
    if failed:
        said.append(f"{counted(failed, 'pair')} failed")
    return "; ".join(said)
