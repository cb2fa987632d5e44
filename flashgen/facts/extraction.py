"""Article -> facts: one small reader per kind, listed in one table. Structure first, wording second."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flashgen.facts.definition import definition_facts, opening_facts
from flashgen.facts.faq import faq_facts
from flashgen.facts.lists import highlight_facts, purpose_facts
from flashgen.facts.quotations import callout_facts, statistic_facts
from flashgen.records import Article, Fact

READERS: dict[str, Callable[[Article], Iterable[Fact]]] = {
    "definition": definition_facts,
    "opening": opening_facts,
    "purpose": purpose_facts,
    "statistic": statistic_facts,
    "callout": callout_facts,
    "highlight": highlight_facts,
    "faq": faq_facts,
}
"""Every kind that one version alone can tell; "opening" is the other reading of a definition, for versions of which
one has no description. Terms need both versions (`flashgen.notes.term_notes`)."""


def extract_facts(article: Article, kinds: Iterable[str]) -> tuple[Fact, ...]:
    """The facts of the given kinds that one version holds, by kind, in document order.

    Damaged ones are among them: they hold the place of what they should say, and the quality gate withholds them.
    """
    return tuple(fact for kind in kinds if kind in READERS for fact in READERS[kind](article))
