"""What the corpus itself teaches of a language pair: a lexicon, and how much longer one language is than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from flashgen.language.openers import (
    connective,
    learn_connectives,
    learn_followers,
    learn_openers,
    opener,
    rough_sentences,
    words_within,
)
from flashgen.language.pairs import LanguagePair
from flashgen.language.text_types import normalised
from flashgen.language.tokens import tokens
from flashgen.pairing.lexicon import Lexicon, Segment, learn
from flashgen.pairing.sources import source_of
from flashgen.pairing.usual_fit import SingleFacts, Usual, learn_usual, single_facts
from flashgen.record import Record, field
from flashgen.records import Inline, Listing, Paragraph, SectionTexts, Version

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
    pivots: tuple[str, ...] = ()
    """The languages to ask where two versions leave a doubt, those of most articles first."""

    def between(self, native: str, target: str) -> TranslationModel:
        """What is known of two languages; nothing, where nothing was learnt."""
        return self.models.get((native, target)) or TranslationModel()


def learn_model(versions: Iterable[tuple[Version, Version]]) -> TranslationModel:
    """Learn from pairs of versions, wherever these have the same shape."""
    segments: list[Segment] = []
    headings: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    openings = _Openings(), _Openings()
    singles: list[SingleFacts] = []
    count = 0
    native_length = target_length = 0
    for native, target in versions:
        count += 1
        singles.extend(single_facts(native, target))
        for version, counter, opening in zip((native, target), headings, openings, strict=True):
            opening.add(version)
            counter.update({normalised(section.texts[0].text) for section in version.sections if section.level > 1})
        for source, ours, theirs in _opposite_texts(native, target):
            native_length += len(ours.text)
            target_length += len(theirs.text)
            segment = Segment(source, _tokens(ours), _tokens(theirs))
            if max(len(segment.native), len(segment.target)) <= _LONGEST:
                segments.append(segment)
    ratio = target_length / native_length if native_length >= _WELL_KNOWN else 0.0
    opposite_ratio = native_length / target_length if target_length >= _WELL_KNOWN else 0.0
    # what is short teaches most
    segments.sort(key=lambda segment: len(segment.native) * len(segment.target))
    native_headings, target_headings = (_recurring(counter, count) for counter in headings)
    native_openers, target_openers = (opening.learn() for opening in openings)
    native_followers = openings[0].learn_followers(native_openers)
    target_followers = openings[1].learn_followers(target_openers)
    lexicon = learn(segments)
    return TranslationModel(
        lexicon, ratio, opposite_ratio, native_headings, target_headings, native_openers, target_openers,
        native_followers, target_followers, *learn_usual(singles, lexicon, ratio, opposite_ratio),
    )  # fmt: skip


class _Openings(Record):
    """The beginnings of sentences of one language, and their words."""

    alone: list[str] = field(default_factory=list)
    """Those of sections and of list items."""
    following: list[str] = field(default_factory=list)
    """Those behind others."""
    joining: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    """What stands before the first commas of these, and of those."""
    words_alone: list[frozenset[str]] = field(default_factory=list)
    words_following: list[list[frozenset[str]]] = field(default_factory=list)
    """By version."""

    def add(self, version: Version) -> None:
        behind: list[str] = []
        for section in version.sections:
            texts = iter(section.texts[1:])
            is_first = True
            for kind, count in section.shape:
                for text in islice(texts, count):
                    first, *others = rough_sentences(text.text) or [""]
                    if is_first or kind == Listing.__name__:
                        self.alone.append(opener(first))
                        self.joining[0].append(connective(first))
                        self.words_alone.append(words_within(first))
                    behind.extend(others)
                is_first = is_first and kind != Paragraph.__name__
        self.following.extend(map(opener, behind))
        self.joining[1].extend(map(connective, behind))
        self.words_following.append(list(map(words_within, behind)))

    def learn(self) -> dict[str, float]:
        return learn_openers(self.alone, self.following) | learn_connectives(*self.joining)

    def learn_followers(self, openers: Mapping[str, float]) -> dict[str, float]:
        return learn_followers(self.words_alone, self.words_following, openers)


def _recurring(headings: Counter[str], articles: int) -> dict[str, float]:
    """The headings that recur, each with the share of articles that have it; of a few articles no share is known."""
    least = max(_RECURRING, articles * _RECURRING_SHARE)
    found = {heading: count for heading, count in headings.items() if heading and count >= least}
    return {heading: count / articles if articles >= _FEW else 1.0 for heading, count in found.items()}


def _opposite_texts(native: Version, target: Version) -> Iterator[tuple[str, Inline, Inline]]:
    """(source, native text, target text), section by section, where headings and blocks agree."""
    slug = native.document.slug
    yield source_of(slug, -1), Inline(native.title), Inline(target.title)
    yield source_of(slug, -2), Inline(native.description), Inline(target.description)
    for number, ours, theirs in opposite_sections(native, target):
        yield from ((source_of(slug, number), *pair) for pair in zip(ours.texts, theirs.texts, strict=True))


def opposite_sections(native: Version, target: Version) -> Iterator[tuple[int, SectionTexts, SectionTexts]]:
    """(section, native texts, target texts) of sections of one shape, in versions whose headings have the same levels.

    Their texts stand opposite each other, one for one.
    """
    if [section.level for section in native.sections] != [section.level for section in target.sections]:
        return
    for number, (ours, theirs) in enumerate(zip(native.sections, target.sections, strict=True)):
        if ours.shape == theirs.shape and len(ours.texts) == len(theirs.texts):
            yield number, ours, theirs


def _tokens(inline: Inline) -> frozenset[str]:
    return tokens(inline.text, tuple(link.target for link in inline.links))
