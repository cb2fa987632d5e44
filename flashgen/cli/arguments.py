"""What the arguments of a command line mean: languages, where the package goes, former names of choices."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from flashgen.errors import FlashgenError


class RetireChoice(click.Choice):  # type: ignore[type-arg]  # click before 8.4 has no Choice[str]
    """The choices of `--retire`: what a build does with facts that are gone. `report` was called `say` before."""

    def __init__(self) -> None:
        super().__init__(("report", "tag"))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """One of the choices; the former name is accepted, but neither the help nor a message shows it."""
        return super().convert("report" if value == "say" else value, param, ctx)


def parse_language_pair(native: str, target: str) -> tuple[str, str]:
    """The two language tags in their normal form, such as `pt-BR`. A language may be given by its name, too.

    Raises FlashgenError (wrong usage) if there is no such language, or both are the same.
    """
    from flashgen.language.tags import tag_in_path

    tags = []
    for option, given in (("--from", native), ("--to", target)):
        tag = tag_in_path(given)
        if tag is None:
            hint = "give a tag such as ru, it or pt-BR, or a language's name"
            raise FlashgenError(f"{option} {given}: there is no such language; {hint}", usage=True)
        tags.append(tag)
    if tags[0] == tags[1]:
        raise FlashgenError(f"--from and --to are both {tags[0]}: a deck needs two languages", usage=True)
    return tags[0], tags[1]


def choose_output_path(given: str | None, native: str, target: str) -> Path:
    """The package to write; in a folder, one that exists or is only written as one (`decks/`), by its default name."""
    name = f"{native}-{target}.apkg"
    if given is None:
        return Path("output") / name
    return Path(given) / name if given.endswith(("/", os.sep)) or Path(given).is_dir() else Path(given)
