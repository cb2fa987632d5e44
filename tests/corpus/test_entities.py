"""Entities are resolved where they are written in full, and nothing else is."""

from __future__ import annotations

import pytest

from flashgen.corpus.article import parse_article
from flashgen.corpus.entities import resolve_entities
from flashgen.records.documents import Document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a &amp; b", "a & b"),
        ("a &amp;amp;amp; b", "a & b"),
        ("&lt;b&gt; &#91;x&#x5D;", "<b> [x]"),
        ("see ?a=1&section=2&copy=3", "see ?a=1&section=2&copy=3"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("&notreal; &;", "&notreal; &;"),
    ],
)
def test_only_whole_entities_are_resolved(text: str, shown: str) -> None:
    assert resolve_entities(text, 3) == shown


def test_an_address_in_a_title_and_a_description_stays_as_it_is() -> None:
    matter = "---\ntitle: 'Page ?a=1&section=2'\ndescription: 'See ?a=1&section=2.'\n---\n\n"
    text = f"{matter}# x\n\nBody ?a=1&section=2 here.\n"
    article, _ = parse_article(Document("a.md", "a.md", "a", "en"), text.encode())
    assert article
    assert article.title == "Page ?a=1&section=2"
    assert article.description == "See ?a=1&section=2."
    assert "Body ?a=1&section=2 here." in repr(article.sections)
