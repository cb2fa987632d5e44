"""Text -> tokens: what two languages can share or be taught to share. Word beginnings, numbers, codes and links.

A word stands for itself by its first letters, which inflection mostly leaves alone: two of Hangul, whose particles
follow at once. A script without spaces is taken by its pairs of characters, none of which reaches from a word of Han
letters or katakana into its endings. Arabic and Hebrew words lose the small words that are written onto them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from anyascii import anyascii

from flashgen.language import scripts
from flashgen.language.codes import codes
from flashgen.language.numbers import figures
from flashgen.language.unicode_forms import unicode_form
from flashgen.language.word_forms import UNSPACED

STEM = 5
HANGUL_STEM = 2
"""Syllables: most words of Korean are two, and what follows is a particle or an ending."""
_SOUND_LENGTH = 6
"""Letters of a sound that are compared; what follows is mostly an ending."""
_WORD = re.compile(rf"[^\W\d_]+(?:[{scripts.SIGNS_IN_WORDS}][^\W\d_]*)*")
_DIGIT = re.compile(r"\d")
_HANGUL = re.compile(f"[{scripts.HANGUL}]")
_RUN = re.compile(f"[{scripts.HIRAGANA}]+|[{scripts.KATAKANA}]+|[^{scripts.KANA}]+")
_MARKS = re.compile("[\u0307\u0591-\u05c7\u064b-\u065f\u0640\u0670]")
# the conjunction, preposition and article that Arabic writes onto a word
_WRITTEN_ON = re.compile(
    "^[\u0648\u0641]?(?:\u0627\u0644|\u0628\u0627\u0644|\u0643\u0627\u0644|\u0644\u0644|[\u0628\u0644\u0643])?"
)
# sounds that languages spell differently, once in ASCII
_SPELLINGS = (
    ("sch", "s"), ("zh", "z"), ("kh", "h"), ("ch", "k"), ("ph", "f"), ("th", "t"), ("ts", "z"), ("tz", "z"),
    ("sh", "s"), ("cz", "k"), ("sz", "s"), ("rz", "r"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("c", "k"),
    ("q", "k"),
)  # fmt: skip
_NO_LETTER = re.compile("[^a-z0-9]")
_DOUBLED = re.compile(r"(.)\1")


def tokens(text: str, links: tuple[str, ...] = ()) -> frozenset[str]:
    """The tokens of a text: `#12` a number, `~10k` a code, `/sale` a link, anything else a word's beginning."""
    return frozenset(tokens_with_sounds(text, links))


def tokens_with_sounds(text: str, links: tuple[str, ...] = ()) -> dict[str, str]:
    """The same, each with how the word it comes from sounds; signs have no sound."""
    plain = unicode_form("NFKC", text)
    found = dict.fromkeys((f"/{link}" for link in links), "")
    if _DIGIT.search(plain):  # of which every figure and every code has one
        found.update((f"#{figure}", "") for figure in figures(plain))
        found.update((f"~{code.lower()}", "") for code in codes(plain))
    words = _WORD.findall(_MARKS.sub("", plain.casefold()))
    # of words that begin alike, the first one counts
    found.update(chain.from_iterable(map(_tokens_of_word, reversed(words))))
    return found


@lru_cache(maxsize=50_000)
def _tokens_of_word(word: str) -> tuple[tuple[str, str], ...]:
    """The tokens of one word, each with its sound. Kept, since a corpus has far fewer words than it has places."""
    return tuple((token, sound(part)[:_SOUND_LENGTH]) for part in _RUN.findall(word) for token in _beginnings(part))


def _beginnings(word: str) -> tuple[str, ...]:
    if UNSPACED.search(word):
        return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    if _HANGUL.match(word):
        return (word[:HANGUL_STEM],) if len(word) > 1 else ()
    if "\u0590" <= word[0] <= "\u06ff":
        while len(bare := _WRITTEN_ON.sub("", word)) >= 3 and bare != word:
            word = bare
    return (word[:STEM],) if len(word) > 1 else ()


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word's letters as ASCII, spelled alike in all languages, to find names and international words."""
    spelled = anyascii(word).lower()
    for letters, one in _SPELLINGS:
        spelled = spelled.replace(letters, one)
    return _DOUBLED.sub(r"\1", _NO_LETTER.sub("", spelled))
