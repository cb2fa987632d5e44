"""What stands in the items of lists besides text, as mistune's tokens tell it: check boxes, links away, definitions."""

from __future__ import annotations

import re
from typing import Any

from flashgen.corpus.macros import resolve_macros
from flashgen.language.text_types import ends_sentence, is_byline, word_count

Token = dict[str, Any]
_TEXTS = ("paragraph", "block_text")

_CHECK_BOX = re.compile(r"\s*\[[ xX]\][ \t]+")
_LINKS_ALONE = re.compile(r"\s*(?:\[[^\[\]]*\]\([A-Za-z]+:[^()\s]*(?:\s+\"[^\"]*\")?\)[\s,;.·|•/–—-]*)+")
"""Links to other sites, with nothing but marks between them."""
_LINK_ELSEWHERE = re.compile(r"(?<!!)\[[^\[\]]*\]\(<?[A-Za-z]+:[^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
_FEW = 3
"""Words that tell where a link leads ("on Wikipedia"), at most."""
_AROUND_NAME = " _*()|,;–—-"
_MOST_OF_NAME = 6
"""Words of a name, or of two."""
_DEFINES = re.compile(r":[ \t]+(?=\S)")


def is_of_links_elsewhere(text: str) -> bool:
    """Whether a text is nothing but links to other sites."""
    return _LINKS_ALONE.fullmatch(text) is not None


def is_link_elsewhere(item: Token) -> bool:
    """Whether an item is nothing but links to other sites, or one with who wrote what is there."""
    children = item["children"]
    text = children[0].get("text", "") if len(children) == 1 else ""
    return is_of_links_elsewhere(text) or _names_an_author(text)


def leads_away(source: str) -> bool:
    """Whether an item is a link to another site, and few words that make no sentence of it ("[Tide](https://...) on
    Wikipedia")."""
    if "[" not in source and "{" not in source:  # most items have neither a link nor a macro
        return False
    beside, links = _LINK_ELSEWHERE.subn(" ", resolve_macros(source))
    return links > 0 and word_count(beside) <= _FEW and not ends_sentence(source)


def _names_an_author(text: str) -> bool:
    """Whether a link to another site stands before a name alone ("[Tides](https://...) – *Ada Moon*")."""
    link = _LINKS_ALONE.match(text)
    author = text[link.end() :].strip(_AROUND_NAME) if link else ""
    return bool(author) and len(author.split()) <= _MOST_OF_NAME and is_byline(author)


def without_check_box(child: Token) -> Token:
    """An item's paragraph without the `[x]` before it, which tells what is done and says nothing."""
    return _shortened(child, _CHECK_BOX.match(child.get("text", "")))


def as_definitions(child: Token) -> list[Token]:
    """The items of a list below a term, each of which begins with a colon: what the term means, without the colons.

    So MDN's pages write lists of terms (`- Tide`, below it `  - : The rising of the sea.`). Empty for another list.
    """
    if child["type"] != "list":
        return []
    items: list[Token] = child["children"]
    firsts = [item["children"][0] if item["children"] else {"type": ""} for item in items]
    if not all(_DEFINES.match(first.get("text", "")) for first in firsts):
        return []
    return [
        {**item, "children": [_shortened(first, _DEFINES.match(first["text"])), *item["children"][1:]]}
        for item, first in zip(items, firsts, strict=True)
    ]


def _shortened(child: Token, mark: re.Match[str] | None) -> Token:
    """A paragraph without the mark that it begins with."""
    return {**child, "text": child["text"][mark.end() :]} if mark and child["type"] in _TEXTS else child
