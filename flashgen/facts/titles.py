"""What an article is about, as cards name it: its title without the gloss, in the form that the text uses."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress

from flashgen.facts.defined_names import name_as_defined
from flashgen.facts.texts import body_texts
from flashgen.language import marks, scripts
from flashgen.language.glosses import bracket_at_end, is_abbreviation, split_glosses
from flashgen.language.particles import without_particle
from flashgen.language.tags import script_of
from flashgen.language.text_types import is_question
from flashgen.language.word_forms import UNSPACED, WORD, find_words, folded, form_tests, holds_words, share_of_words
from flashgen.record import Record, replace
from flashgen.records.documents import Article

_PART_END = re.compile(rf"[{marks.ENDS}{marks.COLONS}{marks.SEMICOLONS}(（]|\s[–—-]\s")
"""What ends a phrase, unless it stands in the title too."""
_NUMBER = re.compile(r"((?:[IVXLC]{1,6}|\d{1,3})[.)])\s+(?=\S)")
"""What numbers a title among its like: "IV. Tides"."""
_PUNCTUATION = re.compile(rf"[^\w\s{scripts.SIGNS_IN_WORDS}-]")
_SENTENCE_MARKS = f"{marks.ENDS}{marks.COLONS}"
_OPENERS = "\"'“”„«‘([ "
_SPARE = 2
"""Words that may stand between those of a title."""
_NEEDED = 2 / 3
"""The share of a title's words that stand together where the text speaks of it: "Mutual Transport Layer Security"
is told as "Transport Layer Security", too."""
_ASKED = 0.25
"""The share of the words of a title that asks that its opening takes up in answering: "What does ebb mean?"."""
_LONGEST = 40
"""Words; a longer title is a paragraph, and its words stand together nowhere else."""
_OFTEN = 2
"""From how many places on another order, or another name, is how the text says it."""
_SHORT = 4
"""Letters of an article, or of a word such as "is", at most."""
_BEGINNING = 20
"""How much of a text, beside a title's length, is read for what it begins with."""


class Name(Record):
    """What cards call the thing that an article is about."""

    text: str
    glosses: tuple[str, ...] = ()
    """What its title says of it in brackets, in another language or shortened."""
    is_used: bool = True
    """Whether the article's text calls the thing by these words (a wrong-sense translation does not)."""


def name_article(article: Article) -> Name:
    """The name by its title; by its heading, where the text uses that one alone, and it asks nothing.

    Where the text uses neither, the one in its language's script is shown: front matter is left untranslated at times.
    What the opening calls the thing instead takes its place, if the text goes on to call it so.
    """
    body = _Body(_texts(article), _opening(article))
    heading = next((section.heading.text for section in article.sections if section.level == 1), "")
    words = re.sub(r"[\W_]+", " ", article.document.slug)
    titles = dict.fromkeys((article.title.strip(), "" if is_question(heading) else heading.strip()))
    shown: Name | None = None
    for title in filter(None, titles):
        name = _name(_without_number(title, words, body.texts), words, body)
        if name.is_used:
            return _as_called(name, body)
        shown = name if not shown or _is_translated(title, shown.text, article.document.language) else shown
    return _as_called(shown, body) if shown else Name("", is_used=False)


def _is_translated(title: str, other: str, language: str) -> bool:
    """Whether a title is in the script of its language, and another is not at all."""
    script = script_of(language)
    if script not in scripts.LETTERS:
        return False
    return scripts.count_letters(other, script) == 0 < scripts.count_letters(title, script)


class _Body(Record, dict=True, gc=True):
    """All texts of an article with their words, which are read once for all titles, if any needs them."""

    texts: tuple[str, ...]
    opening: tuple[str, ...]
    """What the article begins with: its description and its first text."""

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """Of each text, in order."""
        return tuple(map(find_words, self.texts))

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """By word."""
        return {word: folded(word) for word in set(chain.from_iterable(self.words))}


def _without_number(title: str, slug: str, texts: Iterable[str]) -> str:
    """A title without the number that only its place has, unlike "C. elegans": neither slug nor text has that."""
    found = _NUMBER.match(title)
    if not found or slug.casefold().startswith(found[1][:-1].casefold()) or any(found[0] in text for text in texts):
        return title
    return title[found.end() :]


def _name(title: str, slug: str, body: _Body) -> Name:
    bare, glosses = split_glosses(title, (slug,))
    core, _ = bracket_at_end(bare) or (bare, "")
    form = _form_in_text(core, body)
    form = name_as_defined(core, body.texts, body.opening) if form == core else form
    if not form and any(is_abbreviation(core, gloss) and _form_in_text(gloss, body) for gloss in glosses):
        form = core
    if not form and is_question(core) and share_of_words(core, "\n".join(body.opening)) >= _ASKED:
        form = core
    # a bracket that tells it apart from others of its name goes with every form
    return Name(form + bare[len(core) :] if form else bare, glosses, bool(form))


def _as_called(name: Name, body: _Body) -> Name:
    """A name, or the other one that the text calls the thing by, more than twice as often.

    An opening text begins with that, behind an article at most: as many words as the title has, half of them the same
    ("Wheel lock" for "Wheel castle"). It stands in another place, too, and without that article.
    """
    core, _ = bracket_at_end(name.text) or (name.text, "")
    count = len(find_words(core))
    for text in body.opening if count > 1 and not UNSPACED.search(core) else ():
        phrase = _subject(core, count, text)
        if not phrase or holds_words(core, phrase):
            continue
        article, _, _ = text.partition(phrase)
        uses, whole = _count_uses(phrase, body), (article + phrase).casefold()
        is_usual = uses >= _OFTEN and not (name.is_used and uses <= 2 * _count_uses(core, body))
        if is_usual and (not article or uses > sum(one.casefold().count(whole) for one in body.texts)):
            called = phrase[:1].upper() + phrase[1:] if core[:1].isupper() else phrase
            return replace(name, text=called + name.text[len(core) :], is_used=True)
    return name


def _count_uses(name: str, body: _Body) -> int:
    return sum(1 for _ in _uses(name, body))


def _subject(title: str, count: int, text: str) -> str:
    """The words that a text begins with, if they may stand for a title of so many words; empty otherwise."""
    tests, words = form_tests(title), find_words(text[: len(title) + _BEGINNING])
    shared = [any(test(folded(word)) for test in tests) for word in words]
    first = int(bool(words) and len(words[0]) <= _SHORT and not shared[0])
    if len(words) <= first + count or 2 * sum(shared[first : first + count]) < len(tests):
        return ""
    begin, end = _span(text, words, first, first + count - 1)
    end += text[end] == ")" and "(" in text[begin:end]
    phrase, behind = text[begin:end], words[first + count]
    if any(mark not in title for mark in _PUNCTUATION.findall(phrase)) or len(form_tests(phrase)) != len(tests):
        return ""
    # "is" stands behind a subject, or a dash, or what tells its other name
    is_followed = len(behind) <= _SHORT and not behind.isdigit() or not text[end:].lstrip()[0].isalnum()
    return without_particle(phrase) if is_followed else ""


# What the text makes of a title


class _Use(Record):
    """A place where the words of a title stand together."""

    words: tuple[str, ...]
    """Folded, as they stand."""
    phrase: str
    is_in_order: bool
    """Whether they stand in the title's own order."""
    is_form: bool
    """Whether it has one word for each of the title's, inflected or not, and nothing else."""
    begins_sentence: bool


def _form_in_text(title: str, body: _Body) -> str:
    """The form of a title that the text uses; empty where the text never uses its words together.

    Titles translated without their context may have another sense than the text ("nonce" as "for the moment"), or
    another order ("529 Plano", where the text says "plano 529"). Words are compared by their beginnings, since they
    may be inflected; where no spaces part words, by pairs of letters.
    """
    if UNSPACED.search(title):
        return title if _uses_letters(title, body.texts) else ""
    uses = list(_uses(title, body))
    reordered = [use for use in uses if not use.is_in_order]
    if len(reordered) < max(_OFTEN, len(uses) - len(reordered) + 1):
        return title if uses else ""
    own = sorted(map(folded, find_words(title)))
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
    spelled = {folded(word): word for word in find_words(title)}
    phrase = next(use.phrase for use in uses if use.words == words)
    return WORD.sub(lambda word: spelled.get(folded(word[0]), word[0]), phrase)


def _uses(title: str, body: _Body) -> Iterator[_Use]:
    """Every place where two thirds of a title's words stand together, with two more between them at most."""
    tests = form_tests(title)
    if len(tests) > _LONGEST:
        return
    needed = math.ceil(len(tests) * _NEEDED)
    length, width = len(find_words(title)), len(tests) + _SPARE
    forms_of = [set(compress(body.folded, map(test, body.folded.values()))) for test in tests]
    all_forms = set[str]().union(*forms_of)
    for text, words in zip(body.texts, body.words, strict=True):
        if all_forms.isdisjoint(words):
            continue
        met_at = [place for place, word in enumerate(words) if word in all_forms]
        starts = [start for start, last in zip(met_at, met_at[needed - 1 :], strict=False) if last < start + width]
        places = [[place for place in met_at if words[place] in found] for found in forms_of] if starts else []
        end = 0
        for start in starts:
            met = _met_within(places, start, start + width) if start >= end else []
            if len(met) < needed or (last := max(met)) < start:
                continue
            begin, behind = _span(text, words, start, last)
            phrase = text[begin:behind]
            if all(mark in title for mark in _PART_END.findall(phrase)):
                end = last + 1
                before = text[:begin].rstrip(_OPENERS)
                begins = not before or before[-1] in _SENTENCE_MARKS
                is_form = len(met) == end - start == length and not _PUNCTUATION.search(phrase)
                met_words = tuple(body.folded[word] for word in words[start:end])
                yield _Use(met_words, phrase, met == sorted(met), is_form, begins)


def _span(text: str, words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Where a text's words from one to another begin and end."""
    begin = end = 0
    for place, word in enumerate(words[: last + 1]):
        start = text.index(word, end)  # nothing between two words can begin one
        end = start + len(word)
        if place == first:
            begin = start
    return begin, end


def _met_within(places: Sequence[Sequence[int]], start: int, end: int) -> list[int]:
    """The place of each of a title's words between two places, as far as they stand there, in the title's order."""
    met: list[int] = []
    for found in places:
        within = found[bisect_left(found, start) : bisect_left(found, end)]
        place = next((place for place in within if place not in met), None)
        if place is not None:
            met.append(place)
    return met


def _uses_letters(title: str, texts: Iterable[str]) -> bool:
    """Whether the text has half of a title's pairs of letters, and of its words in other scripts."""
    return share_of_words(title, "\n".join(texts)) >= 0.5


def _texts(article: Article) -> tuple[str, ...]:
    """What may use a title: everything but the title itself, of whatever level its heading is."""
    sections = [section for section in article.sections if section.level]
    if sections and sections[0].heading.text.removesuffix(".") == article.title:
        del sections[0]
    headings = (section.heading.text for section in sections if section.level > 1)
    return (article.description, *headings, *(inline.text for inline, _, _ in body_texts(article)))


def _opening(article: Article) -> tuple[str, ...]:
    first = next((inline.text for inline, _, _ in body_texts(article)), "")
    return (article.description, first)
