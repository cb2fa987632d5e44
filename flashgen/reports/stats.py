"""A published package -> how many notes and cards it holds, by kind, by topic and by the length of the answer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low

from flashgen.anki.package_reader import Edition, read_edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.kinds import KINDS
from flashgen.reports.entries import read_answer

LENGTHS = (40, 80, 120, 160, 200, 240)
"""The longest answer of each class of lengths, in characters; one more class holds what is longer."""
LENGTH_NAMES = (
    *(f"{shortest}–{longest}" for shortest, longest in zip((1, *(n + 1 for n in LENGTHS)), LENGTHS, strict=False)),
    f"over {LENGTHS[-1]}",
)
"""The names of the classes of lengths: `1–40`, `41–80` ... `over 240`."""


@dataclass(frozen=True, slots=True)
class Group:
    """How much belongs to one kind, topic or class of lengths."""

    name: str
    """Of the kind, topic or class of lengths."""
    notes: int
    """How many notes there are of it."""
    cards: int
    """How many cards these notes have."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a package holds. Every note is in exactly one group of `kinds`, of `topics` and of `lengths`."""

    native: str
    """The tag of the native language."""
    target: str
    """The tag of the target language."""
    articles: int
    """How many articles have notes."""
    notes: int
    """How many notes the package holds."""
    cards: int
    """How many cards these notes have."""
    retired: int
    """How many of the notes are there for a last time."""
    absent: int
    """Notes of earlier editions that the package remembers and does not hold."""
    median: int
    """Half of the answers have at most so many characters."""
    kinds: tuple[Group, ...]
    """Those that have notes, in the order in which a learner meets them."""
    topics: tuple[Group, ...]
    """The largest first. The name is empty for notes without a topic."""
    lengths: tuple[Group, ...]
    """All classes of lengths, the shortest answers first."""
    images: int = 0
    """How many images the package holds."""
    image_bytes: int = 0
    """How large they are together."""


def read_statistics(package: Path) -> Statistics:
    """Raises FlashgenError for a file that is missing, damaged or not flashgen's."""
    return count_notes(read_edition(package, to_build_upon=False))


def count_notes(edition: Edition) -> Statistics:
    """Count the notes and cards of an edition, in total and by kind, topic and length of the answer."""
    notes = tuple(edition.notes.values())
    layout = edition.layout
    texts = [layout.text_reader(note.kind, note.field_values) for note in notes]
    lengths = [len(read_answer(text, "target")) for text in texts]
    by_kind = _groups([note.kind for note in notes], notes)
    by_topic = _groups([" ".join(text("topic").split()) for text in texts], notes)
    by_length = _groups([LENGTH_NAMES[bisect_left(LENGTHS, length)] for length in lengths], notes)
    native, target = edition.pair
    return Statistics(
        native,
        target,
        articles=len({text("article") for text in texts} - {""}),
        notes=len(notes),
        cards=sum(len(note.cards) for note in notes),
        retired=sum(note.retired for note in notes),
        images=len(edition.images),
        image_bytes=sum(image.size for image in edition.images),
        absent=len(edition.absent),
        median=median_low(lengths) if lengths else 0,
        kinds=tuple(by_kind[kind] for kind in (*KINDS, *sorted(by_kind.keys() - set(KINDS))) if kind in by_kind),
        topics=tuple(sorted(by_topic.values(), key=lambda group: (-group.notes, group.name))),
        lengths=tuple(by_length.get(name, Group(name, 0, 0)) for name in LENGTH_NAMES),
    )


def _groups(names: Sequence[str], notes: Sequence[PublishedNote]) -> dict[str, Group]:
    """What belongs to each name; the names are those of the notes, in their order."""
    note_counts: Counter[str] = Counter()
    card_counts: Counter[str] = Counter()
    for name, note in zip(names, notes, strict=True):
        note_counts[name] += 1
        card_counts[name] += len(note.cards)
    return {name: Group(name, count, card_counts[name]) for name, count in note_counts.items()}
