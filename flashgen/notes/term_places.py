"""Where a term is met: a link in a sentence, at the same place of both versions; or why it is met nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flashgen.anki.package_reader import published_text
from flashgen.kinds import KINDS
from flashgen.language.tags import english_name
from flashgen.language.text_types import normalised
from flashgen.notes.context import gives_context
from flashgen.records import Bitext, Mention, Reason

Sentences = tuple[str, str]
"""The sentences of a term, native and target, as plain text."""
SAME_WORD = "the same word in both languages"
UNUSED_TITLE = "title not used"
NO_LINK = Reason("no other article links to it in both languages")
TORN_LINK = Reason("a link swallows a sentence end")
PLACES_DIFFER = Reason("links stand in different places")
_NEARER = (NO_LINK, TORN_LINK, PLACES_DIFFER)
"""The reasons for which an article is met nowhere; of several, the one that is nearest to a term is told."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """The two mentions that a term is shown in."""

    native: Mention
    target: Mention
    rank: int = 0
    """How well it serves; of several places, the first of the highest rank is taken."""


class TermPlaces:
    """Collects the links of all articles, and keeps for each article the place where it is met best."""

    def __init__(self, published: Mapping[str, Sentences] | None = None) -> None:
        """`published` are the sentences that terms were shown in last time."""
        self._published = published or {}
        self._places: dict[str, TermPlace] = {}
        self._reasons: dict[str, Reason] = {}
        self.articles: dict[str, Bitext] = {}
        """All articles that were added, of their beads the definition alone: a large corpus is not kept in memory."""
        self.frequency: Counter[str] = Counter()
        """How many articles speak of an article, in either language."""

    @property
    def places(self) -> Mapping[str, TermPlace]:
        """By the article that is met there, in the order in which they were first met."""
        return self._places

    def add(self, bitext: Bitext) -> None:
        """Keep what an article's links say of others.

        A sentence that was published is kept as long as it stands anywhere: a term does not change because an
        article was added.
        """
        self.articles[bitext.slug] = _without_facts(bitext)
        native, target = _by_article(bitext.native.mentions), _by_article(bitext.target.mentions)
        for slug in dict.fromkeys((*native, *target)):
            if slug == bitext.slug:
                continue
            self.frequency[slug] += 1
            sentences = self._published.get(published_text(slug), ("", ""))
            found = _best_place(native.get(slug, []), target.get(slug, []), bitext, sentences)
            if isinstance(found, Reason):
                self._reasons[slug] = max(found, self._reasons.get(slug, NO_LINK), key=_NEARER.index)
            elif slug not in self._places or self._places[slug].rank < found.rank:
                self._places[slug] = found

    def why_no_term(self, bitext: Bitext) -> Reason | None:
        """Why an article gives no term note; None where it gives one."""
        if reason := why_titles_are_no_term(bitext):
            return reason
        return None if bitext.slug in self._places else self._reasons.get(bitext.slug, NO_LINK)


def why_titles_are_no_term(bitext: Bitext) -> Reason | None:
    """Why two titles may not be asked for each other; None where they may."""
    if normalised(bitext.native.title) == normalised(bitext.target.title):
        return Reason(SAME_WORD)
    unused = [english_name(side.document.language) for _, side in bitext.sides if not side.title_is_used]
    return Reason(f"{UNUSED_TITLE} in {' or '.join(unused)}") if unused else None


def _by_article(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.slug].append(mention)
    return found


def _best_place(
    native: list[Mention], target: list[Mention], bitext: Bitext, published: Sentences
) -> TermPlace | Reason:
    """The best of the places where an article is met, by its links in both versions of another."""
    if not native or not target:
        return NO_LINK
    native, target = _fit(native), _fit(target)
    if not native or not target:
        return TORN_LINK
    languages = bitext.native.document.language, bitext.target.document.language
    whole = (
        [mention for mention in native if gives_context(mention, languages[0])],
        [mention for mention in target if gives_context(mention, languages[1])],
    )
    places = [*_common_places(*whole, rank=1), *_common_places(native, target, rank=0)]
    if not places:
        return PLACES_DIFFER
    for place in places:
        if _was_published(place, published):
            return replace(place, rank=2)
    return places[0]


def _fit(mentions: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in mentions if not mention.is_passed_over]


def _common_places(native: list[Mention], target: list[Mention], rank: int) -> Iterator[TermPlace]:
    """Mentions in the same block of both versions; then the first ones, if they stand in the same section."""
    there = {mention.block_index: mention for mention in reversed(target)}
    for mention in native:
        if other := there.get(mention.block_index):
            yield TermPlace(mention, other, rank)
    if native and target and native[0].block_index[0] == target[0].block_index[0]:
        yield TermPlace(native[0], target[0], rank)


def _was_published(place: TermPlace, sentences: Sentences) -> bool:
    return all(sentences) and sentences[0] in place.native.paragraph and sentences[1] in place.target.paragraph


def _without_facts(bitext: Bitext) -> Bitext:
    native, target = replace(bitext.native, mentions=()), replace(bitext.target, mentions=())
    definitions = tuple(bead for bead in bitext.beads if KINDS[bead.kind].is_single and bead.is_pair)
    return replace(bitext, beads=definitions, native=native, target=target)
