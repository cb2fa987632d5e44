"""Words in whatever form: whether a text has those of a title, told by how they begin.

Where no spaces part words, pairs of letters stand for them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import pairwise
from operator import eq, methodcaller

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.particles import PARTICLES
from flashgen.language.unicode_forms import unicode_form

UNSPACED = late_pattern(f"[{scripts.UNSPACED}]")
WORD = late_pattern(
    rf"[{scripts.UNSPACED}]+|(?:[^\W_{scripts.UNSPACED}]|[{scripts.SIGNS_IN_WORDS}])"
    rf"[^\W_{scripts.UNSPACED}]*(?:[{scripts.SIGNS_IN_WORDS}][^\W_{scripts.UNSPACED}]*)*"
)
_NOT_PLAIN = late_pattern(f"[{scripts.UNSPACED}{scripts.SIGNS_IN_WORDS}]")
_PLAIN_WORD = re.compile(r"[^\W_]+")
"""What `WORD` finds where nothing of that stands, and faster."""
_COMBINING = re.compile(f"[{scripts.POINTS_AND_ACCENTS}]")
_JAMO = re.compile("[\u1100-\u1112]")
"""What a syllable of Hangul begins with once it is folded."""
_PREFIX = f"[{scripts.HEBREW_LETTERS}{scripts.ARABIC_LETTERS}]"
_PREFIXING = re.compile(_PREFIX)
_PREFIXES = re.compile(f"{_PREFIX}{{0,3}}")
_UNSPACED_BEGINNING = 3
"""Characters that count for a word where no spaces part words."""
_ALIKE = 4
"""Letters by which two words are taken for forms of one."""
_SHORT_WORD = 4
"""Letters of a word up to which a form of it is about as long."""
_ENDING = 3
"""Letters of a long word that its forms may have otherwise."""
_HELD = 2 / 3
"""The share of a title's words that a text must have to hold it."""
FormTest = Callable[[str], object]
"""Whether a word, folded, is a form of another."""


def find_words(text: str) -> list[str]:
    """The words of a text, in order, as they stand."""
    return (WORD if _NOT_PLAIN.search(text) else _PLAIN_WORD).findall(text)


def first_words(text: str, count: int) -> str:
    """The first words of a text; where no spaces part words, as many characters as they would have."""
    beginning = " ".join(text.split()[:count])
    return beginning[: count * _UNSPACED_BEGINNING] if UNSPACED.search(beginning) else beginning


def share_of_words(title: str, text: str) -> float:
    """How many of a title's words a text has, in whatever form (0 to 1).

    Where no spaces part words, pairs of letters stand for them.
    """
    if UNSPACED.search(title):
        letters = _folded_text(text)
        found = [part in letters for part in _letter_parts(title)]
    else:
        words = [folded(word) for word in find_words(text)]
        found = [any(map(test, words)) for test in form_tests(title)]
    return sum(found) / len(found) if found else 0.0


def share_a_word(one: str, other: str) -> bool:
    """Whether two texts have words that begin alike; where no spaces part words, runs of as many letters."""
    return not _beginnings(one).isdisjoint(_beginnings(other))


def share_a_form(one: str, other: str) -> bool:
    """Whether two texts have forms of one longer word, or one number; where no spaces part words, as `share_a_word`.

    Texts that share no beginnings of words share no forms either, which is told faster.
    """
    if not (shared := _beginnings(one) & _beginnings(other)):
        return False
    words = [word for word in map(folded, find_words(one)) if word[:_ALIKE] in shared or UNSPACED.search(word)]
    others = [word for word in map(folded, find_words(other)) if word[:_ALIKE] in shared]
    if any(map(UNSPACED.search, words)):
        return True
    return any(_is_form(word, form) or _is_form(form, word) for word in words for form in others)


def _beginnings(text: str) -> set[str]:
    """The beginnings of a text's longer words, and of its numbers."""
    found: set[str] = set()
    for word in map(folded, find_words(text)):
        if UNSPACED.search(word):
            found.update(word[start : start + 2] for start in range(len(word) - 1))
        elif len(word) >= _ALIKE or word.isdigit():
            found.add(word[:_ALIKE])
    return found


def holds_words(title: str, text: str) -> bool:
    """Whether a text has two thirds of a title's words, in whatever form ("api" is a form of "Ape")."""
    if UNSPACED.search(title):
        return share_of_words(title, text) >= _HELD
    if text == title:
        return True
    long = _telling_words(title)
    there = [folded(word) for word in find_words(text)]
    return sum(any(_is_form(word, other) for other in there) for word in long) >= _HELD * len(long)


def holds_name(name: str, text: str) -> bool:
    """Whether a text has a name in whatever form: as `holds_words`, and the first and the last of its longer words, of
    which one says what the thing is ("Vertical Scaling" is not in "scale vertically").

    Where no spaces part words, whose forms are alike there, the name must stand in the text.
    """
    if UNSPACED.search(name):
        return _folded_text(name) in _folded_text(text)
    if text == name:
        return True
    tests = zip(_telling_words(name), form_tests(name), strict=True)
    there = [folded(word) for word in find_words(text)]
    held = [any(test(other) or _is_form(word, other) for other in there) for word, test in tests]
    return bool(held) and held[0] and held[-1] and sum(held) >= _HELD * len(held)


def _telling_words(name: str) -> list[str]:
    """The longer words of a name, folded, and its numbers; all where there are no others."""
    words = [folded(word) for word in find_words(name)]
    return list(filter(_is_telling, words)) or words


def _is_telling(word: str) -> bool:
    return len(word) >= 3 or word.isdigit()


def _is_form(word: str, other: str) -> bool:
    """Whether a word may be another form of a word: a long one changes in three letters at most.

    "Crystallised" is no form of "Crystallisation".
    """
    stem = word[: max(2, round(len(word) * 0.7), len(word) - _ENDING)]
    if word.isdigit() or len(word) < 3:
        return word == other
    if _PREFIXING.search(word):
        return stem in other[: len(stem) + 3]
    return other.startswith(stem) and (len(word) > _SHORT_WORD or abs(len(other) - len(word)) <= 2)


def letters_beside(title: str, text: str) -> int:
    """The letters of a text's longer words that are no forms of a title's: how much it says beside the title.

    Where no spaces part words, each letter that stands in no pair of the title's counts for two.
    """
    tests, pairs = form_tests(title), set(_letter_parts(title))
    found = 0
    for word in map(folded, find_words(text)):
        if UNSPACED.search(word):
            are_new = [word[start : start + 2] not in pairs for start in range(-1, len(word))]
            found += 2 * sum(before and behind for before, behind in pairwise(are_new))
        elif len(word) >= _ALIKE and not any(test(word) for test in tests):
            found += len(word)
    return found


@lru_cache(maxsize=1_000)  # a title is looked for in one text after the other
def form_tests(title: str) -> tuple[FormTest, ...]:
    """For each word of a title what tells a form of it; for short ones (articles, prepositions) if there are no others.

    A word of four letters gives up the last only beside others: "apps" are "applications".
    """
    words = _telling_words(title)
    if not any(map(_is_telling, words)):
        return tuple(map(_short_form_test, words))
    whole = 4 if len(words) == 1 else 3
    return tuple(_form_test(word, whole) for word in words)


def _short_form_test(word: str) -> FormTest:
    """A particle may be written onto a short word, where it is one of Korean ("차는" is "차")."""
    forms = (word, *(word + particle for particle in _FOLDED_PARTICLES)) if _JAMO.match(word) else (word,)
    return frozenset(forms).__contains__


def _form_test(word: str, whole: int) -> FormTest:
    """Forms begin alike. No expression is made of a word, which would take longer than to look for it everywhere."""
    if word.isdigit():
        return partial(eq, word)
    stem = word if len(word) <= whole else word[: math.ceil(len(word) * 0.75)]
    # Arabic and Hebrew write conjunctions, prepositions and the article before the word, without a space
    return partial(_begins_behind_prefix, stem) if _PREFIXING.search(word) else methodcaller("startswith", stem)


def _begins_behind_prefix(stem: str, word: str) -> bool:
    """Whether a word begins with a stem, or with up to three letters that may be written before it."""
    prefix = _PREFIXES.match(word)
    return word.find(stem, 0, (prefix.end() if prefix else 0) + len(stem)) >= 0


def _letter_parts(title: str) -> list[str]:
    words = [folded(word) for word in find_words(title)]
    return [
        part
        for word in words
        for part in ([word[i : i + 2] for i in range(max(1, len(word) - 1))] if UNSPACED.search(word) else [word])
    ]


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """A word without capitals and accents. Kept, since a corpus has far fewer words than it has places."""
    return _folded_text(word)


def _folded_text(text: str) -> str:
    return _COMBINING.sub("", unicode_form("NFKD", text.casefold()))


_FOLDED_PARTICLES = tuple(map(_folded_text, PARTICLES.split("|")))
