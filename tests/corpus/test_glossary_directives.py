"""Glossaries of Sphinx."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Listing, Paragraph


@pytest.mark.parametrize("fence", ["```", "````", ":::"])
def test_a_glossary_is_a_list_of_terms(fence: str) -> None:
    entries = "kot\n  Zwierzę, które śpi\n  cały dzień.\n\nmysz\n  Zwierzę, które ucieka.\n"
    body = parse_body(f"Przed.\n\n{fence}{{glossary}}\n:sorted:\n\n{entries}{fence}\n\nPo.\n", 1)
    before, listing, after = body.sections[0].blocks
    assert isinstance(before, Paragraph)
    assert isinstance(listing, Listing)
    assert isinstance(after, Paragraph)
    assert [(item.label, item.inline.text, item.line) for item in listing.items] == [
        ("kot", "Zwierzę, które śpi cały dzień.", 6),
        ("mysz", "Zwierzę, które ucieka.", 10),
    ]


def test_a_glossary_that_never_ends_is_code() -> None:
    assert parse_body("```{glossary}\nkot\n  Zwierzę.\n", 1).sections == ()


def test_a_glossary_in_code_is_code() -> None:
    assert parse_body("````md\n```{glossary}\nkot\n  Zwierzę.\n```\n````\n", 1).sections == ()
