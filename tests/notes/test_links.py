"""Addresses on cards: filled from what is known of a card, percent-encoded, and harmless whatever the texts are."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.anki.field_text import is_harmless
from flashgen.language.patterns import ADDRESS_NAMES
from flashgen.notes.links import LinkPatterns, link_values
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bitext, Side, SideName

PATTERNS = LinkPatterns(
    "https://example.org/{language}/{article}/",
    "https://example.org/edit/{path}#L{line}",
    "https://example.org/new?title={article}%20{kind}&body={text}&pair={native}-{target}",
)


def address_in(html: str) -> str:
    """Where a link leads."""
    link = re.fullmatch(r'<a href="([^"<>]*)">.*</a>', html, re.DOTALL)
    assert link, html
    return unescape(link[1])


def side(language: str, title: str, front: dict[str, str] | None = None) -> Side:
    name = f"{language}/an oven.md"
    return Side(Document(name, name, "tools/oven", language), title, True, (), front=front or {})


OVEN = Bitext("tools/oven", (), side("en", "Oven"), side("it", "Forno", {"doi": "10.1/x y"}), ())


def facts(answer: str) -> dict[SideName, Fact]:
    return {
        "native": Fact("faq", "", "It bakes.", Location("en/an oven.md", 7)),
        "target": Fact("faq", "", answer, Location("it/an oven.md", 9)),
    }


def test_each_version_has_its_own_address_and_line() -> None:
    values = link_values(PATTERNS, OVEN, "faq", facts("Cuoce."))
    assert {name: address_in(html) for name, html in values.items()} == {
        "native.source_url": "https://example.org/en/tools/oven/",
        "target.source_url": "https://example.org/it/tools/oven/",
        "native.edit_url": "https://example.org/edit/en/an%20oven.md#L7",
        "target.edit_url": "https://example.org/edit/it/an%20oven.md#L9",
        "report_url": "https://example.org/new?title=tools/oven%20faq&body=Cuoce.&pair=en-it",
    }


def test_a_note_about_the_whole_article_leads_to_its_beginning_and_reports_its_title() -> None:
    values = link_values(PATTERNS, OVEN, "term", {})
    assert values["target.edit_url"].endswith("#L1</a>")
    assert "body=Forno" in values["report_url"]


def test_front_matter_fills_an_address_and_where_it_lacks_the_key_there_is_none() -> None:
    values = link_values(LinkPatterns("https://example.org/{front.DOI}"), OVEN, "faq", {})
    assert address_in(values["target.source_url"]) == "https://example.org/10.1/x%20y"
    assert values["native.source_url"] == ""


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("https://example.org/{front.permalink}", "https://example.org/it/oven/"),
        ("https://example.org/at{front.permalink}", "https://example.org/at/it/oven/"),
    ],
)
def test_an_address_within_the_site_stays_one(pattern: str, address: str) -> None:
    bitext = replace(OVEN, target=side("it", "Forno", {"permalink": "/it/oven/"}))
    values = link_values(LinkPatterns(pattern), bitext, "faq", {})
    assert address_in(values["target.source_url"]) == address


def test_a_report_of_a_long_text_quotes_its_beginning() -> None:
    address = address_in(link_values(PATTERNS, OVEN, "faq", facts("ж" * 800))["report_url"])
    assert len(address) < 2000
    assert parse_qs(urlsplit(address).query)["body"] == ["ж" * 160 + "…"]


def test_no_pattern_makes_no_address() -> None:
    assert not any(link_values(LinkPatterns(), OVEN, "faq", facts("x")).values())


def test_a_file_whose_name_is_no_unicode_is_addressed_by_its_bytes() -> None:
    values = link_values(PATTERNS, replace(OVEN, target=side("it\udce9", "Forno")), "faq", {})
    assert address_in(values["target.edit_url"]) == "https://example.org/edit/it%E9/an%20oven.md#L1"


@given(st.text(min_size=1, max_size=30))
@example("a\ud800\udfff")
def test_no_text_changes_where_an_address_leads(text: str) -> None:
    named = replace(OVEN, slug=text, target=side("it", text))
    for html in link_values(PATTERNS, named, "faq", facts(text)).values():
        address = address_in(html)
        assert is_harmless(html)
        assert urlsplit(address)[:2] == ("https", "example.org")
        assert not re.search(r"[\s<>\"'\[\]\\{}]", address)


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in ADDRESS_NAMES.items() for name in names])
def test_every_placeholder_that_an_address_may_have_is_filled(key: str, name: str) -> None:
    patterns = LinkPatterns(**{key.removesuffix("_url"): f"https://example.org/#{{{name}}}"})
    values = link_values(patterns, OVEN, "faq", facts("Cuoce."))
    assert values.get(key) or values[f"target.{key}"]
    assert not any("{" in html for html in values.values())
