"""A word and the item that it labels: where one note shows the word above the sentence, the other shows it alone."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.language.text_types import normalised
from flashgen.record import replace
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

_Place = tuple[Location, Location]


def drop_repeated_examples(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article; a word that labels an item, whose note shows it above the item, stands without it.

    Met in numbered lists of steps: "**Adjusting entries:** At the end of the period ..." was a word with its sentence,
    and the same sentence led in to by the same word, so that two notes showed the same lines.
    """
    beads = tuple(beads)
    items = {place for bead in beads if (place := _place(bead)) and not KINDS[bead.kind].is_nominal and _is_led(bead)}
    return tuple(
        without_example(bead) if KINDS[bead.kind].is_nominal and _place(bead) in items else bead for bead in beads
    )


def without_example(bead: Bead) -> Bead:
    """A pair of words without the sentences that they are shown in."""
    native, target = (side and replace(side, context="") for side in (bead.native, bead.target))
    return replace(bead, native=native, target=target)


def _place(bead: Bead) -> _Place | None:
    """Where both sides of a pair stand; None of what is no pair."""
    if (pair := bead.pair) is None:
        return None
    native, target = pair
    return native.location, target.location


def _is_led(bead: Bead) -> bool:
    """Whether both sides are led in to by their labels, with or without what leads in to the list above them."""
    return all(fact.label and normalised(fact.label) == _last_line(fact.context) for _, fact in bead.sides)


def _last_line(lead_in: str) -> str:
    return normalised(lead_in.rpartition("\n")[2])
