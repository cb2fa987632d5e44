"""What an article is about, as cards name it: its title without the gloss, in the form that the text uses."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashgen.facts.texts import body_texts
from flashgen.language import scripts
from flashgen.language.glosses import bracket_at_end, is_abbreviation, split_glosses
from flashgen.records import Article

_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")
_WORD = re.compile(rf"[{scripts.UNSPACED}]+|(?:(?![{scripts.UNSPACED}])[^\W_]|[{scripts.SIGNS_IN_WORDS}])+")
_COMBINING = re.compile(f"[{scripts.POINTS_AND_ACCENTS}]")
_PREFIX = f"[{scripts.HEBREW_LETTERS}{scripts.ARABIC_LETTERS}]"
_PREFIXING = re.compile(_PREFIX)
_PART_END = re.compile(r"[.!?:;…。！？।؟։(（]|\s[–—-]\s")
"""What ends a phrase, unless it stands in the title too."""
_PUNCTUATION = re.compile(rf"[^\w\s{scripts.SIGNS_IN_WORDS}-]")
_SENTENCE_MARKS = ".!?:…。！？।؟։"
_OPENERS = "\"'“”„«‘([ "
_UNSPACED_BEGINNING = 3
"""Characters that count for a word where no spaces part words."""
_SPARE = 2
"""Words that may stand between those of a title."""
_ALIKE = 4
"""Letters by which two words are taken for forms of one."""
_NEEDED = 2 / 3
"""The share of a title's words that stand together where the text speaks of it: "Mutual Transport Layer Security"
is told as "Transport Layer Security", too."""
_OFTEN = 2
"""From how many places on another order is how the text says it."""


@dataclass(frozen=True, slots=True)
class Name:
    """What cards call the thing that an article is about."""

    text: str
    glosses: tuple[str, ...] = ()
    """What its title says of it in brackets, in another language or shortened."""
    is_used: bool = True
    """Whether the article's text calls the thing by these words (a wrong-sense translation does not)."""


def name_article(article: Article) -> Name:
    """The name by its title; by its heading, where the text uses that one alone."""
    texts = _texts(article)
    heading = next((section.heading.text for section in article.sections if section.level == 1), "")
    words = re.sub(r"[\W_]+", " ", article.document.slug)
    names = [_name(title.strip(), words, texts) for title in (article.title, heading) if title.strip()]
    return next((name for name in names if name.is_used), names[0])


def first_words(text: str, count: int) -> str:
    """The first words of a text; where no spaces part words, as many characters as they would have."""
    beginning = " ".join(text.split()[:count])
    return beginning[: count * _UNSPACED_BEGINNING] if _UNSPACED.search(beginning) else beginning


def share_of_words(title: str, text: str) -> float:
    """How many of a title's words a text has, in whatever form (0 to 1).

    Where no spaces part words, pairs of letters stand for them.
    """
    if _UNSPACED.search(title):
        folded = _folded(text)
        found = [part in folded for part in _letter_parts(title)]
    else:
        words = [_folded(word) for word in _WORD.findall(text)]
        found = [any(map(pattern.match, words)) for pattern in _patterns(title)]
    return sum(found) / len(found) if found else 0.0


def share_a_word(one: str, other: str) -> bool:
    """Whether two texts have words that begin alike; where no spaces part words, runs of as many letters."""
    return not _beginnings(one).isdisjoint(_beginnings(other))


def _beginnings(text: str) -> set[str]:
    """The beginnings of a text's longer words, and of its numbers."""
    found: set[str] = set()
    for word in map(_folded, _WORD.findall(text)):
        if _UNSPACED.search(word):
            found.update(word[start : start + 2] for start in range(len(word) - 1))
        elif len(word) >= _ALIKE or word.isdigit():
            found.add(word[:_ALIKE])
    return found


def _name(title: str, slug: str, texts: Sequence[str]) -> Name:
    bare, glosses = split_glosses(title, (slug,))
    core, _ = bracket_at_end(bare) or (bare, "")
    form = _form_in_text(core, texts)
    if not form and any(is_abbreviation(core, gloss) and _form_in_text(gloss, texts) for gloss in glosses):
        form = core
    # a bracket that tells it apart from others of its name goes with every form
    return Name(form + bare[len(core) :] if form else bare, glosses, bool(form))


# What the text makes of a title


@dataclass(frozen=True, slots=True)
class _Use:
    """A place where the words of a title stand together."""

    words: tuple[str, ...]
    """Folded, as they stand."""
    phrase: str
    is_in_order: bool
    """Whether they stand in the title's own order."""
    is_form: bool
    """Whether it has one word for each of the title's, inflected or not, and nothing else."""
    begins_sentence: bool


def _form_in_text(title: str, texts: Sequence[str]) -> str:
    """The form of a title that the text uses; empty where the text never uses its words together.

    Titles translated without their context may have another sense than the text ("nonce" as "for the moment"), or
    another order ("529 Plano", where the text says "plano 529"). Words are compared by their beginnings, since they
    may be inflected; where no spaces part words, by pairs of letters.
    """
    if _UNSPACED.search(title):
        return title if _uses_letters(title, texts) else ""
    uses = list(_uses(title, texts))
    reordered = [use for use in uses if not use.is_in_order]
    if len(reordered) < max(_OFTEN, len(uses) - len(reordered) + 1):
        return title if uses else ""
    own = sorted(map(_folded, _WORD.findall(title)))
    forms = [use for use in reordered if use.is_form]
    same = [use for use in forms if sorted(use.words) == own] or forms
    if not same:
        return title if len(reordered) < len(uses) else ""
    return _commonest(same, title)


def _commonest(uses: Sequence[_Use], title: str) -> str:
    """The phrase that most uses have, with the capitals that it has within sentences."""
    ((words, _),) = Counter(use.words for use in uses).most_common(1)
    within = Counter(use.phrase for use in uses if use.words == words and not use.begins_sentence)
    if within:
        return within.most_common(1)[0][0]
    spelled = {_folded(word): word for word in _WORD.findall(title)}
    phrase = next(use.phrase for use in uses if use.words == words)
    return _WORD.sub(lambda word: spelled.get(_folded(word[0]), word[0]), phrase)


def _uses(title: str, texts: Iterable[str]) -> Iterator[_Use]:
    """Every place where two thirds of a title's words stand together, with two more between them at most."""
    patterns = _patterns(title)
    needed = math.ceil(len(patterns) * _NEEDED)
    length = len(_WORD.findall(title))
    for text in texts:
        words = list(_WORD.finditer(text))
        folded = [_folded(word[0]) for word in words]
        places = [[place for place, word in enumerate(folded) if pattern.match(word)] for pattern in patterns]
        if not patterns or sum(map(bool, places)) < needed:
            continue
        end = 0
        for start in sorted({place for found in places for place in found}):
            met = _met_within(places, start, start + len(patterns) + _SPARE) if start >= end else []
            if len(met) < needed or (last := max(met)) < start:
                continue
            phrase = text[words[start].start() : words[last].end()]
            if all(mark in title for mark in _PART_END.findall(phrase)):
                end = last + 1
                before = text[: words[start].start()].rstrip(_OPENERS)
                begins = not before or before[-1] in _SENTENCE_MARKS
                is_form = len(met) == end - start == length and not _PUNCTUATION.search(phrase)
                yield _Use(tuple(folded[start:end]), phrase, met == sorted(met), is_form, begins)


def _met_within(places: Sequence[Sequence[int]], start: int, end: int) -> list[int]:
    """The place of each of a title's words between two places, as far as they stand there, in the title's order."""
    met: list[int] = []
    for found in places:
        place = next((place for place in found if start <= place < end and place not in met), None)
        if place is not None:
            met.append(place)
    return met


def _patterns(title: str) -> list[re.Pattern[str]]:
    """What the words of a title begin with in the text; the short ones (articles, prepositions) if there are no others.

    A word of four letters gives up the last only beside others: "apps" are "applications".
    """
    words = [_folded(word) for word in _WORD.findall(title)]
    long = [word for word in words if len(word) >= 3 or word.isdigit()]
    if not long:
        return [re.compile(f"{re.escape(word)}$") for word in words]
    whole = 4 if len(long) == 1 else 3
    return [_pattern(word, whole) for word in long]


def _pattern(word: str, whole: int) -> re.Pattern[str]:
    if word.isdigit():
        return re.compile(f"{word}$")
    stem = word if len(word) <= whole else word[: math.ceil(len(word) * 0.75)]
    # Arabic and Hebrew write conjunctions, prepositions and the article before the word, without a space
    before = f"{_PREFIX}{{0,3}}" if _PREFIXING.search(word) else ""
    return re.compile(before + re.escape(stem))


def _uses_letters(title: str, texts: Iterable[str]) -> bool:
    """Whether the text has half of a title's pairs of letters, and of its words in other scripts."""
    return share_of_words(title, "\n".join(texts)) >= 0.5


def _letter_parts(title: str) -> list[str]:
    words = [_folded(word) for word in _WORD.findall(title)]
    return [
        part
        for word in words
        for part in ([word[i : i + 2] for i in range(max(1, len(word) - 1))] if _UNSPACED.search(word) else [word])
    ]


def _texts(article: Article) -> tuple[str, ...]:
    """What may use a title: everything but the title itself."""
    headings = (section.heading.text for section in article.sections if section.level > 1)
    return (article.description, *headings, *(inline.text for inline, _, _ in body_texts(article)))


def _folded(text: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))
