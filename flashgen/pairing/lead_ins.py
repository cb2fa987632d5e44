"""Lead-ins of both sides that say the same: one side may need two sentences for what the other says in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from math import log

from flashgen.language.sentences import sentences
from flashgen.language.text_types import introduces, is_question, only_announces, weight
from flashgen.record import Record
from flashgen.records.facts import Fact

_BRIEF = 25
"""A sentence that weighs less ("Some of them:") says nothing alone."""
_VAGUE = 45
"""A sentence that weighs less, and has no word of what it leads in to, says no more than that something follows."""
_LONG = 1000
"""Weighted characters up to which lead-ins are compared."""
_HEAVIER = 100
"""How much more than what it leads to a lead-in may weigh."""
_LEAD_IN = 140
"""A lead-in that weighs more is not shown."""
_SENTENCE = 180
"""The same of a sentence for which a heading would stand in otherwise, which may be about another thing."""
_TITLE = 30
"""What is left of this by the title, which stands on the card as well, is room for such a sentence."""
_LABEL = 20
"""What a label takes of a front that holds it between a lead-in and what that leads to."""
LeadIns = tuple[str, str]
"""(native, target)"""


class Room(Record):
    """What a card has room for beside an item."""

    facts: tuple[Fact, Fact]
    """The item: native, target."""
    titles: tuple[str, str]
    whole: int
    """What an item and its lead-in may weigh together."""

    def holds(self, lead_ins: LeadIns, longest: int, heavier: int, title: int = 0) -> bool:
        """Whether both lead-ins are there, weigh no more than `longest`, and outweigh what they lead to, which a label
        beneath them belongs to, by no more than `heavier`; what the titles leave of `title` is room as well."""
        return all(
            self._holds(*side, longest, heavier, title) for side in zip(lead_ins, self.facts, self.titles, strict=True)
        )

    def _holds(self, lead_in: str, fact: Fact, name: str, longest: int, heavier: int, title: int) -> bool:
        sentence, _, label = lead_in.partition("\n")
        item = weight(fact.answer, 0) + weight(label, 0)
        whole = self.whole - (_LABEL if label else 0) + (max(0, title - weight(name, title)) if title else 0)
        most = min(longest, item + heavier, whole - item)
        return bool(sentence) and weight(sentence, most) <= most


def choose_lead_ins(usual: Iterable[LeadIns], sentences: Sequence[LeadIns], headings: LeadIns, room: Room) -> LeadIns:
    """The first lead-ins that a card has room for: of the `usual` ones; else of `sentences`, which may be longer, and
    heavy if a colon shows that they lead in; else the headings; none where it has room for none."""
    for lead_ins in usual:
        if room.holds(lead_ins, _LEAD_IN, _HEAVIER):
            return lead_ins
    heavier = _LEAD_IN if any(map(introduces, chain(*sentences))) else _HEAVIER
    for lead_ins in sentences:
        if room.holds(lead_ins, _SENTENCE, heavier, _TITLE):
            return lead_ins
    return headings if room.holds(headings, _LEAD_IN, heavier) else ("", "")


def lead_ins_alike(native: str, target: str, languages: tuple[str, str]) -> tuple[str, str]:
    """Lead-ins with as much on either side, in `languages` (native, target).

    Two sentences beside one stay both where they are about as long as that one, else the last one stays; beside none,
    none stays, for that side holds nothing that would lead in.
    """
    ours, theirs = sentences(native, languages[0]), sentences(target, languages[1])
    if len(ours) > 1 and len(theirs) < 2:
        return _nearest((native, ours[-1]), target), target
    if len(theirs) > 1 and len(ours) < 2:
        return native, _nearest((target, theirs[-1]), native)
    return native, target


def last_sentences(lead_ins: tuple[str, str], languages: tuple[str, str]) -> tuple[str, str]:
    """The last sentences of lead-ins, for cards without room for more; none where one of them says nothing alone."""
    lasts = [(sentences(text, language) or [""])[-1] for text, language in zip(lead_ins, languages, strict=True)]
    return (lasts[0], lasts[1]) if min(weight(last, _BRIEF) for last in lasts) >= _BRIEF else ("", "")


def are_vague(lead_ins: tuple[str, str], shown: tuple[str, str]) -> bool:
    """Whether both lead-ins only say that something follows ("Here are some ideas:"), by what is shown beside."""
    return all(only_announces(*texts, _VAGUE) for texts in zip(lead_ins, shown, strict=True))


def with_labels(labels: tuple[str, str], sentences: tuple[str, str]) -> tuple[str, str]:
    """The lead-ins of a list above the labels of an item, where a colon shows on one side that they lead in to it, or
    both are questions.

    "Death of the keeper" tells what an item is about, and not what it has to do with it: "The hives may be sold:" does.
    """
    lead_in = any(map(introduces, sentences)) or all(map(is_question, sentences))
    if not (all(labels) and all(sentences) and lead_in):
        return "", ""
    return f"{sentences[0]}\n{labels[0]}", f"{sentences[1]}\n{labels[1]}"


def _nearest(texts: tuple[str, str], other: str) -> str:
    """Which of two texts is about as long as the other side's; none where that is empty."""
    if not other:
        return ""
    expected = log(weight(other, _LONG))
    return min(texts, key=lambda text: abs(log(weight(text, _LONG)) - expected))
