"""HTML whose text is no part of an article: what is passed over of it, and that it is told."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.raw_html import RAW_TAGS, without_raw_html
from flashgen.records.documents import Paragraph

TEXT = "The text within."


def read(markdown: str) -> tuple[list[str], list[str]]:
    """The paragraphs of a body, and what is told to be unread."""
    body = parse_body(markdown, 1)
    blocks = [block for section in body.sections for block in section.blocks]
    return [block.inline.text for block in blocks if isinstance(block, Paragraph)], [one.what for one in body.unread]


def blanked(text: str) -> str:
    lines, _ = without_raw_html(list(enumerate(text.split("\n"), 1)))
    return "\n".join(line for _, line in lines)


@pytest.mark.parametrize("tag", RAW_TAGS)
@pytest.mark.parametrize(
    "form", ["<{0}>\n{1}\n</{0}>", "<{0} a='b'>\n\n{1}\n\n</{0}>", "<{0}>{1}</{0}>", "< {0} >{1}</{0}>"]
)
def test_what_is_blanked_is_told(tag: str, form: str) -> None:
    texts, told = read(f"Before.\n\n{form.format(tag, TEXT)}\n\nAfter.")
    assert texts == ["Before.", "After."]
    assert told == ["code" if tag == "pre" else f"raw HTML ({tag})"]


@pytest.mark.parametrize("tag", ["div", "section", "summary", "pre", "table"])
def test_html_that_only_the_parser_passes_over_is_told(tag: str) -> None:
    """Of tags that are not closed, too."""
    texts, told = read(f"Before.\n\n<{tag}>{TEXT}")
    assert texts == ["Before."]
    assert told == ["code" if tag == "pre" else f"raw HTML ({tag})"]


@pytest.mark.parametrize("tag", ["details", "div", "section"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_is_read_is_not_told_to_be_unread(tag: str, gap: str) -> None:
    assert read(f"Before.\n\n<{tag}>{gap}{TEXT}{gap}</{tag}>") == (["Before.", TEXT], [])


@pytest.mark.parametrize(
    "html", ["<!-- a remark -->", "<br>", "<a id='x'></a>", "<p align='center'><img src='a.png'></p>"]
)
def test_html_without_a_text_is_nothing_to_tell_of(html: str) -> None:
    assert read(f"Before.\n\n{html}\n\nAfter.") == (["Before.", "After."], [])


def test_a_table_is_blanked_to_its_end() -> None:
    assert blanked("<table><tr><td>\n\nElma\n\n<b>x</b></td></tr></table>\nSon").split("\n") == [""] * 5 + ["Son"]


def test_a_table_closed_on_a_line_of_its_own_is_blanked_to_its_end() -> None:
    assert blanked("<table>\n<tr><td>\n\nElma\n\n</td></tr>\n</table>\nSon").split("\n") == [""] * 7 + ["Son"]


def test_an_unclosed_table_does_not_swallow_the_rest() -> None:
    assert blanked("<table>\n\nKedi uyur.").endswith("Kedi uyur.")


def test_a_table_tag_in_code_is_left_alone() -> None:
    code = "```\n<table>\n```\n\nKot.\n\n```\nx</table>\n```"
    assert blanked(code) == code
