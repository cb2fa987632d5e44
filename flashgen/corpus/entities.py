"""HTML's entities in texts, resolved where they are written in full."""

from __future__ import annotations

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def resolve_entities(text: str, layers: int) -> str:
    """The text with entities resolved, as often as they were escaped, but not more than `layers` times.

    An entity ends with a semicolon: in `?a=1&section=2` a browser would see a section sign, its writer did not.
    """
    for _ in range(layers):
        resolved = _ENTITY.sub(_character, text)
        if resolved == text:
            break
        text = resolved
    return text


def _character(entity: re.Match[str]) -> str:
    # html.unescape would take the beginning of a name that it does not know
    is_known = entity[0][1] == "#" or entity[0][1:] in html5
    return html.unescape(entity[0]) if is_known else entity[0]
