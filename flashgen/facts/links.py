"""Links to other articles, whose titles in both languages are a word to learn; and whether a title is one."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable

from flashgen.facts.texts import body_texts
from flashgen.language import scripts
from flashgen.records import Article, Location, Mention

_WORD = re.compile(r"[^\W_]+")
_COMBINING = re.compile(f"[{scripts.POINTS_AND_ACCENTS}]")
_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")
_PREFIX = f"[{scripts.HEBREW_LETTERS}{scripts.ARABIC_LETTERS}]"
_PREFIXING = re.compile(_PREFIX)


def find_mentions(article: Article, is_passed_over: Callable[[Mention], bool] | None = None) -> tuple[Mention, ...]:
    """The first link to each other article, in document order, that need not be passed over."""
    found: dict[str, Mention] = {}
    for inline, block_index, line in body_texts(article):
        for link in inline.links:
            if link.target and link.target != article.document.slug and inline.text[link.start : link.end].strip():
                location = Location(article.document.name, line)
                mention = Mention(link.target, inline.text, link.start, link.end, block_index, location)
                if not is_passed_over or not is_passed_over(mention):
                    found.setdefault(link.target, mention)
    return tuple(found.values())


def title_is_used(article: Article) -> bool:
    """Whether the article's text uses the words of its own title.

    Titles translated without their context may have another sense than the text ("nonce" as "for the
    moment"); then the title's words do not occur in it. Words are compared by their beginnings, since
    they may be inflected; where no spaces part words, by pairs of letters.
    """
    headings = (section.heading.text for section in article.sections if section.level > 1)
    body = (inline.text for inline, _, _ in body_texts(article))
    text = _folded("\n".join((article.description, *headings, *body)))
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
