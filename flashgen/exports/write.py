"""A package -> a file for other programs, in the format that the file's suffix or the user names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from flashgen.anki.package_reader import NoteStream, stream_notes
from flashgen.atomic_file import atomic_write, beginning, fingerprint
from flashgen.errors import FlashgenError, suggest
from flashgen.exports import json_lines, tables, term_base, translation_memory
from flashgen.record import Record

_MARK_WITHIN = 1000
"""How many bytes of a file are searched for the mark of its format."""


class Format(Record):
    """A kind of file that a package can be exported to."""

    lines: Callable[[NoteStream], Iterator[str]]
    """The text of the file, piece by piece."""
    mark: str
    """What only such a file of ours has near its beginning, so that nothing else is ever overwritten."""
    made_of: str = "notes"
    """What a package must hold, since there is no such file without it."""


FORMATS: Mapping[str, Format] = {
    "tsv": Format(tables.anki_lines, "\n".join(tables.ANKI_HEADER)),
    "csv": Format(tables.csv_lines, tables.BYTE_ORDER_MARK + ",".join(tables.CSV_COLUMNS)),
    "jsonl": Format(json_lines.json_lines, json_lines.FIRST),
    "tmx": Format(translation_memory.tmx_lines, translation_memory.CREATOR),
    "tbx": Format(term_base.tbx_lines, term_base.CREATOR, "terms in both languages"),
}
"""By name, which is the suffix, too."""


def export_package(package: Path, path: Path, format_name: str | None = None) -> None:
    """Write what a package holds to a file. Without a name of a format, the suffix of the file is one.

    Raises FlashgenError for an unknown suffix, a package that cannot be read or holds nothing that the format is made
    of, and a file that is there already and is no earlier export in this format; nothing is overwritten then.
    """
    chosen = FORMATS[format_name or _format_of(path)]
    before = fingerprint(path)
    if before and not _bears(path, chosen.mark):
        what = "a folder" if path.is_dir() else f"no {format_name or _format_of(path)} that flashgen has exported"
        raise FlashgenError(f"{path} is {what}, so it was left as it is; name another file", usage=True)
    with stream_notes(package) as notes:
        lines = chosen.lines(notes)
        first = next(lines, "")
        if not first:
            raise FlashgenError(f"{package} holds no {chosen.made_of}; {path} was not written")
        with atomic_write(path, before) as stream:
            for text in chain((first,), lines):
                stream.write(text.encode())


def _format_of(path: Path) -> str:
    suffix = path.suffix.removeprefix(".").lower()
    if suffix in FORMATS:
        return suffix
    ending = f"the ending {path.suffix}" if suffix else "no ending"
    message = f"{path} has {ending}, which names no format{suggest(suffix, FORMATS)}"
    raise FlashgenError(f"{message} (or name one with --format); nothing was written", usage=True)


def _bears(path: Path, mark: str) -> bool:
    """Whether a file has the mark near its beginning."""
    return mark in beginning(path, _MARK_WITHIN).decode("utf-8", "replace").replace("\r\n", "\n")
