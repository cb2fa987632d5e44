"""All texts of an article in reading order: walked in one place, nested items included."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.records.documents import Article, Block, BlockName, Inline, Item, Listing, Paragraph, Section, StyledText
from flashgen.records.facts import BlockIndex, SectionTexts

_ITEMS = 1000
"""Items of a list get numbers of their own behind that of the list, times this."""


def block_texts(block: Block) -> Iterator[tuple[Inline, int]]:
    """(text, line) of a block; a quotation's heading is none of them."""
    if isinstance(block, Paragraph):
        yield block.inline, block.line
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _item_texts(item)
    else:
        yield from ((paragraph.inline, paragraph.line) for paragraph in block.paragraphs)


def body_texts(article: Article) -> Iterator[tuple[Inline, BlockIndex, int]]:
    """(text, block index, line) of all blocks; each item of a list has a block index of its own."""
    for number, section in enumerate(article.sections):
        for position, block in enumerate(section.blocks):
            for index, (inline, line) in enumerate(block_texts(block)):
                place = position * _ITEMS + index if isinstance(block, Listing) else position
                yield inline, (number, place), line


def styled_texts(article: Article) -> Iterator[StyledText]:
    """The texts in which something is set otherwise; a quotation or an item of several paragraphs is one, too."""
    if article.description_styles:
        yield StyledText(article.description, article.description_line, article.description_styles)
    for section in article.sections:
        texts = [(section.heading, section.line)]
        for block in section.blocks:
            texts += [*_headings(block), *block_texts(block)]
        yield from (StyledText(inline.text, line, inline.styles) for inline, line in texts if inline.styles)


def section_texts(section: Section) -> SectionTexts:
    """The texts of a section with its shape."""
    blocks = [[*_headings(block), *block_texts(block)] for block in section.blocks]
    texts = [(section.heading, section.line), *(text for block in blocks for text in block)]
    return SectionTexts(
        level=section.level,
        shape=tuple((_name(block), len(held)) for block, held in zip(section.blocks, blocks, strict=True)),
        texts=tuple(inline for inline, _ in texts),
        lines=tuple(line for _, line in texts),
    )


def _name(block: Block) -> BlockName:
    if isinstance(block, Paragraph):
        return "paragraph"
    return "listing" if isinstance(block, Listing) else "quotation"


def _headings(block: Block) -> Iterator[tuple[Inline, int]]:
    if not isinstance(block, (Paragraph, Listing)):
        yield block.heading, block.line


def _item_texts(item: Item) -> Iterator[tuple[Inline, int]]:
    yield item.inline, item.line
    for child in item.children:
        yield from _item_texts(child)
