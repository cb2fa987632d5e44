"""Paragraphs that begin with a bold label each (`**Ebb** : the falling tide`): a list that was written out.

Glossaries are written so. One such paragraph says nothing of that; three terms that are most of a section do. So do
three sections of two labels or more each and nothing else: a form that was filled in for several things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from flashgen.corpus.inline import parse_labelled
from flashgen.corpus.list_tokens import Token
from flashgen.corpus.pins import split_pin
from flashgen.language.text_types import ends_sentence, is_question

_LEAST = 3
"""Terms of a section, and sections of a form, from which they are taken for that."""
_FIELDS = 2
"""Labels of each section of a form, at least."""
_BOLD = ("**", "__", "[**", "[__")


def paragraphs_as_lists(tokens: list[Token]) -> list[Token]:
    """The tokens of a document, in which such paragraphs are lists."""
    starts = [index for index, token in enumerate(tokens) if token["type"] == "heading"]
    sections = [tokens[begin:end] for begin, end in pairwise([0, *starts, len(tokens)])]
    labels = [{index: label for index, token in enumerate(section) if (label := _label(token))} for section in sections]
    filled = [number for number, section in enumerate(sections) if _is_filled_in(section, labels[number])]
    form = filled if len(filled) >= _LEAST else []
    for number, section in enumerate(sections):
        are_items = number in form or _are_terms(section, labels[number])
        sections[number] = list(_with_lists(section, labels[number])) if are_items else section
    return [token for section in sections for token in section]


def _are_terms(tokens: list[Token], labels: Mapping[int, str]) -> bool:
    """Whether the labels of a section, by the places of their paragraphs, are different ones, and many."""
    paragraphs = sum(token["type"] == "paragraph" for token in tokens)
    are_different = len(set(labels.values())) == len(labels)
    return len(labels) >= _LEAST and are_different and 2 * len(labels) >= paragraphs


def _is_filled_in(tokens: list[Token], labels: Mapping[int, str]) -> bool:
    """Whether a section is nothing but labels with statements: no dates or names, and no questions with answers."""
    texts = [token.get("text", "").rstrip() for token in tokens if token["type"] not in ("heading", "blank_line")]
    return (
        bool(tokens)
        and tokens[0]["type"] == "heading"
        and len(texts) == len(labels) >= _FIELDS
        and len(set(labels.values())) == len(labels)
        and all(ends_sentence(text) and not is_question(text) for text in texts)
    )


def _with_lists(tokens: list[Token], labels: Mapping[int, str]) -> Iterator[Token]:
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
