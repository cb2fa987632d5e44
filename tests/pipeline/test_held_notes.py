"""Notes that are held until they are published are as they were made, and light."""

from __future__ import annotations

from flashgen.pipeline.held_notes import HeldNotes
from flashgen.record import replace
from tests.support.plain_deck import HONEY, SLEEP, WAX


def test_notes_come_back_as_they_were_in_their_order() -> None:
    held = HeldNotes()
    held.add((HONEY, SLEEP))
    held.add(iter((WAX,)))
    assert held.notes == [HONEY, SLEEP, WAX]


def test_a_note_without_cards_is_none() -> None:
    held = HeldNotes()
    held.add((replace(HONEY, cards=()), WAX))
    assert held.notes == [WAX]


def test_what_notes_share_is_held_once() -> None:
    held = HeldNotes()
    held.add(replace(one, tags=("".join(("be", "es")), one.kind), deck="".join(("Be", "es"))) for one in (HONEY, WAX))
    held.add((replace(SLEEP, tags=("".join(("be", "es")), "night")),))
    honey, wax, sleep = held.notes
    assert honey.tags is wax.tags
    assert honey.tags[0] is sleep.tags[0]
    assert honey.deck is wax.deck
    assert honey.location.path is wax.location.path
