"""Texts of which parts are bold, raised, with a reading above, or formulas -> field HTML."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.field_text import field_html, plain_text, styled_html
from flashgen.records.documents import Style, StyleName
from tests.anki.test_field_text import CONTROL, HAZARDS, LIVE, PIECES

NAMES: tuple[StyleName, ...] = ("b", "i", "code", "sub", "sup", "ruby", "math", "display")
ELEMENTS = "b|i|code|sub|sup|ruby|rt|span"


def html(text: str, *styles: Style, mathjax: bool = False) -> str:
    return styled_html(text, styles, mathjax=mathjax)


@st.composite
def styled(draw: st.DrawFn) -> tuple[str, list[Style]]:
    """A hostile text, and styles of parts of it, none of which crosses another."""
    text = draw(PIECES)
    edges = st.integers(0, len(text))
    found: list[Style] = []
    for start, end in draw(st.lists(st.tuples(edges, edges), max_size=5)):
        words = text[start:end]
        crosses = any(one.start < start < one.end < end or start < one.start < end < one.end for one in found)
        if words.strip() == words and words and not crosses:
            detail = draw(st.sampled_from(HAZARDS)).replace("\\", "")
            found.append(Style(draw(st.sampled_from(NAMES)), start, end, detail))
    return text, sorted(found, key=lambda style: (style.start, -style.end))


@pytest.mark.parametrize(
    ("styles", "written"),
    [
        ([Style("b", 0, 3)], "<b>Kot</b> śpi tu"),
        ([Style("i", 4, 7)], "Kot <i>śpi</i> tu"),
        ([Style("b", 0, 7), Style("i", 4, 7)], "<b>Kot <i>śpi</i></b> tu"),
        ([Style("b", 0, 7), Style("code", 0, 3)], "<b><code>Kot</code> śpi</b> tu"),
        ([Style("sub", 0, 3), Style("sup", 4, 7)], "<sub>Kot</sub> <sup>śpi</sup> tu"),
        ([Style("ruby", 0, 3, "kot<b>")], "<ruby>Kot<rt>kot&lt;b&gt;</rt></ruby> śpi tu"),
        ([Style("math", 0, 3, "K")], "Kot śpi tu"),
        ([Style("b", 0, 7), Style("i", 4, 10)], "<b>Kot śpi</b> tu"),
    ],
)
def test_a_part_is_set_as_its_author_set_it(styles: list[Style], written: str) -> None:
    assert html("Kot śpi tu", *styles) == written


@pytest.mark.parametrize(
    ("tex", "written"),
    [
        ("x^2", r"\(x^2\)"),
        ("a < b & c > d", r"\(a &lt; b &amp; c &gt; d\)"),
        ("{{c1::x}}", r"\({ {c1: :x} }\)"),
        ("[sound:x.mp3] [$]x[/$] [[type:A]]", r"\([ sound:x.mp3] [ $]x[ /$] [[ type:A]]\)"),
        ("x\n  y\x1fz", "\\(x y z\\)"),
        ("<script>", r"\(&lt;script&gt;\)"),
    ],
)
def test_a_formula_is_mathjax_where_it_is_wanted(tex: str, written: str) -> None:
    assert html("pole x", Style("math", 5, 6, tex), mathjax=True) == f"pole {written}"
    assert html("pole x", Style("math", 5, 6, tex)) == "pole x"
    displayed = "\\[" + written.removeprefix("\\(").removesuffix("\\)") + "\\]"
    assert html("pole x", Style("display", 5, 6, tex), mathjax=True) == f"pole {displayed}"
    assert html("pole x", Style("display", 5, 6, tex)) == "pole x"


def test_a_reading_is_no_part_of_the_plain_text() -> None:
    assert plain_text(html("猫は", Style("ruby", 0, 1, "ねこ"))) == "猫は"


@given(styled())
def test_no_styled_text_is_live(case: tuple[str, list[Style]]) -> None:
    text, styles = case
    assert not LIVE.search(html(text, *styles))
    drawn = html(text, *styles, mathjax=True)
    count = sum(style.name in ("math", "display") for style in styles)
    assert len(LIVE.findall(drawn)) <= count
    assert all(mark in ("\\(", "\\[") for mark in LIVE.findall(drawn))


@given(styled())
def test_the_plain_text_of_a_styled_text_is_that_of_the_text(case: tuple[str, list[Style]]) -> None:
    # the one mark that would join the sign of a tag before it is replaced behind a tag, and only there
    text, styles = case[0].replace("\u0338", "\ufffd"), case[1]
    assert "".join(plain_text(html(text, *styles)).split()) == "".join(plain_text(field_html(text)).split())


def test_a_mark_that_would_join_a_tag_is_replaced_behind_one() -> None:
    assert plain_text(html("ab\u0338", Style("b", 0, 2))) == "ab\ufffd"
    assert plain_text(field_html("ab\u0338")) == "ab\u0338"


@given(styled())
def test_a_styled_text_is_written_as_a_browser_writes_it(case: tuple[str, list[Style]]) -> None:
    from tests.anki.test_import import Reader

    text, styles = case
    for mathjax in (False, True):
        written = html(text, *styles, mathjax=mathjax)
        assert Reader(written).written == written
        assert not CONTROL.search(written)
        assert unicodedata.normalize("NFC", written) == written
        assert {tag for tag, _ in Reader(written).elements} <= {*ELEMENTS.split("|"), "br"}
