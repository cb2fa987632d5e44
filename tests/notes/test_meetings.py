"""A place is told from others before it is unpacked, and is the same when it is."""

from __future__ import annotations

import pytest

from flashgen.notes.meetings import HeldPlace, TermPlace, find_meetings
from flashgen.record import replace
from flashgen.records.location import Location
from tests.notes.test_term_places import ape, bee, bitext

STRANGE = Location("it/x\udcff.md", 3)
"""In a file whose name is no Unicode."""


def held(place: Location | None = None) -> HeldPlace:
    theirs = replace(ape(), location=place) if place else ape()
    ((met,),) = (one.places for one in find_meetings(bitext((bee(),), (theirs,))))
    return met


@pytest.mark.parametrize("place", [None, STRANGE], ids=["packed", "kept as it is"])
def test_a_place_is_what_it_was(place: Location | None) -> None:
    assert held(place).unpacked == TermPlace(bee(), replace(ape(), location=place) if place else ape())
    assert isinstance(held(place).packed, TermPlace if place else bytes)


def test_a_place_that_lacks_a_sentence_is_not_unpacked_for_it() -> None:
    assert held().may_say(("bees work.", "api lavorano."))
    assert not held().may_say(("bees work.", "api dormono."))
    assert not held().may_say(("", ""))
    assert held(STRANGE).may_say(("bees sleep.", "api dormono."))


def test_a_place_points_back_as_far_as_both_of_its_sentences_do() -> None:
    (met,) = find_meetings(bitext((replace(bee(), points_back=2.0),), (replace(ape(), points_back=0.5),)))
    assert [place.points_back for place in met.places] == [2.5]
