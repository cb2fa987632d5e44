"""What people see on a terminal while and after a command runs: problems, a progress bar, changed words in colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from flashgen.cli.output import STYLES, visible
from flashgen.cli.time_left import time_left
from flashgen.errors import Problem

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from flashgen.pipeline.bitexts import Outcome
    from flashgen.pipeline.build import Progress
    from flashgen.reports.diff_text import Mark

_COLOURS = {"error": "red", "warning": "yellow", "repair": "blue", "omission": "blue"}
_LONG_BUILD = 100
"""Articles from which a build takes so long that a bar is drawn."""


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem with its severity on standard error, coloured where that is a terminal."""
    coloured = False if os.environ.get("NO_COLOR") else None  # None: where standard error is a terminal
    for problem in problems:
        severity = click.style(problem.severity, fg=_COLOURS[problem.severity])
        click.echo(f"{severity}: {visible(str(problem))}", err=True, color=coloured)


def print_problem_list(problems: Iterable[Problem], *, verbose: bool) -> None:
    """Print what asks something of the user, the first twenty of it and a count; with `verbose`, everything."""
    from flashgen.reports.problem_list import select_problems, shorten_list

    listed, more = shorten_list(select_problems(problems, verbose=verbose), verbose=verbose)
    print_problems(listed)
    if more:
        click.echo(more, err=True)


def make_progress_bar(*, quiet: bool) -> Progress:
    """Return a function that passes on the outcomes of a build, given with their number, and counts them on a bar.

    The bar is drawn on standard error, if that is a terminal, the build is a long one, and not `quiet`.
    """

    def pass_on_with_bar(outcomes: Iterable[Outcome], count: int) -> Iterable[Outcome]:
        with share_progress_bar(count, quiet=quiet) as pass_on:
            yield from pass_on(outcomes, count)

    return pass_on_with_bar


@contextmanager
def share_progress_bar(total: int, *, quiet: bool) -> Iterator[Progress]:
    """The same for several builds, whose outcomes are `total` together: one bar is drawn for all of them."""
    if quiet or total < _LONG_BUILD or not sys.stderr.isatty():
        yield lambda outcomes, _: outcomes
        return
    started, passed_on = monotonic(), 0
    bar: ProgressBar[None]
    with click.progressbar(
        length=total, label="Reading articles", file=sys.stderr, show_eta=False,
        item_show_func=lambda _: time_left(monotonic() - started, passed_on, total),
    ) as bar:  # fmt: skip

        def pass_on(outcomes: Iterable[Outcome], _: int) -> Iterable[Outcome]:
            nonlocal passed_on
            for outcome in outcomes:
                passed_on += 1
                yield outcome
                bar.update(1)

        yield pass_on


def choose_word_mark() -> Mark:
    """Choose how changed words are shown: in colour on a terminal, else between the signs of wdiff."""
    from flashgen.reports.diff_text import plain_mark

    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return plain_mark
    return lambda what, text: click.style(visible(text), **STYLES[what]) if what in STYLES else visible(text)  # type: ignore[arg-type]
