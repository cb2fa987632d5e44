"""A build's summary for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from flashgen.anki.package_reader import PublishedNote
from flashgen.kinds import KINDS
from flashgen.pipeline.batch import Failure
from flashgen.pipeline.build import Report
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
    pairing, edition = report.pairing, report.edition
    content: dict[str, Any] = {
        "native": pairing.native,
        "target": pairing.target,
        "package": str(report.output),
        "written": wrote,
        "first": report.is_first,
        "articles": {"paired": report.paired, "one_sided": pairing.one_sided},
        "notes": {kind: report.notes[kind] for kind in KINDS if report.notes[kind]},
        "cards": {kind: report.cards[kind] for kind in KINDS if report.cards[kind]},
        "changes": {name: edition.changes[name] for name in ("new", "back", "changed", "unchanged", "retired")},
        "gone": {
            "from_documents": _notes_data(report, edition.gone),
            "withheld": _notes_data(report, edition.withheld),
            "not_asked_for": _notes_data(report, edition.left_out),
        },
        "withheld": dict(report.withheld.most_common()),
        "left_out": {"files": pairing.corpus.left_out, "facts": report.omitted},
        "problems": [problem_data(problem, folders) for problem in order_problems(report.problems)],
    }
    if not wrote:
        content["difference"] = difference_data(compare(report.last, report.next), pairing.native, pairing.target)
    return content


def _notes_data(report: Report, notes: Iterable[PublishedNote]) -> list[dict[str, str]]:
    """Notes of the last edition, as `flashgen diff --json` has them."""
    return [entry_data(entry) for entry in read_entries(notes, report.last)]
