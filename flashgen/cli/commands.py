"""The commands: arguments in, text and exit codes out. What is slow to import is imported by the command that needs it.

Results go to standard output, progress and problems to standard error. The exit codes are listed in `failures`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen.cli.arguments import NamedChoice, parse_language, parse_language_pair
from flashgen.cli.build_command import build
from flashgen.cli.cache_command import cache
from flashgen.cli.cache_folder import open_sources
from flashgen.cli.failures import PROBLEM, CommandGroup
from flashgen.cli.options import add_corpus_options, add_pair_options
from flashgen.cli.output import print_text
from flashgen.cli.package_commands import diff, export, preview, stats
from flashgen.cli.process import tell_of_termination, write_utf8
from flashgen.cli.settings import choose_folders, load_configuration
from flashgen.cli.terminal import print_problems
from flashgen.errors import FlashgenError

if TYPE_CHECKING:
    from flashgen.config.load import Config
    from flashgen.corpus.documents import Corpus
    from flashgen.pipeline.check import CheckResult
    from flashgen.pipeline.jobs import Request


def _print_version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    """Print the version and end; click's own option would need it at every start, and it is slow to find out."""
    if is_asked and not context.resilient_parsing:
        import flashgen

        click.echo(f"flashgen, version {flashgen.__version__}")
        context.exit()


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
    help="Show the version and exit.",
)  # fmt: skip
def main() -> None:
    """Turn the same articles in several languages into bilingual Anki decks.

    \b
    Try it:     flashgen build --from ru --to it      (builds the bundled sample)
    Your own:   flashgen build --from ru --to it --corpus my-articles
    """
    tell_of_termination()
    write_utf8()


for command in (build, cache, diff, export, preview, stats):
    main.add_command(command)


@main.command()
@add_pair_options(required=False)
@add_corpus_options
@click.option("-v", "--verbose", is_flag=True, help="Also list repairs, omissions and articles without a term note.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is any warning.")
@click.option(
    "--format", "form", type=NamedChoice(("text", "json", "github", "sarif")), default="text", show_default=True,
    help="For people, for programs, for pull requests on GitHub, or for whatever reads SARIF.",
)  # fmt: skip
def check(
    native: str | None, target: str | None, corpus: tuple[Path, ...], config: Path | None, verbose: bool, strict: bool,
    form: str,
) -> None:  # fmt: skip
    """Read everything, build nothing, list every problem.

    With --from and --to the pairing of the two languages is checked too; without them, that of the pairs of
    flashgen.yaml. With --config alone, only the configuration and its templates are. Of more than twenty problems,
    text lists those of the worst files first; -v lists all.
    """
    from flashgen.pipeline.check import CheckResult
    from flashgen.reports.check_report import check_report

    folders = corpus
    try:
        settings = load_configuration(config)
        if bool(native) != bool(target):
            raise FlashgenError("--from and --to go together: name both languages, or neither", usage=True)
        is_all = not config or bool(corpus or native or settings.pairs)
        folders = choose_folders(corpus, settings) if is_all else ()
        result = _check(native, target, settings, folders) if is_all else _check_alone(settings, form)
    except FlashgenError as failure:
        if form != "text":  # whoever reads that asks for nothing else
            print_text(check_report(CheckResult(failure.problems, 0), folders, form, verbose=verbose))
        raise
    if is_all or form != "text":
        print_text(check_report(result, folders, form, verbose=verbose), nl=form != "github" or bool(result.problems))
    if result.errors or (strict and result.warnings):
        sys.exit(PROBLEM)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", default=Path())
@click.option("--all", "everything", is_flag=True, help="Also write every default: note types, texts, templates.")
@click.option(
    "--pairs", "proposes_pairs", is_flag=True,
    help="Only print the pairs of languages of your articles, to be put into flashgen.yaml.",
)  # fmt: skip
@click.option(
    "--corpus", type=click.Path(path_type=Path), multiple=True, metavar="DIR",
    help="With --pairs: a folder of articles; may be repeated [default: the configuration's].",
)  # fmt: skip
def init(folder: Path, everything: bool, proposes_pairs: bool, corpus: tuple[Path, ...]) -> None:
    """Write a first deck to edit: articles, configuration.

    They go into DIR [default: here], as the folders articles/ and config/, with --all card_templates/ too. A file that
    is there already is kept.
    """
    from flashgen.config.init import describe_next_steps, write_starter

    if proposes_pairs:
        _propose_pairs(folder / "config", corpus)
        return
    print_text(describe_next_steps(write_starter(folder, everything=everything)))


@main.command()
@click.argument("slug")
@add_pair_options(required=True)
@add_corpus_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--confirm", "confirmed", multiple=True, type=int, metavar="N", help="Pair N is right: make a note of it."
)
@click.option("--deny", "denied", multiple=True, type=int, metavar="N", help="Pair N is wrong: make no note of it.")
def show(
    slug: str, native: str, target: str, corpus: tuple[Path, ...], config: Path | None, as_json: bool,
    confirmed: tuple[int, ...], denied: tuple[int, ...],
) -> None:  # fmt: skip
    """Show one article's facts side by side, with what was withheld.

    SLUG is the article's name, the end of it, or its title in either language, whatever the capitals. What was
    withheld is shown with the reason. --confirm and --deny, which may be repeated, write what you say of the
    pairs with these numbers to pairs.yaml in the folder of articles. Put -- before a SLUG that begins with a dash.
    """
    from flashgen.pipeline.jobs import pair_up, run_jobs
    from flashgen.pipeline.terms import why_no_term
    from flashgen.pipeline.verdicts import write_verdicts
    from flashgen.reports.show import bitext_json, bitext_text

    settings = load_configuration(config)
    native, target = parse_language_pair(native, target)
    folders = choose_folders(corpus, settings)
    with open_sources(folders, settings, makes_cards=False) as sources:
        pairing = pair_up(_make_request(native, target, folders, (slug,)), settings, sources)
        (outcome,) = run_jobs(pairing, 1)
        print_problems(outcome.problems)
        if outcome.bitext is None:
            sys.exit(PROBLEM)
        if confirmed or denied:
            print_text(write_verdicts(outcome.bitext, folders[0], (pairing.native, pairing.target), confirmed, denied))
            return
        no_term = why_no_term(outcome.bitext, pairing) if "term" in settings.kinds else None
    render = bitext_json if as_json else bitext_text
    print_text(render(outcome.bitext, pairing.native, pairing.target, no_term))


@main.command()
@add_corpus_options
@click.option(
    "--plot", type=click.Path(path_type=Path), metavar="FILE",
    help="Also draw which languages have which articles, as .png or .svg.",
)  # fmt: skip
@click.option(
    "--missing", metavar="LANG", help="List the articles that lack this language, or (all) any language at all."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def pairs(corpus: tuple[Path, ...], config: Path | None, plot: Path | None, missing: str | None, as_json: bool) -> None:
    """Show the languages of a corpus, and how many articles they share.

    For each language how many articles it has, and for each two languages how many articles exist in both.
    """
    from flashgen.language.pairs import ALL
    from flashgen.reports.coverage import coverage_json, coverage_text, missing_text

    if plot:
        from flashgen.reports.plots import check_plot, write_coverage

        check_plot(plot)
    found = _find_articles(load_configuration(config), corpus)
    if as_json:
        print_text(coverage_json(found))
    elif missing:
        languages = (
            found.counts() if missing == ALL else [found.resolve(parse_language("--missing", missing), "--missing")]
        )
        print_text(missing_text(found, languages))
    else:
        print_text(coverage_text(found))
    if plot:
        print_problems(write_coverage(found, plot))
        print_text(plot, err=as_json)


def _propose_pairs(config: Path, folders: tuple[Path, ...]) -> None:
    from flashgen.reports.pairs_proposal import pairs_proposal

    settings = load_configuration(config if config.is_dir() else None)
    print_text(pairs_proposal(_find_articles(settings, folders)))


def _find_articles(config: Config, folders: tuple[Path, ...]) -> Corpus:
    """The articles of the folders that are given, else configured; tells what could not be placed, and why."""
    from flashgen.corpus.documents import read_corpus
    from flashgen.pipeline.sources import choose_files
    from flashgen.reports.problem_list import left_out_line, select_problems

    corpus = read_corpus(choose_folders(folders, config), choose_files(config))
    print_problems(select_problems(corpus.problems, verbose=False))
    if corpus.left_out:
        print_text(left_out_line(corpus.left_out), err=True)
    return corpus


def _check_alone(settings: Config, form: str) -> CheckResult:
    """Check a configuration without any article; for people, it is told here."""
    from flashgen.pipeline.check import CheckResult, check_config

    said = check_config(settings)
    if form == "text":
        print_problems(settings.problems)
        print_text(said)
    return CheckResult(settings.problems, 0)


def _check(native: str | None, target: str | None, settings: Config, folders: tuple[Path, ...]) -> CheckResult:
    """Check two languages, the configured pairs, or else every document."""
    from flashgen.pipeline.check import check_corpus, check_pair

    if not native and settings.pairs:
        return _check_configured(settings, folders)
    if native and target:
        request = _make_request(*parse_language_pair(native, target), folders)
        with open_sources(folders, settings) as sources:
            return check_pair(request, settings, sources)
    with open_sources(folders, settings, makes_cards=False) as sources:
        return check_corpus(sources)


def _check_configured(config: Config, folders: tuple[Path, ...]) -> CheckResult:
    from flashgen.cli.pairs_asked import read_pairs_asked
    from flashgen.pipeline.check import check_pairs

    with open_sources(folders, config) as sources:
        pairs = read_pairs_asked((), (), False, config).among(sources.corpus)
        return check_pairs([_make_request(*pair, folders) for pair in pairs], config, sources)


def _make_request(native: str, target: str, folders: tuple[Path, ...], articles: tuple[str, ...] = ()) -> Request:
    from flashgen.pipeline.jobs import Request

    return Request(native, target, folders, articles)
