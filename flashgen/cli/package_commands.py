"""The commands that look at finished packages: diff, stats, preview, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.arguments import NamedChoice
from flashgen.cli.output import print_text
from flashgen.cli.terminal import choose_word_mark, print_problems

if TYPE_CHECKING:
    from flashgen.anki.package_reader import Edition


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Show what an import of NEW does to a learner who has OLD.

    OLD and NEW are packages. Lists the notes that are new, changed (with the words removed and added) and gone, and
    what else to look out for.
    """
    from flashgen.anki.package_reader import read_edition

    before = read_edition(old, to_build_upon=False)
    after = read_edition(new, before.pair, to_build_upon=False)
    print_difference(before, after, as_json=as_json)


@click.command()
@click.argument("package", type=click.Path(path_type=Path), metavar="APKG")
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE", help="Also draw the counts, as .png or .svg.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def stats(package: Path, plot: Path | None, as_json: bool) -> None:
    """Count the notes and cards of a package by kind, topic and length.

    The length is that of the answer, in characters.
    """
    from flashgen.reports.stats import read_statistics
    from flashgen.reports.stats_text import statistics_json, statistics_text

    if plot:
        from flashgen.reports.plots import check_plot, write_statistics

        check_plot(plot)
    statistics = read_statistics(package)
    print_text(statistics_json(statistics) if as_json else statistics_text(statistics))
    if plot:
        print_problems(write_statistics(statistics, plot))
        print_text(plot, err=as_json)


@click.command()
@click.argument("packages", type=click.Path(path_type=Path), metavar="APKG...", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH",
    help="The page to write, or the folder for it [default: beside the package, as .html].",
)  # fmt: skip
@click.option(
    "--public",
    is_flag=True,
    help="Leave out what was withheld or is in the package no more, and proofreaders' buttons.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
def preview(packages: tuple[Path, ...], output: Path | None, public: bool, open_it: bool) -> None:
    """Write one HTML page with every card of a package.

    The page shows the cards as Anki does, and needs no network. Of several packages there is a page each, and
    index.html, which leads to the pages and to the packages: in the folder of --output, with copies of the packages,
    or in that of the first package.
    """
    from flashgen.preview.shop_window import write_shop_window
    from flashgen.preview.write import write_preview

    if len(packages) > 1:
        path = write_shop_window(packages, output, public=public)
    else:
        path = write_preview(packages[0], output, public=public)
    print_text(path)
    if open_it:
        click.launch(path.resolve().as_uri())


@click.command()
@click.argument("package", type=click.Path(path_type=Path), metavar="APKG")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format", "format_name", type=NamedChoice(("tsv", "csv", "jsonl", "tmx", "tbx")),
    help="The format [default: the ending of FILE].",
)  # fmt: skip
def export(package: Path, file: Path, format_name: str | None) -> None:
    """Write the notes of a package for other programs.

    The ending of FILE says how: .tsv (Anki imports it over the package), .csv (spreadsheets, other trainers), .jsonl
    (JSON Lines), .tmx (TMX 1.4, translation memories) or .tbx (TBX-Basic, terms and definitions).
    """
    from flashgen.exports.write import export_package

    export_package(package, file, format_name)
    print_text(file)


def print_difference(old: Edition, new: Edition, *, as_json: bool = False) -> None:
    """Print what an import of `new` does to a learner who has `old`, on standard output."""
    from flashgen.reports.diff import compare
    from flashgen.reports.diff_text import difference_json, difference_text

    difference = compare(old, new)
    if as_json:
        print_text(difference_json(difference, *new.pair))
    else:
        native, target = new.pair
        print_text(difference_text(difference, native, target, choose_word_mark()), keep_colours=True)
