"""What facts say of other places of their pages: on a card it is left out, or nothing leads in by it."""

from __future__ import annotations

from flashgen.language.pointing import Pointing, find_pointer, without_references
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
