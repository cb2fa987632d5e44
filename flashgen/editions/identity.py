"""Notes of this build -> the same notes, under the guids that learners know them by.

A guid belongs to a fact. Within an article and a kind, facts are recognised by their texts (`matching`); an article
whose file was renamed is recognised by the facts it states. Whatever is not recognised is new, and gets a guid that
no note has, or ever had.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import starmap

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import without_images
from flashgen.anki.ids import fact_guid
from flashgen.anki.note_types import NoteType
from flashgen.anki.package_reader import Edition, PublishedNote, published_text
from flashgen.anki.unbroken import breakable
from flashgen.editions.matching import FactTexts, match
from flashgen.kinds import KINDS
from flashgen.record import Record, replace
from flashgen.records import Note

_CONTEXT = ("context", "figure", "question")
Facts = dict[str, dict[str, list[int]]]
"""Article -> kind -> indices of notes, in document order."""
_TEXTS = 5_000
"""Notes of which the texts are remembered: small decks are compared at one reading, and large ones not held whole."""


class Recognised(Record):
    """The notes, and for each that was published before, by its guid, as what."""

    notes: tuple[Note, ...]
    published: Mapping[str, PublishedNote]
    renamed: Mapping[str, str]
    """Articles that go by another slug now: old -> new."""

    def with_notes(self, notes: Iterable[Note]) -> Recognised:
        """The same for some of the notes, in another order."""
        chosen = tuple(notes)
        guids = {note.guid for note in chosen}
        return replace(self, notes=chosen, published={k: v for k, v in self.published.items() if k in guids})


def recognise(
    notes: Sequence[Note], note_types: Mapping[str, NoteType], last: Edition, standing: Collection[str]
) -> Recognised:
    """Carry guids over from the last edition.

    `notes` come in document order within each article and kind; `note_types` by kind; `standing` are the slugs that
    the corpus still holds, whether or not they gave notes.
    """
    layout = Layout({kind: note_type.fields for kind, note_type in note_types.items()})
    before = last.layout
    old = [*last.notes.values(), *last.absent.values()]
    ours = _by_article(_key(note, layout) for note in notes)
    theirs = _by_article(_key(note, before) for note in old)
    # texts are taken from fields where anything is to be compared, which is in few articles mostly
    new_texts = lru_cache(_TEXTS)(lambda index: _fact_texts(notes[index], layout, True))
    old_texts = lru_cache(_TEXTS)(lambda index: _fact_texts(old[index], before, old[index].guid in last.notes))
    partners: dict[int, int] = {}
    settled: set[str] = set()
    for article, kind, indices in _each(ours):
        there = [index for index in theirs.get(article, {}).get(kind, ()) if old[index].guid in last.notes]
        pairs = zip(map(notes.__getitem__, indices), map(old.__getitem__, there), strict=False)
        if len(indices) == len(there) and layout.agrees_with(before, kind) and all(starmap(_is_unchanged, pairs)):
            settled.add(article)
            partners.update(zip(indices, there, strict=True))
    former = _renamed(
        _Said(ours, new_texts, settled), _Said(theirs, old_texts, settled), {published_text(slug) for slug in standing}
    )
    claimed = set(former.values())
    for article, kind, indices in _each(ours):
        candidates = theirs.get(former.get(article, article), {}).get(kind)
        if indices[0] in partners or candidates is None or (article not in former and article in claimed):
            continue
        if KINDS[kind].is_single:
            partners[indices[0]] = candidates[0]
        else:
            found = match(list(map(new_texts, indices)), list(map(old_texts, candidates)))
            partners.update((indices[one], candidates[other]) for one, other in found.items())
    kept, published = _carried(notes, note_types, old, partners)
    return Recognised(kept, published, {old: new for new, old in former.items()})


def _carried(
    notes: Sequence[Note], note_types: Mapping[str, NoteType], old: Sequence[PublishedNote], partners: dict[int, int]
) -> tuple[tuple[Note, ...], dict[str, PublishedNote]]:
    known = {note.guid for note in old}
    kept: list[Note] = []
    published: dict[str, PublishedNote] = {}
    for index, note in enumerate(notes):
        guid = note.guid
        if index in partners:
            guid = old[partners[index]].guid
            published[guid] = old[partners[index]]
        else:
            number = 1
            while guid in known:  # it was given to a fact that has been reworded since, or has gone
                number += 1
                guid = fact_guid([note.guid, number])
            known.add(guid)
        kept.append(note if guid == note.guid else _with_guid(note, guid, note_types[note.kind]))
    return tuple(kept), published


def _with_guid(note: Note, guid: str, note_type: NoteType) -> Note:
    pairs = zip(note_type.fields, note.fields.values, strict=True)
    values = [guid if field.value == "guid" else value for field, value in pairs]
    return replace(note, guid=guid, fields=note.fields.with_values(values))


def _is_unchanged(new: Note, old: PublishedNote) -> bool:
    """Whether a fact is what was published; where all of an article and kind are, comparing texts finds each so."""
    return new.pin == old.pin and new.fields == old.fields


def _key(note: Note | PublishedNote, layout: Layout) -> tuple[str, str]:
    return layout.text_reader(note.kind, note.fields.values)("article"), note.kind


def _by_article(keys: Iterable[tuple[str, str]]) -> Facts:
    found: Facts = defaultdict(lambda: defaultdict(list))
    for index, (article, kind) in enumerate(keys):
        found[article][kind].append(index)
    return found


def _each(facts: Facts) -> Iterator[tuple[str, str, list[int]]]:
    """(article, kind, indices)"""
    return ((article, kind, indices) for article, kinds in facts.items() for kind, indices in kinds.items())


def _fact_texts(note: Note | PublishedNote, layout: Layout, in_last_edition: bool) -> FactTexts:
    value = layout.reader(note.kind, note.fields.values)
    texts = ("question", "answer") if KINDS[note.kind].has_question else ("answer",)
    native, target = (
        tuple(breakable(without_images(value(f"{side}.{name}"))) for name in texts) for side in ("native", "target")
    )
    context = tuple(breakable(value(f"{side}.{name}")) for side in ("native", "target") for name in _CONTEXT)
    return FactTexts(native, target, context, note.pin, in_last_edition)


class _Said:
    """What the articles of an edition say, without those that are `settled`. It is not held, since it may be much."""

    def __init__(self, facts: Facts, texts_of: Callable[[int], FactTexts], settled: Collection[str]) -> None:
        self._facts = facts
        self._texts_of = texts_of
        self.articles = [article for article in facts if article not in settled]

    def __contains__(self, article: str) -> bool:
        return article in self._facts

    def by(self, article: str) -> set[object]:
        """(kind, native texts, target texts) of an article's facts."""
        texts = ((kind, self._texts_of(index)) for kind, found in self._facts[article].items() for index in found)
        return {(kind, one.native, one.target) for kind, one in texts if one.in_last_edition}


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
