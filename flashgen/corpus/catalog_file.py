"""A gettext catalogue as a file: its entries, and what they translate, read within bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from flashgen.record import Record

_CHARSET = re.compile(rb'"Content-Type:[^"\n]*?charset=([^"\\\s]*)', re.IGNORECASE)
_KNOWN_CHARSET = re.compile(
    r"us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?\d|windows-?\d{3,4}|cp\d{3,4}|koi8-[rtu]|euc-(?:jp|kr)|shift_jis|big5"
    r"|gbk|gb2312|gb18030|tis-620",
    re.IGNORECASE,
)
"""Besides UTF-8. Not all that Python calls an encoding is the charset of a text, and some of it takes long."""
_BEGINNING = re.compile(rb"[ \t]*(?:#~[ \t]*)?msg")
_MOST_LINES = 10_000
"""Of one message, or of the comments above it: polib adds them one by one, in time that grows with their square."""


class UnreadableCatalog(Exception):
    """A file that is no gettext catalogue, or can be read no more; says why, in one line."""


class Catalog(Record):
    """What a catalogue holds."""

    entries: tuple[Any, ...]
    """As polib has them."""
    translations: Mapping[str, str]
    """What it translates, by text, each on one line; nothing that is fuzzy or obsolete."""
    language: str = ""
    """What its header calls its language."""


def read_catalog(path: str) -> Catalog:
    """A catalogue's content. Raises UnreadableCatalog."""
    try:
        file = Path(path)
        status = file.stat()
        # a process may outlive several builds, and a catalogue change between them
        return _read(file, (status.st_ino, status.st_size, status.st_mtime_ns))
    except (OSError, ValueError) as fault:
        raise UnreadableCatalog(str(fault).split("\n")[0]) from fault


def on_one_line(text: str) -> str:
    """A text with single spaces for all that stands between its words."""
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _read(path: Path, _: tuple[int, ...]) -> Catalog:
    import polib

    data = path.read_bytes()
    _check_lengths(data)
    # told that it is a path: a name that is none would be taken for a catalogue's own text. Told its charset: polib
    # looks for one by a pattern that takes long
    found = polib.pofile(str(path.resolve(strict=True)), encoding=_charset(data))
    entries = tuple(found)
    translated = (entry for entry in entries if entry.translated() and not entry.obsolete)
    translations = {on_one_line(entry.msgid): on_one_line(entry.msgstr) for entry in translated}
    return Catalog(entries, translations, str(found.metadata.get("Language", "")))


def _check_lengths(data: bytes) -> None:
    count = 0
    for number, line in enumerate(data.splitlines(), 1):
        count = 0 if _BEGINNING.match(line) else count + 1
        if count > _MOST_LINES:
            raise ValueError(f"line {number}: more than {_MOST_LINES:,} lines of one message")


def _charset(data: bytes) -> str:
    found = _CHARSET.search(data)
    name = found[1].decode("ascii", "replace") if found else ""
    return name if _KNOWN_CHARSET.fullmatch(name) and _is_known(name) else "utf-8"


def _is_known(charset: str) -> bool:
    try:
        return "".encode(charset) == b""
    except LookupError:
        return False
