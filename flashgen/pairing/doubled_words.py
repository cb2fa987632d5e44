"""Facts whose translation joined a word with itself ("collateral or collateral"): they say it once, and are sound."""

from __future__ import annotations

from itertools import chain

from flashgen.language.doubled_words import NO_CONJUNCTIONS, Conjunctions, said_once
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead

NONE_KNOWN = NO_CONJUNCTIONS, NO_CONJUNCTIONS
"""Where no joining words are known of either language."""
_TEXTS = "answer", "question", "context", "heading", "label"


def with_words_said_once(bead: Bead, words: tuple[Conjunctions, Conjunctions]) -> Bead:
    """A bead of which either side says once what it joined with itself. `words` join others, in its two languages."""
    if bead.native is None or bead.target is None:
        return bead
    native = _mended(bead.native, bead.target, *words)
    target = _mended(bead.target, bead.native, *words[::-1])
    is_kept = native is bead.native and target is bead.target
    return bead if is_kept else replace(bead, native=native, target=target)


def _mended(fact: Fact, partner: Fact, words: Conjunctions, others: Conjunctions) -> Fact:
    if fact.marks:  # which say where in its answer the terms stand
        return fact
    texts = {name: said_once(getattr(fact, name), getattr(partner, name), words, others) for name in _TEXTS}
    said = tuple(dict.fromkeys(chain.from_iterable(doubled for _, doubled in texts.values())))
    if not said:
        return fact
    answer, question, context, heading, label = (texts[name][0] for name in _TEXTS)
    return replace(
        fact, answer=answer, question=question, context=context, heading=heading, label=label, said_once=said
    )  # fmt: skip
