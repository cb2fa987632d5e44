"""Notes of this build -> the same notes, under the guids that learners know them by.

A guid belongs to a fact. Within an article and a kind, facts are recognised by their texts (`matching`); an article
whose file was renamed is recognised by the facts it states. Whatever is not recognised is new, and gets a guid that
no note has, or ever had.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import TypeVar

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import without_images
from flashgen.anki.ids import fact_guid
from flashgen.anki.note_types import NoteType
from flashgen.anki.package_reader import published_text
from flashgen.anki.published_notes import PublishedNote
from flashgen.anki.unbroken import breakable
from flashgen.editions.earlier_notes import EarlierNote, EarlierNotes
from flashgen.editions.matching import FactTexts, match
from flashgen.kinds import KINDS, kind_of
from flashgen.record import Record, replace
from flashgen.records.notes import Note
from flashgen.scratch.note_fields import Fields

_CONTEXT = ("context", "figure", "question")
_Partners = dict[int, EarlierNote]
"""By the index of a note in its article: the note that it was."""
_Facts = Mapping[str, Mapping[int, FactTexts]]
"""The facts of an article: by kind, in document order, what each is recognised by, under its note's index."""
_Item = TypeVar("_Item")
_REMEMBERED = 200
"""Articles whose facts are remembered: small decks are compared at one reading, and large ones not held whole."""


class Recognised(Record):
    """A note under the guid that learners know it by."""

    note: Note
    before: EarlierNote | None
    """As what it was published; None for one that never was."""


class Recogniser:
    """Carries guids over from the notes that were published, article by article."""

    def __init__(self, note_types: Mapping[str, NoteType], earlier: EarlierNotes, standing: Collection[str]) -> None:
        """`note_types` by kind; `standing` are the slugs that the corpus holds, whether or not they gave notes."""
        self._note_types = note_types
        self._layout = Layout({kind: note_type.fields for kind, note_type in note_types.items()})
        self._earlier = earlier
        self._standing = {published_text(slug) for slug in standing}
        self.renamed: Mapping[str, str] = {}
        """Articles that go by another slug now, once all notes are recognised: old -> new."""

    def recognise(self, notes: Mapping[str, Sequence[Note]]) -> Iterator[Recognised]:
        """All notes, those of an article together: in the order of `notes`, but first where nothing has changed.

        `notes` are those of this build by article, in document order within each kind. Some are read a second time.
        """
        slugs: defaultdict[str, list[str]] = defaultdict(list)
        for slug in notes:
            slugs[published_text(slug)].append(slug)

        def of_article(article: str) -> list[Note]:
            return [note for slug in slugs[article] for note in notes[slug]]

        settled: set[str] = set()
        left: dict[str, _Partners] = {}
        for article in slugs:
            ours = of_article(article)
            partners = self._unchanged(ours, article)
            if partners:
                settled.add(article)
            if len(partners) == len(ours) or not self._earlier:
                yield from self._carried(ours, partners)
            else:
                left[article] = partners
        if not left:
            return

        # texts are taken from fields where anything is to be compared, which is in few articles mostly
        @lru_cache(_REMEMBERED)
        def new(article: str) -> _Facts:
            return _facts(((note, True) for note in of_article(article)), self._layout)

        @lru_cache(_REMEMBERED)
        def old(article: str) -> _Facts:
            notes = ((one.note, one.in_last_edition) for one in self._earlier.of_article(article))
            return _facts(notes, self._earlier.layout)

        said = _Said(slugs, new, settled), _Said(self._earlier.articles, old, settled)
        former = _renamed(*said, self._standing)
        self.renamed = {before: now for now, before in former.items()}
        claimed = set(former.values())
        for article, partners in left.items():
            if article in former or article not in claimed:
                there = former.get(article, article)
                found = _matched(new(article), old(there), partners)
                known = list(self._earlier.of_article(there)) if found else []
                partners |= {one: known[other] for one, other in found.items()}
            yield from self._carried(of_article(article), partners)

    def _unchanged(self, ours: Sequence[Note], article: str) -> _Partners:
        """The partners of notes that are as they were published, and so are all of their article and kind."""
        theirs = _by_kind((one, one.note.kind) for one in self._earlier.of_article(article) if one.in_last_edition)
        partners: _Partners = {}
        for kind, indices in _by_kind((index, note.kind) for index, note in enumerate(ours)).items():
            there = theirs.get(kind, [])
            if len(indices) == len(there) and self._layout.agrees_with(self._earlier.layout, kind):
                found = dict(zip(indices, there, strict=True))
                if all(_is_unchanged(ours[index], one.note) for index, one in found.items()):
                    partners |= found
        return partners

    def _carried(self, notes: Sequence[Note], partners: _Partners) -> Iterator[Recognised]:
        for index, note in enumerate(notes):
            before, guid = partners.get(index), note.guid
            if before:
                guid = before.note.guid
            else:
                number = 1
                while guid in self._given:  # to a fact that has been reworded since, or has gone
                    number += 1
                    guid = fact_guid([note.guid, number])
                self._given.add(guid)
            yield Recognised(note if guid == note.guid else _with_guid(note, guid, self._note_types[note.kind]), before)

    @cached_property
    def _given(self) -> set[str]:
        """All guids that a note ever had."""
        return set(self._earlier.guids)


def _with_guid(note: Note, guid: str, note_type: NoteType) -> Note:
    pairs = zip(note_type.fields, note.fields.values, strict=True)
    values = [guid if field.value == "guid" else value for field, value in pairs]
    return replace(note, guid=guid, fields=Fields.of(values))


def _is_unchanged(new: Note, old: PublishedNote) -> bool:
    """Whether a fact is what was published; where all of an article and kind are, comparing texts finds each so."""
    return new.pin == old.pin and new.fields == old.fields


def _by_kind(items: Iterable[tuple[_Item, str]]) -> dict[str, list[_Item]]:
    """`items` are given with their kinds."""
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for item, kind in items:
        found[kind].append(item)
    return found


def _facts(notes: Iterable[tuple[Note | PublishedNote, bool]], layout: Layout) -> _Facts:
    """Of notes and whether each was, or will be, in an edition that stands."""
    numbered = enumerate(notes)
    found = _by_kind(((index, _fact_texts(note, layout, stands)), note.kind) for index, (note, stands) in numbered)
    return {kind: dict(facts) for kind, facts in found.items()}


def _fact_texts(note: Note | PublishedNote, layout: Layout, in_last_edition: bool) -> FactTexts:
    value = layout.reader(note.kind, note.fields.values)
    texts = ("question", "answer") if kind_of(note.kind).has_question else ("answer",)
    native, target = (
        tuple(breakable(without_images(value(f"{side}.{name}"))) for name in texts) for side in ("native", "target")
    )
    context = tuple(breakable(value(f"{side}.{name}")) for side in ("native", "target") for name in _CONTEXT)
    return FactTexts(native, target, context, note.pin, in_last_edition)


def _matched(new: _Facts, old: _Facts, partners: Collection[int]) -> dict[int, int]:
    """Index -> index in the article as it was, of notes that have no partner yet."""
    found: dict[int, int] = {}
    for kind, facts in new.items():
        ours, theirs = list(facts), list(old.get(kind, ()))
        if not theirs or ours[0] in partners:
            continue
        if KINDS[kind].is_single:
            found[ours[0]] = theirs[0]
        else:
            pairs = match(list(facts.values()), list(old[kind].values()))
            found.update((ours[one], theirs[other]) for one, other in pairs.items())
    return found


class _Said:
    """What the articles of an edition say, without those that are `settled`. It is not held, since it may be much."""

    def __init__(self, articles: Collection[str], facts_of: Callable[[str], _Facts], settled: Collection[str]) -> None:
        self._all = articles
        self._facts_of = facts_of
        self.articles = [article for article in articles if article not in settled]

    def __contains__(self, article: str) -> bool:
        return article in self._all

    def by(self, article: str) -> Set[object]:
        """(kind, native texts, target texts) of an article's facts."""
        return {
            (kind, one.native, one.target)
            for kind, facts in self._facts_of(article).items()
            for one in facts.values()
            if one.in_last_edition
        }


def _renamed(ours: _Said, theirs: _Said, standing: Collection[str]) -> dict[str, str]:
    """Articles that were published under another slug: new slug -> old slug.

    An article is looked for among others if it has no fact in common with the one of its own slug, or there is none;
    it is found where most facts are the same, and no other article has as many of them.
    """
    unknown = dict.fromkeys(
        slug for slug in ours.articles if slug not in theirs or ours.by(slug).isdisjoint(theirs.by(slug))
    )
    vacant = (slug for slug in theirs.articles if slug in unknown or (slug not in ours and slug not in standing))
    sizes: dict[str, int] = {}
    holders: dict[object, list[str]] = defaultdict(list)
    for slug in vacant:
        said = theirs.by(slug)
        sizes[slug] = len(said)
        for text in said:
            holders[text].append(slug)
    claims: dict[str, str] = {}
    for slug in unknown if holders else ():
        said = ours.by(slug)
        shared = Counter(holder for text in said for holder in holders.get(text, ()))
        (best, count), (_, second) = (*shared.most_common(2), ("", 0), ("", 0))[:2]
        if count > second and count * 2 >= max(len(said), sizes[best]):
            claims[slug] = best
    claimed = Counter(claims.values())
    return {slug: best for slug, best in claims.items() if claimed[best] == 1}
