"""A difference between two editions as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from flashgen.errors import counted
from flashgen.reports.diff import Difference, Entry

Mark = Callable[[str, str], str]
"""("equal", "delete" or "insert"; words) -> the words as they are to be shown."""


def plain_mark(what: str, text: str) -> str:
    """`[-went-]` and `{+came+}`, as wdiff writes them."""
    signs = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
    opening, closing = signs.get(what, ("", ""))
    return f"{opening}{text}{closing}"


def difference_text(difference: Difference, native: str, target: str, mark: Mark = plain_mark) -> str:
    """Each note that is new, changed or gone as a small block; what it comes to in the last lines."""
    lines: list[str] = []
    for heading, entries in (
        ("new", difference.new),
        ("changed", difference.changed),
        ("gone", difference.gone),
        ("passed over", difference.passed_over),
    ):
        for entry in entries:
            lines.append(f"{heading}: {entry.article}, {entry.kind}")
            lines.extend(f"    {line}" for line in _texts(entry, native, target, mark))
    return "\n".join([*lines, *([""] if lines else []), *_conclusion(difference)])


def _texts(entry: Entry, native: str, target: str, mark: Mark) -> Iterator[str]:
    if not entry.changes:
        yield f"{native}: {_indented(entry.native)}"
        yield f"{target}: {_indented(entry.target)}"
    for change in entry.changes:
        marked = "".join(mark(stretch.what, stretch.text) for stretch in change.words)
        yield f"{_named(change.value, native, target)}: {_indented(marked)}"


def _named(value: str, native: str, target: str) -> str:
    """`target.answer` -> `it answer`."""
    side, _, name = value.rpartition(".")
    return f"{ {'native': native, 'target': target}[side] } {name}" if side else name


def _indented(text: str) -> str:
    return text.replace("\n", "\n        ")


def _conclusion(difference: Difference) -> Iterator[str]:
    yield (
        f"{len(difference.new)} new, {len(difference.changed)} changed, {difference.unchanged} unchanged, "
        f"{len(difference.gone)} gone"
    )
    if difference.passed_over:
        yield f"{counted(len(difference.passed_over), 'changed note')} without being newer: passed over by Anki"
    if difference.note_types_to_merge:
        names = ", ".join(difference.note_types_to_merge)
        yield f'learners must tick "Merge note types" at the import: {names}'
    if difference.decks:
        yield "deck names go from {!r} to {!r}: cards that learners have stay where they are".format(*difference.decks)


def difference_json(difference: Difference, native: str, target: str) -> str:
    """The same, for programs."""

    def described(entry: Entry) -> dict[str, Any]:
        return {
            "guid": entry.guid, "article": entry.article, "kind": entry.kind,
            "native": entry.native, "target": entry.target,
            "changes": [
                {
                    "value": change.value, "old": change.old, "new": change.new,
                    "words": [{"what": stretch.what, "text": stretch.text} for stretch in change.words],
                }
                for change in entry.changes
            ],
        }  # fmt: skip

    found = {
        "native": native, "target": target,
        "new": [described(entry) for entry in difference.new],
        "changed": [described(entry) for entry in difference.changed],
        "unchanged": difference.unchanged,
        "gone": [described(entry) for entry in difference.gone],
        "passed_over": [described(entry) for entry in difference.passed_over],
        "note_types_to_merge": difference.note_types_to_merge,
        "decks": difference.decks,
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=2)
