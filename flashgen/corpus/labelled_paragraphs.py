"""Paragraphs that begin with a bold term each (`**Ebb** : the falling tide`): a list of terms that was written out.

Glossaries are written so. One such paragraph says nothing of that; three terms that are most of a section do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flashgen.corpus.inline import parse_labelled
from flashgen.corpus.list_tokens import Token
from flashgen.corpus.pins import split_pin
from flashgen.language.text_types import is_question

_LEAST = 3
_BOLD = ("**", "__", "[**", "[__")


def paragraphs_as_lists(tokens: list[Token]) -> list[Token]:
    """The tokens of a document, in which such paragraphs are lists."""
    starts = [index for index, token in enumerate(tokens) if token["type"] == "heading"]
    bounds = [0, *starts, len(tokens)]
    return [token for begin, end in pairwise(bounds) for token in _in_section(tokens[begin:end])]


def _in_section(tokens: list[Token]) -> Iterator[Token]:
    paragraphs = [token for token in tokens if token["type"] == "paragraph"]
    labels = {index: label for index, token in enumerate(tokens) if (label := _label(token))}
    are_terms = (
        len(labels) >= _LEAST and len(set(labels.values())) == len(labels) and 2 * len(labels) >= len(paragraphs)
    )
    if not are_terms:
        yield from tokens
        return
    is_next = False
    items: list[Token] = []
    for index, token in enumerate(tokens):
        if index not in labels:
            is_next = is_next and token["type"] == "blank_line"
            yield token
            continue
        if not is_next:
            items = []
            yield {"type": "list", "attrs": {"ordered": False}, "children": items}
        items.append({"type": "list_item", "children": [token]})
        is_next = True


def _label(token: Token) -> str:
    """The label of a paragraph that says something behind it; empty for any other token, and for questions."""
    if token["type"] != "paragraph" or not token["text"].startswith(_BOLD):
        return ""
    label, text = parse_labelled(split_pin(token["text"])[0])
    return label if text and not is_question(label) else ""
