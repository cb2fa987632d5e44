"""What an answer ends in that only sends its reader to another article: "See also the tide." """

from __future__ import annotations

from flashgen.language.sentences import sentences
from flashgen.language.text_types import has_words, word_count
from flashgen.records.documents import Inline

_BEFORE, _BEHIND = 4, 1
"""Words beside its links that a paragraph that only refers has at most."""
_WITHIN = 2
"""The same of a sentence behind others."""


def only_refers(text: Inline) -> bool:
    """Whether a text is links to other articles, and few words beside them."""
    return _refers(text, 0, _BEFORE, _BEHIND)


def without_reference(text: Inline, language: str) -> str:
    """A text without a last sentence that only refers."""
    if not any(link.target for link in text.links):
        return text.text
    last = (sentences(text.text, language) or [text.text])[-1]
    start = max(text.text.rfind(last), text.text.rfind("\n") + 1)
    return text.text[:start].rstrip() if start and _refers(text, start, _WITHIN, 0) else text.text


def _refers(text: Inline, start: int, before: int, behind: int) -> bool:
    """Whether a text from a place on is links to articles, with so few words before the first and behind the last."""
    links = [link for link in text.links if link.start >= start and link.start < link.end]
    if not links or not all(link.target for link in links):
        return False
    beside = text.text[start : links[0].start]
    between = "".join(text.text[one.end : other.start] for one, other in zip(links, links[1:], strict=False))
    last = text.text[links[-1].end :]
    is_between = not has_words(between) or word_count(between) <= len(links)
    return (
        has_words(beside)
        and word_count(beside) <= before
        and (word_count(last) if has_words(last) else 0) <= behind
        and is_between
    )
