"""Decks and tags that differ by case get one spelling."""

from __future__ import annotations

from flashgen.notes.one_spelling import OneSpelling
from flashgen.record import replace
from flashgen.records.notes import Note
from tests.support.plain_deck import HONEY, WAX


def noted(deck: str, *tags: str) -> Note:
    return replace(HONEY, deck=deck, tags=tags)


def test_decks_and_tags_that_differ_by_case_become_one() -> None:
    one, other = map(OneSpelling(), [noted("Api::Miele", "t::Fiore"), noted("api::miele", "T::fiore")])
    assert (other.deck, other.tags) == (one.deck, one.tags) == ("Api::Miele", ("t::Fiore",))


def test_a_parent_is_spelled_alike_in_all_its_children() -> None:
    one, other = map(OneSpelling(), [noted("Api::Miele"), noted("API::Cera")])
    assert (one.deck, other.deck) == ("Api::Miele", "Api::Cera")


def test_unifying_leaves_the_notes_and_their_order_alone() -> None:
    assert list(map(OneSpelling(), [HONEY, WAX])) == [HONEY, WAX]
