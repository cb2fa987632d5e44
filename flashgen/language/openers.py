"""The words that sentences begin with, and how much they lean on what was said before. Learnt, never listed.

"This", "cela" or "এই" open sentences in the middle of a paragraph time and again, and hardly ever the first sentence of
a section: whoever reads such a sentence alone does not know what it speaks of. Every language has its own such words,
and a corpus shows which.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from flashgen.language import scripts

_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")
_LETTERS = 2
"""Characters that count for a word where no spaces part words."""
_END = re.compile(r"(?<![.!?…؟۔])[.!?…؟۔]++[\"'”’»)]*+\s+|[。！？।॥]+[」』）”]*\s*")
_AROUND = "\"'“”„«»‘’([{¿¡,;:.、，"
_FEWEST = 4
"""How often a word must open sentences to be known."""
_LEANS = 1.8
"""Log odds (nats) from which a sentence is taken to lean on the one before it."""


def rough_sentences(text: str) -> list[str]:
    """The sentences of a text as far as marks tell them: enough to count by, and quick."""
    return [part for part in _END.split(text) if part.strip()]


def opener(text: str) -> str:
    """The word that a text begins with, case folded; empty where it begins with none."""
    word = next(iter(text.split(maxsplit=1)), "").strip(_AROUND).casefold()
    if not word[:1].isalpha():
        return ""
    return word[:_LETTERS] if _UNSPACED.search(word) else word


def learn_openers(alone: Iterable[str], following: Iterable[str]) -> dict[str, float]:
    """By opener: the log odds (nats) that a sentence follows another one, against one that stands alone.

    `alone` are the openers of texts that begin something, `following` those of sentences behind others. Only what
    speaks for the latter is kept.
    """
    first, later = (Counter(filter(None, words)) for words in (alone, following))
    all_first, all_later = first.total() + 1, later.total() + 1
    odds = {
        word: math.log((count + 0.5) / all_later) - math.log((first[word] + 0.5) / all_first)
        for word, count in later.items()
        if count >= _FEWEST
    }
    return {word: value for word, value in odds.items() if value > 0}


def leaning(text: str, openers: Mapping[str, float]) -> float:
    """How much a text leans on what was said before it, in nats; 0 where nothing is known of its beginning."""
    return openers.get(opener(text), 0.0)


def sentence_leans(text: str, position: int, openers: Mapping[str, float]) -> bool:
    """Whether the sentence around a position of a text begins by speaking of what was said before it."""
    ends = [end.end() for end in _END.finditer(text, 0, position)]
    return leaning(text[ends[-1] if ends else 0 :], openers) >= _LEANS
