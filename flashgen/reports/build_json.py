"""A build's summary for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from flashgen.anki.published_notes import PublishedNote
from flashgen.kinds import KINDS
from flashgen.pipeline.batch import Failure
from flashgen.pipeline.report import Report
from flashgen.records.notes import NoteStatus
from flashgen.reports.diff import compare
from flashgen.reports.diff_text import difference_data
from flashgen.reports.entries import entry_data, read_entries
from flashgen.reports.problem_formats import problem_data
from flashgen.reports.problem_list import order_problems


def failure_data(failure: Failure, folders: Sequence[Path]) -> dict[str, Any]:
    """What is told of a pair of which nothing was built."""
    problems = [problem_data(problem, folders) for problem in order_problems(failure.problems)]
    return {"native": failure.native, "target": failure.target, "written": False, "problems": problems}


def build_data(report: Report, folders: Sequence[Path], *, wrote: bool) -> dict[str, Any]:
    """One object: what the text summary says, with complete lists; docs/commands.md names its keys.

    `folders` hold the documents, `wrote` tells whether the package was to be written. Where it was not, `difference`
    holds what an import of it would do.
    """
    tally = report.tally
    content: dict[str, Any] = {
        "native": tally.native,
        "target": tally.target,
        "package": str(report.output),
        "written": wrote,
        "first": report.is_first,
        "articles": {"paired": tally.paired, "one_sided": tally.one_sided},
        "notes": {kind: tally.notes[kind] for kind in KINDS if tally.notes[kind]},
        "cards": {kind: tally.cards[kind] for kind in KINDS if tally.cards[kind]},
        "changes": {name: tally.changes[name] for name in get_args(NoteStatus)},
        "gone": {
            "from_documents": _notes_data(report, report.gone),
            "withheld": _notes_data(report, report.doubted),
            "not_asked_for": _notes_data(report, report.left_out),
        },
        "withheld": dict(tally.withheld.most_common()),
        "left_out": {"files": tally.files_left_out, "facts": tally.omitted},
        "problems": [problem_data(problem, folders) for problem in order_problems(tally.problems)],
    }
    if report.editions and not wrote:
        difference = compare(report.editions.last, report.editions.next_as_read)
        content["difference"] = difference_data(difference, tally.native, tally.target)
    return content


def _notes_data(report: Report, notes: Iterable[PublishedNote]) -> list[dict[str, str]]:
    """Notes of the last edition, as `flashgen diff --json` has them."""
    return [entry_data(entry) for entry in read_entries(notes, report.last)]
