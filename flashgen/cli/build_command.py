"""The command that builds decks: of one pair of languages with a summary of its own, of several with a table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.arguments import NamedChoice
from flashgen.cli.cache_folder import open_sources
from flashgen.cli.engines import DASK, PROCESSES, EngineWish
from flashgen.cli.options import add_corpus_options, add_pairs_options
from flashgen.cli.output import print_text
from flashgen.cli.package_commands import print_difference
from flashgen.cli.process import collect_garbage_rarely, prepare_worker
from flashgen.cli.settings import choose_folders, load_configuration
from flashgen.cli.terminal import make_progress_bar, print_problem_list
from flashgen.errors import FlashgenError
from flashgen.kinds import KINDS

if TYPE_CHECKING:
    from flashgen.cli.build_wish import BuildWish
    from flashgen.pipeline.report import Report


@click.command()
@add_pairs_options
@add_corpus_options
@click.option(
    "-o", "--output", metavar="PATH",
    help="The package to write, or its folder [default: output/<native>-<target>.apkg].",
)  # fmt: skip
@click.option(
    "--article", "articles", multiple=True, metavar="SLUG", help="Only this article, by name or title; may be repeated."
)
@click.option("--topic", "topics", multiple=True, metavar="TEXT", help="Only articles with this keyword.")
@click.option("--kind", "kinds", multiple=True, type=NamedChoice(KINDS), help="Only facts of this kind.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Worker processes [default: all cores].")
@click.option(
    "--engine", "engine_name", type=NamedChoice((PROCESSES, DASK)), default=PROCESSES, show_default=True,
    help="What does the work: processes of this machine, or a cluster of dask's.",
)  # fmt: skip
@click.option(
    "--scheduler", default="", metavar="ADDRESS",
    help="Of dask's scheduler, e.g. tcp://10.0.0.5:8786 [default: a cluster on this machine].",
)  # fmt: skip
@click.option(
    "--previous", type=click.Path(path_type=Path), metavar="APKG",
    help="The last published package, whose notes are continued, or a folder of such packages [default: the one that "
    "is replaced].",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Read every document anew, and keep nothing for the next build.")
@click.option("--fresh", is_flag=True, help="Continue no package, and replace whatever file is there.")
@click.option(
    "--retire", type=NamedChoice(("report", "tag")), default="report", show_default=True,
    help="Facts that are gone: report them, or publish them once more with the tag flashgen::retired.",
)  # fmt: skip
@click.option("--release", default="", metavar="TEXT", help="The version that the deck says it is, e.g. 2.1.")
@click.option("--strict", is_flag=True, help="Build nothing, and exit with 1, if there is any warning.")
@click.option("--dry-run", is_flag=True, help="Show what would change for learners, and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Print the package's path and errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Also list every repair.")
@click.option(
    "--json", "as_json", is_flag=True,
    help="Print JSON: summary, notes that are gone, problems; of several pairs, a list of such objects.",
)  # fmt: skip
def build(
    natives: tuple[str, ...], targets: tuple[str, ...], reverse: bool, corpus: tuple[Path, ...], config: Path | None,
    output: str | None, articles: tuple[str, ...], topics: tuple[str, ...], kinds: tuple[str, ...], jobs: int,
    engine_name: str, scheduler: str, previous: Path | None, no_cache: bool, fresh: bool, retire: str, release: str,
    strict: bool, dry_run: bool, quiet: bool, verbose: bool, as_json: bool,
) -> None:  # fmt: skip
    """Build a deck from all articles that exist in both languages.

    Each pair of facts that say the same becomes a note. Several languages give a deck for each pair of them, in one go;
    without --from and --to, the pairs of flashgen.yaml are built.
    """
    collect_garbage_rarely()  # importing makes as much of it as building
    from flashgen.cli.build_wish import BuildWish
    from flashgen.cli.pairs_asked import read_pairs_asked
    from flashgen.cli.several_pairs import build_several
    from flashgen.pipeline.destination import Destination
    from flashgen.pipeline.jobs import Request

    if fresh and previous:
        raise FlashgenError("--fresh continues no package and --previous continues one: give one of them", usage=True)
    quiet = quiet or as_json
    settings = load_configuration(config)
    asked = read_pairs_asked(natives, targets, reverse, settings)
    engine = EngineWish(engine_name, scheduler)
    folders = engine.folders(choose_folders(corpus, settings, quiet=quiet))
    request = Request("", "", folders, articles, topics, kinds, jobs)
    destination = Destination(Path(), None, fresh, retire == "tag", not dry_run, strict, release)
    wish = BuildWish(settings, request, destination, output, previous, engine, not no_cache, quiet, verbose, as_json)
    if pair := asked.the_only_one:
        _build_one(pair, wish)
    else:
        build_several(asked, wish)


def _build_one(pair: tuple[str, str], wish: BuildWish) -> None:
    from flashgen.pipeline.build import Surroundings
    from flashgen.pipeline.build import build as run_build
    from flashgen.pipeline.clock import clock_of

    request, destination = wish.order(*pair)
    with (
        open_sources(request.folders, wish.config, use_cache=wish.use_cache, quiet=wish.quiet) as sources,
        wish.engine.open(request.jobs, request.folders) as engine,
    ):
        progress = make_progress_bar(quiet=wish.quiet)
        surroundings = Surroundings(clock_of(os.environ), progress, prepare_worker, engine)
        report = run_build(request, wish.config, destination, surroundings, sources)
    if wish.as_json:
        from flashgen.reports.build_json import build_data
        from flashgen.reports.json_text import json_text

        print_text(json_text(build_data(report, request.folders, wrote=wish.writes)))
    else:
        _print_report(report, wish)


def _print_report(report: Report, wish: BuildWish) -> None:
    """What a build did, for people; the path of the package is all that stands on standard output, for scripts."""
    from flashgen.reports.summary import summary_text

    if not wish.quiet:
        print_problem_list(report.tally.problems, verbose=wish.verbose)
    if report.editions and not wish.writes:
        print_difference(report.editions.last, report.editions.next_as_read)
    if not wish.quiet:
        retiring = wish.destination.retire
        print_text(summary_text(report, wrote=wish.writes, verbose=wish.verbose, retiring=retiring), err=True)
    if wish.writes:
        print_text(report.output)
