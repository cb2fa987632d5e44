"""Titles that are damaged: what no card should name its thing by."""

from __future__ import annotations

from flashgen.quality.rules import RULES
from flashgen.quality.sentences import view_of_sentence
from flashgen.quality.settings import Gate
from flashgen.records.pairs import SideName, Suspicion

_RULES = ("leftover-markup", "template", "lost-words", "unbalanced")
"""Those that ask nothing of a sentence, which a title is not."""


def title_flaws(native: str, target: str, languages: tuple[str, str], gate: Gate) -> dict[SideName, Suspicion]:
    """What is damaged about the titles of an article, by side; nothing where suspects are let pass.

    `languages` are (native, target).
    """
    if gate.suspects != "withhold":
        return {}
    views: dict[SideName, tuple[str, str, str]] = {
        "native": (native, target, languages[0]),
        "target": (target, native, languages[1]),
    }
    found: dict[SideName, Suspicion] = {}
    for name, (own, other, language) in views.items():
        view = view_of_sentence(own, other, language, gate)
        flaws = ((rule, RULES[rule](view)) for rule in _RULES if rule not in gate.off)
        if flaw := next(((rule, why) for rule, why in flaws if why), None):
            found[name] = Suspicion(*flaw, view.fact.location, own)
    return found
