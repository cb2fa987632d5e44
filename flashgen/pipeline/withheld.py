"""Beads that make no note, or a doubtful one, told in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from flashgen.anki.manifest import WithheldFact
from flashgen.errors import Problem, omission, warning
from flashgen.pairing.reasons import IN_DOUBT, NO_PARTNER, TOO_LONG
from flashgen.pipeline.remedies import CONFIRM, remedy_for, rule_name, sort_of
from flashgen.quality.rules import NO_DAMAGE
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Reason, Suspicion

_SHOWN = 60
_KEPT = 300

_NO_PARTNER = Reason(NO_PARTNER)


def reason(bead: Bead) -> Reason:
    """Why a bead makes no note."""
    return bead.reason or _NO_PARTNER


def remedies(reasons: Mapping[str, int]) -> tuple[str, ...]:
    """What can be done about facts that were withheld, by the codes of their reasons."""
    return (CONFIRM,) if reasons.get(IN_DOUBT) else ()


def withheld_fact(article: str, bead: Bead) -> WithheldFact:
    """What a package tells of a bead that makes no note; long texts are cut."""
    return WithheldFact(
        article=article, kind=bead.kind, native=_kept(bead.native), target=_kept(bead.target),
        reason=_cut(str(reason(bead)), _KEPT), sort=sort_of(reason(bead).code),
    )  # fmt: skip


def article_problems(beads: Iterable[Bead]) -> Iterator[Problem]:
    """What `check` tells of an article's beads."""
    return _problems(beads, bead_problems)


def withheld_problems(withheld: Iterable[tuple[str, Bead]]) -> Iterator[Problem]:
    """Why beads make no notes; each stands behind its article, and those of an article together."""
    for _, alike in groupby(withheld, key=itemgetter(0)):
        yield from _problems((bead for _, bead in alike), lambda bead: (withheld_problem(bead),))


def _problems(beads: Iterable[Bead], problems_of: Callable[[Bead], tuple[Problem, ...]]) -> Iterator[Problem]:
    """What is told of each bead of an article; of facts of a kind that are too many to be compared, once."""
    too_many: defaultdict[str, list[Bead]] = defaultdict(list)
    for bead in beads:
        if reason(bead).code == TOO_LONG:
            too_many[bead.kind].append(bead)
        else:
            yield from problems_of(bead)
    for kind, alike in too_many.items():
        yield _too_many(kind, alike)


def _too_many(kind: str, beads: list[Bead]) -> Problem:
    first = beads[0].native or beads[0].target
    assert first is not None  # a bead has at least one side
    native = sum(bead.native is not None for bead in beads)
    message = f"{native:,} and {len(beads) - native:,} facts of the kind {kind} make no notes: {TOO_LONG}"
    return warning(message, first.location, rule_name(TOO_LONG), remedy_for(TOO_LONG))


def bead_problems(bead: Bead) -> tuple[Problem, ...]:
    """What `check` tells of a bead: each suspicion, or why it makes no note."""
    return suspect_problems(bead) or (() if bead.is_pair else (withheld_problem(bead),))


def suspect_problems(bead: Bead) -> tuple[Problem, ...]:
    """Each suspicion of a bead, and what keeps the rest of its text from being shown."""
    rest = (bead.rest_flaw,) if bead.is_pair and bead.rest_flaw else ()
    return tuple(_suspect(bead, suspicion) for suspicion in (*bead.suspicions, *rest))


def withheld_problem(bead: Bead) -> Problem:
    """Why a bead makes no note, with its place and text."""
    fact = bead.target or bead.native
    assert fact is not None  # a bead has at least one side
    if bead.suspicions:
        return _suspect(bead, bead.suspicions[0])
    other = bead.native if bead.target else None
    beside = f" (beside {other.location})" if other else ""
    message = f"{bead.kind} makes no note{beside}: {bead.reason or 'no partner'}: {_excerpt(fact.answer)}"
    code = reason(bead).code
    return (omission if bead.is_choice else warning)(message, fact.location, rule_name(code), remedy_for(code))


def _suspect(bead: Bead, suspicion: Suspicion) -> Problem:
    if suspicion is bead.rest_flaw:
        fate = "is shown without the rest of its text"
    else:
        fate = "is suspect" if bead.is_pair else "makes no note"
    message = f"{bead.kind} {fate}: {suspicion}: {_excerpt(suspicion.text)}"
    report = omission if bead.is_choice or suspicion.rule in NO_DAMAGE else warning
    return report(message, suspicion.location, suspicion.rule, remedy_for(suspicion.rule))


def _excerpt(text: str) -> str:
    return repr(_cut(text, _SHOWN))


def _kept(fact: Fact | None) -> str:
    return _cut(fact.answer, _KEPT) if fact else ""


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
