"""Links and images by reference are read as if their addresses stood in the text."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.references import with_addresses
from flashgen.records.documents import Listing, Paragraph

DEFINED = """
[low water]: /tide/ebb.md
[Moon]:/moon.md "The moon"
[gauge]: /images/gauge.png 'A gauge'
[1]: https://tide.example/a_(b)
"""


def resolved(text: str, code: frozenset[int] = frozenset()) -> str:
    lines = list(enumerate((text + "\n" + DEFINED).split("\n"), 1))
    return "\n".join(line for number, line in with_addresses(lines, code) if number <= text.count("\n") + 1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The [ebb][low water] ends.", "The [ebb](/tide/ebb.md) ends."),
        ("[Low  Water][] ends.", "[Low  Water](/tide/ebb.md) ends."),
        ("At [low water] it ends.", "At [low water](/tide/ebb.md) it ends."),
        ("The [moon]'s pull.", "The [moon](/moon.md)'s pull."),
        ("![Gauge][]", "![Gauge](/images/gauge.png)"),
        ("Read the ![a gauge][gauge] twice.", "Read the ![a gauge](/images/gauge.png) twice."),
        ("[![gauge]][moon]", "[![gauge](/images/gauge.png)](/moon.md)"),
        ("> The [ebb][low\n> water] ends.", "> The [ebb][low\n> water] ends."),
        ("The [long\nebb][moon] ends.", "The [long\nebb](/moon.md) ends."),
        ("So says [the book][1].", "So says [the book](https://tide.example/a_%28b%29)."),
    ],
)
def test_addresses_take_the_place_of_labels(written: str, read: str) -> None:
    assert resolved(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "So says the book [1].",
        "The [ebb] and the [flood][high water] end.",
        "`[moon][]` is code.",
        "\\[moon] is escaped.",
        "The [moon](/tide.md) has an address.",
        "- [x] done",
        "Footnote[^1].",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert resolved(text) == text


def test_code_stays_as_it_is() -> None:
    assert resolved("```\n[moon][]\n```", frozenset({1, 2, 3})) == "```\n[moon][]\n```"


def test_texts_hold_the_links_and_no_brackets() -> None:
    body = parse_body("# Tide\n\n![Gauge][]\n\nThe [ebb][low water] ends.\n\n- At [low water]\n" + DEFINED, 1)
    paragraph, listing = body.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(listing, Listing)
    assert paragraph.inline.text == "The ebb ends."
    assert [link.target for link in paragraph.inline.links] == ["tide/ebb"]
    assert listing.items[0].inline.text == "At low water"
    assert [one.what for one in body.unread] == ["an image"]
