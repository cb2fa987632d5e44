"""A title in the form in which the text names the thing where it says what that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, starmap
from os.path import commonprefix

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.word_forms import UNSPACED, find_words, folded
from flashgen.record import Record

_ARTICLE = 4
"""Letters of an article ("eine"), at most."""
_COPULA = 3
"""Letters of a word such as "is" ("est"), at most."""
_PLURAL_ENDING = 2
"""Letters that may make a plural of a word, at most."""
_SINGULAR = 4
"""Letters of a word that may be the singular of another, at least."""
_CHANGED = (3, 2)
"""Letters that a plural has at its end, and that a singular has instead, at most: "policies", "aplicações"."""
_STEM = 3
"""Letters that both begin with, at least."""
_BEGINNING = 20
"""How much of a text, beside a title's length, is read for whether it begins with the title."""
_LONG = 4
"""Letters from which a word of a title says something."""
_ROOT = 5
"""Letters that two such words begin with, where one is made of the other ("contábil", "contabilidade")."""
_OWN_ENDING = 2
"""Letters that the shorter of them may have beside."""
_OFTEN = 3
"""From how many places on it is how the text calls the thing, if it does so twice as often as by its title."""
_HANGUL = late_pattern(f"[{scripts.HANGUL}]")
"""Korean sets particles behind a word, without a space: what a text begins with has one, and is the same word."""


class _Subject(Record):
    """The words that a text begins with, behind an article or not."""

    words: tuple[str, ...]
    """As they stand."""
    is_defined: bool
    """Whether a short word follows them, as "is" would."""
    is_one: bool
    """Whether an article stands before them, and nothing between them and that word: "A node is"."""


def name_as_defined(title: str, texts: Sequence[str], opening: Sequence[str]) -> str:
    """A title in the singular, where the text that says what the thing is has that ("Nodes": "A node is ...").

    Such a text begins with the title's words, behind an article at most, and a short word follows them. Else, a title
    in other words of the same roots, where the text begins with them and uses them more often than the title's.
    `opening` are the texts that an article begins with: which of two forms is the plural is told there alone, where
    letters are not only added.
    """
    own = find_words(title)
    if not own or UNSPACED.search(title) or _HANGUL.search(title):
        return title
    stem, length = own[0][:_STEM].casefold(), len(title) + _BEGINNING
    beginnings = [beginning for text in texts if stem in (beginning := text[:length]).casefold()]
    first = [text[:length] for text in opening]
    singular = _one_of_many(title, own, beginnings, first)
    return singular if singular != title else _of_same_roots(title, own, beginnings, texts)


def _one_of_many(title: str, own: Sequence[str], beginnings: Sequence[str], opening: Sequence[str]) -> str:
    """The title in the singular; as it is where no text defines that, or one defines the title first."""
    many = list(map(folded, own))
    found = ((text, subject) for text in beginnings for subject in _subjects(text, len(own)) if subject.is_defined)
    for text, subject in found:
        one = list(map(folded, subject.words))
        if one == many:
            return title
        changes = [(word, other) for word, other in zip(many, one, strict=True) if word != other]
        is_last_alone = many[:-1] == one[:-1]
        if is_last_alone and _lost_ending(many[-1], one[-1]):
            return title[: len(one[-1]) - len(many[-1])]
        is_short = is_last_alone and len(many) > 1 and _is_cut(many[-1], one[-1])
        if subject.is_one and text in opening and (is_short or all(starmap(_is_number_changed, changes))):
            return _with_words(title, own, subject.words)
    return title


def _lost_ending(word: str, other: str) -> bool:
    """Whether a word is another one less an ending of a letter or two: a plural loses that."""
    return len(other) >= _SINGULAR and word.startswith(other) and 0 < len(word) - len(other) <= _PLURAL_ENDING


def _is_number_changed(word: str, other: str) -> bool:
    """Whether two words differ in their last letters alone, as plural and singular do ("nodi", "nodo")."""
    stem = len(commonprefix((word, other)))
    lost, gained = len(word) - stem, len(other) - stem
    return stem >= _STEM and 0 < lost <= _CHANGED[0] and gained <= min(lost, _CHANGED[1])


def _is_cut(word: str, other: str) -> bool:
    """Whether a word in the plural is cut off another one: "apps", of "application"."""
    stem = len(commonprefix((word, other)))
    return stem >= _STEM and 0 < len(word) - stem <= _PLURAL_ENDING < len(other) - stem


def _of_same_roots(title: str, own: Sequence[str], beginnings: Sequence[str], texts: Sequence[str]) -> str:
    """The words of the same roots that a text begins with, if it calls the thing by them; else the title."""
    telling = [word for word in map(folded, own) if len(word) >= _LONG]
    if len(telling) < 2:
        return title
    said: list[str] = []  # most titles have no rival for which all texts need be gone through
    for subject in chain.from_iterable(_subjects(text, len(telling)) for text in beginnings):
        words = list(map(folded, subject.words))
        changes = [pair for pair in zip(telling, words, strict=True) if pair[0] != pair[1]]
        are_derived = all(_share_root(word, other) for word, other in changes)
        # a plural for a singular is no other name
        is_inflected = all(max(map(len, pair)) - len(commonprefix(pair)) <= _PLURAL_ENDING for pair in changes)
        if not are_derived or is_inflected:
            continue
        phrase = " ".join(subject.words)
        said = said or list(map(_spaced, texts))
        uses, own_uses = (sum(text.count(name) for text in said) for name in map(_spaced, (phrase, title)))
        if uses >= _OFTEN and uses >= 2 * own_uses:
            return phrase[:1].upper() + phrase[1:] if title[:1].isupper() else phrase
    return title


def _share_root(word: str, other: str) -> bool:
    stem = len(commonprefix((word, other)))
    return stem >= _ROOT and min(len(word), len(other)) - stem <= _OWN_ENDING


def _spaced(text: str) -> str:
    """The words of a text, folded, with one space before and behind each, so that a name is found in its order."""
    return f" {'  '.join(map(folded, find_words(text)))} "


def _with_words(title: str, own: Sequence[str], words: Sequence[str]) -> str:
    """The title with other words for its own, with its capitals."""
    end, parts = 0, list[str]()
    for old, new in zip(own, words, strict=True):
        start = title.index(old, end)
        parts += [title[end:start], new[:1].upper() + new[1:] if old[:1].isupper() else new]
        end = start + len(old)
    return "".join((*parts, title[end:]))


def _subjects(text: str, count: int) -> Iterator[_Subject]:
    """As many words as are asked for, if a text begins with them and goes on, behind an article or not."""
    words = find_words(text)
    for start in (0, 1) if words and len(words[0]) <= _ARTICLE else (0,):
        *named, behind = words[start : start + count + 1] or [""]
        if len(named) == count:
            is_defined = len(folded(behind)) <= _COPULA
            yield _Subject(tuple(named), is_defined, bool(start) and f"{named[-1]} {behind} " in text)
