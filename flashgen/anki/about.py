"""What a deck says of itself: on Anki's overview of the deck, on its preview page, in exports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape

ABOUT_KEYS = ("description", "attribution", "licence", "version")
"""What may be said, in the order in which it is read."""
_ADDRESS = re.compile(r"https://[^\s<>\"']+")


def about_lines(about: Mapping[str, str], latest: int) -> tuple[str, ...]:
    """What is said, line by line in plain text; last, the version and the day of the latest change.

    `latest` is a time in whole seconds. Nothing is said of a deck that nothing is said of.
    """
    if not any(about.values()):
        return ()
    day = datetime.fromtimestamp(latest, UTC).strftime("%Y-%m-%d")
    said = [about.get(key, "") for key in ABOUT_KEYS[:-1]]
    return (*filter(None, said), " · ".join(filter(None, (about.get("version", ""), day))))


def about_html(lines: tuple[str, ...]) -> str:
    """The same as HTML, with addresses (https alone) as links."""
    return "<br>".join(_linked(line) for line in lines)


def _linked(line: str) -> str:
    parts, end = [], 0
    for address in _ADDRESS.finditer(line):
        target = address[0].rstrip(".,;:)")
        parts += [escape(line[end : address.start()]), f'<a href="{escape(target)}">{escape(target)}</a>']
        end = address.start() + len(target)
    return "".join((*parts, escape(line[end:])))
