"""What cards show in place of a title, and links that are no terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.facts.links import find_mentions
from flashgen.quality.headings import with_headings
from flashgen.quality.links import swallows_sentence_end
from flashgen.records import Document, Side
from tests.support.samples import article


def side(title: str, used: bool) -> Side:
    return Side(Document(Path("x.md"), "x.md", "old-mill", "it"), title, used, ())


def headings(ours: bool, theirs: bool) -> list[str]:
    return [side.heading for side in with_headings("old-mill_2", side("Mulino", ours), side("Mill", theirs))]


def test_a_title_that_its_article_uses_is_shown() -> None:
    assert headings(True, True) == ["", ""]


def test_a_title_that_its_article_never_uses_gives_way_to_the_others() -> None:
    assert headings(False, True) == ["Mill", ""]
    assert headings(True, False) == ["", "Mulino"]


def test_where_neither_is_used_the_slug_is_shown_as_words() -> None:
    assert headings(False, False) == ["old mill 2", "old mill 2"]


@pytest.mark.parametrize(
    "linked", ["miele. Le api dormono", "miele, che le api fanno, e la cera", "mieli.Le api? No", "蜂蜜。 蜜蜂"]
)
def test_a_link_over_more_than_a_term(linked: str) -> None:
    text = article(f"# Api\n\nLe api danno il [{linked}](/miele) dolce.\n")
    assert [swallows_sentence_end(mention) for mention in find_mentions(text)] == [True]


@pytest.mark.parametrize("linked", ["miele", "miele (dolce)", "dolce.", "miele, cera"])
def test_a_link_over_a_term(linked: str) -> None:
    text = article(f"# Api\n\nLe api danno il [{linked}](/miele) dolce.\n")
    assert [swallows_sentence_end(mention) for mention in find_mentions(text)] == [False]


def test_a_link_that_is_passed_over_leaves_its_place_to_the_next() -> None:
    text = article("# Api\n\nDanno [miele. Le api](/miele) dormono.\n\nIl [miele](/miele) è dolce.\n")
    (found,) = find_mentions(text, swallows_sentence_end)
    assert str(found.location) == "it/x.md:5"
