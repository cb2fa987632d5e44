"""What the arguments of a command line mean: languages, choices, and where the package goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from flashgen.errors import FlashgenError, suggest

_LONGEST_TAG = 3
"""Letters of a language's tag without its region."""


class NamedChoice(click.Choice):  # type: ignore[type-arg]  # click before 8.4 has no Choice[str]
    """One of some words; a misspelt one is met with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as it is spelt in `choices`; click ends the program for any other, with exit code 2."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"there is no {value!r}{suggest(str(value), map(str, self.choices))}", param, ctx)


def parse_language(option: str, given: str) -> str:
    """A language tag in its normal form, such as `pt-BR`. A language may be given by its name, too.

    Raises FlashgenError (wrong usage), with the option, if there is no such language.
    """
    from flashgen.language.tags import known_names, language_of_region, tag_in_path

    tag = tag_in_path(given)
    if tag is None:
        hint = "; give a tag such as ru, it or pt-BR, or a language's name"
        # what is as short as a tag is that of a country, or one with a letter too many, rather than a name
        if spoken := language_of_region(given.casefold()):
            end = f"; did you mean {spoken!r}?"
        else:
            known = known_names() if len(given) > _LONGEST_TAG else filter(tag_in_path, (given[:2],))
            end = suggest(given, known, hint)
        raise FlashgenError(f"{option} {given}: there is no such language{end}", usage=True)
    return tag


def parse_language_pair(native: str, target: str) -> tuple[str, str]:
    """The two language tags in their normal form.

    Raises FlashgenError (wrong usage) if there is no such language, or both are the same.
    """
    tags = parse_language("--from", native), parse_language("--to", target)
    if tags[0] == tags[1]:
        raise FlashgenError(f"--from and --to are both {tags[0]}: a deck needs two languages", usage=True)
    return tags


def choose_output_path(given: str | None, native: str, target: str) -> Path:
    """The package to write; in a folder, one that exists or is only written as one (`decks/`), by its default name.

    Raises FlashgenError (wrong usage) for a name that Anki would not take for a package.
    """
    name = f"{native}-{target}.apkg"
    if given is None:
        return Path("output") / name
    path = Path(given)
    if given.endswith(("/", os.sep)) or path.is_dir():
        return path / name
    if path.suffix.casefold() != ".apkg":
        remedy = f"name it {path.with_suffix('.apkg')}, or a folder with a slash at its end ({given}/)"
        raise FlashgenError(f"--output {given}: Anki opens packages by their ending, .apkg; {remedy}", usage=True)
    return path


def refuse_one_file(given: str | None) -> None:
    """Raise FlashgenError (wrong usage) if `--output` names a file, and several packages are to be written."""
    if given is not None and not given.endswith(("/", os.sep)) and not Path(given).is_dir():
        message = f"--output {given}: several packages need a folder; write it with a slash at its end ({given}/)"
        raise FlashgenError(message, usage=True)


def choose_previous(given: Path | None, native: str, target: str) -> Path | None:
    """The package to continue: the one that was given, or the one of its name in a folder that was given.

    None where that folder lacks it: then it was not published yet. Raises FlashgenError (wrong usage) for a folder
    without any package.
    """
    if given is None or not given.is_dir():
        return given
    if not any(given.glob("*.apkg")):
        raise FlashgenError(f"--previous {given}: there is no package in this folder", usage=True)
    path = given / f"{native}-{target}.apkg"
    return path if path.exists() else None
