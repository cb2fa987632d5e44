"""The sentences in which a term was met: they hold it, say something of it, and are each other's translation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.language.sentences import sentences
from flashgen.language.text_types import weight, word_count
from flashgen.language.word_forms import holds_words
from flashgen.records import Mention

Words = tuple[str, str, str]
"""A sentence as (before, linked words, after)."""

_NO_WORDS = re.compile(r"[\W_]+")
_LONGEST = 220
"""The most that an example may weigh."""
_UNEVEN = 1.7
"""How many times longer or shorter than expected a sentence may be that stands for another."""
_CONTEXT = 2
"""Words beside the linked ones from which a sentence says something of them."""


def contexts_of_term(
    native: Mention, target: Mention, languages: tuple[str, str], titles: tuple[str, str]
) -> tuple[Words, Words] | None:
    """The two sentences in which a term was met; None where a card would rather show none.

    Both must hold the title of their language, and stand for each other.
    """
    if native.leans or target.leans or not are_opposite(native, target, languages):
        return None
    mentions = (native, target)
    found = [sentence_around(mention, language) for mention, language in zip(mentions, languages, strict=True)]
    hold = all(holds_words(title, "".join(words)) for title, words in zip(titles, found, strict=True))
    say = all(gives_context(mention, language) for mention, language in zip(mentions, languages, strict=True))
    return (found[0], found[1]) if hold and say else None


def are_opposite(native: Mention, target: Mention, languages: tuple[str, str]) -> bool:
    """Whether two mentions stand in the same sentence of two paragraphs that are parted alike.

    Sentences of which one is much longer than the paragraphs let expect do not stand for each other.
    """
    ours, theirs = (
        sentences(mention.paragraph, language) for mention, language in zip((native, target), languages, strict=True)
    )
    (place, _), (other, _) = _place(native, ours), _place(target, theirs)
    if len(ours) != len(theirs) or place != other or place < 0:
        return False
    expected = len(ours[place]) * len(target.paragraph) / len(native.paragraph)
    return expected / _UNEVEN <= len(theirs[place]) <= expected * _UNEVEN


def _place(mention: Mention, parts: Sequence[str]) -> tuple[int, int]:
    """(which of a paragraph's sentences a mention stands in, where that begins); (-1, 0) where none holds it whole."""
    position = 0
    for number, sentence in enumerate(parts):
        start = mention.paragraph.find(sentence, position)
        if start < 0:  # the splitter changed a space
            break
        if start <= mention.start and mention.end <= start + len(sentence):
            return number, start
        position = start + len(sentence)
    return -1, 0


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
    text, parts = mention.paragraph, sentences(mention.paragraph, language)
    place, start = _place(mention, parts)
    end = start + len(parts[place]) if place >= 0 else len(text)
    return text[start : mention.start], text[mention.start : mention.end], text[mention.end : end]
