"""Lists that lines of code part: each item says what the line beneath it does ("- Weave a cloth:", `loom weave`).

Manuals are written so. The items are one list, and what their colons lead in to is no text; but it tells which item of
another version says the same, as the target of a link does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flashgen.language.codes import PROGRAM
from flashgen.language.text_types import introduces
from flashgen.records import Block, Inline, Item, Link, Listing, Paragraph, Quotation

_BEHIND = ":：﹕︰፦៖ \u00a0"
"""Colons, and the space that some languages set before them."""
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
"""What a reader puts in, in the language of the text."""
_CHOICE = re.compile(r"\{\{\[([^\[\]{}|]*)\|[^\[\]{}]*\]\}\}")
"""The same of two spellings: `{{[-r|--red]}}`."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CODE = "code:"


def join_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section with such lists joined, without their code; a quotation above knows what they call."""
    begin = 0
    while begin < len(blocks):
        block = blocks[begin]
        if not isinstance(block, Listing):
            codes = [code for _, code in _lists_with_code(blocks, 1)] if begin == 0 else []
            yield _told_programs(block, codes) if codes and isinstance(block, Quotation) else block
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
    links += (Link(target, len(text), len(text)) for target in (_CODE + " ".join(_words(code)), PROGRAM + _call(code)))
    return replace(item, inline=Inline(text, tuple(links), item.inline.flaws, styles))


def _told_programs(tagline: Quotation, codes: Iterable[str]) -> Quotation:
    """A quotation that says what the programs do that the list beneath it calls: it is about them."""
    first, *others = tagline.paragraphs
    names = sorted({name for code in codes for name in _words(code)[:1]})
    link = Link(PROGRAM + " ".join(names), len(first.inline.text), len(first.inline.text))
    first = replace(first, inline=replace(first.inline, links=(*first.inline.links, link)))
    return replace(tagline, paragraphs=(first, *others))


def _words(code: str) -> list[str]:
    """The words of a line of code, without what a reader puts in."""
    return _PLACEHOLDER.sub(" ", _CHOICE.sub(r"\1", code)).replace("/", " ").split()


def _call(code: str) -> str:
    """The program that a line of code calls, with its options: two texts of which these differ are of two things."""
    words = _words(_QUOTED.sub(" ", code))
    options = {"".join(sorted(word.lstrip("-").split("=")[0].casefold())) for word in words if word[0] == "-"}
    return " ".join([*words[:1], *sorted(options - {""})])
