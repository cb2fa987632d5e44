"""How cards can show a pair: how large it is set, whether it can be said from memory, whether it is one of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from flashgen.kinds import KINDS, is_asked_by_recurrence
from flashgen.language.text_types import FROM_MEMORY, weight
from flashgen.records.facts import BlockIndex, Fact
from flashgen.records.pairs import Bead, SideName

_SIZES = ((80, "short"), (160, "medium"))
"""How much a text of each size weighs at most; what weighs more is long."""
ListSizes = Counter[tuple[SideName, str, BlockIndex]]
"""How many items each list of an article has in each version, by kind and place."""


def size_name(answer: str) -> str:
    """How large an answer can be set."""
    weighs = weight(answer, 0)
    return next((name for most, name in _SIZES if weighs <= most), "long")


def is_producible(bead: Bead) -> bool:
    """Whether both answers are short enough to be said from memory."""
    return all(weight(fact.answer, 0) <= FROM_MEMORY for _, fact in bead.sides)


def shows_rest(bead: Bead, kinds: Collection[str]) -> bool:
    """Whether cards fold what a text goes on with behind its answer, where that was cut; `kinds` are those of which all
    do. A heading that recurs asks as a question does, which its section answers as a whole."""
    if bead.rest_flaw:
        return False
    asks = is_asked_by_recurrence(bead.kind, (fact.names_question for _, fact in bead.sides))
    return bead.kind in kinds or (asks and "faq" in kinds)


def count_items(beads: Iterable[Bead]) -> ListSizes:
    """The lists of both versions of an article, whatever became of their items."""
    return Counter((side, bead.kind, fact.block_index) for bead in beads for side, fact in bead.sides)


def is_one_of_list(bead: Bead, lists: ListSizes) -> bool:
    """Whether a pair is one item of several beneath a lead-in that announces all of them.

    A step tells it by its number, an item with a label stands beneath that, and a set holds its whole list.
    """
    kind = KINDS[bead.kind]
    if bead.native is None or not (kind.is_list_item and kind.is_led_in):
        return False
    # one version may have lost its other items ("There are two senses:"), which the other still has
    is_alone = all(lists[side, bead.kind, fact.block_index] < 2 and not fact.number for side, fact in bead.sides)
    return not is_alone and not any(map(_stands_for_itself, (fact for _, fact in bead.sides)))


def _stands_for_itself(fact: Fact) -> bool:
    is_step = bool(fact.step) and fact.answer.startswith(fact.step)
    return not fact.context or bool(fact.label) or is_step or "\n" in fact.answer
