"""Terms: links to other articles, whose titles in both languages are a word to learn, met in a sentence."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator

from flashgen.language import scripts
from flashgen.language.sentences import sentences
from flashgen.records import Article, Inline, Item, Listing, Location, Mention, Paragraph

_WORD = re.compile(r"[^\W_]+")
_COMBINING = re.compile(f"[{scripts.POINTS_AND_ACCENTS}]")
_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")
_PREFIX = f"[{scripts.HEBREW_LETTERS}{scripts.ARABIC_LETTERS}]"
_PREFIXING = re.compile(_PREFIX)


def mentions(article: Article, passed_over: Callable[[Mention], bool] | None = None) -> tuple[Mention, ...]:
    """The first link to each other article, in document order, that need not be passed over."""
    found: dict[str, Mention] = {}
    for text, place, line in _texts(article):
        for link in text.links:
            if link.target and link.target != article.document.slug and text.text[link.start : link.end].strip():
                location = Location(article.document.name, line)
                mention = Mention(link.target, text.text, link.start, link.end, place, location)
                if not passed_over or not passed_over(mention):
                    found.setdefault(link.target, mention)
    return tuple(found.values())


def sentence_around(mention: Mention, language: str) -> tuple[str, str, str]:
    """The sentence a link stands in, as (before, linked words, after)."""
    text = mention.paragraph
    linked = text[mention.start : mention.end]
    position = 0
    for sentence in sentences(text, language):
        start = text.find(sentence, position)
        if start < 0:  # the splitter changed a space: the paragraph itself is the context
            break
        if start <= mention.start and mention.end <= start + len(sentence):
            return text[start : mention.start], linked, text[mention.end : start + len(sentence)]
        position = start + len(sentence)
    return text[: mention.start], linked, text[mention.end :]


def title_is_used(article: Article) -> bool:
    """Whether the article's text uses the words of its own title.

    Titles translated without their context may have another sense than the text ("nonce" as "for the
    moment"); then the title's words do not occur in it. Words are compared by their beginnings, since
    they may be inflected; where no spaces part words, by pairs of letters.
    """
    text = _folded(" ".join((article.description, *(inline.text for inline, _, _ in _texts(article, headings=True)))))
    patterns = [pattern for word in _WORD.findall(_folded(article.title)) for pattern in _patterns(word)]
    used = sum(re.search(pattern, text) is not None for pattern in patterns)
    return used * 2 >= len(patterns) > 0


def _patterns(word: str) -> list[str]:
    """What to look for of one word of a title."""
    if _UNSPACED.search(word):
        return [re.escape(word[i : i + 2]) for i in range(max(1, len(word) - 1))]
    if len(word) < 3 and not word.isdigit():
        return []  # articles and prepositions
    stem = word if len(word) <= 4 else word[: math.ceil(len(word) * 0.75)]
    # Arabic and Hebrew write conjunctions, prepositions and the article before the word, without a space
    before = f"{_PREFIX}{{0,3}}" if _PREFIXING.search(word) else ""
    return [rf"(?<!\w){before}{re.escape(stem)}"]


def _folded(text: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))


def _texts(article: Article, *, headings: bool = False) -> Iterator[tuple[Inline, tuple[int, int], int]]:
    for number, section in enumerate(article.sections):
        if headings and section.level > 1:
            yield section.heading, (number, -1), section.line
        for position, block in enumerate(section.blocks):
            if isinstance(block, Paragraph):
                yield block.text, (number, position), block.line
            elif isinstance(block, Listing):
                for index, item in enumerate(_flat(block.items)):
                    yield item.text, (number, position * 1000 + index), item.line
            else:
                for paragraph in block.paragraphs:
                    yield paragraph.text, (number, position), paragraph.line


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(item.children)
