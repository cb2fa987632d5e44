"""Lists that lines of code part: each item says what the line beneath it does ("- Weave a cloth:", `loom weave`), or
each paragraph what the line above it does.

Manuals and cheat sheets are written so. The items are one list, and what their colons lead in to is no text; but it
tells which item of another version says the same, as the target of a link does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from flashgen.language import marks
from flashgen.language.codes import CODE, PROGRAM
from flashgen.language.text_types import introduces
from flashgen.record import replace
from flashgen.records.documents import Block, Inline, Item, Link, Listing, Paragraph, Quotation

_BEHIND = f"{marks.COLONS} \u00a0"
"""Colons, and the space that some languages set before them."""
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
"""What a reader puts in, in the language of the text."""
_CHOICE = re.compile(r"\{\{\[([^\[\]{}|]*)\|[^\[\]{}]*\]\}\}")
"""The same of two spellings: `{{[-r|--red]}}`."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_FILLED_IN = re.compile(r"\[[^\[\]]*\]|<[^<>]*>")
"""The same as cheat sheets write it: `[name]`, `<name>`."""
_PROMPT = re.compile(r"[$#>%]\s+")
_LEAST = 2
"""Lines of code with a paragraph beneath each from which these are a list."""


def join_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section with such lists joined, without their code; a quotation above knows what they call."""
    begin = 0
    while begin < len(blocks):
        block = blocks[begin]
        if explained := _explained(blocks, begin):
            items = (_explanation(code, text) for code, text in explained)
            yield Listing(tuple(items), explained[0][1].line)
            begin += 2 * len(explained)
        elif not isinstance(block, Listing):
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


def _explained(blocks: Sequence[Block], begin: int) -> list[tuple[Paragraph, Paragraph]]:
    """The lines of code from one on that have a paragraph right behind them each, and it; none where too few do.

    Where one more line of code follows, paragraphs lead in to what stands beneath them.
    """
    found: list[tuple[Paragraph, Paragraph]] = []
    end = begin
    while end + 1 < len(blocks):
        code, text = blocks[end : end + 2]
        is_pair = isinstance(code, Paragraph) and isinstance(text, Paragraph) and _is_code(code.inline)
        if not isinstance(code, Paragraph) or not isinstance(text, Paragraph) or not is_pair:
            break
        if _is_code(text.inline) or introduces(text.inline.text):
            return []
        found.append((code, text))
        end += 2
    last = blocks[end] if end < len(blocks) else None
    is_odd = isinstance(last, Paragraph) and _is_code(last.inline)
    return found if len(found) >= _LEAST and not is_odd else []


def _explanation(code: Paragraph, text: Paragraph) -> Item:
    """What a line of code does, labelled with that line as a reader types it."""
    line = _PROMPT.sub("", code.inline.text, count=1) if _PROMPT.match(code.inline.text) else code.inline.text
    item = _caption(Item(text.inline, text.line, (), text.pin), _FILLED_IN.sub(" ", line))
    return replace(item, label=line)


def _is_code(text: Inline) -> bool:
    """Whether a text is nothing but code."""
    return [(one.name, one.start, one.end) for one in text.styles] == [("code", 0, len(text.text))]


def _caption(item: Item, code: str) -> Item:
    """An item without the colon that leads in to code, and with that code as what it leads to."""
    leads_in = introduces(item.inline.text) and not item.children
    text = item.inline.text.rstrip(_BEHIND) if leads_in else item.inline.text
    styles = tuple(replace(one, end=min(one.end, len(text))) for one in item.inline.styles if one.start < len(text))
    links = [replace(one, end=min(one.end, len(text))) for one in item.inline.links if one.start < len(text)]
    links += (Link(target, len(text), len(text)) for target in (CODE + " ".join(_words(code)), PROGRAM + _call(code)))
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
