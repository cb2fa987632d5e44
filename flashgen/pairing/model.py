"""What the corpus itself teaches of a language pair: a lexicon, and how much longer one language is than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from flashgen.language.openers import learn_connectives, learn_followers, learn_openers
from flashgen.language.pairs import LanguagePair, in_order
from flashgen.pairing.lesson import DESCRIPTION, TITLE, Beginnings, Lesson
from flashgen.pairing.lexicon import Lexicon, Segment, learn
from flashgen.pairing.sources import source_of
from flashgen.pairing.usual_fit import SingleFacts, Usual, learn_usual, single_facts
from flashgen.record import Record, field
from flashgen.records.facts import SectionTexts, Version

_T = TypeVar("_T")
_LONGEST = 60
"""Tokens of a segment that is learnt from at most: of longer ones it is hardly known what stands for what."""
_RECURRING, _RECURRING_SHARE = 2, 0.2
"""How many articles, and which share of them, a heading stands in that recurs."""
_FEW = 10
"""Articles from which the share of those that have a heading says whether all of them are meant to have it."""
_WELL_KNOWN = 2_000
"""Characters from which the ratio of lengths is taken from what was read."""


class TranslationModel(Record):
    """What is known of two languages."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    ratio: float = 0.0
    """The length of a target text in native ones; 0: unknown."""
    opposite_ratio: float = 0.0
    """The length of a native text in target ones; 0: unknown."""
    native_headings: Mapping[str, float] = field(default_factory=dict)
    """The headings that recur from article to article, normalised, each with the share of articles that have it."""
    target_headings: Mapping[str, float] = field(default_factory=dict)
    native_openers: Mapping[str, float] = field(default_factory=dict)
    """How much the words that sentences begin with lean on what was said before (`flashgen.language.openers`)."""
    target_openers: Mapping[str, float] = field(default_factory=dict)
    native_followers: Mapping[str, float] = field(default_factory=dict)
    """How much words anywhere in a sentence point at what was said before."""
    target_followers: Mapping[str, float] = field(default_factory=dict)
    usual: Mapping[str, Usual] = field(default_factory=dict)
    """By reading of a kind that an article has one fact of: the log odds of true pairs, where they are known."""
    opposite_usual: Mapping[str, Usual] = field(default_factory=dict)
    """The same for the two languages the other way round."""

    def ratio_for(self, native: Version, target: Version) -> float:
        """The ratio of lengths, if need be that of these two versions."""
        return self.ratio or target.length / max(1, native.length) or 1.0

    @property
    def opposite(self) -> TranslationModel:
        """What is known of the two languages the other way round: the same as if it had been learnt so."""
        return TranslationModel(
            self.lexicon.opposite, self.opposite_ratio, self.ratio, self.target_headings, self.native_headings,
            self.target_openers, self.native_openers, self.target_followers, self.native_followers,
            self.opposite_usual, self.usual,
        )  # fmt: skip


class TranslationModels(Record):
    """What a corpus teaches of the languages of a deck, and of those that help in doubt."""

    models: Mapping[LanguagePair, TranslationModel] = field(default_factory=dict)
    """By pair, `in_order`."""
    pivots: tuple[str, ...] = ()
    """The languages to ask where two versions leave a doubt, those of most articles first."""

    def between(self, native: str, target: str) -> TranslationModel:
        """What is known of two languages; nothing, where nothing was learnt."""
        pair = in_order(native, target)
        model = self.models.get(pair) or TranslationModel()
        return model if pair == (native, target) else model.opposite


def learn_model(
    versions: Iterable[tuple[Version, Version]], lesson_of: Callable[[Version], Lesson] = Lesson
) -> TranslationModel:
    """Learn from pairs of versions, wherever these have the same shape.

    `lesson_of` gives the lesson of a version; it may remember those of versions that are learnt from again.
    """
    segments: list[Segment] = []
    headings: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    beginnings: tuple[list[Beginnings], list[Beginnings]] = [], []
    singles: list[SingleFacts] = []
    count = 0
    native_length = target_length = 0
    for native, target in versions:
        count += 1
        singles.extend(single_facts(native, target))
        lessons = lesson_of(native), lesson_of(target)
        for lesson, counter, found in zip(lessons, headings, beginnings, strict=True):
            found.append(lesson.beginnings)
            counter.update(lesson.headings)
        for number in (TITLE, DESCRIPTION, *(number for number, _, _ in opposite_sections(native, target))):
            source = source_of(native.document.slug, number)
            native_length += sum(len(text.text) for text in lessons[0].texts(number))
            target_length += sum(len(text.text) for text in lessons[1].texts(number))
            for ours, theirs in zip(lessons[0].tokens(number), lessons[1].tokens(number), strict=True):
                if max(len(ours), len(theirs)) <= _LONGEST:
                    segments.append(Segment(source, ours, theirs))
    ratio = target_length / native_length if native_length >= _WELL_KNOWN else 0.0
    opposite_ratio = native_length / target_length if target_length >= _WELL_KNOWN else 0.0
    # what is short teaches most
    segments.sort(key=lambda segment: len(segment.native) * len(segment.target))
    native_headings, target_headings = (_recurring(counter, count) for counter in headings)
    native_openers, target_openers = map(_learn_openers, beginnings)
    native_followers = _learn_followers(beginnings[0], native_openers)
    target_followers = _learn_followers(beginnings[1], target_openers)
    lexicon = learn(segments)
    return TranslationModel(
        lexicon, ratio, opposite_ratio, native_headings, target_headings, native_openers, target_openers,
        native_followers, target_followers, *learn_usual(singles, lexicon, ratio, opposite_ratio),
    )  # fmt: skip


def _learn_openers(found: Sequence[Beginnings]) -> dict[str, float]:
    openers = learn_openers(_all(one.alone for one in found), _all(one.following for one in found))
    return openers | learn_connectives(_all(one.joining[0] for one in found), _all(one.joining[1] for one in found))


def _learn_followers(found: Sequence[Beginnings], openers: Mapping[str, float]) -> dict[str, float]:
    return learn_followers(_all(one.words_alone for one in found), [one.words_following for one in found], openers)


def _all(lists: Iterable[list[_T]]) -> list[_T]:
    return list(chain.from_iterable(lists))


def _recurring(headings: Counter[str], articles: int) -> dict[str, float]:
    """The headings that recur, each with the share of articles that have it; of a few articles no share is known."""
    least = max(_RECURRING, articles * _RECURRING_SHARE)
    found = {heading: count for heading, count in headings.items() if heading and count >= least}
    return {heading: count / articles if articles >= _FEW else 1.0 for heading, count in found.items()}


def opposite_sections(native: Version, target: Version) -> Iterator[tuple[int, SectionTexts, SectionTexts]]:
    """(section, native texts, target texts) of sections of one shape, in versions whose headings have the same levels.

    Their texts stand opposite each other, one for one.
    """
    if [section.level for section in native.sections] != [section.level for section in target.sections]:
        return
    for number, (ours, theirs) in enumerate(zip(native.sections, target.sections, strict=True)):
        if ours.shape == theirs.shape and len(ours.texts) == len(theirs.texts):
            yield number, ours, theirs
