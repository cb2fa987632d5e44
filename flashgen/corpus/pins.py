"""Pins: `{#id}` at the end of a list item, a heading or a quoted sentence, an identifier that
the author assigns to a fact.

A pinned fact keeps its note however it is reworded. Nobody needs pins: notes are recognised by their texts.
"""

from __future__ import annotations

import re

_PIN = re.compile(r"\{ ?#([^\s{}#]+)(?:[ \t]++(?:\.|[\w-]++=)[^\s{}]*+)*+ ?\}\Z")
"""A class may stand behind it, and spaces within the braces (`{ #tide .note }`)."""
_ANCHOR = re.compile(r"[ \t]\[#([^\s\[\]]+)\]\Z")


def split_heading(source: str) -> tuple[str, str]:
    """As `split_pin`, for a heading, which may end in a pin as Nextra writes it (`[#tide]`)."""
    match = _ANCHOR.search(source.rstrip()) if "[#" in source else None
    return (source[: match.start()].rstrip(), match[1]) if match else split_pin(source)


def split_pin(source: str) -> tuple[str, str]:
    """A Markdown source without the pin at its end, and the pin (empty where there is none)."""
    if "{#" not in source and "{ #" not in source:
        return source, ""
    match = _PIN.search(source.rstrip())
    return (source[: match.start()].rstrip(), match[1]) if match else (source, "")
