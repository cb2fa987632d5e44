"""Article -> facts: one small reader per kind, listed in one table. Structure first, wording second."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flashgen.facts.definition import (
    defining_highlight_facts,
    definition_facts,
    definition_question,
    opening_facts,
    second_sentence_facts,
)
from flashgen.facts.faq import faq_facts
from flashgen.facts.lists import highlight_facts, purpose_facts
from flashgen.facts.outline import Outline, outline
from flashgen.facts.questions_in_text import without_speakers
from flashgen.facts.quotations import callout_facts, statistic_facts
from flashgen.facts.sections import section_facts
from flashgen.facts.vocabulary import label_facts
from flashgen.records.documents import Article
from flashgen.records.facts import Fact


def _faq_facts(outline: Outline) -> Iterable[Fact]:
    """The questions of an article, without the one that asks for its definition."""
    return without_speakers(faq_facts(outline, definition_question(outline)))


READERS: dict[str, Callable[[Outline], Iterable[Fact]]] = {
    "definition": definition_facts,
    "opening": opening_facts,
    "second_sentence": second_sentence_facts,
    "defining_highlight": defining_highlight_facts,
    "label": label_facts,
    "section": section_facts,
    "purpose": purpose_facts,
    "statistic": statistic_facts,
    "callout": callout_facts,
    "highlight": highlight_facts,
    "faq": _faq_facts,
}
"""Every kind that one version alone can tell, by reading (`flashgen.kinds`): a definition may be read in four ways,
for versions of which one has no description. Terms need both versions (`flashgen.notes.term_notes`)."""


def facts_by_reading(article: Article) -> dict[str, tuple[Fact, ...]]:
    """The facts that each reader finds in one version, in document order.

    Damaged ones are among them: they hold the place of what they should say, and the quality gate withholds them.
    """
    found = outline(article)
    return {reading: tuple(read(found)) for reading, read in READERS.items()}
