"""Two versions of one article -> beads. Where both have the same shape, position pairs; elsewhere only what is certain.

A wrong pair teaches a falsehood, so doubt makes no pair: the bead then carries the reason, or one side alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from flashgen.facts import extract_facts
from flashgen.records import Article, Bead, Fact
from flashgen.wording import figures, normalised

_REPEATABLE = ("definition", "callout", "highlight", "purpose")
Run = tuple[Fact, ...]
"""The facts of one kind that stand in one place: the items of a list, the questions of a FAQ."""


def pair_articles(native: Article, target: Article, kinds: Iterable[str]) -> tuple[Bead, ...]:
    """The beads of an article, by kind, in document order; facts without a partner come as one-sided beads."""
    beads: list[Bead] = []
    parallel = [section.level for section in native.sections] == [section.level for section in target.sections]
    for kind in kinds:
        if kind == "definition":
            beads.extend(_pair_definitions(native, target))
            continue
        facts = extract_facts(native, (kind,)), extract_facts(target, (kind,))
        pair = _pair_by_section if parallel else _pair_kind
        beads.extend(pair(kind, *facts))
    return _without_repetitions(beads)


def _pair_definitions(native: Article, target: Article) -> list[Bead]:
    """Description with description, else opening with opening; never one with the other."""
    for reading in ("definition", "opening"):
        ours, theirs = extract_facts(native, (reading,)), extract_facts(target, (reading,))
        if ours and theirs:
            return [_judged(Bead("definition", ours[0], theirs[0]))]
    ours, theirs = (extract_facts(article, ("definition", "opening"))[:1] for article in (native, target))
    alone = "the versions have no description, and no opening, in common"
    return [
        *(Bead("definition", fact, None, alone) for fact in ours),
        *(Bead("definition", None, fact, alone) for fact in theirs),
    ]


def _pair_by_section(kind: str, native: Run, target: Run) -> list[Bead]:
    """Where the headings agree, a section that lost something does not put the others in doubt."""
    beads: list[Bead] = []
    for section in sorted({fact.place[0] for fact in (*native, *target)}):
        here = (tuple(fact for fact in side if fact.place[0] == section) for side in (native, target))
        beads.extend(_pair_kind(kind, *here))
    return beads


def _pair_kind(kind: str, native: Run, target: Run) -> list[Bead]:
    native_runs, target_runs = _runs(native), _runs(target)
    if list(map(len, native_runs)) == list(map(len, target_runs)):
        pairs = zip(native_runs, target_runs, strict=True)
        return [bead for pair in pairs for bead in _pair_run(kind, *pair)]
    # The shapes differ. Nothing is decided by position, since each side may have lost something.
    return _pair_certain(kind, native, target, "the two versions differ in shape here")


def _runs(facts: Run) -> list[Run]:
    """Lists by the place of each; quotations stand alone in their places, and together are one sequence."""
    if facts and facts[0].kind in ("callout", "statistic"):
        return [facts]
    return [tuple(run) for _, run in groupby(facts, lambda fact: fact.place)]


def _pair_run(kind: str, native: Run, target: Run) -> list[Bead]:
    pairs = list(zip(native, target, strict=True))
    beads = [_judged(Bead(kind, *pair)) for pair in pairs]
    if len(beads) > 1 and (any(_contradiction(*pair) for pair in pairs) or _crosses(native, target)):
        # one contradiction puts the whole run in doubt: equal counts may hide a lost item on each side
        return _pair_certain(kind, native, target, "an item of this list contradicts its partner")
    return beads


def _crosses(native: Run, target: Run) -> bool:
    """Whether a link or figure that one fact of each side has stands at different places of the two lists."""
    places = []
    for run in (native, target):
        held: dict[str, set[int]] = {}
        for index, fact in enumerate(run):
            for mark in {*(f"/{link}" for link in fact.links), *_figures(fact)}:
                held.setdefault(mark, set()).add(index)
        places.append(held)
    shared = places[0].keys() & places[1].keys()
    return any(len(places[0][m]) == len(places[1][m]) == 1 and places[0][m] != places[1][m] for m in shared)


def _judged(bead: Bead) -> Bead:
    """The bead, with a reason where its two sides should not be studied as a pair."""
    if bead.native is None or bead.target is None:
        return bead
    reason = _contradiction(bead.native, bead.target)
    if not reason and normalised(bead.native.answer) == normalised(bead.target.answer):
        reason = "the same text in both languages"
    return Bead(bead.kind, bead.native, bead.target, reason)


def _contradiction(native: Fact, target: Fact) -> str:
    """Why two facts cannot say the same: each has a figure that the other lacks. Empty where they may."""
    if native.pin and target.pin and native.pin != target.pin:
        return f"the pins differ: {{#{native.pin}}} and {{#{target.pin}}}"
    if native.kind == "statistic" and figures(native.figure) != figures(target.figure):
        return f"the figures differ: {native.figure} and {target.figure}"
    ours, theirs = _figures(native), _figures(target)
    if ours - theirs and theirs - ours:
        return f"the figures differ: {_listed(ours - theirs)} and {_listed(theirs - ours)}"
    return ""


def _figures(fact: Fact) -> frozenset[str]:
    return figures(f"{fact.figure} {fact.answer}")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


def _pair_certain(kind: str, native: Run, target: Run, doubt: str) -> list[Bead]:
    """Pair only facts that share links or figures which no other fact of the kind has; the rest stays alone."""
    native_marks, target_marks = _unique(native, _evidence), _unique(target, _evidence)
    partners = {id(native_marks[mark]): target_marks[mark] for mark in native_marks.keys() & target_marks.keys()}
    paired = {id(fact) for fact in partners.values()}
    beads = [
        _judged(Bead(kind, fact, partner)) if (partner := partners.get(id(fact))) else Bead(kind, fact, None, doubt)
        for fact in native
    ]
    return beads + [Bead(kind, None, fact, doubt) for fact in target if id(fact) not in paired]


def _evidence(fact: Fact) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(sorted(set(fact.links))), _figures(fact)


def _unique(
    facts: Run, mark: Callable[[Fact], tuple[tuple[str, ...], frozenset[str]]]
) -> dict[tuple[tuple[str, ...], frozenset[str]], Fact]:
    counts = Counter(map(mark, facts))
    return {mark(fact): fact for fact in facts if any(mark(fact)) and counts[mark(fact)] == 1}


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
                bead = Bead(bead.kind, bead.native, bead.target, "repeats an earlier fact of the article")
            seen |= keys
        kept.append(bead)
    return tuple(kept)


def _wording(fact: Fact) -> tuple[str, str]:
    """What makes two facts one; short list items ("Cost") are told apart by their lead-ins."""
    text = normalised(fact.answer)
    return (text, normalised(fact.context) if len(text) < 25 else "")
