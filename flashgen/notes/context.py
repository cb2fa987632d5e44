"""The sentence in which a term was met."""

from __future__ import annotations

import re

from flashgen.language.sentences import sentences
from flashgen.language.text_types import weight, word_count
from flashgen.records import Mention

_NO_WORDS = re.compile(r"[\W_]+")
_LONGEST = 220
"""The most that an example may weigh."""
_CONTEXT = 2
"""Words beside the linked ones from which a sentence says something of them."""


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
