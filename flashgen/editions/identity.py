"""Notes of this build -> the same notes, under the guids that learners know them by.

A guid belongs to a fact. Within an article and a kind, facts are recognised by their texts (`matching`); an article
whose file was renamed is recognised by the facts it states. Whatever is not recognised is new, and gets a guid that
no note has, or ever had.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
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
Facts = dict[tuple[str, str], list[int]]
"""(article, kind) -> indices of notes, in document order."""
_Texts = dict[str, set[object]]
"""Article -> (kind, native texts, target texts) of its facts."""


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
    new_texts = cache(lambda index: _fact_texts(notes[index], layout, True))
    old_texts = cache(lambda index: _fact_texts(old[index], before, old[index].guid in last.notes))
    unchanged: dict[tuple[str, str], list[int]] = {}
    for key, indices in ours.items():
        there = [index for index in theirs.get(key, ()) if old[index].guid in last.notes]
        pairs = zip(map(notes.__getitem__, indices), map(old.__getitem__, there), strict=False)
        if len(indices) == len(there) and layout.agrees_with(before, key[1]) and all(starmap(_is_unchanged, pairs)):
            unchanged[key] = there
    settled = {article for article, _ in unchanged}
    former = _renamed(
        _texts_by_article(ours, new_texts, settled), _texts_by_article(theirs, old_texts, settled),
        {published_text(slug) for slug in standing},
    )  # fmt: skip
    claimed = set(former.values())
    partners: dict[int, int] = {}
    for (article, kind), indices in ours.items():
        source = former.get(article, article)
        candidates = theirs.get((source, kind))
        if candidates is None or (article not in former and article in claimed):
            continue
        if KINDS[kind].is_single:
            partners[indices[0]] = candidates[0]
        elif same := unchanged.get((article, kind)):
            partners.update(zip(indices, same, strict=True))
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
    found: Facts = defaultdict(list)
    for index, key in enumerate(keys):
        found[key].append(index)
    return found


def _fact_texts(note: Note | PublishedNote, layout: Layout, in_last_edition: bool) -> FactTexts:
    value = layout.reader(note.kind, note.fields.values)
    texts = ("question", "answer") if KINDS[note.kind].has_question else ("answer",)
    native, target = (
        tuple(breakable(without_images(value(f"{side}.{name}"))) for name in texts) for side in ("native", "target")
    )
    context = tuple(breakable(value(f"{side}.{name}")) for side in ("native", "target") for name in _CONTEXT)
    return FactTexts(native, target, context, note.pin, in_last_edition)


def _renamed(ours: _Texts, theirs: _Texts, standing: Collection[str]) -> dict[str, str]:
    """Articles that were published under another slug: new slug -> old slug.

    An article is looked for among others if it has no fact in common with the one of its own slug, or there is none;
    it is found where most facts are the same, and no other article has as many of them.
    """
    unknown = {slug: said for slug, said in ours.items() if not said & theirs.get(slug, set())}
    vacant = {
        slug: said for slug, said in theirs.items()
        if (slug in unknown or slug not in standing) and not said & ours.get(slug, set())
    }  # fmt: skip
    holders: dict[object, list[str]] = defaultdict(list)
    for slug, said in vacant.items():
        for text in said:
            holders[text].append(slug)
    claims: dict[str, str] = {}
    for slug, said in unknown.items():
        shared = Counter(holder for text in said for holder in holders.get(text, ()))
        (best, count), (_, second) = (*shared.most_common(2), ("", 0), ("", 0))[:2]
        if count > second and count * 2 >= max(len(said), len(vacant[best])):
            claims[slug] = best
    claimed = Counter(claims.values())
    return {slug: best for slug, best in claims.items() if claimed[best] == 1}


def _texts_by_article(facts: Facts, texts_of: Callable[[int], FactTexts], settled: Collection[str]) -> _Texts:
    """What articles say; of those that are `settled` it is not asked."""
    found: _Texts = defaultdict(set)
    for (article, kind), indices in facts.items():
        if article not in settled:
            found[article].update(
                (kind, texts.native, texts.target) for texts in map(texts_of, indices) if texts.in_last_edition
            )
    return found
