"""Write docs/commands.md from the commands themselves: `python -m flashgen.cli.command_reference docs/commands.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from flashgen.cli.commands import main as group

_NO_REWRAP = "\b"
"""Before a paragraph whose lines click leaves as they are."""
_HEAD = """\
# Commands

What `flashgen COMMAND --help` says of each command, written from the commands by `make reference`. What scripts and
programs can read is in [json.md](json.md); exit codes are in [README.md](../README.md#use-it-with-your-own-articles).
"""


def reference() -> str:
    """The whole page."""
    pages = [_HEAD]
    pages += ["\n".join(_command(name, command)) for name, command in sorted(group.commands.items())]
    return "\n".join(pages)


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = _context(command)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}\n\n```text\nflashgen {name} {usage}\n```\n"
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        yield " ".join(paragraph.removeprefix(_NO_REWRAP).split()) + "\n"
    yield from _options(command)


def _context(command: click.Command) -> click.Context:
    """Where a command finds the settings of its group; it keeps what it has read of them, for good."""
    return click.Context(command, parent=click.Context(group, **group.context_settings))


def _options(command: click.Command) -> Iterator[str]:
    """A table of a command's options."""
    context = _context(command)
    yield "| option | does |\n|---|---|"
    for option in command.get_params(context):
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record is not None:
            names, text = (_cell(part) for part in record)
            yield f"| `{names}` | {text} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|").replace("<", "&lt;").replace("*", r"\*")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
