"""The build of several language pairs: one progress for the whole, one table at the end."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flashgen.cli.arguments import refuse_one_file
from flashgen.cli.build_wish import BuildWish
from flashgen.cli.cache_folder import open_sources
from flashgen.cli.failures import PROBLEM
from flashgen.cli.output import print_text
from flashgen.cli.package_commands import print_difference
from flashgen.cli.pairs_asked import PairsAsked
from flashgen.cli.process import prepare_worker
from flashgen.cli.terminal import print_problem_list, print_problems, share_progress_bar
from flashgen.errors import Problem
from flashgen.pipeline.batch import Failure, build_all, shared_articles
from flashgen.pipeline.build import Surroundings
from flashgen.pipeline.clock import clock_of
from flashgen.pipeline.report import Report
from flashgen.reports.build_json import build_data, failure_data
from flashgen.reports.json_text import json_text
from flashgen.reports.pairs_table import PairRow, pair_row, pairs_table


@dataclass(slots=True)
class _Outcomes:
    """What is told at the end; the notes of a report are not kept for it."""

    rows: list[PairRow] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    problems: dict[Problem, None] = field(default_factory=dict)
    """Those of all pairs, each once: what is wrong with a document is so in every pair."""
    failures: dict[Problem, None] = field(default_factory=dict)
    """What stopped pairs."""

    def add(self, outcome: Report | Failure) -> None:
        self.rows.append(pair_row(outcome))
        if isinstance(outcome, Failure):
            self.failures.update(dict.fromkeys(outcome.told))
        else:
            self.written.append(outcome.output)
            self.problems.update(dict.fromkeys(outcome.tally.problems))


def build_several(asked: PairsAsked, wish: BuildWish) -> None:
    """Build the pairs that were asked for, and end the process with the code of a problem if one of them failed."""
    refuse_one_file(wish.output)
    clock = clock_of(os.environ)
    found, data = _Outcomes(), list[dict[str, Any]]()
    request = wish.request
    with (
        open_sources(request.folders, wish.config, use_cache=wish.use_cache, quiet=wish.quiet) as sources,
        wish.engine.open(request.jobs, request.folders) as engine,
    ):
        pairs = asked.among(sources.corpus)
        orders = [wish.order(*pair) for pair in pairs]
        shared = shared_articles(sources.corpus)
        with share_progress_bar(sum(shared.get(pair, 0) for pair in pairs), quiet=wish.quiet) as progress:
            surroundings = Surroundings(clock, progress, prepare_worker, engine)
            for outcome in build_all(orders, wish.config, surroundings, sources):
                found.add(outcome)
                if wish.as_json:
                    data.append(_data(outcome, wish))
                elif isinstance(outcome, Report) and outcome.editions and not wish.writes:
                    print_text(f"{outcome.tally.native} → {outcome.tally.target}")
                    print_difference(outcome.editions.last, outcome.editions.next_as_read)
    if wish.as_json:
        print_text(json_text(data))
    else:
        _tell(found, wish)
    if found.failures:
        sys.exit(PROBLEM)


def _data(outcome: Report | Failure, wish: BuildWish) -> dict[str, Any]:
    """What programs are told of a pair."""
    if isinstance(outcome, Failure):
        return failure_data(outcome, wish.request.folders)
    return build_data(outcome, wish.request.folders, wrote=wish.writes)


def _tell(found: _Outcomes, wish: BuildWish) -> None:
    if not wish.quiet:
        print_problem_list((one for one in found.problems if one not in found.failures), verbose=wish.verbose)
    print_problems(found.failures)
    if not wish.quiet:
        print_text(pairs_table(found.rows, wrote=wish.writes), err=True)
    if wish.writes:
        for path in found.written:
            print_text(path)
