"""Links to other articles, whose titles in both languages are a word to learn."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.facts.texts import body_texts
from flashgen.language.glosses import end_with_bracket, split_glosses
from flashgen.record import replace
from flashgen.records.documents import Article, Link
from flashgen.records.facts import Mention


def find_mentions(article: Article, is_passed_over: Callable[[Mention], bool] | None = None) -> tuple[Mention, ...]:
    """Every link to another article, in document order; `is_passed_over` tells which give no term."""
    found: list[Mention] = []
    for inline, block_index, line in body_texts(article):
        for link in inline.links:
            if link.target and link.target != article.document.slug and inline.text[link.start : link.end].strip():
                location = article.document.location(line)
                text, end = _without_gloss(inline.text, link)
                mention = Mention(link.target, text, link.start, end, block_index, location)
                is_out = is_passed_over is not None and is_passed_over(mention)
                found.append(replace(mention, is_passed_over=True) if is_out else mention)
    return tuple(found)


def _without_gloss(text: str, link: Link) -> tuple[str, int]:
    """(text, end of the link) without a bracket behind or at the end of the linked words that gives a term away."""
    end = end_with_bracket(text, link.end)
    bare, glosses = split_glosses(text[link.start : end])
    if not glosses:
        return text, link.end
    return text[: link.start] + bare + text[end:], link.start + len(bare)
