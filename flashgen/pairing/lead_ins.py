"""Lead-ins of both sides that say the same: one side may need two sentences for what the other says in one."""

from __future__ import annotations

from math import log

from flashgen.language.sentences import sentences
from flashgen.language.text_types import introduces, is_question, only_announces, weight

_BRIEF = 25
"""A sentence that weighs less ("Some of them:") says nothing alone."""
_VAGUE = 45
"""A sentence that weighs less, and has no word of what it leads in to, says no more than that something follows."""
_LONG = 1000
"""Weighted characters up to which lead-ins are compared."""


def lead_ins_alike(native: str, target: str, languages: tuple[str, str]) -> tuple[str, str]:
    """Lead-ins with as much on either side, in `languages` (native, target).

    Two sentences beside one stay both where they are about as long as that one, else the last one stays; beside none,
    none stays, for that side holds nothing that would lead in.
    """
    ours, theirs = sentences(native, languages[0]), sentences(target, languages[1])
    if len(ours) > 1 and len(theirs) < 2:
        return _nearest((native, ours[-1]), target), target
    if len(theirs) > 1 and len(ours) < 2:
        return native, _nearest((target, theirs[-1]), native)
    return native, target


def last_sentences(lead_ins: tuple[str, str], languages: tuple[str, str]) -> tuple[str, str]:
    """The last sentences of lead-ins, for cards without room for more; none where one of them says nothing alone."""
    lasts = [(sentences(text, language) or [""])[-1] for text, language in zip(lead_ins, languages, strict=True)]
    return (lasts[0], lasts[1]) if min(weight(last, _BRIEF) for last in lasts) >= _BRIEF else ("", "")


def are_vague(lead_ins: tuple[str, str], shown: tuple[str, str]) -> bool:
    """Whether both lead-ins only say that something follows ("Here are some ideas:"), by what is shown beside."""
    return all(only_announces(*texts, _VAGUE) for texts in zip(lead_ins, shown, strict=True))


def with_labels(labels: tuple[str, str], sentences: tuple[str, str]) -> tuple[str, str]:
    """The lead-ins of a list above the labels of an item, where a colon shows on one side that they lead in to it, or
    both are questions.

    "Death of the keeper" tells what an item is about, and not what it has to do with it: "The hives may be sold:" does.
    """
    lead_in = any(map(introduces, sentences)) or all(map(is_question, sentences))
    if not (all(labels) and all(sentences) and lead_in):
        return "", ""
    return f"{sentences[0]}\n{labels[0]}", f"{sentences[1]}\n{labels[1]}"


def _nearest(texts: tuple[str, str], other: str) -> str:
    """Which of two texts is about as long as the other side's; none where that is empty."""
    if not other:
        return ""
    expected = log(weight(other, _LONG))
    return min(texts, key=lambda text: abs(log(weight(text, _LONG)) - expected))
