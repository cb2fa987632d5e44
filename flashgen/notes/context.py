"""The sentences in which a term was met: they hold it, say something of it, and are each other's translation."""

from __future__ import annotations

import re

from flashgen.language.glosses import bracket_at_end
from flashgen.language.sentence_places import SentencePlace, are_opposite, sentence_at
from flashgen.language.text_types import FROM_MEMORY, is_question, weight, word_count
from flashgen.language.word_forms import holds_name
from flashgen.records.documents import IMAGE
from flashgen.records.facts import Mention

Words = tuple[str, str, str]
"""A sentence as (before, linked words, after)."""

_NO_WORDS = re.compile(r"[\W_]+")
_POINTS = 1.2
"""Log odds (nats) of each side from which a sentence points at what was said before it."""
_CONTEXT = 2
"""Words beside the linked ones from which a sentence says something of them."""


def contexts_of_term(
    native: Mention, target: Mention, languages: tuple[str, str], titles: tuple[str, str]
) -> tuple[Words, Words] | None:
    """The two sentences in which a term was met; None where a card would rather show none.

    Both must hold the title of their language, and stand for each other.
    """
    if native.leans or target.leans or min(native.points_back, target.points_back) >= _POINTS:
        return None
    ours, theirs = (_place(mention, tag) for mention, tag in zip((native, target), languages, strict=True))
    if ours is None or theirs is None or not are_opposite(ours, theirs):
        return None
    found = _words(native, ours), _words(target, theirs)
    if any(IMAGE in part for words in found for part in words):
        return None
    hold = all(shows_title(title, "".join(words)) for title, words in zip(titles, found, strict=True))
    return found if hold and all(map(_says_something, found)) else None


def shows_title(title: str, text: str) -> bool:
    """Whether a text holds a title in whatever form, less the bracket that tells it apart from others."""
    core, _ = bracket_at_end(title) or (title, "")
    return holds_name(core, text)


def _says_something(words: Words) -> bool:
    """Whether a sentence says something of the words that a link holds: more than them, and less than a paragraph.

    What stands in brackets ("see also ...") is no part of what a sentence says, and a question says nothing.
    """
    before, linked, after = words
    sentence = before + linked + after
    if weight(sentence, FROM_MEMORY) > FROM_MEMORY or _is_inside_brackets(before) or is_question(sentence):
        return False
    return word_count(_NO_WORDS.sub(" ", f"{before} {after}")) >= _CONTEXT


def _is_inside_brackets(before: str) -> bool:
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "（）", "[]"))


def sentence_around(mention: Mention, language: str) -> Words:
    """The sentence a link stands in, or else its paragraph, as (before, linked words, after)."""
    return _words(mention, _place(mention, language))


def _place(mention: Mention, language: str) -> SentencePlace | None:
    return sentence_at(mention.paragraph, mention.start, mention.end, language)


def _words(mention: Mention, place: SentencePlace | None) -> Words:
    text = mention.paragraph
    start, end = (place.start, place.end) if place else (0, len(text))
    return text[start : mention.start], text[mention.start : mention.end], text[mention.end : end]
