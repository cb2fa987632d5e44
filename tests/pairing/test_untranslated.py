"""Texts that stand in both versions word for word."""

from __future__ import annotations

import pytest

from flashgen.pairing.untranslated import with_copies_told
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason

LEFT = "It grinds all the grain of the village."


def alone(text: str, path: str, line: int) -> Fact:
    return Fact("purpose", "", text, Location(path, line), (0, 0))


def told(text: str) -> list[str]:
    """The reasons of a fact that stands alone in one version, and of one of another kind in the other."""
    ours, theirs = alone(text, "en/mill.md", 5), alone(text, "it/mill.md", 9)
    beads = (Bead("purpose", ours, None), Bead("highlight", None, theirs), Bead("purpose", ours, theirs))
    return [str(bead.reason or "") for bead in with_copies_told(beads)]


def test_a_text_of_the_other_document_is_no_text_whose_partner_is_missing() -> None:
    said = "the same text in both languages: it stands in line {} of {} as well"
    assert told(LEFT) == [said.format(9, "it/mill.md"), said.format(5, "en/mill.md"), ""]


@pytest.mark.parametrize("name", ["Molino Bianco", "10-K"])
def test_a_name_may_stand_in_both(name: str) -> None:
    assert told(name) == ["", "", ""]


def test_what_stands_in_one_keeps_its_reason() -> None:
    reason = Reason("could not be told apart")
    (bead,) = with_copies_told([Bead("purpose", alone(LEFT, "en/mill.md", 5), None, reason)])
    assert bead.reason == reason
