"""What a package holds, as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import zip_longest

from flashgen.errors import counted
from flashgen.reports.json_text import json_text
from flashgen.reports.number_text import share_text
from flashgen.reports.stats import Group, Statistics

TOPICS = 12
"""Topics that are shown one by one; the rest is summed up."""
NO_TOPIC = "(no topic)"
"""Stands for the topic of notes that have none."""
_WIDEST = 60
"""Characters of a topic that are shown."""


def statistics_text(statistics: Statistics) -> str:
    """Kinds and lengths side by side, then topics. Names of topics come last, since they may be in any script."""
    lines = [f"{statistics.native} → {statistics.target}: {totals_text(statistics)}"]
    if statistics.notes:
        lines.append(median_text(statistics))
    if statistics.images:
        lines.append(f"{counted(statistics.images, 'image')}, {statistics.image_bytes / 1000:,.0f} kB")
    if statistics.retired:
        lines.append(f"{counted(statistics.retired, 'note')} published for a last time (flashgen::retired)")
    if statistics.absent:
        lines.append(f"{counted(statistics.absent, 'note')} of earlier editions remembered, and not in the package")
    if statistics.notes:
        lines += ["", *_kind_and_length_lines(statistics), "", *_topic_lines(statistics)]
    return "\n".join(lines)


def statistics_json(statistics: Statistics) -> str:
    """The same, for programs: all topics one by one."""
    return json_text(asdict(statistics))


def totals_text(statistics: Statistics) -> str:
    """`82 notes, 151 cards, 7 articles`."""
    counts = (("note", statistics.notes), ("card", statistics.cards), ("article", statistics.articles))
    return ", ".join(counted(count, noun) for noun, count in counts)


def median_text(statistics: Statistics) -> str:
    """`half of the answers have 57 characters or fewer`."""
    return f"half of the answers have {counted(statistics.median, 'character')} or fewer"


def merge_small_topics(statistics: Statistics) -> tuple[Group, ...]:
    """The largest topics under the names that people read, and one group for all others."""
    shown, rest = statistics.topics[:TOPICS], statistics.topics[TOPICS:]
    if len(rest) == 1:  # a line of its own takes no more room than a sum
        shown, rest = statistics.topics, ()
    named = tuple(Group(_topic_title(group.name), group.notes, group.cards) for group in shown)
    if not rest:
        return named
    notes, cards = sum(group.notes for group in rest), sum(group.cards for group in rest)
    return (*named, Group(f"({len(rest)} more topics)", notes, cards))


def _topic_title(topic: str) -> str:
    return NO_TOPIC if not topic else topic if len(topic) <= _WIDEST else f"{topic[: _WIDEST - 1]}…"


def _kind_and_length_lines(statistics: Statistics) -> Iterator[str]:
    kinds = _table_lines("kind", statistics.kinds, statistics.notes)
    lengths = _table_lines("characters", statistics.lengths, statistics.notes)
    width = len(kinds[0])
    for kind, length in zip_longest(kinds, lengths, fillvalue=""):
        yield f"{kind.ljust(width)}     {length}".rstrip()


def _table_lines(heading: str, groups: Sequence[Group], whole: int) -> list[str]:
    """Names before their numbers, in columns; `whole` is how many notes there are in all."""
    width = max(len(heading), *(len(group.name) for group in groups))
    names = [heading, *(group.name for group in groups)]
    return [f"{name.ljust(width)}{numbers}" for name, numbers in zip(names, _number_lines(groups, whole), strict=True)]


def _topic_lines(statistics: Statistics) -> Iterator[str]:
    """Numbers before their names."""
    groups = merge_small_topics(statistics)
    names = ("topic", *(group.name for group in groups))
    for numbers, name in zip(_number_lines(groups, statistics.notes), names, strict=True):
        yield f"{numbers}  {name}"


def _number_lines(groups: Sequence[Group], whole: int) -> list[str]:
    """Notes, their share and cards, in columns below their headings."""
    rows = [("notes", "share", "cards")]
    rows.extend((f"{group.notes:,}", share_text(group.notes, whole), f"{group.cards:,}") for group in groups)
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return ["".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
