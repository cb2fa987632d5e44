"""Sentences that cards show beside facts: those that a term was met in."""

from __future__ import annotations

from flashgen.quality.rules import NOT_OF_THE_REST, RULES
from flashgen.quality.settings import Gate
from flashgen.quality.view import View
from flashgen.records.documents import Document
from flashgen.records.facts import Fact, Version
from flashgen.records.location import Location


def are_sound(native: str, target: str, languages: tuple[str, str], gate: Gate) -> bool:
    """Whether two sentences that stand for each other pass the rules that facts pass.

    Not those that no part of a text is asked (`NOT_OF_THE_REST`): who shows a sentence chooses one that fits.
    `languages` are (native, target).
    """
    if gate.suspects != "withhold":
        return True
    texts = native, target
    views = map(view_of_sentence, texts, reversed(texts), languages, (gate, gate))
    asked = [rule for name, rule in RULES.items() if name not in NOT_OF_THE_REST and name not in gate.off]
    return not any(rule(view) for view in views for rule in asked)


def view_of_sentence(own: str, other: str, language: str, gate: Gate) -> View:
    """The view of a sentence alone, of which no list and no article is known."""
    fact, partner = (Fact("sentence", "", text, Location("")) for text in (own, other))
    version = Version(Document("", "", "", language), "", title_is_used=True, description="", keywords=())
    return View(fact, partner, (), frozenset(), version, gate, ((own, other),))
