"""Front matter line by line, `key: value`: how MultiMarkdown writes it, and what is left of any form that is broken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from flashgen.record import Record

_LINE = re.compile(r"([A-Za-z][\w-]*)[\"']?[ \t]*[:=][ \t]*(?![:=])(.*)")
_MARKS = " \t\"'.:{"
"""What stands before a key: the two points of Nikola, the quotes of JSON."""
_QUOTED = re.compile(r"""^(["'])(.*)\1,?$""")
_USUAL = {
    "abstract", "author", "authors", "categories", "category", "contributors", "created", "date", "description",
    "draft", "excerpt", "id", "keywords", "lang", "language", "layout", "locale", "original", "permalink", "ref",
    "short_description", "slug", "status", "subtitle", "summary", "tags", "template", "title", "topic", "topics",
    "translationkey", "uid", "updated", "version", "weight",
}  # fmt: skip
"""Keys by which lines are known for front matter where no fence says so."""


class Read(Record):
    """What a reader made of a block of front matter."""

    values: Mapping[str, Any]
    fault: str = ""
    """What is wrong with the block, and how it was read nevertheless; empty where nothing is."""
    line: int = 0
    """The line of the fault in the block, from 0."""


def read_broken(block: str, form: str, why: str, line: int = 0) -> Read:
    """A block that its form rejects, line by line."""
    return Read(read_lines(block), broken(form, why), line)


def broken(form: str, why: str) -> str:
    """How a message says that a form rejects front matter."""
    return f"{form} rejects this front matter ({why}); read line by line"


def key_line(line: str) -> tuple[str, str] | None:
    """(key, value) of a line that holds both; None for another."""
    match = _LINE.match(line.lstrip(_MARKS))
    return (match[1], match[2].strip()) if match else None


def read_lines(block: str) -> dict[str, str]:
    """The values by key as written, the first of two; a line further in belongs to the value before it."""
    found: dict[str, str] = {}
    last = ""
    for line in block.split("\n"):
        if read := key_line(line):
            last = read[0] if read[0] not in found else ""
            found.setdefault(read[0], unquoted(read[1]))
        elif last and line[:1] in (" ", "\t") and line.strip():
            found[last] = f"{found[last]} {line.strip()}".strip()
    return found


def key_lines(block: str, first: int) -> dict[str, int]:
    """The line of each key, in lower case, at the margin if it stands there; `first` is the block's first line."""
    numbered = list(enumerate(block.split("\n"), first))
    found: dict[str, int] = {}
    for number, line in sorted(numbered, key=lambda entry: entry[1][:1] in (" ", "\t")):
        if read := key_line(line):
            found.setdefault(read[0].casefold(), number)
    return found


def is_usual(line: str) -> bool:
    """Whether a line gives a value to one of the keys that front matter has everywhere."""
    read = key_line(line)
    return read is not None and read[0].casefold() in _USUAL


def leading_keys(lines: list[str]) -> int:
    """How many lines at the beginning are `key: value`, or go on from one further in or as its list."""
    count = 0
    for line in lines:
        goes_on = count and line.strip() and (line[0] in " \t" or line.startswith(("- ", "#")))
        if not goes_on and not (line[:1].strip() and key_line(line)):
            break
        count += 1
    return count


def unquoted(value: str) -> str:
    """A value without the quotes around it."""
    return _QUOTED.sub(r"\2", value.strip())
