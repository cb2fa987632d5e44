"""Tables: TSV that Anki imports over a package, and CSV for spreadsheets and other trainers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from flashgen.anki.package_reader import NoteStream
from flashgen.exports.texts import NoteTexts, note_texts

ANKI_HEADER = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    "#tags column:4",
)
"""What tells Anki which column is what (Anki's manual, "Text files", file headers); fields follow from column 5."""
CSV_COLUMNS = (
    "front", "back", "kind", "article", "topic",
    "native_title", "native_question", "native_answer", "native_context",
    "target_title", "target_question", "target_answer", "target_context", "target_figure", "guid",
)  # fmt: skip
"""Trainers that know two columns take the first two."""
BYTE_ORDER_MARK = "\ufeff"
"""Begins the CSV: without it, Excel takes UTF-8 for something else."""
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s.,%]*\Z)")
"""How a cell begins that a spreadsheet would calculate."""


def anki_lines(package: NoteStream) -> Iterator[str]:
    """The header lines, then a line for each note, with its fields as HTML."""
    yield from (f"{line}\n" for line in ANKI_HEADER)
    names = {record.id: record.name for record in package.manifest.note_types}
    rows = ((note.guid, names[note.note_type], note.deck, note.tags, *note.field_values) for note in package.notes())
    yield from _rows(rows, "\t", "\n")


def csv_lines(package: NoteStream) -> Iterator[str]:
    """A header, then a line for each note in plain text; lines end as RFC 4180 wants it."""
    yield BYTE_ORDER_MARK
    yield from _rows([CSV_COLUMNS], ",", "\r\n")
    yield from _rows((map(_cell, _csv_row(one)) for one in note_texts(package)), ",", "\r\n")


def _csv_row(texts: NoteTexts) -> Iterator[str]:
    yield from (texts.asked, texts.answered, texts.note.kind)
    for column in CSV_COLUMNS[3:]:
        yield texts[column.replace("_", ".", 1)]


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe in front says that it is none."""
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(rows: Iterable[Iterable[str]], separator: str, end: str) -> Iterator[str]:
    """Each row as a line of text, quoted where it has to be."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator=end)
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
