"""What cards show as an article's name, where its title has another sense than its text."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.records import Side


def with_headings(slug: str, native: Side, target: Side) -> tuple[Side, Side]:
    """Both sides; one whose title its own article never uses is headed by the other's, or by the slug's words.

    Met in "nonce": the Polish title means "for the moment", and no word of the article is like it.
    """
    words = " ".join(re.findall(r"[^\W_]+", slug)) or slug

    def heading(side: Side, other: Side) -> str:
        if side.title_is_used:
            return ""
        return other.title if other.title_is_used else words

    return replace(native, heading=heading(native, target)), replace(target, heading=heading(target, native))
