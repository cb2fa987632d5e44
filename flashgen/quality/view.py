"""One side of a bead as the rules see it: the fact, what it is paired with, what stands beside it, and its article."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.quality.settings import Gate
from flashgen.record import Record
from flashgen.records.facts import Fact, Version

Text = tuple[str, str]
"""A text that a card shows, and the one that the other side shows in its place (empty if none)."""


class View(Record):
    """What a rule is asked about."""

    fact: Fact
    partner: Fact
    """What it is paired with."""
    siblings: tuple[Fact, ...]
    """The other facts of its list, paired or not."""
    common: frozenset[str]
    """The shortest words that several facts of this side use."""
    version: Version
    """The one that the fact stands in."""
    gate: Gate
    texts: tuple[Text, ...]
    """What cards show: the answer, what asks for it, and the lead-in."""
    goes_on: bool = False
    """Whether it is what an answer that was cut goes on with, which stands above it."""

    @property
    def language(self) -> str:
        return self.version.language


class Shown(Record):
    """All that cards show of one side of an article: what no text of it holds, no rule need ask of each."""

    text: str
    """Its texts, each on a line of its own or several."""
    version: Version
    gate: Gate


def shown(fact: Fact, partner: Fact) -> tuple[Text, ...]:
    """The texts of a fact that cards show, the answer first, each with its partner's."""
    texts = [(fact.answer, partner.answer)]
    if fact.question and not KINDS[fact.kind].has_figure:  # a statistic asks with its own answer, blanked
        texts.append((fact.question, partner.question))
    if fact.context:
        texts.append((fact.context, partner.context))
    return tuple(texts)
