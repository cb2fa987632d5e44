"""The package that a build replaces, read for what must not change without need: times of notes and note types."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flashgen.errors import FlashgenError

# What zipfile, zlib, sqlite3 and json raise for files that are damaged, encrypted or something else altogether.
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, RuntimeError, sqlite3.Error),
    *(KeyError, ValueError, TypeError, AttributeError, EOFError, OSError),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A note as the previous package holds it; `modified` in whole seconds."""

    modified: int
    fields: str
    tags: str


@dataclass(frozen=True, slots=True)
class Previous:
    """A previous package: its notes by guid, its note types by id."""

    notes: dict[str, Published] = field(default_factory=dict)
    models: dict[int, dict[str, Any]] = field(default_factory=dict)


def read_previous(path: Path) -> Previous:
    """Read a package. A missing file is an empty package; raises FlashgenError for one that is not a package."""
    if not path.exists():
        return Previous()
    if not path.is_file():
        raise FlashgenError(f"{path} is not a file; name the package to write with --output", usage=True)
    try:
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as package:
            package.extract("collection.anki2", folder)
            connection = sqlite3.connect(Path(folder) / "collection.anki2")
            try:
                return _read(connection)
            finally:
                connection.close()
    except _FAULTS as fault:
        said = f"{path} exists but is no package that flashgen can read ({fault}); it was left untouched"
        raise FlashgenError(f"{said}: move it away, or choose another --output") from None


def _read(connection: sqlite3.Connection) -> Previous:
    rows = connection.execute("select guid, mod, flds, tags from notes")
    notes = {guid: Published(mod, flds, tags) for guid, mod, flds, tags in rows}
    (models,) = connection.execute("select models from col").fetchone()
    return Previous(notes, {int(key): model for key, model in json.loads(models).items()})
