"""What is known of pairs from elsewhere, laid over what the evidence says.

A person who read two texts knows more than any evidence: what they confirmed makes a note, and what they denied makes
none, whatever else the corpus teaches. A pair of the last edition stays where nothing but doubt speaks against it: a
corpus that lost an article teaches less, and learners should not lose for it what they study.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from flashgen.errors import Problem, warning
from flashgen.language.doubled_words import Conjunctions, said_once
from flashgen.language.text_types import normalised
from flashgen.pairing.beads import is_in_doubt
from flashgen.pairing.doubled_words import NONE_KNOWN
from flashgen.pairing.reasons import DENIED
from flashgen.record import replace
from flashgen.records.facts import Version
from flashgen.records.pairs import Bead, Decision, Reason, SideName

_TELLING = 8
"""Letters from which a part of a text tells which text it is."""


def apply_decisions(
    beads: Iterable[Bead],
    decisions: Iterable[Decision],
    titles: tuple[str, str] = ("", ""),
    joining: tuple[Conjunctions, Conjunctions] = NONE_KNOWN,
) -> tuple[tuple[Bead, ...], tuple[Decision, ...]]:
    """(the beads of an article with what was decided of them, the decisions that name no two facts among them)

    A decision about the article's two titles is none about the texts that speak of them. `joining` are the words of
    both languages that join others: a text that joins a word with itself is that of the fact that says it once.
    """
    found = list(beads)
    # a person's word comes last, so that it holds
    unused = []
    for decision in sorted(decisions, key=lambda decision: decision.source is not None):
        is_of_titles = _texts(decision) == tuple(map(normalised, titles))
        said = _said_once(decision, joining)
        is_used = _apply(found, decision, is_whole=is_of_titles)
        if not is_used and said != decision:
            is_used = _apply(found, said, is_whole=is_of_titles)
        if not is_used and not is_of_titles:
            unused.append(decision)
    return tuple(found), tuple(unused)


def _said_once(decision: Decision, joining: tuple[Conjunctions, Conjunctions]) -> Decision:
    native, _ = said_once(decision.native, decision.target, *joining)
    target, _ = said_once(decision.target, decision.native, *joining[::-1])
    return replace(decision, native=native, target=target)


def published_pairs(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """The normalised texts of pairs that the last edition published, which doubt alone does not withhold."""
    return frozenset(_texts(decision) for decision in decisions if decision.is_pair and decision.source is None)


def without_texts(decisions: Iterable[Decision], native: Version, target: Version) -> tuple[Problem, ...]:
    """What is told of decisions of which a text stands nowhere in its version.

    It tells not which, since an entry in several languages is met in several pairs, and is to be told of once.
    """
    slug = native.document.slug
    said = f"{slug!r} has not both of these texts, so that this entry has no effect; correct or remove it"
    return tuple(
        warning(said, one.source) for one in decisions
        if one.source and not (_stands_in(native, one.native) and _stands_in(target, one.target))
    )  # fmt: skip


def _stands_in(version: Version, text: str) -> bool:
    """Whether a version has a text, be it of a fact or not."""
    sought = normalised(text)
    facts = (fact.answer for found in version.facts.values() for fact in found)
    inlines = (inline.text for section in version.sections for inline in section.texts)
    cells = (cell for table in version.tables for row in table.rows for cell in row)
    texts = chain((version.title, version.name, *version.glosses), facts, inlines, cells)
    return bool(sought) and any(sought in normalised(one) for one in texts)


def denied_titles(native: str, target: str, decisions: Sequence[Decision]) -> Reason | None:
    """That a person said that two titles do not mean the same, where that was their last word; None otherwise."""
    titles = normalised(native), normalised(target)
    said = [one for one in decisions if one.source and _texts(one) == titles]
    return Reason(DENIED, str(said[-1].source)) if said and not said[-1].is_pair else None


def _texts(decision: Decision) -> tuple[str, str]:
    return normalised(decision.native), normalised(decision.target)


def _apply(beads: list[Bead], decision: Decision, *, is_whole: bool) -> bool:
    """Change the beads as one decision asks; with `is_whole`, those alone that are nothing but its texts.

    Tells whether both texts were found.
    """
    texts = _texts(decision)
    if not all(texts):
        return False
    ours = _holders(beads, "native", texts[0], decision.kind, is_whole=is_whole)
    theirs = _holders(beads, "target", texts[1], decision.kind, is_whole=is_whole)
    both = next((index for index in ours if index in theirs), None)
    if both is not None:
        beads[both] = _decided(beads[both], decision)
    elif decision.is_pair and ours and theirs:
        _join(beads, ours[0], theirs[0], decision)
    return bool(ours and theirs)


def _holders(beads: Sequence[Bead], side: SideName, text: str, kind: str, *, is_whole: bool) -> list[int]:
    """Which beads have a fact with this text; if none has it whole, one that a card may show cut or with its label."""
    answers = {
        index: normalised(fact.answer)
        for index, bead in enumerate(beads)
        for name, fact in bead.sides
        if name == side and (not kind or bead.kind == kind)
    }
    whole = [index for index, answer in answers.items() if answer == text]
    if whole or is_whole:
        return whole
    return [index for index, answer in answers.items() if _is_part(text, answer) or _is_part(answer, text)]


def _is_part(part: str, whole: str) -> bool:
    return len(part) >= _TELLING and part in whole


def _decided(bead: Bead, decision: Decision) -> Bead:
    if not decision.is_pair:
        return replace(bead, reason=Reason(DENIED, str(decision.source)))
    if decision.source:
        return replace(bead, reason=None, is_confirmed=True)
    return replace(bead, reason=None) if is_in_doubt(bead) else bead


def _join(beads: list[Bead], ours: int, theirs: int, decision: Decision) -> None:
    """Make one bead of two facts of a kind that the evidence left apart.

    Only a person may part a fact from another partner, unless that is in doubt itself: an item that was added in one
    language alone looks for a partner among those that have theirs.
    """
    native, target = beads[ours], beads[theirs]
    is_free = all(not (bead.native and bead.target) or is_in_doubt(bead) for bead in (native, target))
    if native.kind != target.kind or not (decision.source or is_free):
        return
    joined = replace(native, target=target.target, reason=None, is_confirmed=bool(decision.source))
    widowed = [replace(native, native=None, reason=None), replace(target, target=None, reason=None)]
    beads[ours] = joined
    beads[theirs : theirs + 1] = [bead for bead in widowed if bead.native or bead.target]
