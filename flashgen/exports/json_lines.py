"""JSON Lines: one line that describes the deck, then one for each note."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from flashgen.anki.package_images import images_in
from flashgen.anki.package_reader import NoteStream
from flashgen.exports.texts import SIDES, NoteTexts, note_texts

FIRST = '{"type":"deck",'
"""How the file begins."""
_NOT_TEXTS = ("size", "task", "label", "more", "hint_label")
"""Values of a side that only cards need."""


def json_lines(package: NoteStream) -> Iterator[str]:
    """Every line is an object whose `type` is `deck` or `note`."""
    native, target = package.pair
    yield _line({"type": "deck", "native": native, "target": target, "notes": package.count, "about": package.about})
    for texts in note_texts(package):
        yield _line(_note(texts))


def _note(texts: NoteTexts) -> dict[str, Any]:
    note = texts.note
    return {
        "type": "note",
        "guid": note.guid,
        "kind": note.kind,
        "article": texts["article"],
        "topic": texts["topic"],
        **{side: _side(texts, side) for side in SIDES},
        "source": texts["source"],
        **({"images": images} if (images := list(images_in(note.field_values))) else {}),
        "deck": note.deck,
        "tags": note.tags.split(),
        "modified": note.modified,
        "retired": note.retired,
    }


def _side(texts: NoteTexts, side: str) -> dict[str, str]:
    """The texts of one language, by name."""
    named = ((name.removeprefix(f"{side}."), text) for name, text in texts.values.items() if name.startswith(side))
    return {name: text for name, text in named if text and name not in _NOT_TEXTS}


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
