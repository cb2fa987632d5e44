"""Paragraphs with simple links, read without the parser: to what the parser makes of them."""

from __future__ import annotations

import pytest

from flashgen.corpus.inline import parse_inline
from flashgen.corpus.plain_links import PLAIN, target_of

PARAGRAPHS = (
    "A [hive](/hive) holds bees.",
    "A [hive](/hive)\nholds [bees](bees.md#top), and\nwax.",
    "[Bees](/bee)[wax](/bee) [candles](/candle)",
    "[벌](/bee) 은 [꿀](/honey)을 만든다",
    "[ A hive, ](hive/) and [...](/none).",
    "A hive  \nholds [bees](/bee)",
    "[above](#above) and [below](../below/)",
    "Look! A [hive](https://hive.example/a?b=c%20d#e) and [wax](wax.md?x=1)!",
)


@pytest.mark.parametrize("source", PARAGRAPHS)
def test_simple_links_are_read_as_the_parser_reads_them(source: str) -> None:
    plain, parsed = parse_inline(f"{source} end"), parse_inline(f"{source} *end*")
    assert PLAIN.fullmatch(f"{source} end")
    assert (plain.text, plain.links) == (parsed.text, parsed.links)


@pytest.mark.parametrize("source", ["a\n [b](/c)", "[a\nb](/c)", "[a](/b c)", "`a` [b](/c)", "[a]", "![a](/b)"])
def test_other_markup_is_left_to_the_parser(source: str) -> None:
    assert not PLAIN.fullmatch(source)


@pytest.mark.parametrize(
    ("url", "target"),
    [("/hive", "hive"), ("hive/", "hive"), ("../hive.md#a", "../hive"), ("#a", ""), ("https://a.b/hive", "")],
)
def test_an_address_leads_to_a_path_of_the_site(url: str, target: str) -> None:
    assert target_of(url) == target
