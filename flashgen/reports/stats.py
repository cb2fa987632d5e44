"""A published package -> how many notes and cards it holds, by kind, by topic and by length, as text and as JSON."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median_low

from flashgen.anki.field_text import plain_text
from flashgen.anki.package_reader import Edition, PublishedNote, read_edition
from flashgen.errors import counted
from flashgen.kinds import KINDS
from flashgen.preview.deck_data import read_card_places

LENGTHS = (40, 80, 120, 160, 200, 240)
"""The longest answer of each class of lengths, in characters; one more class holds what is longer."""
TOPICS = 12
"""Topics that are shown one by one; the rest is summed up."""
NO_TOPIC = "(no topic)"
_WIDEST = 60
"""Characters of a topic that are shown."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What belongs to one kind, topic or class of lengths. `cards` is None where cards are not known."""

    name: str
    notes: int
    cards: int | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a package holds. Every note is in exactly one tally of `kinds`, of `topics` and of `lengths`."""

    native: str
    target: str
    articles: int
    notes: int
    cards: int | None
    """None where cards are not known."""
    retired: int
    """How many of the notes are there for a last time."""
    absent: int
    """Notes of earlier editions that the package remembers and does not hold."""
    median: int
    """Half of the answers have at most so many characters."""
    kinds: tuple[Tally, ...]
    """Those that have notes, in the order in which a learner meets them."""
    topics: tuple[Tally, ...]
    """The largest first. The name is empty for notes without a topic."""
    lengths: tuple[Tally, ...]
    """All classes of lengths, the shortest answers first."""


def read_statistics(package: Path) -> Statistics:
    """Raises FlashgenError for a file that is missing, damaged or not flashgen's."""
    edition = read_edition(package, to_build_upon=False)
    return count_notes(edition, {guid: len(places) for guid, places in read_card_places(package).items()})


def count_notes(edition: Edition, cards: Mapping[str, int] | None = None) -> Statistics:
    """`cards` tells how many cards each note has, by guid; without it only notes are counted."""
    notes = tuple(edition.notes.values())
    layout = edition.layout
    values = [layout.reader(note.kind, note.field_values) for note in notes]
    kinds = [note.kind for note in notes]
    topics = [" ".join(plain_text(value("topic")).split()) for value in values]
    lengths = [_answer_length(value) for value in values]
    classes = [bisect_left(LENGTHS, length) for length in lengths]

    def tallies(keys: Sequence[str]) -> dict[str, Tally]:
        counted = Counter(keys)
        of_cards = _cards_by(keys, notes, cards)
        return {key: Tally(key, count, None if cards is None else of_cards[key]) for key, count in counted.items()}

    by_kind, by_topic = tallies(kinds), tallies(topics)
    by_length = tallies([length_names()[place] for place in classes])
    order = [*KINDS, *sorted(by_kind.keys() - set(KINDS))]
    native, target = edition.pair
    return Statistics(
        native,
        target,
        articles=len({value("article") for value in values} - {""}),
        notes=len(notes),
        cards=None if cards is None else sum(cards.get(note.guid, 0) for note in notes),
        retired=sum(note.retired for note in notes),
        absent=len(edition.absent),
        median=median_low(lengths) if lengths else 0,
        kinds=tuple(by_kind[kind] for kind in order if kind in by_kind),
        topics=tuple(sorted(by_topic.values(), key=lambda tally: (-tally.notes, tally.name))),
        lengths=tuple(by_length.get(name, Tally(name, 0, None if cards is None else 0)) for name in length_names()),
    )


def _answer_length(value: Callable[[str], str]) -> int:
    """In characters. The answer of a term is the term itself."""
    return len(plain_text(value("target.answer") or value("target.term")))


def _cards_by(keys: Sequence[str], notes: Sequence[PublishedNote], cards: Mapping[str, int] | None) -> Counter[str]:
    counted: Counter[str] = Counter()
    for key, note in zip(keys, notes, strict=True):
        counted[key] += (cards or {}).get(note.guid, 0)
    return counted


def length_names() -> tuple[str, ...]:
    """`1–40`, `41–80` ... `over 240`."""
    starts = (1, *(length + 1 for length in LENGTHS))
    return (*(f"{start}–{end}" for start, end in zip(starts, LENGTHS, strict=False)), f"over {LENGTHS[-1]}")


def foremost_topics(statistics: Statistics) -> tuple[Tally, ...]:
    """The largest topics by the names that people read, and one tally for all others."""
    shown, rest = statistics.topics[:TOPICS], statistics.topics[TOPICS:]
    if len(rest) == 1:  # a line of its own takes no more room than a sum
        shown, rest = statistics.topics, ()
    named = tuple(Tally(_shown(tally.name), tally.notes, tally.cards) for tally in shown)
    if not rest:
        return named
    cards = None if statistics.cards is None else sum(tally.cards or 0 for tally in rest)
    return (*named, Tally(f"({len(rest)} more topics)", sum(tally.notes for tally in rest), cards))


def _shown(topic: str) -> str:
    return NO_TOPIC if not topic else topic if len(topic) <= _WIDEST else f"{topic[: _WIDEST - 1]}…"


def share_text(part: int, whole: int) -> str:
    """A share in whole percents; 0% and 100% are said of nothing and everything only."""
    if not 0 < part < whole:
        return "100%" if part else "0%"
    percent = round(100 * part / whole)
    return "<1%" if percent == 0 else ">99%" if percent == 100 else f"{percent}%"


def totals(statistics: Statistics) -> str:
    """`82 notes, 151 cards, 7 articles`."""
    known = (("note", statistics.notes), ("card", statistics.cards), ("article", statistics.articles))
    return ", ".join(counted(count, noun) for noun, count in known if count is not None)


def statistics_text(statistics: Statistics) -> str:
    """Kinds and lengths side by side, then topics. Names of topics come last, since they may be in any script."""
    lines = [f"{statistics.native} → {statistics.target}: {totals(statistics)}"]
    if statistics.notes:
        median = counted(statistics.median, "character")
        lines.append(f"half of the answers have {median} or fewer")
    if statistics.retired:
        lines.append(f"{counted(statistics.retired, 'note')} published for a last time (flashgen::retired)")
    if statistics.absent:
        lines.append(f"{counted(statistics.absent, 'note')} of earlier editions remembered, and not in the package")
    if statistics.notes:
        lines += ["", *_kinds_and_lengths(statistics), "", *_topics(statistics)]
    return "\n".join(lines)


def _kinds_and_lengths(statistics: Statistics) -> Iterator[str]:
    kinds = _block("kind", statistics.kinds, statistics.notes)
    lengths = _block("characters", statistics.lengths, statistics.notes)
    width = len(kinds[0])
    for kind, length in zip_longest(kinds, lengths, fillvalue=""):
        yield f"{kind.ljust(width)}     {length}".rstrip()


def _block(heading: str, tallies: Sequence[Tally], whole: int) -> list[str]:
    width = max(len(heading), *(len(tally.name) for tally in tallies))
    names = [heading, *(tally.name for tally in tallies)]
    return [f"{name.ljust(width)}{figures}" for name, figures in zip(names, _figures(tallies, whole), strict=True)]


def _topics(statistics: Statistics) -> Iterator[str]:
    tallies = foremost_topics(statistics)
    figures = _figures(tallies, statistics.notes)
    for figure, name in zip(figures, ("topic", *(tally.name for tally in tallies)), strict=True):
        yield f"{figure}  {name}"


def _figures(tallies: Sequence[Tally], whole: int) -> list[str]:
    """Notes, share and cards (where they are known) in columns below their headings."""
    rows = [("notes", "share", "cards")]
    for tally in tallies:
        cards = "" if tally.cards is None else f"{tally.cards:,}"
        rows.append((f"{tally.notes:,}", share_text(tally.notes, whole), cards))
    if not any(cards for _, _, cards in rows[1:]):
        rows = [(notes, share, "") for notes, share, _ in rows]
    widths = [max(map(len, column)) + 2 if any(column) else 0 for column in zip(*rows, strict=True)]
    return ["".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def statistics_json(statistics: Statistics) -> str:
    """The same, for programs: all topics one by one."""
    return json.dumps(asdict(statistics), ensure_ascii=False, indent=2)
