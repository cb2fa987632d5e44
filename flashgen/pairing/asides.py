"""What stands in brackets within the texts of a pair: what a card may leave out, and what one side alone says there."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.openers import words_within
from flashgen.pairing.evidence import length_distance, tokenise, weigh
from flashgen.pairing.lexicon import Lexicon
from flashgen.pairing.model import TranslationModel
from flashgen.record import replace
from flashgen.records.facts import Fact

_INSIDE = r"(?:[^()（）]|[(（][^()（）]*[)）])*"
"""A bracket may hold one more: "(or, if it is closed (in winter), by the gate)"."""
_ASIDE = late_pattern(rf"(?: (?=\()|(?<=[{scripts.EAST_ASIAN}])(?=\()|(?=（))[(（]{_INSIDE}[)）]")
_AROUND = " ()（）"


def without_asides(text: str) -> str:
    """A text without what it says in brackets."""
    return _ASIDE.sub("", text)


def without_lone_asides(
    native: Fact, target: Fact, model: TranslationModel, sources: frozenset[str]
) -> tuple[Fact, Fact]:
    """Both without what one side alone says in brackets: the other has no bracket, no word of this one has a
    counterpart there, and without it the lengths agree better.

    "(その多くはサーバー)" says what another language says without brackets. Figures stay, since they may contradict.
    """
    ours, theirs = ([found[0] for found in _ASIDE.finditer(fact.answer)] for fact in (native, target))
    if bool(ours) == bool(theirs) or not model.ratio:
        return native, target
    if ours:
        return _without_lone(native, ours, target, model.lexicon, model.ratio, sources), target
    return native, _without_lone(target, theirs, native, model.lexicon.opposite, 1 / model.ratio, sources)


def _without_lone(
    fact: Fact, asides: Iterable[str], other: Fact, lexicon: Lexicon, ratio: float, sources: frozenset[str]
) -> Fact:
    """`ratio` is how long texts of the other language are, in those of the fact's."""
    there, words = tokenise(other.answer), words_within(other.answer)
    answer, length = fact.answer, len(other.answer)
    for aside in asides:
        if any(map(str.isdigit, aside)) or words & words_within(aside.strip(_AROUND)):
            continue
        if weigh([tokenise(aside)], [there], lexicon, sources, 1.0).of(0, 0).support > 0:
            continue
        shorter = answer.replace(aside, "", 1)
        if length_distance(ratio * len(shorter), length) < length_distance(ratio * len(answer), length):
            answer = shorter
    return fact if answer == fact.answer else replace(fact, answer=answer)
