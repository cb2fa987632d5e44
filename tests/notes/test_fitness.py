"""How cards can show a pair: an item that stands for one of several is told apart from what stands for itself."""

from __future__ import annotations

from typing import Any

import pytest

from flashgen.notes.fitness import count_items, is_one_of_list, shows_rest
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact


def item(kind: str = "purpose", *, block: int = 1, **changes: Any) -> Bead:
    """A pair of items beneath a lead-in; `changes` are to both sides."""
    said = {"context": "Bees gather:", "block_index": (1, block), **changes}
    return Bead(kind, replace(fact(kind, "nectar"), **said), replace(fact(kind, "nettare"), **said))


def test_an_item_beneath_a_lead_in_is_one_of_its_list() -> None:
    beads = [item(), item()]
    assert [is_one_of_list(bead, count_items(beads)) for bead in beads] == [True, True]


def test_the_other_items_count_though_they_make_no_note() -> None:
    alone = replace(item(), target=None)
    assert is_one_of_list(item(), count_items([item(), alone]))


def test_an_item_whose_list_lost_the_others_in_one_version_is_one_of_several() -> None:
    assert is_one_of_list(item(), count_items([item(), replace(item(), native=None)]))


def test_an_item_whose_number_is_not_shown_has_others_beside_it() -> None:
    assert is_one_of_list(item(number=1), count_items([item(number=1)]))


def test_the_only_item_of_a_list_is_not_one_of_several() -> None:
    assert not is_one_of_list(item(), count_items([item(), item(block=2)]))


@pytest.mark.parametrize(
    "changes", [{"context": ""}, {"label": "Food"}, {"number": 2, "answer": "2. nectar"}, {"answer": "nectar\npollen"}]
)
def test_an_item_that_says_what_it_is_stands_for_itself(changes: dict[str, Any]) -> None:
    assert not is_one_of_list(item(**changes), count_items([item(), item()]))


@pytest.mark.parametrize("kind", ["vocabulary", "section", "callout", "faq", "definition"])
def test_what_is_asked_by_something_else_is_no_item(kind: str) -> None:
    assert not is_one_of_list(item(kind), count_items([item(kind), item(kind)]))


@pytest.mark.parametrize(
    ("kind", "named", "kinds", "shows"),
    [
        ("faq", False, ["faq"], True),
        ("callout", False, ["faq"], False),
        ("section", False, ["faq"], True),
        ("section", True, ["faq"], False),
        ("section", True, ["section"], True),
        ("section", False, [], False),
    ],
)
def test_a_heading_that_recurs_is_answered_by_its_whole_section(
    kind: str, named: bool, kinds: list[str], shows: bool
) -> None:
    native, target = fact(kind, "nectar", "Food"), replace(fact(kind, "nettare", "Cibo"), names_question=named)
    assert shows_rest(Bead(kind, native, target), kinds) is shows
