"""The sentence in which a term was met."""

from __future__ import annotations

from flashgen.language.sentences import sentences
from flashgen.records import Mention


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
