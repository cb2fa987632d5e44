"""What is known of pairs from elsewhere, laid over what the evidence says.

A person who read two texts knows more than any evidence: what they confirmed makes a note, and what they denied makes
none, whatever else the corpus teaches. A pair of the last edition stays where nothing but doubt speaks against it: a
corpus that lost an article teaches less, and learners should not lose for it what they study.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashgen.language.text_types import normalised
from flashgen.pairing.beads import IN_DOUBT
from flashgen.record import replace
from flashgen.records import Bead, Decision, Reason, SideName

DENIED = "denied by a person"
_TELLING = 8
"""Letters from which a part of a text tells which text it is."""


def apply_decisions(
    beads: Iterable[Bead], decisions: Sequence[Decision], titles: tuple[str, str] = ("", "")
) -> tuple[Bead, ...]:
    """The beads of an article with what was decided of them; what names no fact of the article changes nothing.

    A decision about the article's two titles is none about the texts that speak of them.
    """
    found = list(beads)
    # a person's word comes last, so that it holds
    for decision in sorted(decisions, key=lambda decision: bool(decision.source)):
        _apply(found, decision, is_whole=_texts(decision) == tuple(map(normalised, titles)))
    return tuple(found)


def denied_titles(native: str, target: str, decisions: Sequence[Decision]) -> Reason | None:
    """That a person said that two titles do not mean the same, where that was their last word; None otherwise."""
    titles = normalised(native), normalised(target)
    said = [one for one in decisions if one.source and _texts(one) == titles]
    return Reason(DENIED, said[-1].source) if said and not said[-1].is_pair else None


def _texts(decision: Decision) -> tuple[str, str]:
    return normalised(decision.native), normalised(decision.target)


def _apply(beads: list[Bead], decision: Decision, *, is_whole: bool) -> None:
    """Change the beads as one decision asks; with `is_whole`, those alone that are nothing but its texts."""
    texts = _texts(decision)
    if not all(texts):
        return
    ours = _holders(beads, "native", texts[0], decision.kind, is_whole=is_whole)
    theirs = _holders(beads, "target", texts[1], decision.kind, is_whole=is_whole)
    both = next((index for index in ours if index in theirs), None)
    if both is not None:
        beads[both] = _decided(beads[both], decision)
    elif decision.is_pair and ours and theirs:
        _join(beads, ours[0], theirs[0], decision)


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
        return replace(bead, reason=Reason(DENIED, decision.source))
    if decision.source:
        return replace(bead, reason=None, is_confirmed=True)
    return replace(bead, reason=None) if _is_in_doubt(bead) else bead


def _is_in_doubt(bead: Bead) -> bool:
    return bead.reason is not None and bead.reason.code == IN_DOUBT


def _join(beads: list[Bead], ours: int, theirs: int, decision: Decision) -> None:
    """Make one bead of two facts of a kind that the evidence left apart.

    Only a person may part a fact from another partner, unless that is in doubt itself: an item that was added in one
    language alone looks for a partner among those that have theirs.
    """
    native, target = beads[ours], beads[theirs]
    is_free = all(not (bead.native and bead.target) or _is_in_doubt(bead) for bead in (native, target))
    if native.kind != target.kind or not (decision.source or is_free):
        return
    joined = replace(native, target=target.target, reason=None, is_confirmed=bool(decision.source))
    widowed = [replace(native, native=None, reason=None), replace(target, target=None, reason=None)]
    beads[ours] = joined
    beads[theirs : theirs + 1] = [bead for bead in widowed if bead.native or bead.target]
