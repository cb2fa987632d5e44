"""A difference between two editions as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flashgen.errors import counted
from flashgen.reports.diff import Change, Difference, Rewording
from flashgen.reports.entries import Entry, entry_data
from flashgen.reports.json_text import json_text

Mark = Callable[[str, str], str]
"""("equal", "delete" or "insert"; words) -> the words as they are to be shown."""


def plain_mark(what: str, text: str) -> str:
    """`[-went-]` and `{+came+}`, as wdiff writes them."""
    signs = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
    opening, closing = signs.get(what, ("", ""))
    return f"{opening}{text}{closing}"


def difference_text(difference: Difference, native: str, target: str, mark: Mark = plain_mark) -> str:
    """Each note that is new, changed or gone, and each fact withheld, as a block; the counts in the last lines."""
    lines: list[str] = []
    for heading, changes in (
        ("new", _without_rewordings(difference.new)),
        ("changed", difference.changed),
        ("gone", _without_rewordings(difference.gone)),
        ("passed over", difference.passed_over),
    ):
        for change in changes:
            lines.append(f"{heading}: {change.entry.article}, {change.entry.kind}")
            lines.extend(f"    {line}" for line in _change_lines(change, native, target, mark))
    for fact in difference.withheld:
        lines.append(f"withheld: {fact.article}, {fact.kind}")
        said = ((native, fact.native), (target, fact.target), ("because", fact.reason))
        lines.extend(f"    {title}: {_indented(text)}" for title, text in said if text)
    return "\n".join([*lines, *([""] if lines else []), *_conclusion_lines(difference)])


def difference_json(difference: Difference, native: str, target: str) -> str:
    """The same, for programs."""
    return json_text(difference_data(difference, native, target))


def difference_data(difference: Difference, native: str, target: str) -> dict[str, Any]:
    """The same as values that JSON can hold."""
    return {
        "native": native, "target": target,
        "new": [_change_data(change) for change in _without_rewordings(difference.new)],
        "changed": [_change_data(change) for change in difference.changed],
        "unchanged": difference.unchanged,
        "gone": [_change_data(change) for change in _without_rewordings(difference.gone)],
        "passed_over": [_change_data(change) for change in difference.passed_over],
        "note_types_to_merge": difference.note_types_to_merge,
        "decks": difference.decks,
        "withheld": [fact.model_dump(exclude={"sort"}) for fact in difference.withheld],
    }  # fmt: skip


def _without_rewordings(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Notes of one edition alone: whole texts are shown instead of words that changed."""
    return tuple(Change(entry, ()) for entry in entries)


def _change_lines(change: Change, native: str, target: str, mark: Mark) -> Iterator[str]:
    if not change.rewordings:
        yield f"{native}: {_indented(change.entry.native)}"
        yield f"{target}: {_indented(change.entry.target)}"
    for rewording in change.rewordings:
        marked = "".join(mark(stretch.what, stretch.text) for stretch in rewording.words)
        yield f"{_value_title(rewording.value, native, target)}: {_indented(marked)}"


def _value_title(value: str, native: str, target: str) -> str:
    """`target.answer` -> `it answer`."""
    side, _, name = value.rpartition(".")
    return f"{ {'native': native, 'target': target}[side] } {name}" if side else name


def _indented(text: str) -> str:
    return text.replace("\n", "\n        ")


def _conclusion_lines(difference: Difference) -> Iterator[str]:
    yield (
        f"{len(difference.new)} new, {len(difference.changed)} changed, {difference.unchanged} unchanged, "
        f"{len(difference.gone)} gone"
    )
    if difference.passed_over:
        yield f"{counted(len(difference.passed_over), 'changed note')} without being newer: passed over by Anki"
    if difference.withheld:
        yield f"{counted(len(difference.withheld), 'fact')} withheld that the older edition did not withhold"
    if difference.note_types_to_merge:
        names = ", ".join(difference.note_types_to_merge)
        yield f'learners must tick "Merge note types" at the import: {names}'
    if difference.decks:
        yield "deck names go from {!r} to {!r}: cards that learners have stay where they are".format(*difference.decks)


def _change_data(change: Change) -> dict[str, Any]:
    entry = change.entry
    return {
        **entry_data(entry),
        "changes": [_rewording_data(rewording) for rewording in change.rewordings],
    }  # fmt: skip


def _rewording_data(rewording: Rewording) -> dict[str, Any]:
    return {
        "value": rewording.value, "old": rewording.old, "new": rewording.new,
        "words": [{"what": stretch.what, "text": stretch.text} for stretch in rewording.words],
    }  # fmt: skip
