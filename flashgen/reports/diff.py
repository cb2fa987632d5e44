"""Two editions of a deck -> what an import of the newer one does to a learner who has the older one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import plain_text
from flashgen.anki.package_reader import Edition, PublishedNote
from flashgen.language.similarity import WORD_OR_SPACE


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stayed ("equal"), went ("delete") or came ("insert")."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """One value of a note that differs, e.g. `target.answer`, as plain text."""

    value: str
    old: str
    new: str

    @property
    def words(self) -> tuple[Stretch, ...]:
        return changed_words(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of either edition; `native` and `target` are its answers (the titles of a term) as plain text."""

    guid: str
    article: str
    kind: str
    native: str
    target: str
    changes: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    unchanged: int
    gone: tuple[Entry, ...]
    """Notes that the newer edition lacks; learners keep them."""
    passed_over: tuple[Entry, ...]
    """Notes that differ without being newer, which Anki passes over: the editions do not follow one another."""
    note_types_to_merge: tuple[str, ...]
    """Note types under another id: learners must tick "Merge note types"."""
    decks: tuple[str, str] | None
    """The old and the new pattern of deck names, where they differ."""


def compare(old: Edition, new: Edition) -> Difference:
    """What an import of `new` does to notes of `old`, with Anki's default options."""
    before, after = old.layout, new.layout
    found: dict[str, list[Entry]] = {"new": [], "changed": [], "passed over": []}
    unchanged = 0
    for guid, note in new.notes.items():
        published = old.notes.get(guid)
        if published is None:
            found["new"].append(entry(note, after))
            continue
        changes = _changes(_values(published, before), _values(note, after))
        if not changes and note.note_type == published.note_type:
            unchanged += 1
        else:
            outcome = "changed" if note.modified > published.modified else "passed over"
            found[outcome].append(entry(note, after, changes))
    gone = tuple(entry(note, before) for guid, note in old.notes.items() if guid not in new.notes)
    return Difference(
        tuple(found["new"]), tuple(found["changed"]), unchanged, gone, tuple(found["passed over"]),
        _to_merge(old, new), _decks(old, new),
    )  # fmt: skip


def entry(note: PublishedNote, layout: Layout, changes: tuple[Rewording, ...] = ()) -> Entry:
    """A published note as a person reads it."""
    value = layout.reader(note.kind, note.field_values)
    native, target = (plain_text(value(f"{side}.answer") or value(f"{side}.term")) for side in ("native", "target"))
    return Entry(note.guid, plain_text(value("article")), note.kind, native, target, changes)


def read_entries(notes: Iterable[PublishedNote], edition: Edition) -> Iterator[Entry]:
    """Notes of an edition as a person reads them."""
    layout = edition.layout
    return (entry(note, layout) for note in notes)


def changed_words(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of both texts, in reading order; what went stands before what came."""
    ours, theirs = WORD_OR_SPACE.findall(old), WORD_OR_SPACE.findall(new)
    found: list[Stretch] = []
    went = came = ""
    for step in (*Indel.opcodes(ours, theirs), None):
        if step is None or step.tag == "equal":
            found.extend(Stretch(what, text) for what, text in (("delete", went), ("insert", came)) if text)
            went = came = ""
        if step is None:
            break
        before, after = "".join(ours[step.src_start : step.src_end]), "".join(theirs[step.dest_start : step.dest_end])
        if step.tag == "equal":
            found.append(Stretch("equal", before))
        else:
            went, came = went + before, came + after
    return tuple(found)


def _values(note: PublishedNote, layout: Layout) -> Mapping[str, str]:
    return {**layout.values(note.kind, note.field_values), "tags": note.tags}


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Rewording, ...]:
    if old == new:
        return ()
    return tuple(
        Rewording(value, plain_text(old.get(value, "")), plain_text(new.get(value, "")))
        for value in {**new, **old}
        if old.get(value, "") != new.get(value, "")
    )


def _to_merge(old: Edition, new: Edition) -> tuple[str, ...]:
    ids = {kind: record.id for kind, record in old.note_types.items()}
    return tuple(record.name for kind, record in new.note_types.items() if ids.get(kind, record.id) != record.id)


def _decks(old: Edition, new: Edition) -> tuple[str, str] | None:
    if not old.manifest or not new.manifest or old.manifest.deck == new.manifest.deck:
        return None
    return old.manifest.deck, new.manifest.deck
