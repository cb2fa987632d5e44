"""Two editions of a deck -> what an import of the newer one does to a learner who has the older one."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import Indel

from flashgen.anki.field_layout import Layout
from flashgen.anki.field_text import described_text
from flashgen.anki.manifest import Manifest, WithheldFact
from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.language.similarity import WORD_OR_SPACE
from flashgen.record import Record
from flashgen.reports.entries import Entry, read_entry


class Stretch(Record):
    """Words of a text that changed, or stayed."""

    what: str
    """What became of them: "equal" (they stayed), "delete" (they went) or "insert" (they came)."""
    text: str
    """The words, with the spaces between them."""


class Rewording(Record):
    """One value of a note that differs between two editions."""

    value: str
    """The value's name, e.g. `target.answer`, or `tags`."""
    old: str
    """Its plain text in the older edition; empty where that has no such value."""
    new: str
    """Its plain text in the newer edition; empty where that has no such value."""

    @property
    def words(self) -> tuple[Stretch, ...]:
        """What went and what came, word by word."""
        return compare_words(self.old, self.new)


class Change(Record):
    """A note that both editions have, and that differs."""

    entry: Entry
    """The note in the newer edition."""
    rewordings: tuple[Rewording, ...]
    """Every value that differs; none for a note that only moved to another note type."""


class Difference(Record):
    """What an import of the newer edition does to a learner who has the older one, with Anki's default options."""

    new: tuple[Entry, ...]
    """Notes that the older edition lacks; learners get them."""
    changed: tuple[Change, ...]
    """Notes that learners get in the newer wording; their histories stay."""
    unchanged: int
    """How many notes are the same in both."""
    gone: tuple[Entry, ...]
    """Notes that the newer edition lacks; learners keep them."""
    passed_over: tuple[Change, ...]
    """Notes that differ without being newer, which Anki passes over: the editions do not follow one another."""
    note_types_to_merge: tuple[str, ...]
    """Names of note types under another id: learners must tick "Merge note types"."""
    decks: tuple[str, str] | None
    """The old and the new pattern of deck names, where they differ."""
    withheld: tuple[WithheldFact, ...] = ()
    """Facts that make no note in the newer edition, and were not withheld in the older one."""


def compare(old: Edition, new: Edition) -> Difference:
    """What an import of `new` does to notes of `old`, with Anki's default options."""
    before, after = old.layout, new.layout
    added: list[Entry] = []
    changed: list[Change] = []
    passed_over: list[Change] = []
    unchanged = 0
    for guid, note in new.notes.items():
        published = old.notes.get(guid)
        if published is None:
            added.append(read_entry(note, after))
            continue
        rewordings = _compare_values(_read_values(published, before), _read_values(note, after))
        if not rewordings and note.note_type == published.note_type:
            unchanged += 1
        else:
            outcome = changed if note.modified > published.modified else passed_over
            outcome.append(Change(read_entry(note, after), rewordings))
    gone = tuple(read_entry(note, before) for guid, note in old.notes.items() if guid not in new.notes)
    return Difference(
        tuple(added), tuple(changed), unchanged, gone, tuple(passed_over),
        _note_types_to_merge(old, new), _renamed_decks(old, new), _newly_withheld(old.manifest, new.manifest),
    )  # fmt: skip


def compare_words(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of both texts, in reading order; what went stands before what came."""
    old_words, new_words = WORD_OR_SPACE.findall(old), WORD_OR_SPACE.findall(new)
    found: list[Stretch] = []
    went = came = ""
    for step in (*Indel.opcodes(old_words, new_words), None):
        if step is None or step.tag == "equal":
            found.extend(Stretch(what, text) for what, text in (("delete", went), ("insert", came)) if text)
            went = came = ""
        if step is None:
            break
        before = "".join(old_words[step.src_start : step.src_end])
        after = "".join(new_words[step.dest_start : step.dest_end])
        if step.tag == "equal":
            found.append(Stretch("equal", before))
        else:
            went, came = went + before, came + after
    return tuple(found)


def _read_values(note: PublishedNote, layout: Layout) -> Mapping[str, str]:
    """The HTML of every value of a note, and its tags."""
    return {**layout.values(note.kind, note.field_values), "tags": note.tags}


def _compare_values(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Rewording, ...]:
    if old == new:
        return ()
    return tuple(
        Rewording(value, described_text(old.get(value, "")), described_text(new.get(value, "")))
        for value in {**new, **old}
        if old.get(value, "") != new.get(value, "")
    )


def _note_types_to_merge(old: Edition, new: Edition) -> tuple[str, ...]:
    ids = {kind: record.id for kind, record in old.note_types.items()}
    return tuple(record.name for kind, record in new.note_types.items() if ids.get(kind, record.id) != record.id)


def _newly_withheld(old: Manifest | None, new: Manifest | None) -> tuple[WithheldFact, ...]:
    """None where the older edition does not list all that it withheld, so that nobody can tell."""
    if not old or not new or old.unlisted:
        return ()
    known = {(fact.article, fact.kind, fact.native, fact.target) for fact in old.withheld}
    return tuple(fact for fact in new.withheld if (fact.article, fact.kind, fact.native, fact.target) not in known)


def _renamed_decks(old: Edition, new: Edition) -> tuple[str, str] | None:
    if not old.manifest or not new.manifest or old.manifest.deck == new.manifest.deck:
        return None
    return old.manifest.deck, new.manifest.deck
