"""Links that are no terms."""

from __future__ import annotations

import pytest

from flashgen.facts.links import find_mentions
from flashgen.quality.links import swallows_sentence_end
from tests.support.samples import article


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
