"""What people see while and after a command runs: problems, a progress bar, changed words in colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from flashgen.errors import FlashgenError, Problem

if TYPE_CHECKING:
    from flashgen.pipeline.bitexts import Outcome
    from flashgen.reports.diff_text import Mark

Command = TypeVar("Command", bound=Callable[..., Any])

_COLOURS = {"error": "red", "warning": "yellow", "repair": "blue"}


def print_problems(problems: Iterable[Problem]) -> None:
    """To standard error, coloured where that is a terminal."""
    coloured = False if os.environ.get("NO_COLOR") else None  # None: where standard error is a terminal
    for problem in problems:
        severity = click.style(problem.severity, fg=_COLOURS[problem.severity])
        click.echo(f"{severity}: {problem}", err=True, color=coloured)


def tells_problems(command: Command) -> Command:
    """Turn FlashgenError into messages and an exit code; a bug keeps its traceback."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except FlashgenError as failure:
            print_problems(failure.problems)
            sys.exit(2 if failure.usage else 1)

    return run  # type: ignore[return-value]


def progress(quiet: bool) -> Callable[[Iterable[Outcome], int], Iterable[Outcome]]:
    """A bar on standard error while a long build runs on a terminal; nothing of it otherwise."""

    def follow(outcomes: Iterable[Outcome], count: int) -> Iterable[Outcome]:
        if quiet or count < 100 or not sys.stderr.isatty():
            yield from outcomes
            return
        with click.progressbar(outcomes, length=count, label="Reading articles", file=sys.stderr) as bar:
            yield from bar

    return follow


def word_mark() -> Mark:
    """How changed words are shown: in colour on a terminal, else between the signs of wdiff."""
    from flashgen.reports.diff_text import plain_mark

    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return plain_mark
    styles = {"delete": {"fg": "red", "strikethrough": True}, "insert": {"fg": "green", "bold": True}}
    return lambda what, text: click.style(text, **styles[what]) if what in styles else text  # type: ignore[arg-type]
