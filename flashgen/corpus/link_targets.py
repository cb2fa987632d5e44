"""Links -> the articles that they lead to: by path where names are shared, by name alone where it is unique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from flashgen.record import Record, field, replace
from flashgen.records.documents import Block, Document, Inline, Item, Link, Listing, Paragraph, Section

_INDEX = ("index", "_index", "readme")
_PARTING = re.compile(r"[\s_-]+")
_NUMBERED = re.compile(r"\d{4}-\d\d-\d\d-(?=.)|(?<!\d)\d++[.](?=\D)")
"""What some sites put before a page's name for its place or date, and leave out of links."""
Parts = tuple[str, ...]


class Address(Record):
    """A way to lead to an article."""

    parts: Parts
    """The path, normalised; its end is enough in a link."""
    slug: str
    language: str = ""
    """The language that uses it; empty for all."""


class LinkTargets(Record):
    """Which article a link leads to, for all documents of a corpus."""

    addresses: Mapping[str, tuple[Address, ...]] = field(default_factory=dict)
    """By the last part of the path."""

    def resolve(self, target: str, document: Document) -> str:
        """The slug of the article that a path leads to from a document; the path's last part where none is known."""
        parts = [part for part in target.split("/") if part]
        if len(parts) > 1 and parts[-1].casefold() in _INDEX:
            parts.pop()
        if not parts:
            return ""
        found = self.addresses.get(_normal(parts[-1]), ())
        if len({address.slug for address in found}) <= 1:
            return found[0].slug if found else parts[-1]
        return _nearest(found, tuple(map(_normal, parts)), document) or parts[-1]


Resolve = Callable[[str, Document], str]
"""As `LinkTargets.resolve`."""


def link_targets(addresses: Iterable[Address]) -> LinkTargets:
    """The addresses of all documents, ready to be looked up."""
    found: dict[str, dict[Address, None]] = {}
    for address in addresses:
        found.setdefault(address.parts[-1], {})[address] = None
    return LinkTargets({last: tuple(kept) for last, kept in found.items()})


def address_parts(path: str) -> Parts:
    """A path as addresses are compared: case, low lines and spaces make no difference, nor do numbers in front."""
    parts = [_normal(_NUMBERED.sub("", part)) for part in path.split("/") if part and part not in (".", "..")]
    return tuple(parts[:-1] if len(parts) > 1 and parts[-1] in _INDEX else parts)


def with_resolved_links(sections: tuple[Section, ...], resolve: Callable[[str], str]) -> tuple[Section, ...]:
    """The sections of a document, in which the target of every link is a slug."""

    def text(inline: Inline) -> Inline:
        if not inline.links:
            return inline
        links = tuple(Link(resolve(link.target), link.start, link.end) for link in inline.links)
        return inline if links == inline.links else replace(inline, links=links)

    def paragraph(one: Paragraph) -> Paragraph:
        return one if (inline := text(one.inline)) is one.inline else replace(one, inline=inline)

    def item(one: Item) -> Item:
        inline, children = text(one.inline), tuple(map(item, one.children))
        return one if inline is one.inline and not children else replace(one, inline=inline, children=children)

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return paragraph(one)
        if isinstance(one, Listing):
            return Listing(tuple(map(item, one.items)), one.line)
        return replace(one, heading=text(one.heading), paragraphs=tuple(map(paragraph, one.paragraphs)))

    return tuple(
        Section(text(one.heading), one.level, one.line, tuple(map(block, one.blocks)), one.pin) for one in sections
    )


def _nearest(found: tuple[Address, ...], parts: Parts, document: Document) -> str:
    """Of several articles whose addresses end alike, the one whose path fits best; empty where two fit alike."""
    own = address_parts(document.slug)
    readings = [parts, _joined(own[:-1], parts), _joined(own, parts)]

    def fit(address: Address) -> tuple[bool, int, bool, int]:
        longest = max(_common_end(address.parts, reading) for reading in readings)
        is_own = address.language in ("", document.language)
        return address.parts in readings, longest, is_own, _common_start(address.parts, own)

    ranked = sorted(found, key=fit, reverse=True)
    other = next((address for address in ranked if address.slug != ranked[0].slug), None)
    return "" if other and fit(other) == fit(ranked[0]) else ranked[0].slug


def _joined(folders: Parts, parts: Parts) -> Parts:
    """A relative path from a folder."""
    found = list(folders)
    for part in parts:
        if part == "..":
            del found[-1:]
        elif part != ".":
            found.append(part)
    return tuple(found)


def _common_start(one: Parts, other: Parts) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _common_end(one: Parts, other: Parts) -> int:
    return _common_start(one[::-1], other[::-1])


def _normal(part: str) -> str:
    return _PARTING.sub("-", part).casefold()
