"""What heads a quotation, or a part of it: a heading, a bold line, a figure alone."""

from __future__ import annotations

import re
from typing import Any

from flashgen.language.text_types import ends_sentence, is_figure

_STRONG_ALONE = re.compile(r"^(\*\*|__)(?!\s)(?:(?!\1).)+\1$")
_FIGURE_FIRST = re.compile(r"[^\w\n]{0,3}\d")


def heads_quotation(token: dict[str, Any]) -> bool:
    """Whether a heading, a bold line or a figure alone begins a part of a quotation."""
    if token["type"] != "paragraph":
        return bool(token["type"] == "heading")
    text = token["text"].strip()
    is_number = bool(_FIGURE_FIRST.match(text)) and is_figure(text) and not ends_sentence(text)
    return bool(_STRONG_ALONE.match(text)) or is_number
