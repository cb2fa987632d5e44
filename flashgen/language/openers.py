"""The words that sentences begin with, and how much they lean on what was said before. Learnt, never listed.

"This", "cela" or "এই" open sentences in the middle of a paragraph time and again, and hardly ever the first sentence of
a section: whoever reads such a sentence alone does not know what it speaks of. Every language has its own such words,
and a corpus shows which.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from operator import add

from flashgen.language import marks
from flashgen.language.capitals import capitalised
from flashgen.language.word_forms import UNSPACED

_LETTERS = 2
"""Characters that count for a word where no spaces part words."""
_END = re.compile(
    rf"(?<![{marks.SPACED_ENDS}])[{marks.SPACED_ENDS}]++[{marks.CLOSERS}]*+\s+|[{marks.CLEAR_ENDS}]+[{marks.CLOSERS}]*\s*"
)
_AROUND = "\"'“”„«»‘’([{¿¡,;:.、，"
_FEWEST = 4
"""How often a word must open sentences to be known."""
_LEANS = 1.8
"""Log odds (nats) from which a sentence is taken to lean on the one before it."""
_SPREAD = 0.12
"""The share of texts that a word must be used in to be one of the language, and not of what a text is about."""
_JOINS = 0.5
"""Log odds (nats) from which what stands before the first comma only joins a sentence to the one before it."""
_CONNECTIVE = re.compile(rf"([^\W\d_]+(?: [^\W\d_]+){{0,2}}[{marks.COMMAS}]) ?(?=[^\W\d_]{{2}})")
_LONGEST = 2000
"""Characters before and behind a place in which the ends of its sentence are looked for."""
_OPENING = 100
"""Characters in which its first word is looked for."""


def rough_sentences(text: str) -> list[str]:
    """The sentences of a text as far as marks tell them: enough to count by, and quick."""
    return [part for part in _END.split(text) if part.strip()]


def first_sentence(text: str) -> str:
    """The first of `rough_sentences`; empty where there is none."""
    start = 0
    for end in _END.finditer(text):
        if text[start : end.start()].strip():
            return text[start : end.start()]
        start = end.end()
    return text[start:] if text[start:].strip() else ""


def opener(text: str) -> str:
    """The word that a text begins with, case folded; empty where it begins with none."""
    word = next(iter(text.split(maxsplit=1)), "").strip(_AROUND).casefold()
    if not word[:1].isalpha():
        return ""
    return word[:_LETTERS] if UNSPACED.search(word) else word


def learn_openers(alone: Iterable[str], following: Iterable[str]) -> dict[str, float]:
    """By opener: the log odds (nats) that a sentence follows another one, against one that stands alone.

    `alone` are the openers of texts that begin something, `following` those of sentences behind others. Only what
    speaks for the latter is kept.
    """
    first, later = (Counter(filter(None, words)) for words in (alone, following))
    return _odds(first, later, first.total(), later.total())


def learn_connectives(alone: Sequence[str], following: Sequence[str]) -> dict[str, float]:
    """The same of what stands before the first commas of all such texts, empty where nothing does (`connective`)."""
    first, later = (Counter(filter(None, texts)) for texts in (alone, following))
    return _odds(first, later, len(alone), len(following))


def words_within(text: str) -> frozenset[str]:
    """The words of a sentence, case folded; where no spaces part them, all pairs of letters."""
    text = text.casefold()
    if not text.isascii() and UNSPACED.search(text):
        return frozenset(map(add, text, text[1:]))
    parts = text.replace("'", " ").replace("’", " ").split()
    return frozenset(filter(str.isalpha, map(str.strip, parts, repeat(_AROUND))))


def learn_followers(
    alone: Sequence[frozenset[str]], following: Sequence[Sequence[frozenset[str]]], openers: Mapping[str, float]
) -> dict[str, float]:
    """By word: the log odds (nats) that a sentence with it follows another one, against one that stands alone.

    `alone` are the words of sentences that begin something, `following` those of sentences behind others, text by
    text. "These" and "for example" stand in such sentences wherever they stand in them. Two letters are no word, unless
    they begin sentences as well: then they are worth no more than that they do.
    """
    first, later = Counter[str](), Counter[str]()
    texts = Counter[str]()
    for words in alone:
        first.update(words)
    for sentences in following:
        for words in sentences:
            later.update(words)
        texts.update(frozenset[str]().union(*sentences))
    found = _odds(first, later, len(alone), sum(map(len, following)))
    found = {word: value for word, value in found.items() if texts[word] >= max(_FEWEST, _SPREAD * len(following))}
    found |= {word: min(value, openers.get(word, 0.0)) for word, value in found.items() if UNSPACED.search(word)}
    return {word: value for word, value in found.items() if value > 0}


def _odds(first: Counter[str], later: Counter[str], all_first: int, all_later: int) -> dict[str, float]:
    """Log odds (nats) of the words that stand in the latter more often."""
    odds = {
        word: math.log((count + 0.5) / (all_later + 1)) - math.log((first[word] + 0.5) / (all_first + 1))
        for word, count in later.items()
        if count >= _FEWEST
    }
    return {word: value for word, value in odds.items() if value > 0}


def leaning(text: str, openers: Mapping[str, float]) -> float:
    """How much a text leans on what was said before it, in nats; 0 where nothing is known of its beginning."""
    return openers.get(opener(text), 0.0)


def connective(text: str) -> str:
    """What a text sets before its first comma, that sign included, case folded; empty where that is no word or three.

    "However," and "for example," join sentences, which shows where sentences with them stand; a name joins none.
    """
    found = _CONNECTIVE.match(text)
    return "" if found is None or any(map(str.isupper, found[1][1:])) else found[1].casefold()


def without_connective(text: str, openers: Mapping[str, float], language: str) -> str:
    """A sentence without what only joins it to the one before it ("However, mills may be sold:"); else as it is."""
    if not (joining := connective(text)) or openers.get(joining, 0.0) < _JOINS:
        return text
    return capitalised(text[len(joining) :].lstrip(), language)


def sentence_around(text: str, position: int) -> tuple[str, str]:
    """The sentence around a position of a text, and how it begins, with what follows where it is short.

    Of an endless one, the part of it that is looked at.
    """
    ends, starts = _sentence_places(text)
    start = max(starts[bisect_right(starts, position) - 1], position - _LONGEST)
    end = min(ends[bisect_left(ends, position)], position + _LONGEST)
    return text[start:end], text[start : start + _OPENING]


def sentence_leans(beginning: str, openers: Mapping[str, float]) -> bool:
    """Whether a sentence that begins so speaks of what was said before it."""
    return leaning(beginning, openers) >= _LEANS


def pointing_back(sentence: str, followers: Mapping[str, float]) -> float:
    """How much any word of a sentence points at what was said before it, in nats."""
    if not followers:
        return 0.0
    words = words_within(sentence)
    return max((followers[word] for word in words & followers.keys()), default=0.0)


def points_back(text: str, openers: Mapping[str, float], followers: Mapping[str, float]) -> float:
    """How much a word within the first sentence of a text ("... externalises this task") points back, in nats.

    Many a word stands more often behind other sentences than alone; those that point open such sentences, too.
    """
    first = first_sentence(text).casefold()
    beginning = opener(first)
    words = words_within(first[first.find(beginning) + len(beginning) :]) & followers.keys() & openers.keys()
    return max((min(openers[word], followers[word]) for word in words), default=0.0)


@lru_cache(maxsize=4)  # of a paragraph, each link is asked about: how its sentence begins, and what it points at
def _sentence_places(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text end, and where they begin."""
    marks = [mark.span() for mark in _END.finditer(text)]
    return [*(start for start, _ in marks), len(text)], [0, *(end for _, end in marks)]
