"""Paragraphs that begin with a bold term each are a list of terms."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Block, Listing, Paragraph, Section


def blocks(text: str) -> tuple[Block, ...]:
    return parse_body("# Tide\n\n" + text, 1).sections[0].blocks


TERMS = """These are the words.

**Ebb** : the falling tide.

**[Flood](/flood.md)**: the rising tide. It brings fish.

__Slack__ — neither of them.

Two more follow.

**Neap:** a small tide.
"""


def test_terms_that_are_most_of_a_section_are_a_list() -> None:
    first, terms, second, last = blocks(TERMS)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(terms, Listing)
    assert [(item.label, item.inline.text, item.line) for item in terms.items] == [
        ("Ebb", "the falling tide.", 5),
        ("Flood", "the rising tide. It brings fish.", 7),
        ("Slack", "neither of them.", 9),
    ]
    assert isinstance(last, Listing)
    assert last.items[0].label == "Neap"


def test_two_labels_are_no_list() -> None:
    assert all(isinstance(block, Paragraph) for block in blocks("**Ebb**: it falls.\n\n**Flood**: it rises.\n"))


def test_labels_here_and_there_in_a_text_are_no_list() -> None:
    text = "".join(f"**Label {name}**: text.\n\nMore text.\n\nEven more text.\n\n" for name in "abc")
    assert all(isinstance(block, Paragraph) for block in blocks(text))


def test_who_speaks_in_turns_is_no_term() -> None:
    text = "**Ada**: Is it ebb?\n\n**Ben**: It is.\n\n**Ada**: At last.\n\n**Ben**: Yes.\n"
    assert all(isinstance(block, Paragraph) for block in blocks(text))


def test_bold_words_in_a_sentence_are_no_labels() -> None:
    text = "**Ebb** falls.\n\n**Flood** rises.\n\n**Slack** rests.\n"
    assert all(isinstance(block, Paragraph) for block in blocks(text))


def test_questions_in_bold_are_no_terms() -> None:
    text = "**What ebbs?** The sea.\n\n**What floods?** The sea, too.\n\n**What stays?** The shore.\n"
    assert all(isinstance(block, Paragraph) for block in blocks(text))


def form(fields: str, places: str = "abc") -> tuple[Section, ...]:
    return parse_body("# Tide\n\n" + "".join(f"### {name}\n\n{fields}\n" for name in places), 1).sections[1:]


def test_sections_of_labels_and_nothing_else_are_lists_where_they_recur() -> None:
    for section in form("**Sign**: the water falls.\n\n**What follows** – boats lie dry.\n"):
        (listing,) = section.blocks
        assert isinstance(listing, Listing)
        assert [item.label for item in listing.items] == ["Sign", "What follows"]


@pytest.mark.parametrize(
    "fields",
    [
        "**Sign**: the water falls.\n",
        "**Day**: 3 May\n\n**Keeper**: Ada\n",
        "**Ada**: Is it ebb?\n\n**Ben**: It is.\n",
        "**Sign**: the water falls.\n\n**Sign**: the moon is full.\n",
        "**Sign**: the water falls.\n\n**What follows**: boats lie dry.\n\nMore is known.\n",
    ],
)
def test_other_sections_that_recur_are_no_form(fields: str) -> None:
    assert all(isinstance(block, Paragraph) for section in form(fields) for block in section.blocks)


def test_two_sections_are_no_form() -> None:
    fields = "**Sign**: the water falls.\n\n**What follows**: boats lie dry.\n"
    assert all(isinstance(block, Paragraph) for section in form(fields, "ab") for block in section.blocks)
