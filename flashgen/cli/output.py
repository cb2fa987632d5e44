"""Text for people: what documents and file names hold cannot steer the terminal that shows it."""

from __future__ import annotations

import re

import click

STYLES = {"delete": {"fg": "red", "strikethrough": True}, "insert": {"fg": "green", "bold": True}}
"""How changed words are shown in colour."""
_CONTROL = re.compile("\x1b\\[(?:0|1|9|31|32|33|34)m|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
"""The first are the sequences of our own colours."""


def visible(text: str, *, keep_colours: bool = False) -> str:
    r"""The text with control characters written out (`\u001b`), as JSON does, so that JSON stays valid."""

    def written_out(match: re.Match[str]) -> str:
        if len(match[0]) == 1:
            return f"\\u{ord(match[0]):04x}"
        return match[0] if keep_colours else f"\\u001b{match[0][1:]}"

    return _CONTROL.sub(written_out, text)


def print_text(text: object, *, err: bool = False, nl: bool = True, keep_colours: bool = False) -> None:
    """Print a text on standard output, or on standard error; with `nl`, a line end after it."""
    click.echo(visible(str(text), keep_colours=keep_colours), err=err, nl=nl)
