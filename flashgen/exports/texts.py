"""The texts of a package's notes, as the exports need them: by value, by language, in learning order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flashgen.anki.field_text import CLOZE_START, plain_text
from flashgen.anki.package_reader import NoteStream
from flashgen.anki.published_notes import PublishedNote
from flashgen.kinds import kind_of
from flashgen.record import Record
from flashgen.records.facts import BLANK

SIDES = ("native", "target")
_TEXTS = ("title", "term", "question", "answer", "context", "rest")
"""What stands in both languages and is worth translating."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NoteTexts(Record):
    """A note with its values in plain text."""

    note: PublishedNote
    values: Mapping[str, str]
    """By name, such as `target.answer`; empty where the note has none."""

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """(name, native, target) of every text that the note has in both languages; no question with a gap in it."""
        for name in _TEXTS:
            native, target = self[f"native.{name}"], self[f"target.{name}"]
            if native and target and BLANK not in native and BLANK not in target:
                yield name, native, target

    @property
    def asked(self) -> str:
        """What asks for the note, as a trainer with two columns needs it: the known language, where it tells."""
        row = kind_of(self.note.kind)
        side = "target" if row.is_in_one_language else "native"
        return self._joined(side, row.asked)

    @property
    def answered(self) -> str:
        """What answers it, in the language that is learnt."""
        return self._joined("target", kind_of(self.note.kind).answered)

    def _joined(self, side: str, names: tuple[str, ...]) -> str:
        return "\n".join(filter(None, (self[f"{side}.{name.lower()}"] for name in names)))


def note_texts(package: NoteStream) -> Iterator[NoteTexts]:
    """The notes of a package in the order in which Anki introduces them, one at a time."""
    layout = package.layout
    for note in package.notes():
        values = layout.values(note.kind, note.field_values)
        yield NoteTexts(note, {name: _plain(html) for name, html in values.items()})


def _plain(html: str) -> str:
    """What a person reads of a field; a text that hides words is another note's text once more, and left out."""
    return "" if CLOZE_START in html else _UNWRITABLE.sub("\ufffd", plain_text(html))
