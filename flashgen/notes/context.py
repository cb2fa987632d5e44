"""The sentence in which a term was met."""

from __future__ import annotations

import re

from flashgen.language.sentences import sentences
from flashgen.language.text_types import word_count
from flashgen.records import Mention

_NO_WORDS = re.compile(r"[\W_]+")
_CONTEXT = 2
"""Words beside the linked ones from which a sentence says something of them."""


def gives_context(mention: Mention, language: str) -> bool:
    """Whether the sentence that a link stands in is more than the link."""
    before, _, after = sentence_around(mention, language)
    return word_count(_NO_WORDS.sub(" ", f"{before} {after}")) >= _CONTEXT


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
