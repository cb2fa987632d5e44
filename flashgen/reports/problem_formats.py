"""Problems for programs: JSON, the workflow commands of GitHub, and SARIF 2.1.0 for whatever reads reports of linters.

A pull request shows the last two beside the line that they speak of, for which files are named from where flashgen
runs (the root of the repository), and not from their corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import flashgen
from flashgen.errors import Problem
from flashgen.reports.json_text import json_text

READING = "reading"
"""Stands for a rule where a problem was met while documents were read, or configuration."""
_GITHUB = {"error": "error", "warning": "warning", "repair": "notice", "omission": "notice"}
_SARIF = {"error": "error", "warning": "warning", "repair": "note", "omission": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def problems_json(problems: Iterable[Problem], folders: Sequence[Path], summary: Sequence[str]) -> str:
    """One object: the problems, each with severity, file, line (0: the whole file), rule, message and remedy."""
    content = {"problems": [problem_data(problem, folders) for problem in problems], "summary": list(summary)}
    return json_text(content)


def problem_data(problem: Problem, folders: Sequence[Path]) -> dict[str, str | int]:
    """One problem as values that JSON can hold."""
    return {
        "severity": problem.severity, "file": _file_of(problem, folders), "line": _line_of(problem),
        "rule": problem.rule or READING, "message": problem.message, "remedy": problem.remedy,
    }  # fmt: skip


def problems_github(problems: Iterable[Problem], folders: Sequence[Path]) -> str:
    """One workflow command a line, which GitHub shows beside the line of the file.

    Source: docs.github.com, "Workflow commands for GitHub Actions".
    """
    return "\n".join(_workflow_command(problem, folders) for problem in problems)


def problems_sarif(problems: Iterable[Problem], folders: Sequence[Path]) -> str:
    """A SARIF log with one run. Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 on."""
    problems = tuple(problems)
    remedies = {problem.rule or READING: problem.remedy for problem in problems}
    rules = sorted(remedies)
    driver = {
        "name": "flashgen",
        "version": flashgen.__version__,
        "rules": [_sarif_rule(rule, remedies[rule]) for rule in rules],
    }
    results = [_sarif_result(problem, rules.index(problem.rule or READING), folders) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _workflow_command(problem: Problem, folders: Sequence[Path]) -> str:
    values = {"file": _file_of(problem, folders), "line": _line_of(problem), "title": problem.rule or READING}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items() if value)
    return f"::{_GITHUB[problem.severity]} {properties}::{_escaped(_with_remedy(problem))}"


def _escaped(text: str, more: str = "") -> str:
    """A text whose signs mean nothing to GitHub."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _sarif_rule(rule: str, remedy: str) -> dict[str, Any]:
    described: dict[str, Any] = {"id": rule, "shortDescription": {"text": rule.replace("-", " ")}}
    return described | ({"help": {"text": remedy}} if remedy else {})


def _sarif_result(problem: Problem, index: int, folders: Sequence[Path]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.rule or READING,
        "ruleIndex": index,
        "level": _SARIF[problem.severity],
        "message": {"text": _with_remedy(problem)},
    }
    if file := _file_of(problem, folders):
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(file, errors="surrogateescape")}}
        if line := _line_of(problem):
            place["region"] = {"startLine": line}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _with_remedy(problem: Problem) -> str:
    return f"{problem.message}. Remedy: {problem.remedy}" if problem.remedy else problem.message


def _line_of(problem: Problem) -> int:
    return problem.location.line if problem.location else 0


def _file_of(problem: Problem, folders: Sequence[Path]) -> str:
    """The file from where flashgen runs, with "/" on every system; empty where the problem has no place."""
    if problem.location is None:
        return ""
    name = problem.location.path
    path = folders[0] / name if problem.location.is_below and folders else Path(name)
    here = Path.cwd()
    whole = path if path.is_absolute() else here / path
    return (whole.relative_to(here) if whole.is_relative_to(here) else path).as_posix()
