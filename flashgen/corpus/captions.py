"""Lists that lines of code part: each item says what the line beneath it does ("- Weave a cloth:", `loom weave`).

Manuals are written so. The items are one list, and what their colons lead in to is no text; but it tells which item of
another version says the same, as the target of a link does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashgen.language.codes import PROGRAM
from flashgen.language.text_types import introduces
from flashgen.records import Block, Inline, Item, Link, Listing, Paragraph

_BEHIND = ":：﹕︰፦៖ \u00a0"
"""Colons, and the space that some languages set before them."""
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
"""What a reader puts in, in the language of the text."""
_CODE = "code:"


def join_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section with such lists joined, without their code."""
    begin = 0
    while begin < len(blocks):
        if not isinstance(blocks[begin], Listing):
            yield blocks[begin]
            begin += 1
            continue
        captioned = list(_lists_with_code(blocks, begin))
        end = begin + 2 * len(captioned)
        if 2 * sum(introduces(one.items[-1].inline.text) for one, _ in captioned) > len(captioned):
            items = (item for one, code in captioned for item in (*one.items[:-1], _caption(one.items[-1], code)))
            yield Listing(tuple(items), captioned[0][0].line)
        else:
            end = max(end, begin + 1)
            yield from blocks[begin:end]
        begin = end


def _lists_with_code(blocks: Sequence[Block], begin: int) -> Iterator[tuple[Listing, str]]:
    """The lists from one on that have a line of code right behind them each, and that line."""
    for position in range(begin, len(blocks) - 1, 2):
        listing, code = blocks[position : position + 2]
        if not isinstance(listing, Listing) or not isinstance(code, Paragraph) or not _is_code(code.inline):
            return
        yield listing, code.inline.text


def _is_code(text: Inline) -> bool:
    """Whether a text is nothing but code."""
    return [(one.name, one.start, one.end) for one in text.styles] == [("code", 0, len(text.text))]


def _caption(item: Item, code: str) -> Item:
    """An item without the colon that leads in to code, and with that code as what it leads to."""
    leads_in = introduces(item.inline.text) and not item.children
    text = item.inline.text.rstrip(_BEHIND) if leads_in else item.inline.text
    styles = tuple(replace(one, end=min(one.end, len(text))) for one in item.inline.styles if one.start < len(text))
    links = [replace(one, end=min(one.end, len(text))) for one in item.inline.links if one.start < len(text)]
    words = _PLACEHOLDER.sub(" ", code).replace("/", " ").split()
    links += (
        Link(one, len(text), len(text)) for one in (_CODE + " ".join(words), *(PROGRAM + one for one in words[:1]))
    )
    return replace(item, inline=Inline(text, tuple(links), item.inline.flaws, styles))
