"""The quality gate: pairs of facts -> the same, with what makes them unfit to be studied.

Texts that machines translated hold broken sentences, and a learner cannot tell. Each rule (`rules`) looks at one
side of a bead and says why it is suspect, by characters and structure; words of a language are configured, and tell
only what points elsewhere. What becomes of suspects is the configuration's choice: withheld, published with a tag, or
kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from flashgen.kinds import KINDS
from flashgen.quality.repeated_examples import without_example
from flashgen.quality.rules import MAY_FIND, NO_DAMAGE, NOT_OF_THE_REST, RULES, Rule
from flashgen.quality.settings import Gate
from flashgen.quality.view import Shown, View, shown
from flashgen.record import Record, replace
from flashgen.records.facts import BlockIndex, Fact, Version
from flashgen.records.pairs import Bead, Reason, Suspicion

_SHORT = 3
FactsByList = dict[tuple[str, BlockIndex], list[Fact]]
"""The facts of one side by the list they stand in."""
Views = tuple[View, View]
"""Both sides of a bead: native, target."""


def inspect(
    beads: Iterable[Bead], native: Version, target: Version, gate: Gate, kinds: Iterable[str] = ()
) -> tuple[Bead, ...]:
    """The beads of an article, those that would make a note with their suspicions.

    What is usual in the article, its facts of further `kinds` tell, too.
    """
    beads = tuple(beads)
    lists = _lists(bead.native for bead in beads), _lists(bead.target for bead in beads)
    common = _common_words(lists[0], native, kinds), _common_words(lists[1], target, kinds)

    def look_at(bead: Bead) -> Views | None:
        if (pair := bead.pair) is None or bead.is_confirmed:
            return None
        ours, theirs = pair
        return (
            _view(ours, theirs, lists[0], common[0], native, gate),
            _view(theirs, ours, lists[1], common[1], target, gate),
        )

    seen = list(map(look_at, beads))
    rules = _worth_asking([views for views in seen if views], gate)
    rules_of_rest = [rule for rule in rules if rule.name not in NOT_OF_THE_REST]

    def inspected(bead: Bead, views: Views | None) -> Bead:
        if views is None:
            return bead
        found = _ask(rules, views)
        facts = [view.fact for view in views]
        if found and KINDS[bead.kind].is_nominal and all(fact.context for fact in facts):
            # where only the sentence that shows a word is damaged, the word is sound
            alone = without_example(bead)
            alone = inspected(alone, look_at(alone))
            if not alone.suspicions:
                return alone
        if found:
            reason = Reason(found[0].rule, found[0].why, found[0].rule in NO_DAMAGE)
            return replace(bead, suspicions=found, reason=reason if gate.suspects == "withhold" else None)
        if gate.suspects != "withhold" or not any(fact.rest for fact in facts):
            return bead
        flaws = _ask(rules_of_rest, (_rest_view(*views), _rest_view(*reversed(views))))
        return replace(bead, rest_flaw=flaws[0]) if flaws else bead

    return tuple(map(inspected, beads, seen))


class _Asked(Record):
    """A rule, and of which sides of an article it is asked."""

    name: str
    rule: Rule
    sides: tuple[int, ...]


def _worth_asking(seen: Sequence[Views], gate: Gate) -> list[_Asked]:
    """The rules that may suspect anything, each with the sides of which it may: most find none of their signs."""
    sides = [_shown(views) for views in zip(*seen, strict=True)] if len(seen) > 1 else []
    asked: list[_Asked] = []
    for name, rule in RULES.items():
        if name in gate.off:
            continue
        may_find = MAY_FIND.get(name) if sides else None
        asked.append(_Asked(name, rule, tuple(i for i in (0, 1) if may_find is None or may_find(sides[i]))))
    return [one for one in asked if one.sides]


def _shown(views: Sequence[View]) -> Shown:
    texts = [text for view in views for text in (*(text for text, _ in view.texts), view.fact.rest)]
    return Shown("\n".join(texts), views[0].version, views[0].gate)


def _ask(rules: Iterable[_Asked], views: Views) -> tuple[Suspicion, ...]:
    """What each rule has against the first side that it suspects."""
    found: list[Suspicion] = []
    for asked in rules:
        for side in asked.sides:
            if why := asked.rule(views[side]):
                fact = views[side].fact
                found.append(Suspicion(asked.name, why, fact.location, fact.answer))
                break
    return tuple(found)


def _rest_view(view: View, other: View) -> View:
    """The view of what an answer that was cut goes on with."""
    fact, partner = (
        replace(one.fact, answer=one.fact.rest, question="", context="", figure="", rest="", flaws=())
        for one in (view, other)
    )
    return replace(view, fact=fact, partner=partner, siblings=(), texts=((fact.answer, partner.answer),), goes_on=True)


def _lists(facts: Iterable[Fact | None]) -> FactsByList:
    found: FactsByList = defaultdict(list)
    for fact in facts:
        if fact:
            found[fact.kind, fact.block_index].append(fact)
    return found


def _view(fact: Fact, partner: Fact, lists: FactsByList, common: frozenset[str], version: Version, gate: Gate) -> View:
    siblings = tuple(other for other in lists[fact.kind, fact.block_index] if other.location != fact.location)
    return View(fact, partner, siblings, common, version, gate, shown(fact, partner))


def _common_words(lists: FactsByList, version: Version, kinds: Iterable[str]) -> frozenset[str]:
    """Words of three letters at most that stand in two facts or more: every language has its own."""
    further = [version.facts.get(reading, ()) for kind in kinds for reading in KINDS[kind].readings]
    facts = chain.from_iterable((*lists.values(), *further))
    counts = Counter(
        chain.from_iterable({word for word in fact.answer.split() if len(word) <= _SHORT} for fact in facts)
    )
    return frozenset(word for word, count in counts.items() if count > 1)
