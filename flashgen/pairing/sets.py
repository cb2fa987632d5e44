"""A short numbered list of phrases that a sentence leads in to is one fact: its parts say nothing alone.

"An investment contract is: 1. an investment of money 2. in a common enterprise ..."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flashgen.language.text_types import FROM_MEMORY, ends_sentence, weight
from flashgen.pairing.omissions import is_led_in
from flashgen.record import replace
from flashgen.records.facts import BlockIndex, Fact
from flashgen.records.pairs import Bead, Reason

_SAID_TOGETHER = Reason("said by the note on its whole list", is_choice=True)


def join_sets(beads: Sequence[Bead]) -> list[Bead]:
    """The beads as they are, with those of such a list joined in the first; the others bear a reason."""
    lists: defaultdict[tuple[str, BlockIndex], list[int]] = defaultdict(list)
    for place, bead in enumerate(beads):
        if bead.native and bead.native.number:
            lists[bead.kind, bead.native.block_index].append(place)
    found = list(beads)
    for places in lists.values():
        parts = [beads[place] for place in places]
        if len(parts) > 1 and _is_set(parts, beads):
            found[places[0]] = _joined(parts)
            for place in places[1:]:
                found[place] = replace(beads[place], reason=_SAID_TOGETHER)
    return found


def _is_set(parts: Sequence[Bead], beads: Sequence[Bead]) -> bool:
    """Whether all parts of a list are paired phrases with one lead-in, in step, and fit a card together."""
    if not all(bead.is_pair for bead in parts):
        return False
    native, target = _sides(parts)
    lists_there = {fact.block_index for fact in target}
    kind = parts[0].kind
    in_list = [bead for bead in beads if bead.kind == kind and bead.target and bead.target.block_index in lists_there]
    steps = list(range(1, len(parts) + 1))
    return (
        len(lists_there) == 1
        and len(in_list) == len(parts)
        and [fact.number for fact in native] == [fact.number for fact in target] == steps
        and _are_phrases(native)
        and _are_phrases(target)
    )


def _sides(parts: Sequence[Bead]) -> tuple[list[Fact], list[Fact]]:
    """The native facts, and the target ones."""
    return [bead.native for bead in parts if bead.native], [bead.target for bead in parts if bead.target]


def _are_phrases(facts: Sequence[Fact]) -> bool:
    said = "\n".join(fact.answer for fact in facts)
    is_plain = all(is_led_in(fact) and fact.context and not fact.label and not fact.rest for fact in facts)
    return (
        is_plain and not any(ends_sentence(fact.answer) for fact in facts) and weight(said, FROM_MEMORY) <= FROM_MEMORY
    )


def _joined(parts: Sequence[Bead]) -> Bead:
    native, target = (
        replace(side[0], answer="\n".join(fact.answer for fact in side), number=0) for side in _sides(parts)
    )
    return replace(parts[0], native=native, target=target, confidence=min(bead.confidence for bead in parts))
