"""Links to other articles."""

from __future__ import annotations

import pytest

from flashgen.facts.links import find_mentions
from flashgen.records.facts import Mention
from tests.support.samples import article


def only(text: str) -> Mention:
    (found,) = find_mentions(article(text))
    return found


def linked(mention: Mention) -> str:
    return mention.paragraph[mention.start : mention.end]


def test_a_link_is_a_mention_with_its_words_and_its_line() -> None:
    found = only("# Api\n\nLe api danno il [miele](/it/miele.md) dolce.\n")
    assert (found.slug, linked(found), str(found.location)) == ("miele", "miele", "it/x.md:3")


def test_every_link_to_an_article_is_taken() -> None:
    found = find_mentions(article("# Api\n\nIl [miele](/miele) è buono.\n\nAltro [nettare](/miele).\n"))
    assert [linked(mention) for mention in found] == ["miele", "nettare"]


def test_a_link_to_the_article_itself_is_no_mention() -> None:
    assert find_mentions(article("# Api\n\nLe [api](/api) volano.\n", slug="api")) == ()


def test_a_link_to_another_site_is_no_mention() -> None:
    assert find_mentions(article("# Api\n\nSi veda [qui](https://example.org/miele).\n")) == ()


@pytest.mark.parametrize(
    "block", ["- Il [miele](/miele) dolce.", "> Il [miele](/miele) piace a tutti noi.", "1. Il [miele](/miele)."]
)
def test_items_and_quotations_mention_as_well(block: str) -> None:
    assert linked(only(f"# Api\n\nTesto.\n\n{block}\n")) == "miele"


def test_an_item_of_a_nested_list_mentions_as_well() -> None:
    assert linked(only("# Api\n\nDanno:\n\n- prodotti:\n  - il [miele](/miele) dolce\n")) == "miele"


def test_each_item_of_a_list_is_a_place_of_its_own() -> None:
    found = find_mentions(article("# Api\n\nDanno:\n\n- il [miele](/miele)\n- la [cera](/cera)\n"))
    assert len({mention.block_index for mention in found}) == 2


@pytest.mark.parametrize("link", ["[벌집 (beehive)](/hive)", "[벌집](/hive) (beehive)", "[벌집](/hive)(beehive)"])
def test_a_mention_is_without_a_gloss_that_gives_its_term_away(link: str) -> None:
    found = only(f"# 꿀벌\n\n여기 {link}은 있다.\n")
    assert (found.paragraph, linked(found)) == ("여기 벌집은 있다.", "벌집")


def test_another_bracket_behind_a_mention_stays() -> None:
    found = only("# Api\n\nIl [miele](/miele) (dolce) piace.\n")
    assert (found.paragraph, linked(found)) == ("Il miele (dolce) piace.", "miele")
