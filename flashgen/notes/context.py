"""The sentences in which a term was met: they hold it, say something of it, and are each other's translation."""

from __future__ import annotations

import re

from flashgen.language.sentence_places import are_opposite, sentence_at
from flashgen.language.text_types import weight, word_count
from flashgen.language.word_forms import holds_words
from flashgen.records import Mention

Words = tuple[str, str, str]
"""A sentence as (before, linked words, after)."""

_NO_WORDS = re.compile(r"[\W_]+")
_LONGEST = 220
"""The most that an example may weigh."""
_CONTEXT = 2
"""Words beside the linked ones from which a sentence says something of them."""


def contexts_of_term(
    native: Mention, target: Mention, languages: tuple[str, str], titles: tuple[str, str]
) -> tuple[Words, Words] | None:
    """The two sentences in which a term was met; None where a card would rather show none.

    Both must hold the title of their language, and stand for each other.
    """
    if native.leans or target.leans or not _are_opposite(native, target, languages):
        return None
    mentions = (native, target)
    found = [sentence_around(mention, language) for mention, language in zip(mentions, languages, strict=True)]
    hold = all(holds_words(title, "".join(words)) for title, words in zip(titles, found, strict=True))
    say = all(gives_context(mention, language) for mention, language in zip(mentions, languages, strict=True))
    return (found[0], found[1]) if hold and say else None


def _are_opposite(native: Mention, target: Mention, languages: tuple[str, str]) -> bool:
    ours, theirs = (
        sentence_at(mention.paragraph, mention.start, mention.end, language)
        for mention, language in zip((native, target), languages, strict=True)
    )
    return ours is not None and theirs is not None and are_opposite(ours, theirs)


def gives_context(mention: Mention, language: str) -> bool:
    """Whether the sentence that a link stands in says something of it: more than the link, less than a paragraph.

    What stands in brackets ("see also ...") is no part of what the sentence says.
    """
    before, linked, after = sentence_around(mention, language)
    if weight(before + linked + after, _LONGEST) > _LONGEST or _is_inside_brackets(before):
        return False
    return word_count(_NO_WORDS.sub(" ", f"{before} {after}")) >= _CONTEXT


def _is_inside_brackets(before: str) -> bool:
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "（）", "[]"))


def sentence_around(mention: Mention, language: str) -> Words:
    """The sentence a link stands in, or else its paragraph, as (before, linked words, after)."""
    text = mention.paragraph
    place = sentence_at(text, mention.start, mention.end, language)
    start, end = (place.start, place.end) if place else (0, len(text))
    return text[start : mention.start], text[mention.start : mention.end], text[mention.end : end]
