"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_INCLUDE, _EXCLUDE = "flashgen.include", "flashgen.exclude"
"""Where click keeps the patterns of the command line."""


def _keep(key: str) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], None]:
    """Keep an option's values for the configuration, which they add to."""

    def keep(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> None:
        context.meta[key] = values

    return keep


def add_corpus_options(command: Command) -> Command:
    """Add the options that say which articles are read, and how."""
    for option in (
        click.option(
            "--exclude", multiple=True, metavar="PATTERN", expose_value=False, callback=_keep(_EXCLUDE),
            help="Leave out files with such a path, e.g. 'drafts/' or '*.old.md'; may be repeated.",
        ),
        click.option(
            "--include", multiple=True, metavar="PATTERN", expose_value=False, callback=_keep(_INCLUDE),
            help="Read only files with such a path below the corpus folder; may be repeated.",
        ),
        click.option(
            "--config", type=click.Path(path_type=Path), metavar="FILE",
            help="A flashgen.yaml, or its folder [default: config/ here, else the bundled one].",
        ),
        click.option(
            "--corpus", "corpus", type=click.Path(path_type=Path), multiple=True, metavar="DIR",
            help="A folder of Markdown articles; may be repeated [default: the configuration's, else the sample].",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def add_pair_options(*, required: bool) -> Callable[[Command], Command]:
    """Add the options that name two languages."""

    def add_options(command: Command) -> Command:
        command = click.option(
            "--to", "target", required=required, metavar="LANG", help="The language being learned, e.g. it."
        )(command)
        return click.option(
            "--from", "native", required=required, metavar="LANG", help="The language the learner knows, e.g. ru."
        )(command)

    return add_options


def add_pairs_options(command: Command) -> Command:
    """Add the options that name language pairs."""
    for option in (
        click.option("--reverse", is_flag=True, help="Also build each pair the other way round."),
        click.option(
            "--to", "targets", multiple=True, metavar="LANG",
            help="The language being learned, e.g. it; may be repeated, or be `all` of the corpus.",
        ),
        click.option(
            "--from", "natives", multiple=True, metavar="LANG",
            help="The language the learner knows, e.g. ru; may be repeated, or be `all` of the corpus.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def patterns_given() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The patterns of --include and --exclude of the command that runs."""
    given = click.get_current_context().meta
    return given.get(_INCLUDE, ()), given.get(_EXCLUDE, ())
