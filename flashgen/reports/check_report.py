"""What `flashgen check` prints, in the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashgen.pipeline.check import CheckResult
from flashgen.reports.problem_formats import problems_github, problems_json, problems_sarif
from flashgen.reports.problem_list import order_problems, select_problems, shorten_list


def check_report(result: CheckResult, folders: Sequence[Path], form: str, *, verbose: bool) -> str:
    """The problems of a check as `text`, `json`, `github` or `sarif`; the last three list them all.

    Repairs and omissions are listed with `verbose` alone, whatever the form. `folders` hold the documents.
    """
    problems = select_problems(result.problems, verbose=verbose)
    if form == "json":
        return problems_json(order_problems(problems), folders, result.summary.split("\n"))
    if form == "github":
        return problems_github(order_problems(problems), folders)
    if form == "sarif":
        return problems_sarif(order_problems(problems), folders)
    listed, more = shorten_list(problems, verbose=verbose)
    lines = (*map(str, listed), more, *(result.term_lines if verbose else ()), result.summary)
    return "\n".join(filter(None, lines))
