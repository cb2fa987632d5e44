"""Items without what joined them to the next of their list: "its wheel; and" ends in nothing on a card.

Lists of laws and contracts set a comma or a semicolon behind each item, and "and" or "or" behind the last but one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from flashgen.kinds import KINDS
from flashgen.records import Bead, BlockIndex, Fact

_SIGN = re.compile(r"(?<=[^\s,;，；、،؛])\s*[,;，；、،؛]\s*$")
_SIGN_AND_WORD = re.compile(r"(?<=[^\s,;،؛])\s*[,;،؛]\s+(?=[^\W\d_])(\w{1,5}(?:/\w{1,5})?)$")


def without_list_ends(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article, pairs of list items without the sign that they end in.

    A word behind it ("and") goes too, unless the item is the last of its list, or only one side ends in a sign.
    """
    beads = tuple(beads)
    last: defaultdict[BlockIndex, int] = defaultdict(int)
    for bead in beads:
        if bead.native:
            last[bead.native.block_index] = max(last[bead.native.block_index], bead.native.location.line)
    return tuple(_cleared(bead, last) for bead in beads)


def _cleared(bead: Bead, last: dict[BlockIndex, int]) -> Bead:
    native, target = bead.native, bead.target
    if not (bead.is_pair and native and target and KINDS[bead.kind].is_list_item):
        return bead
    goes_on = native.location.line < last[native.block_index] and all(map(_goes_on, (native, target)))
    return replace(bead, native=_without_end(native, goes_on), target=_without_end(target, goes_on))


def _goes_on(fact: Fact) -> bool:
    return _SIGN.search(fact.answer) is not None or _joining_word(fact.answer) is not None


def _joining_word(text: str) -> re.Match[str] | None:
    """A sign and a word behind it that may join what follows: no name, and no part of a row of words."""
    found = _SIGN_AND_WORD.search(text[-30:])
    return found if found and not found[1][0].isupper() else None


def _without_end(fact: Fact, goes_on: bool) -> Fact:
    found = _SIGN.search(fact.answer) or (goes_on and _joining_word(fact.answer))
    if not found:
        return fact
    return replace(fact, answer=fact.answer.rstrip()[: -len(found[0].rstrip())].rstrip())
