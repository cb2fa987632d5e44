"""Items without what joined them to the next of their list: "its wheel; and" ends in nothing on a card.

Lists of laws and contracts set a comma or a semicolon behind each item, and "and" or "or" behind the last but one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from flashgen.kinds import KINDS
from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.record import replace
from flashgen.records.facts import BlockIndex, Fact
from flashgen.records.pairs import Bead

_ENDS = f"{marks.PARTING}{marks.GREEK_SEMICOLONS}"
_SIGN = re.compile(rf"(?<=[^{_ENDS}\s])\s*[{_ENDS}]\s*$")
_STOP = re.compile(rf"(?<=[^\s.])[{marks.STOPS}]$")
_BARE_WORD = re.compile(r"(?<=[^\W\d_])\s+(?P<word>[^\W\d_]{1,4})$")
"""A word behind which the last item follows, where a language sets no sign before it: "its stone and"."""
_ALONE = 2
"""Items of a list in which none stands before the last but one."""
_ANY_STOP = re.compile(f"[{marks.STOPS}]")
_SIGN_AND_WORD = late_pattern(
    r"(?<=[^\s,;،؛])\s*[,;،؛]\s+(?=[^\W\d_])(?P<word>\w{1,5}(?:/\w{1,5})?)$"
    rf"|(?<=[^\s，；])[，；]\s*(?P<unspaced>[{scripts.HAN}]{{1,3}})$"
)
"""In Chinese, "、" parts the words of a row, and no space parts a word from the sign before it."""


def without_list_ends(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads of an article, pairs of list items without the sign that they end in.

    A word behind it ("and") goes too, unless the item is the last of its list, or only one side ends in a sign. The
    last item, which ends the sentence that the list is a part of, loses its full stop.
    """
    beads = tuple(beads)
    bare = frozenset(_joined_without_sign(beads))
    last: defaultdict[BlockIndex, int] = defaultdict(int)
    joined: set[BlockIndex] = set()
    for bead in beads:
        if bead.native and KINDS[bead.kind].is_list_item:
            place = bead.native.block_index
            last[place] = max(last[place], bead.native.location.line)
            if bead.target and _goes_on(bead.native) and _goes_on(bead.target):
                joined.add(place)
    return tuple(
        _cleared(bead, last[bead.native.block_index], bead.native.block_index in joined, bare)
        if bead.native and _is_item(bead)
        else bead
        for bead in beads
    )


def _is_item(bead: Bead) -> bool:
    return bead.is_pair and KINDS[bead.kind].is_list_item


def _joined_without_sign(beads: Sequence[Bead]) -> Iterator[Fact]:
    """The facts of each version that end in a word behind which the last item of their list follows: all items before
    them end in a sign, and they in none."""
    for side in ("native", "target"):
        lists: defaultdict[BlockIndex, list[Fact]] = defaultdict(list)
        for bead in beads:
            fact: Fact | None = getattr(bead, side)
            if fact and KINDS[bead.kind].is_list_item:
                lists[fact.block_index].append(fact)
        for facts in lists.values():
            if len(facts) <= _ALONE:
                continue
            *firsts, one, _ = sorted(facts, key=lambda fact: fact.location.line)
            if _bare_word(one) and all(_SIGN.search(first.answer) for first in firsts):
                yield one


def _bare_word(fact: Fact) -> re.Match[str] | None:
    found = _BARE_WORD.search(fact.answer.rstrip())
    return found if found and found["word"].islower() else None


def _cleared(bead: Bead, last: int, is_joined: bool, bare: frozenset[Fact]) -> Bead:
    native, target = (fact for _, fact in bead.sides)
    both = (native, target)
    # where neither version sets a sign, nothing tells such a word from one of the text
    goes_on = (
        native.location.line < last and any(map(_goes_on, both)) and all(_goes_on(one) or one in bare for one in both)
    )
    ends = is_joined and native.location.line == last and all(map(_is_part, (native, target)))
    return replace(
        bead,
        native=_without_end(native, goes_on=goes_on, ends=ends),
        target=_without_end(target, goes_on=goes_on, ends=ends),
    )


def _is_part(fact: Fact) -> bool:
    """Whether a text is the end of a sentence, as its small letter or its only stop shows."""
    stop = _STOP.search(fact.answer)
    return stop is not None and not fact.answer[0].isupper() and _ANY_STOP.search(fact.answer[:-1]) is None


def _goes_on(fact: Fact) -> bool:
    return _SIGN.search(fact.answer) is not None or _joining_word(fact.answer) is not None


def _joining_word(text: str) -> re.Match[str] | None:
    """A sign and a word behind it that may join what follows: no name, and no part of a row of words."""
    found = _SIGN_AND_WORD.search(text[-30:])
    return found if found and not (found["word"] or "")[:1].isupper() else None


def _without_end(fact: Fact, *, goes_on: bool, ends: bool) -> Fact:
    found = _STOP.search(fact.answer) if ends else None
    found = (
        found or _SIGN.search(fact.answer) or ((_joining_word(fact.answer) or _bare_word(fact)) if goes_on else None)
    )
    if not found:
        return fact
    return replace(fact, answer=fact.answer.rstrip()[: -len(found[0].rstrip())].rstrip())
