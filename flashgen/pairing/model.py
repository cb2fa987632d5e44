"""What the corpus itself teaches of a language pair: a lexicon, and how much longer one language is than the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from flashgen.pairing.evidence import Text, text_of
from flashgen.pairing.lexicon import Lexicon, Segment, learn
from flashgen.records import Article, Block, Inline, Item, Listing, Paragraph, Section

_LONGEST = 60
"""Tokens of a segment that is learnt from at most: of longer ones it is hardly known what stands for what."""
_KNOWN_WELL = 2_000
"""Characters from which the ratio of lengths is taken from what was read."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`ratio`: the length of a target text in native ones (0: unknown)."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    ratio: float = 0.0

    def ratio_for(self, native: Article, target: Article) -> float:
        """The ratio of lengths, if need be that of these two articles."""
        return self.ratio or _length(target) / max(1, _length(native)) or 1.0


LanguagePair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Studied:
    """What a corpus taught. `further` are the languages to ask in doubt, those of most articles first."""

    knowledge: Mapping[LanguagePair, Knowledge] = field(default_factory=dict)
    further: tuple[str, ...] = ()

    def of(self, native: str, target: str) -> Knowledge:
        """What is known of two languages; nothing, where nothing was learnt."""
        return self.knowledge.get((native, target)) or Knowledge()


def gather(articles: Iterable[tuple[Article, Article]]) -> Knowledge:
    """Learn from pairs of versions, wherever these have the same shape."""
    found: list[Segment] = []
    native_length = target_length = 0
    for native, target in articles:
        for source, one, other in _opposite(native, target):
            ours, theirs = _text(one), _text(other)
            native_length += ours.length
            target_length += theirs.length
            if max(len(ours.tokens), len(theirs.tokens)) <= _LONGEST:
                found.append(Segment(source, ours.tokens, theirs.tokens))
    ratio = target_length / native_length if native_length >= _KNOWN_WELL else 0.0
    # what is short teaches most
    found.sort(key=lambda segment: len(segment.native) * len(segment.target))
    return Knowledge(learn(found), ratio)


def source_of(slug: str, section: int) -> str:
    """The name under which a section's texts are learnt, so that no list is a witness of itself."""
    return f"{slug}#{section}"


def _opposite(native: Article, target: Article) -> Iterator[tuple[str, Inline, Inline]]:
    """Texts that stand opposite each other, section by section, where headings and blocks agree."""
    slug = native.document.slug
    yield source_of(slug, -1), Inline(native.title), Inline(target.title)
    yield source_of(slug, -2), Inline(native.description), Inline(target.description)
    if [section.level for section in native.sections] != [section.level for section in target.sections]:
        return
    for number, (ours, theirs) in enumerate(zip(native.sections, target.sections, strict=True)):
        one, other = list(_inlines(ours)), list(_inlines(theirs))
        if _shape(ours) == _shape(theirs) and len(one) == len(other):
            yield from ((source_of(slug, number), *pair) for pair in zip(one, other, strict=True))


def _shape(section: Section) -> list[tuple[str, int]]:
    return [(type(block).__name__, len(list(_of_block(block)))) for block in section.blocks]


def _inlines(section: Section) -> Iterator[Inline]:
    yield section.heading
    for block in section.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Inline]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _of_item(item)
    else:
        yield block.heading
        yield from (paragraph.text for paragraph in block.paragraphs)


def _of_item(item: Item) -> Iterator[Inline]:
    yield item.text
    for child in item.children:
        yield from _of_item(child)


def _text(inline: Inline) -> Text:
    return text_of(inline.text, tuple(link.target for link in inline.links))


def _length(article: Article) -> int:
    return sum(len(inline.text) for section in article.sections for inline in _inlines(section))
