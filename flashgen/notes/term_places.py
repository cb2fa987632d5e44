"""Where a term is met: a link in a sentence, at the same place of both versions; or why it is met nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from flashgen.anki.package_reader import published_text
from flashgen.kinds import KINDS
from flashgen.language.glosses import is_abbreviation
from flashgen.language.similarity import similarity
from flashgen.language.sounds import sound_alike
from flashgen.language.tags import english_name
from flashgen.language.text_types import is_headline, is_one_word, is_question
from flashgen.notes.context import shows_title
from flashgen.notes.meetings import NO_LINK, PLACES, PLACES_DIFFER, TORN_LINK, HeldPlace, Meeting, Sentences, TermPlace
from flashgen.record import Packing, Record, replace
from flashgen.records.facts import Mention
from flashgen.records.pairs import Bitext, Reason
from flashgen.scratch.held_records import HeldRecords

_Held = TypeVar("_Held")
SAME_WORD = "the same word in both languages"
SHORTENED = "one title abbreviates the other"
HEADLINE = "a headline rather than a term"
_TITLE_NOT_USED = "title not used"
_NEARER = (NO_LINK, TORN_LINK, PLACES_DIFFER)
"""The reasons for which an article is met nowhere; of several, the one that is nearest to a term is told."""


class PublishedTerm(Record):
    """A term as the last edition had it."""

    sentences: Sentences = ("", "")
    """Those that it was shown in, native and target; empty where there were none."""
    was_produced: bool = False
    """Whether it had the card that asks for the target term."""


class MetTerm(Record):
    """An article that others link to."""

    linked: Bitext
    """Of its beads the definition alone."""
    places: tuple[TermPlace, ...]
    """Where it is met, the best place first."""
    said: tuple[bytes, ...]
    """What tells the article, and each of the places, from anything else."""
    is_asked_twice: bool = False
    """Whether the last edition had the card that asks for it, as the note of its definition does."""

    def led_by(self, number: int) -> MetTerm:
        """The same with the place of a number first."""
        article, *said = self.said
        said = [article, *_led_by(number, said)]
        return replace(self, places=_led_by(number, self.places), said=tuple(said))


def _led_by(number: int, held: Sequence[_Held]) -> tuple[_Held, ...]:
    return (held[number], *held[:number], *held[number + 1 :])


_ARTICLES = Packing[Bitext](Bitext)
_Rank = tuple[bool, float]
_OTHER_WORDS = 1.5
"""What it counts, in nats, where a link has other words than the title; as a word that points back counts."""
_OTHER_LINKS = 1.0
"""And what each article counts that one of the two sentences alone links to: one of them may say more."""
_COGNATES = 0.6
"""The similarity from which two titles are cognates: "Containerizzazione" and "Containerization" come to 0.68."""
_KEPT = 6
"""Places that are kept of each article: some of them may not serve, and a large corpus has many."""
_show_title = lru_cache(4 * _KEPT)(shows_title)
"""Links to an article have few forms of its title."""


class TermPlaces:
    """Collects the links of all articles, and keeps for each article the best places where it is met."""

    def __init__(self, published: Mapping[str, PublishedTerm] | None = None) -> None:
        """`published` are the terms of the last edition, by article."""
        self._known = published or {}
        self._published = cache(self._find_published)  # an article is met in many others
        self._places: HeldRecords[TermPlace] = HeldRecords(PLACES)
        self._met: dict[str, tuple[tuple[_Rank, int], ...]] = {}
        """By the article that is met: rank and index of each place, the best first."""
        self._reasons: dict[str, Reason] = {}
        self._articles: HeldRecords[Bitext] = HeldRecords(_ARTICLES)
        """Of their beads the definition alone."""
        self._indices: dict[str, int] = {}
        """Of articles, by slug."""
        self.frequency: Counter[str] = Counter()
        """How many articles speak of an article, in either language."""

    @property
    def met(self) -> Iterable[str]:
        """The articles that are met in both languages."""
        return self._met.keys()

    def places(self, slug: str) -> list[TermPlace]:
        """Where an article is met: the published place first, then those whose sentences need no other."""
        return [self._places[index] for _, index in self._met[slug]]

    def holds(self, slug: str) -> bool:
        """Whether an article was added."""
        return slug in self._indices

    def read(self, slug: str) -> MetTerm:
        """An article that was added and is met; first places that were published, then where links say its titles."""
        number = self._indices[slug]
        linked = self._articles[number]
        published, titles = self._published(slug), (linked.native.title, linked.target.title)
        ranked = sorted(
            ((index, self._places[index]) for _, index in self._met[slug]),
            key=lambda held: _rank(held[1], published.sentences, titles),
        )
        said = self._articles.packed(number), *(self._places.packed(index) for index, _ in ranked)
        is_asked_twice = bool(linked.beads) and published.was_produced
        return MetTerm(linked, tuple(place for _, place in ranked), said, is_asked_twice)

    def articles(self) -> Iterator[Bitext]:
        """All articles that were added, of their beads the definition alone."""
        return (self._articles[index] for index in self._indices.values())

    def add(self, bitext: Bitext, meetings: Iterable[Meeting]) -> None:
        """Keep what an article's links say of others.

        A sentence that was published is kept as long as it stands anywhere: a term does not change because an
        article was added.
        """
        self.add_article(bitext)
        for met in meetings:
            self.frequency[met.slug] += 1
            if met.why_nowhere:
                nearest = max(met.why_nowhere, self._reasons.get(met.slug, NO_LINK), key=_NEARER.index)
                self._reasons[met.slug] = nearest
            else:
                self._keep(met.slug, met.places)

    def add_article(self, bitext: Bitext) -> None:
        """Keep an article as one that others link to, whatever its own links say."""
        self._indices[bitext.slug] = len(self._articles)
        self._articles.append(_without_facts(bitext))

    def _keep(self, slug: str, found: Iterable[HeldPlace]) -> None:
        """Keep those places of an article that are better than the ones that there are; of equal ones the first."""
        sentences, held = self._published(slug).sentences, self._met.get(slug, ())
        for place in found:
            rank = not (place.may_say(sentences) and _was_published(place.unpacked, sentences)), place.points_back
            if len(held) < _KEPT or rank < held[-1][0]:
                held = tuple(sorted((*held, (rank, len(self._places)))))[:_KEPT]
                self._places.append_packed(place.packed)
        self._met[slug] = held

    def _find_published(self, slug: str) -> PublishedTerm:
        return self._known.get(published_text(slug), PublishedTerm())

    def why_no_term(self, bitext: Bitext) -> Reason | None:
        """Why an article gives no term note; None where it gives one."""
        if reason := why_titles_are_no_term(bitext):
            return reason
        return None if bitext.slug in self._met else self._reasons.get(bitext.slug, NO_LINK)


def are_headlines(bitext: Bitext) -> bool:
    """Whether both titles have more words than a term, or one asks."""
    titles = bitext.native.title, bitext.target.title
    return any(map(is_question, titles)) or all(map(is_headline, titles))


def are_cognates(bitext: Bitext) -> bool:
    """Whether two titles are one word but for endings or script: alone, without a sentence, they teach nothing."""
    titles = bitext.native.title, bitext.target.title
    return similarity(*titles) >= _COGNATES or sound_alike(*titles)


def why_titles_are_no_term(bitext: Bitext) -> Reason | None:
    """Why two titles may not be asked for each other; None where they may."""
    if bitext.titles_denied:
        return bitext.titles_denied
    titles = bitext.native.title, bitext.target.title
    if is_one_word(*titles):
        return Reason(SAME_WORD)
    if is_abbreviation(*titles):
        return Reason(SHORTENED)
    if are_headlines(bitext):
        return Reason(HEADLINE)
    unused = [english_name(side.document.language) for _, side in bitext.sides if not side.title_is_used]
    return Reason(f"{_TITLE_NOT_USED} in {' or '.join(unused)}") if unused else None


def _rank(place: TermPlace, sentences: Sentences, titles: Sentences) -> _Rank:
    """What comes first: a place that was published, then one whose sentences stand by themselves.

    Linked words that say not the linked article's title ("containerised", of "container") count against a place, and so
    do articles that one of the two sentences alone links to.
    """
    against = place.points_back + _OTHER_LINKS * len({*place.native.beside} ^ {*place.target.beside})
    sides = zip(titles, (place.native, place.target), strict=True)
    against += _OTHER_WORDS * sum(not _show_title(title, _linked(side)) for title, side in sides)
    return not _was_published(place, sentences), against


def _linked(mention: Mention) -> str:
    return mention.paragraph[mention.start : mention.end]


def _was_published(place: TermPlace, sentences: Sentences) -> bool:
    ours, theirs = sentences
    return bool(ours and theirs) and ours in place.native.paragraph and theirs in place.target.paragraph


def _without_facts(bitext: Bitext) -> Bitext:
    native, target = (replace(side, mentions=(), styled=()) for _, side in bitext.sides)
    definitions = tuple(bead for bead in bitext.beads if KINDS[bead.kind].is_single and bead.is_pair)
    return replace(bitext, beads=definitions, native=native, target=target)
