"""Two versions of one article -> beads: facts that say the same, each with the probability that they do.

A wrong pair teaches a falsehood, so doubt makes no pair: such a bead carries its reason, or one side alone. Nothing is
decided by equal counts or by position alone, since each version may have lost something else; the evidence is in
`evidence`, what the corpus teaches in `knowledge`, how lists are aligned in `alignment`, what the evidence comes to
in `confidence`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flashgen.facts.extraction import extract_facts
from flashgen.language.numbers import figures
from flashgen.language.text_types import normalised
from flashgen.pairing.beads import Run, Versions, Witness, align
from flashgen.pairing.model import Knowledge
from flashgen.records import Article, Bead, Fact

NEEDED = 0.96
"""The confidence from which a bead makes a note, unless the configuration says otherwise."""
_REPEATABLE = ("definition", "callout", "highlight", "purpose")


@dataclass(frozen=True, slots=True)
class Version:
    """A further version of an article, with what is known of its language and the two of the deck."""

    article: Article
    from_native: Knowledge
    to_target: Knowledge


def no_further_versions() -> Sequence[Version]:
    return ()


def pair_articles(
    native: Article,
    target: Article,
    kinds: Iterable[str],
    knowledge: Knowledge | None = None,
    further: Callable[[], Sequence[Version]] = no_further_versions,
    needed: float = NEEDED,
) -> tuple[Bead, ...]:
    """The beads of an article, by kind, in document order; facts without a partner come as one-sided beads.

    `further` reads versions in further languages; it is called only where the two leave a doubt.
    """
    knowledge = knowledge or Knowledge()
    versions = Versions(native.document.slug, knowledge, knowledge.ratio_for(native, target))
    read_further = lru_cache(maxsize=1)(further)

    def aligned(kind: str, ours: Run, theirs: Run, readings: tuple[str, ...]) -> list[Bead]:
        def witnesses() -> list[Witness]:
            seen = ((version, extract_facts(version.article, readings)) for version in read_further())
            return [Witness(facts, version.from_native, version.to_target) for version, facts in seen if facts]

        return [_judged(bead) for bead in align(kind, ours, theirs, versions, witnesses, needed)]

    beads: list[Bead] = []
    for kind in kinds:
        if kind == "definition":
            beads.extend(_definitions(native, target, aligned))
        else:
            ours, theirs = extract_facts(native, (kind,)), extract_facts(target, (kind,))
            beads.extend(aligned(kind, ours, theirs, (kind,)))
    return _without_repetitions(beads)


def _definitions(
    native: Article, target: Article, aligned: Callable[[str, Run, Run, tuple[str, ...]], list[Bead]]
) -> list[Bead]:
    """Description with description, else opening with opening; never one with the other."""
    for reading in ("definition", "opening"):
        ours, theirs = extract_facts(native, (reading,)), extract_facts(target, (reading,))
        if ours and theirs:
            return aligned("definition", ours, theirs, (reading,))
    ours, theirs = (extract_facts(article, ("definition", "opening"))[:1] for article in (native, target))
    alone = "the versions have no description, and no opening, in common"
    return [
        *(Bead("definition", fact, None, alone) for fact in ours),
        *(Bead("definition", None, fact, alone) for fact in theirs),
    ]


def _judged(bead: Bead) -> Bead:
    """The bead, with a reason where its two sides should not be studied as a pair."""
    if bead.native is None or bead.target is None:
        return bead
    reason = _contradiction(bead.native, bead.target)
    if not reason and normalised(bead.native.answer) == normalised(bead.target.answer):
        reason = "the same text in both languages"
    return replace(bead, reason=reason or bead.reason)


def _contradiction(native: Fact, target: Fact) -> str:
    """Why two facts cannot say the same: each has a figure that the other lacks. Empty where they may."""
    if native.pin and target.pin and native.pin != target.pin:
        return f"the pins differ: {{#{native.pin}}} and {{#{target.pin}}}"
    if native.kind == "statistic" and figures(native.figure) != figures(target.figure):
        return f"the figures differ: {native.figure} and {target.figure}"
    ours, theirs = (figures(f"{fact.figure} {fact.answer}") for fact in (native, target))
    alone, there = _unmatched(ours, theirs), _unmatched(theirs, ours)
    if alone and there:
        return f"the figures differ: {', '.join(alone)} and {', '.join(there)}"
    return ""


def _unmatched(ours: frozenset[str], theirs: frozenset[str]) -> list[str]:
    """Figures that the other side lacks. One with more zeros may be the same, the other's rest a word ("5 million")."""
    known = {figure.replace(".", "").strip("0") for figure in theirs}
    return sorted(
        figure
        for figure in ours - theirs
        if figure.replace(".", "").strip("0") not in known or not _may_be_rounded(figure, ours | theirs)
    )


def _may_be_rounded(figure: str, figures_there: frozenset[str]) -> bool:
    """Whether a figure stands beside the same digits a thousandfold or more."""
    digits = figure.replace(".", "").strip("0")
    same = [float(other) for other in figures_there if other.replace(".", "").strip("0") == digits]
    return bool(digits) and max(same) >= 1000 * min(same) > 0


def _without_repetitions(beads: list[Bead]) -> tuple[Bead, ...]:
    """A fact that an article states twice is taken once: a later bead that repeats an earlier one is marked."""
    seen: set[tuple[str, str, str]] = set()
    kept: list[Bead] = []
    for bead in beads:
        if bead.is_pair and bead.kind in _REPEATABLE:
            sides = [
                (side, _wording(fact)) for side, fact in (("native", bead.native), ("target", bead.target)) if fact
            ]
            keys = {(side, *wording) for side, wording in sides}
            if keys & seen:
                bead = replace(bead, reason="repeats an earlier fact of the article")
            seen |= keys
        kept.append(bead)
    return tuple(kept)


def _wording(fact: Fact) -> tuple[str, str]:
    """What makes two facts one; short list items ("Cost") are told apart by their lead-ins."""
    text = normalised(fact.answer)
    return (text, normalised(fact.context) if len(text) < 25 else "")
