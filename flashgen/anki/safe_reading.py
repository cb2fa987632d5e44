"""Zip files and databases from elsewhere, read with bounds: nothing in them can make a reader work without end."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path

_LARGEST_MEMBER = 4 << 30
"""Bytes. Decks of 300,000 notes have about a fifth of it."""
_MOST_MEMBERS = 100_000
_SQUEEZED = 100
"""How many times smaller than its content a member may be; texts of decks reach about 10."""
_FREE_SIZE = 16 << 20
"""Bytes up to which a member may be as well compressed as it likes."""
_LONGEST_VALUE = 64 << 20
"""Bytes of one value in a table: the note types of a deck, or the fields of a note."""
_STEPS, _STEPS_PER_BYTE = 20_000_000, 50
"""Of SQLite's virtual machine, for a whole database and for each of its bytes. Our queries take about one a byte."""
_BETWEEN = 100_000
"""Steps after which SQLite asks whether to go on."""


class Suspicious(ValueError):
    """What no program that writes decks would write; the message says what."""


def check_members(package: zipfile.ZipFile) -> None:
    """Raise Suspicious for a zip that would unpack to far more than it is."""
    members = package.infolist()
    if len(members) > _MOST_MEMBERS:
        raise Suspicious(f"it holds {len(members):,} files")
    for member in members:
        allowed = max(_FREE_SIZE, _SQUEEZED * member.compress_size)
        if member.file_size > min(allowed, _LARGEST_MEMBER):
            raise Suspicious(f"its {member.filename} would unpack to {member.file_size:,} bytes")


def unpack_member(package: zipfile.ZipFile, name: str, folder: Path) -> Path:
    """A member as a file in the folder, under a name of our own."""
    path = folder / "collection"
    with package.open(name) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 16)
    return path


def open_database(path: Path, tables: Mapping[str, frozenset[str]]) -> sqlite3.Connection:
    """A database to read from, in which each of the `tables` is a real one with these columns.

    Raises Suspicious where one is a view, a virtual table or has computed columns, which could yield rows or values
    without end, and sqlite3.Error for no database. A query that takes more steps than the file explains is stopped.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma cell_size_check = on")
        _limit_steps(connection, _STEPS + _STEPS_PER_BYTE * path.stat().st_size)
        for name, columns in tables.items():
            _check_table(connection, name, columns)
    except BaseException:
        connection.close()
        raise
    return connection


def _limit_steps(connection: sqlite3.Connection, most: int) -> None:
    left = most // _BETWEEN

    def count() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(count, _BETWEEN)


def _check_table(connection: sqlite3.Connection, name: str, columns: frozenset[str]) -> None:
    found = connection.execute(
        "select type, sql from main.sqlite_master where name = ? collate nocase", (name,)
    ).fetchall()
    if len(found) != 1 or found[0][0] != "table" or not str(found[0][1]).lower().startswith("create table"):
        raise Suspicious(f"its {name!r} is no table of Anki's")
    rows = connection.execute(f"pragma main.table_xinfo({name})").fetchall()
    if not columns <= {row[1] for row in rows} or any(row[6] for row in rows):
        raise Suspicious(f"its table {name!r} has other columns than Anki's")
