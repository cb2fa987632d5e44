"""Patterns of decks, tags and addresses: which placeholders may stand in each sort, and what they are made into.

`{front.KEY}` stands for what the front matter of an article holds under a key, in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable

PLACEHOLDER = re.compile(r"\{(\w+(?:\.[\w.-]+)?)\}")
FRONT = "front."
"""Begins the name of a placeholder for whatever front matter holds under the key behind it."""
DECK_NAMES = ("native", "target", "topic")
TAG_NAMES = ("native", "target", "kind", "article", "keyword")
_ADDRESS_NAMES = ("language", "article", "path", "title", "native", "target")
ADDRESS_NAMES = {
    "source_url": _ADDRESS_NAMES,
    "edit_url": (*_ADDRESS_NAMES, "line"),
    "report_url": (*_ADDRESS_NAMES, "kind", "text"),
}
"""By the key of the configuration that holds the pattern."""


def names_in(pattern: str) -> list[str]:
    """The names of the placeholders in a pattern, in their order, as values are known by."""
    return list(map(known_by, PLACEHOLDER.findall(pattern)))


def front_keys(pattern: str) -> list[str]:
    """The keys of front matter that a pattern asks for, in small letters."""
    return [name.removeprefix(FRONT) for name in names_in(pattern) if name.startswith(FRONT)]


def fill(pattern: str, value: Callable[[str], str | None]) -> str:
    """A pattern with its placeholders filled; one whose name has no value stays, or is dropped if it is of a key."""

    def filled(match: re.Match[str]) -> str:
        name = known_by(match[1])
        if (found := value(name)) is not None:
            return found
        return "" if name.startswith(FRONT) else match[0]

    return PLACEHOLDER.sub(filled, pattern)


def known_by(name: str) -> str:
    """The name of a placeholder as values are known by: keys of front matter count in any case."""
    return name.casefold() if name.startswith(FRONT) else name
