"""Pins: `{#id}` at the end of a list item, a heading or a quoted sentence, an identifier that
the author assigns to a fact.

A pinned fact keeps its note however it is reworded. Nobody needs pins: notes are recognised by their texts.
"""

from __future__ import annotations

import re

_PIN = re.compile(r"\{#([^\s{}#]+)\}\Z")


def split_pin(source: str) -> tuple[str, str]:
    """A Markdown source without the pin at its end, and the pin (empty where there is none)."""
    if "{#" not in source:
        return source, ""
    match = _PIN.search(source.rstrip())
    return (source[: match.start()].rstrip(), match[1]) if match else (source, "")
