"""What the links of one article say of others: where these are met in both versions, or why they are met nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from flashgen.record import Packing, Record, replace
from flashgen.records.facts import BlockIndex, Mention
from flashgen.records.pairs import Bitext, Reason

Sentences = tuple[str, str]
"""The sentences of a term, native and target, as plain text."""
NO_LINK = Reason("no other article links to it in both languages")
TORN_LINK = Reason("a link swallows a sentence end")
PLACES_DIFFER = Reason("links stand in different places")


class TermPlace(Record):
    """The two mentions that a term is shown in."""

    native: Mention
    target: Mention

    @property
    def points_back(self) -> float:
        """How much its sentences point at what was said before them, in nats."""
        return self.native.points_back + self.target.points_back


PLACES = Packing[TermPlace](TermPlace)


class HeldPlace(Record):
    """A place that is packed until it is looked at: most of a large corpus never are."""

    packed: bytes | TermPlace
    """By `PLACES.pack_or_keep`."""
    points_back: float
    """As of the place."""

    @property
    def unpacked(self) -> TermPlace:
        return PLACES.restore(self.packed)

    def may_say(self, sentences: Sentences) -> bool:
        """Whether its paragraphs may hold two sentences, as far as that is known without unpacking it."""
        packed = self.packed
        return all(sentences) and (not isinstance(packed, bytes) or all(one.encode() in packed for one in sentences))


class Meeting(Record):
    """What the links of an article say of another one."""

    slug: str
    """The other one."""
    places: tuple[HeldPlace, ...] = ()
    """Where it is met in both versions."""
    why_nowhere: Reason | None = None
    """Where there are no places."""


def find_meetings(bitext: Bitext) -> tuple[Meeting, ...]:
    """The other articles that an article links to, in the order in which it does."""
    native, target = (_by_article(side.mentions, side.title) for _, side in bitext.sides)
    slugs = dict.fromkeys((*native, *target))
    return tuple(_meeting(slug, native.get(slug, []), target.get(slug, [])) for slug in slugs if slug != bitext.slug)


def _meeting(slug: str, native: list[Mention], target: list[Mention]) -> Meeting:
    found = _common_places(native, target)
    if isinstance(found, Reason):
        return Meeting(slug, why_nowhere=found)
    return Meeting(slug, tuple(HeldPlace(PLACES.pack_or_keep(place), place.points_back) for place in found))


def _by_article(mentions: Iterable[Mention], title: str) -> dict[str, list[Mention]]:
    """The mentions by what they lead to; none that is a part of the `title` of the article that they stand in.

    "Wheel" of "wheel bearing" says what a bearing is.
    """
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        is_of_title = title and _is_part_of(title, mention)
        found[mention.slug].append(replace(mention, is_passed_over=True) if is_of_title else mention)
    return found


def _is_part_of(title: str, mention: Mention) -> bool:
    """Whether a title stands around linked words that are shorter than it."""
    start = max(0, mention.start - len(title))
    around = mention.paragraph[start : mention.end + len(title)].casefold()
    place = around.find(title.casefold())
    words = mention.end - mention.start
    return words < len(title) and 0 <= place <= mention.start - start < place + len(title)


def _common_places(native: list[Mention], target: list[Mention]) -> list[TermPlace] | Reason:
    """The places where an article is met in both versions of another; why there are none.

    Mentions in the same block of both versions, one by one where it has as many in both, else each with the first one
    of the other; else the first ones of all, if they stand in the same section.
    """
    if not native or not target:
        return NO_LINK
    native, target = _fit(native), _fit(target)
    if not native or not target:
        return TORN_LINK
    ours, theirs = map(_by_block, (native, target))
    found: list[TermPlace] = []
    for block, here in ours.items():
        there = theirs.get(block, [])
        if len(here) == len(there):
            found.extend(map(TermPlace, here, there))
        elif there:
            found.extend(TermPlace(one, there[0]) for one in here)
            found.extend(TermPlace(here[0], other) for other in there[1:])
    if not found and native[0].block_index[0] == target[0].block_index[0]:
        found.append(TermPlace(native[0], target[0]))
    return found or PLACES_DIFFER


def _by_block(mentions: Iterable[Mention]) -> dict[BlockIndex, list[Mention]]:
    found: defaultdict[BlockIndex, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.block_index].append(mention)
    return found


def _fit(mentions: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in mentions if not mention.is_passed_over]
