"""The quality gate: pairs of facts -> the same, with what makes them unfit to be studied.

Texts that machines translated hold broken sentences, and a learner cannot tell. Each rule (`rules`) looks at one
side of a bead and says why it is suspect, by characters and structure; words of a language are configured, and tell
only what points elsewhere. What becomes of suspects is the configuration's choice: withheld, published with a tag, or
kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from flashgen.kinds import KINDS
from flashgen.quality.repeated_examples import without_example
from flashgen.quality.rules import NO_DAMAGE, NOT_OF_THE_REST, RULES, Rule
from flashgen.quality.settings import Gate
from flashgen.quality.view import View, shown
from flashgen.record import replace
from flashgen.records import Bead, BlockIndex, Fact, Reason, Suspicion, Version

_SHORT = 3
Lists = dict[tuple[str, BlockIndex], list[Fact]]
"""The facts of one side by the list they stand in."""


def inspect(
    beads: Iterable[Bead], native: Version, target: Version, gate: Gate, kinds: Iterable[str] = ()
) -> tuple[Bead, ...]:
    """The beads of an article, those that would make a note with their suspicions.

    What is usual in the article, its facts of further `kinds` tell, too.
    """
    beads = tuple(beads)
    lists = _lists(bead.native for bead in beads), _lists(bead.target for bead in beads)
    common = _common_words(lists[0], native, kinds), _common_words(lists[1], target, kinds)
    rules = [(name, rule) for name, rule in RULES.items() if name not in gate.off]
    rules_of_rest = [(name, rule) for name, rule in rules if name not in NOT_OF_THE_REST]

    def inspected(bead: Bead) -> Bead:
        if bead.native is None or bead.target is None:
            return bead
        views = (
            _view(bead.native, bead.target, lists[0], common[0], native, gate),
            _view(bead.target, bead.native, lists[1], common[1], target, gate),
        )
        found = _ask(rules, views)
        if found and KINDS[bead.kind].is_nominal and bead.native.context and bead.target.context:
            # where only the sentence that shows a word is damaged, the word is sound
            alone = inspected(without_example(bead))
            if not alone.suspicions:
                return alone
        if found:
            reason = Reason(found[0].rule, found[0].why, found[0].rule in NO_DAMAGE)
            return replace(bead, suspicions=found, reason=reason if gate.suspects == "withhold" else None)
        if gate.suspects != "withhold" or not (bead.native.rest or bead.target.rest):
            return bead
        rests = tuple(map(_rest_view, views, reversed(views)))
        flaws = _ask(rules_of_rest, rests)
        return replace(bead, rest_flaw=flaws[0]) if flaws else bead

    return tuple(inspected(bead) if bead.is_pair and not bead.is_confirmed else bead for bead in beads)


def _ask(rules: Iterable[tuple[str, Rule]], views: tuple[View, ...]) -> tuple[Suspicion, ...]:
    """What each rule has against the first side that it suspects."""
    found: list[Suspicion] = []
    for name, rule in rules:
        for view in views:
            if why := rule(view):
                found.append(Suspicion(name, why, view.fact.location, view.fact.answer))
                break
    return tuple(found)


def _rest_view(view: View, other: View) -> View:
    """The view of what an answer that was cut goes on with."""
    fact, partner = (
        replace(one.fact, answer=one.fact.rest, question="", context="", figure="", rest="", flaws=())
        for one in (view, other)
    )
    return replace(view, fact=fact, partner=partner, siblings=(), texts=((fact.answer, partner.answer),))


def _lists(facts: Iterable[Fact | None]) -> Lists:
    found: Lists = defaultdict(list)
    for fact in facts:
        if fact:
            found[fact.kind, fact.block_index].append(fact)
    return found


def _view(fact: Fact, partner: Fact, lists: Lists, common: frozenset[str], version: Version, gate: Gate) -> View:
    siblings = tuple(other for other in lists[fact.kind, fact.block_index] if other.location != fact.location)
    return View(fact, partner, siblings, common, version, gate, shown(fact, partner))


def _common_words(lists: Lists, version: Version, kinds: Iterable[str]) -> frozenset[str]:
    """Words of three letters at most that stand in two facts or more: every language has its own."""
    further = [version.facts.get(reading, ()) for kind in kinds for reading in KINDS[kind].readings]
    counts = Counter(
        word
        for facts in (*lists.values(), *further)
        for fact in facts
        for word in set(fact.answer.split())
        if len(word) <= _SHORT
    )
    return frozenset(word for word, count in counts.items() if count > 1)
