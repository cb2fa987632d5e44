"""What an item begins with that names it: a label, in bold or not, or the number of a step; on both sides alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from flashgen.kinds import KINDS
from flashgen.language import marks
from flashgen.language.glosses import split_glosses
from flashgen.language.text_types import gives_away, is_question, labelled, normalised, weight, word_count
from flashgen.pairing.sentence_alignment import Cut
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead

_STOPS = f"{marks.STOPS} "
_MARKS = f"{marks.ENDS}{marks.COLONS}"
_SLASH = re.compile("[/／]")
_PLAIN_LABEL = re.compile(
    rf"([^{_MARKS}{marks.PARTING}\s][^{_MARKS}{marks.PARTING}]*)"
    rf"(?:[{marks.STOPS}{marks.COLONS}](?=\s)|[{marks.CLEAR_STOPS}：])\s*(?=\S)"
)
_LONGEST_LABEL = 100
"""In weighted characters."""
_NAME = 3
"""Words up to which an item is a name."""
_LABELS_DIFFER = 3
"""How many times as long as a label that of the other side may be."""


def with_first_sentence_as_label(native: Fact, target: Fact, cuts: Sequence[Cut]) -> tuple[Fact, Fact]:
    """A first sentence that says too little alone is a label of what follows it."""
    first, second = cuts[0], cuts[1]
    return (
        _take_label(native, first.native, second.native),
        _take_label(target, first.target, second.target),
    )


def _take_label(fact: Fact, start: int, end: int) -> Fact:
    label = fact.answer[:start].rstrip(_STOPS)
    return replace(fact, label=label, answer=fact.answer[start:end].strip(), rest=fact.answer[end:].strip())


def with_common_labels(native: Fact, target: Fact) -> tuple[Fact, Fact]:
    """A label that one side has is found on the other, too, or goes back into the text that it stood in."""
    if bool(native.label) == bool(target.label):
        return native, target
    ours, theirs = (_with_plain_label(fact, other) for fact, other in ((native, target), (target, native)))
    return (ours, theirs) if ours.label and theirs.label else (_unlabelled(native), _unlabelled(target))


def _with_plain_label(fact: Fact, other: Fact) -> Fact:
    """A fact whose text begins with a label that is not in bold, as the other side shows by its own."""
    begins = _PLAIN_LABEL.match(fact.answer)
    if fact.label or begins is None or is_question(other.label):
        return fact
    label = begins[1]
    least, most = sorted(weight(text, 0) for text in (label, other.label))
    if most > _LONGEST_LABEL or most > _LABELS_DIFFER * least:
        return fact
    return replace(fact, label=label, answer=fact.answer[begins.end() :])


def _unlabelled(fact: Fact) -> Fact:
    return replace(fact, answer=labelled(fact.label, fact.answer), label="")


def without_stops(native: Fact, target: Fact) -> tuple[Fact, Fact]:
    """Items of a word or two, which are names rather than sentences, without the full stop that their list sets."""
    if not native.context or native.label or any(word_count(fact.answer) > _NAME for fact in (native, target)):
        return native, target
    return replace(native, answer=native.answer.rstrip(_STOPS)), replace(target, answer=target.answer.rstrip(_STOPS))


def without_each_others_names(native: Fact, target: Fact) -> tuple[Fact, Fact]:
    """Words to learn, each without the other, where an author set it behind: "Tile / Mảnh", "대기열 (Queue)"."""
    if not KINDS[native.kind].is_nominal or not gives_away(native.answer, target.answer):
        return native, target
    ours, theirs = _without_name(native.answer, target.answer), _without_name(target.answer, native.answer)
    return replace(native, answer=ours), replace(target, answer=theirs)


def labels_without_each_others_names(native: Fact, target: Fact) -> tuple[Fact, Fact]:
    """Items with labels of which neither gives the other away: "Składka (premie)" beside "Premie"."""
    if KINDS[native.kind].is_nominal or not (native.label and target.label):
        return native, target
    ours, theirs = _without_gloss(native.label, target.label), _without_gloss(target.label, native.label)
    return replace(native, label=ours), replace(target, label=theirs)


def _without_gloss(label: str, name: str) -> str:
    bare, _ = split_glosses(label, (name,))
    return bare if bare and normalised(bare) != normalised(name) else label


def _without_name(word: str, name: str) -> str:
    bare, _ = split_glosses(word, (name,))
    halves = [half.strip() for half in _SLASH.split(bare)]
    others = [half for half in halves if normalised(half) != normalised(name)]
    bare = others[0] if len(others) == 1 and len(halves) == 1 + len(others) else bare
    return bare if bare and not gives_away(bare, name) else word


def without_lone_numbers(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads without the numbers of steps of which no other makes a note: such a number counts nothing."""
    beads = tuple(beads)
    steps = Counter(bead.list_index for bead in beads if bead.is_pair)
    return tuple(_unnumbered(bead) if bead.is_pair and steps[bead.list_index] == 1 else bead for bead in beads)


def _unnumbered(bead: Bead) -> Bead:
    native, target = (side and _without_number(side) for side in (bead.native, bead.target))
    return replace(bead, native=native, target=target)


def _without_number(fact: Fact) -> Fact:
    if not fact.step:
        return fact
    return replace(
        fact, answer=fact.answer.removeprefix(fact.step), label=fact.label.removeprefix(fact.step),
        context=_last_line_without(fact.step, fact.context),
    )  # fmt: skip


def _last_line_without(number: str, lead_in: str) -> str:
    above, line_end, last = lead_in.rpartition("\n")
    return f"{above}{line_end}{last.removeprefix(number)}"


def numbered(fact: Fact) -> Fact:
    """A step with its number: before its label, where it has one, else before its text."""
    if fact.label:
        return replace(fact, label=fact.step + fact.label)
    return replace(fact, answer=fact.step + fact.answer)
