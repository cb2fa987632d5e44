"""Purposes (items of the lists in the body) and highlights (items of the closing section that is only a list)."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.facts.faq import faq_sections
from flashgen.language.text_types import has_words, is_formula
from flashgen.records import Article, BlockIndex, Fact, Inline, Item, Listing, Location, Paragraph, Section


def purpose_facts(article: Article) -> Iterator[Fact]:
    """One fact per item; the lead-in is the paragraph before the list, else the section's heading."""
    passed_over = {*faq_sections(article), highlight_section(article)}
    for number, section in enumerate(article.sections):
        if number in passed_over:
            continue
        lead_in = section.heading.text if section.level > 1 else ""
        for position, block in enumerate(section.blocks):
            if isinstance(block, Paragraph):
                lead_in = block.inline.text if _can_lead_in(block.inline.text) else lead_in
            elif isinstance(block, Listing) and not _is_list_of_links(block):
                yield from _items(article, "purpose", block.items, lead_in, (number, position))


def _can_lead_in(text: str) -> bool:
    """Not a formula, and not an item that lost its mark and its beginning."""
    return not is_formula(text) and text[0] not in ",;:.-–)"


def highlight_facts(article: Article) -> Iterator[Fact]:
    """The items of the closing list; a last item that lost its bullet counts as one."""
    number = highlight_section(article)
    if number is None:
        return
    for block in article.sections[number].blocks:
        if isinstance(block, Listing):
            yield from _items(article, "highlight", block.items, "", (number, 0))
        elif isinstance(block, Paragraph):
            yield from _items(article, "highlight", (Item(block.inline, block.line, pin=block.pin),), "", (number, 0))


def highlight_section(article: Article) -> int | None:
    """The closing section that is only a list. Behind it there may stand questions, or lists of links."""
    faq = faq_sections(article)
    for number in range(len(article.sections) - 1, -1, -1):
        section = article.sections[number]
        if number in faq or not section.blocks:
            continue
        if _is_only_a_list(section):
            if not _is_list_of_links(section.blocks[0]):
                return number if _has_body_before(article, number) else None
            continue
        return None
    return None


def _is_only_a_list(section: Section) -> bool:
    first, *rest = section.blocks
    lost_its_bullet = len(rest) == 1 and isinstance(rest[0], Paragraph) and len(rest[0].inline.text) < 400
    return section.level >= 2 and isinstance(first, Listing) and (not rest or lost_its_bullet)


def _has_body_before(article: Article, number: int) -> bool:
    """A list that is all an article says is its body, not its closing."""
    return any(isinstance(block, Paragraph) for section in article.sections[:number] for block in section.blocks)


def _is_list_of_links(block: object) -> bool:
    """Whether every item is nothing but a link ("See also"), which states no fact."""
    return isinstance(block, Listing) and all(_is_link(item.inline) for item in block.items)


def _is_link(text: Inline) -> bool:
    outside = "".join(text.text[a:b] for a, b in _gaps(text))
    return (bool(text.links) and not any(map(str.isalnum, outside))) or text.text.startswith(("http://", "https://"))


def _gaps(text: Inline) -> Iterator[tuple[int, int]]:
    """The stretches of a text that no link covers."""
    position = 0
    for link in text.links:
        yield position, link.start
        position = link.end
    yield position, len(text.text)


def _items(
    article: Article, kind: str, items: tuple[Item, ...], lead_in: str, block_index: BlockIndex
) -> Iterator[Fact]:
    for item in items:
        text = item.inline.text
        leads_in = bool(item.children) and text.endswith((":", "："))
        if has_words(text) and not is_formula(text) and not leads_in:
            yield Fact(
                kind, "", text, Location(article.document.name, item.line), block_index,
                context=lead_in, links=tuple(link.target for link in item.inline.links), pin=item.pin,
                flaws=item.inline.flaws,
            )  # fmt: skip
        if item.children:
            yield from _items(article, kind, item.children, text, block_index)
