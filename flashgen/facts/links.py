"""Links to other articles, whose titles in both languages are a word to learn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flashgen.facts.texts import body_texts
from flashgen.records import Article, Location, Mention


def find_mentions(article: Article, is_passed_over: Callable[[Mention], bool] | None = None) -> tuple[Mention, ...]:
    """Every link to another article, in document order; `is_passed_over` tells which give no term."""
    found: list[Mention] = []
    for inline, block_index, line in body_texts(article):
        for link in inline.links:
            if link.target and link.target != article.document.slug and inline.text[link.start : link.end].strip():
                location = Location(article.document.name, line)
                mention = Mention(link.target, inline.text, link.start, link.end, block_index, location)
                found.append(replace(mention, is_passed_over=bool(is_passed_over and is_passed_over(mention))))
    return tuple(found)
