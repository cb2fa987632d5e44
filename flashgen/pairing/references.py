"""What facts say of other places of their pages: on a card it is left out, or nothing leads in by it."""

from __future__ import annotations

from collections.abc import Mapping

from flashgen.language.openers import without_connective
from flashgen.language.pointing import (
    Pointing,
    find_pointer,
    without_joining,
    without_joining_inside,
    without_references,
)
from flashgen.record import replace
from flashgen.records.facts import Fact


def stand_alone(fact: Fact, phrases: Pointing) -> Fact:
    """A fact without brackets that only refer to what is not on its card: "(see above)"."""
    texts = fact.answer, fact.question, fact.context
    answer, question, context = (without_references(text, phrases) for text in texts)
    if (answer, question, context) == texts:
        return fact
    return replace(fact, answer=answer, question=question, context=context)


def do_point(texts: tuple[str, str], pointing: tuple[Pointing, Pointing], *, lead_in: bool = False) -> bool:
    """Whether either of two texts, of which each is in another language, points at what is not on the card.

    `lead_in`: whether they lead in to what is on the card.
    """
    return any(find_pointer(*one, leads_in=lead_in) for one in zip(texts, pointing, strict=True))


def without_joinings(
    texts: tuple[str, str], pointing: tuple[Pointing, Pointing],
    openers: tuple[Mapping[str, float], Mapping[str, float]], languages: tuple[str, str],
) -> tuple[str, str]:  # fmt: skip
    """Two texts without what only joins them to others; where one begins with it, the other may have it within.

    `openers` are the words that sentences of either language begin with (`flashgen.language.openers`).
    """
    known = map(without_joining, texts, pointing, languages)
    ours, theirs = map(without_connective, known, openers, languages)
    if ours != texts[0] and theirs == texts[1]:
        theirs = without_joining_inside(theirs, pointing[1])
    elif theirs != texts[1] and ours == texts[0]:
        ours = without_joining_inside(ours, pointing[0])
    return ours, theirs
