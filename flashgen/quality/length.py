"""Answers that fit a card: a definition in one or two sentences, the rest of a long answer moved behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.kinds import KINDS
from flashgen.language.sentences import sentence_ends
from flashgen.language.text_types import weight
from flashgen.quality.settings import Gate
from flashgen.quality.view import View
from flashgen.records import Bead, Fact

_DEFINING = 2
"""Sentences that a definition takes."""
_MARK = re.compile(r"[.!?…](?=\s)|[。！？।။]")


def too_long(view: View) -> str:
    """A text that no card can ask for, and that could not be cut.

    Met in "aagr", whose formula stands as 10,000 characters on one line, and in answers of several paragraphs.
    """
    longest = view.gate.longest
    for text, _ in view.texts:
        if (length := weight(text, longest)) > longest:
            return f"{length} characters, where {longest} fit"
    return ""


def fitted(bead: Bead, languages: tuple[str, str], gate: Gate) -> Bead:
    """The bead with both answers cut behind the same sentence, if they are too long and their sentences correspond.

    Both sides must still say the same; so they are cut only where each paragraph has as many sentences in both.
    """
    native, target = bead.native, bead.target
    if native is None or target is None or not KINDS[bead.kind].is_cut or not _may_be_long(bead, gate):
        return bead
    ends = [_ends(fact.answer, language) for fact, language in zip((native, target), languages, strict=True)]
    if ends[0] is None or ends[1] is None or [len(part) for part in ends[0]] != [len(part) for part in ends[1]]:
        return bead
    ours, theirs = ([end for part in side for end in part] for side in ends)  # type: ignore[union-attr]
    kept = 0
    for count in range(1, len(ours) + 1):
        fits = all(
            weight(fact.answer[: sides[count - 1]], gate.answer) <= gate.answer
            for fact, sides in ((native, ours), (target, theirs))
        )
        if count > 1 and (not fits or (KINDS[bead.kind].is_single and count > _DEFINING)):
            break
        kept = count
    if kept == len(ours):
        return bead
    return replace(bead, native=_cut(native, ours[kept - 1]), target=_cut(target, theirs[kept - 1]))


def _may_be_long(bead: Bead, gate: Gate) -> bool:
    """Whether a look at the sentences is worth its time."""
    facts = [fact for fact in (bead.native, bead.target) if fact]
    if any(weight(fact.answer, gate.answer) > gate.answer for fact in facts):
        return True
    return KINDS[bead.kind].is_single and all(len(_MARK.findall(fact.answer)) >= _DEFINING for fact in facts)


def _ends(answer: str, language: str) -> list[list[int]] | None:
    """Where the sentences of each paragraph end; None where a sentence could not be located in the text."""
    found: list[list[int]] = []
    start = 0
    for paragraph in answer.split("\n"):
        ends = sentence_ends(paragraph, language)
        if ends is None:
            return None
        found.append([start + end for end in ends])
        start += len(paragraph) + 1
    return found


def _cut(fact: Fact, end: int) -> Fact:
    return replace(fact, answer=fact.answer[:end].rstrip(), rest=fact.answer[end:].strip())
