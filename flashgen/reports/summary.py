"""A build's summary: what a person reads in five seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.anki.published_notes import PublishedNote
from flashgen.errors import counted
from flashgen.kinds import KINDS
from flashgen.pipeline.report import Report
from flashgen.pipeline.withheld import remedies
from flashgen.reports.entries import read_entries
from flashgen.reports.problem_list import left_out_line

_LISTED = 10
"""Notes of a list that are shown unless all are asked for."""
_LACKING = "flashgen pairs --missing all lists them"
_SHOWN = 70
"""Characters of a text that are shown in a list."""


def summary_text(report: Report, *, wrote: bool, verbose: bool = False, retiring: bool = False) -> str:
    """Articles, notes by kind, changes, what was withheld and why, where the package is, what to do next.

    `wrote` tells whether the package was written, `retiring` whether facts that are gone were published once more;
    with `verbose`, lists are complete.
    """
    tally = report.tally
    kinds = ", ".join(f"{tally.notes[kind]} {kind}" for kind in KINDS if tally.notes[kind])
    lines = [
        f"{tally.native} → {tally.target}: {counted(tally.paired, 'article')} paired"
        + (f", {tally.one_sided} in one language only ({_LACKING})" if tally.one_sided else ""),
        f"{counted(tally.notes.total(), 'note')}, {counted(tally.cards.total(), 'card')}: {kinds}",
        *_change_lines(report, verbose, retiring),
    ]
    if tally.withheld:
        reasons = "; ".join(f"{count} × {reason}" for reason, count in tally.withheld.most_common())
        lines.append(f"{counted(tally.withheld.total(), 'fact')} withheld: {reasons}")
        lines += remedies(tally.withheld)
    if tally.files_left_out:
        lines.append(left_out_line(tally.files_left_out))
    if tally.omitted:
        be = "be no good card" if tally.omitted == 1 else "be no good cards"
        lines.append(f"{counted(tally.omitted, 'fact')} left out, which would {be} (check -v lists them)")
    # a document may have been repaired in several ways; a repair without a place stands for a document of its own
    repaired = {
        problem.location.path if problem.location else problem.message
        for problem in tally.problems
        if problem.severity == "repair"
    }
    if repaired:
        lines.append(f"{counted(len(repaired), 'document')} repaired (-v lists them)")
    if wrote and not report.is_written:
        lines.append(f"{report.output} holds the same already, and was left as it is")
    elif wrote:
        lines.append(f"Next: in Anki, File > Import {report.output} (the default options are right)")
    else:
        lines.append(f"Nothing was written ({report.output} would be)")
    return "\n".join(lines)


def _change_lines(report: Report, verbose: bool, retiring: bool) -> Iterator[str]:
    """The counts against the last edition, and the notes that it had and this one has not."""
    if report.is_first:
        yield (
            f"no earlier package at {report.output}: a first edition; "
            "was the deck published before? --previous names the last package, whose notes are continued"
        )
    counts = report.tally.changes
    back = f"{counts['back']} back, " if counts["back"] else ""
    lost = len(report.gone) + len(report.doubted) + len(report.left_out)
    yield f"{counts['new']} new, {back}{counts['changed']} changed, {counts['unchanged']} unchanged, {lost} gone"
    limit = None if verbose else _LISTED
    if report.gone:
        fate = (
            "published once more, as flashgen::retired"
            if retiring
            else "kept by learners; --retire tag marks what is gone"
        )
        yield f"{len(report.gone)} gone from the documents ({fate}):"
        yield from _note_lines(report, report.gone, limit)
    if report.doubted:
        yield f"{len(report.doubted)} published before, and withheld now (kept by learners; may come back):"
        yield from _note_lines(report, report.doubted, limit)
    if report.left_out:
        yield f"{len(report.left_out)} published before, and not asked for now (kept by learners)"
    earlier = counts["retired"] - len(report.gone)
    if earlier > 0:
        yield f"{earlier} gone in earlier editions, published once more, as flashgen::retired"


def _note_lines(report: Report, notes: Sequence[PublishedNote], limit: int | None) -> Iterator[str]:
    """One line for each note of the last edition, and how many are left out beyond the limit."""
    for entry in read_entries(notes[:limit], report.last):
        text = " ".join(entry.target.split())
        yield f"  {entry.article}, {entry.kind}: {text if len(text) <= _SHOWN else text[: _SHOWN - 3] + '...'}"
    if limit is not None and len(notes) > limit:
        yield f"  and {len(notes) - limit} more (-v lists them)"
