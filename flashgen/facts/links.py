"""Links to other articles, whose titles in both languages are a word to learn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from flashgen.facts.texts import body_texts
from flashgen.language.glosses import end_with_bracket, split_glosses
from flashgen.language.openers import pointing_back, sentence_around, sentence_leans
from flashgen.language.pointing import Pointing, begins_by_joining, begins_by_referring
from flashgen.record import replace
from flashgen.records.documents import Article, Link
from flashgen.records.facts import BlockIndex, Mention


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


def mentions_in_context(
    mentions: Iterable[Mention], openers: Mapping[str, float], followers: Mapping[str, float], phrases: Pointing
) -> Iterator[Mention]:
    """Mentions with what their sentences owe to those before them, or to the article that they send their reader to,
    and the articles that these sentences link to beside.

    `openers`, `followers` and `phrases` are what is known of their language.
    """
    known: dict[tuple[str, str], tuple[bool, float]] = {}  # many a sentence mentions several things
    placed = [(mention, sentence_around(mention.paragraph, mention.start)) for mention in mentions]
    # a sentence is known by how it begins: a gloss behind linked words is left out of the paragraph of these alone
    linked: defaultdict[tuple[BlockIndex, str], set[str]] = defaultdict(set)
    for mention, (_, beginning) in placed:
        linked[mention.block_index, beginning].add(mention.slug)
    for mention, place in placed:
        sentence, beginning = place
        if place not in known:
            refers = begins_by_referring(beginning, phrases) or begins_by_joining(beginning, phrases)
            known[place] = refers or sentence_leans(beginning, openers), pointing_back(sentence, followers)
        leans, points = known[place]
        beside = tuple(sorted(linked[mention.block_index, beginning] - {mention.slug}))
        if leans or points or beside:
            mention = replace(mention, leans=leans, points_back=points, beside=beside)
        yield mention


def _without_gloss(text: str, link: Link) -> tuple[str, int]:
    """(text, end of the link) without a bracket behind or at the end of the linked words that gives a term away."""
    end = end_with_bracket(text, link.end)
    bare, glosses = split_glosses(text[link.start : end])
    if not glosses:
        return text, link.end
    return text[: link.start] + bare + text[end:], link.start + len(bare)
