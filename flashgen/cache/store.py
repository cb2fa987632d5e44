"""Values by key in one SQLite file, which several processes may use at once, and which may be lost at any time.

Nothing here raises for what the file or the disk is like: a value that cannot be had is not there, and a store that
fails once is not asked again. Each value bears a checksum over its key and itself, so that a damaged one is not taken
for what was kept.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")

LIMIT = 4 << 30
"""Bytes that the file may have; what was used longest ago goes first."""
_NAME = "entries-1.sqlite3"
"""The number is that of the layout below."""
_TABLE = """
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL, used INTEGER);
CREATE INDEX IF NOT EXISTS by_use ON entries (used);
"""
_LAYOUT = f"PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; {_TABLE}"
_NOT_OURS = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index')"
"""Views and triggers, which could work without end."""
_THERE = "SELECT 1 FROM entries WHERE key = ?"
_PATIENCE = 30.0
"""Seconds to wait for another process that writes."""
_LONGEST_VALUE = 256 << 20
"""Bytes of a value at most; of no document that may be read is more kept."""
_TRIMMED = 0.8
"""The share of the limit that is left after trimming, so that the next build need not trim again."""
_CHECKSUM = 16
_CLOSED = b"closed"
"""The key of an entry that each process writes that closes the store."""
_DAY = 86_400


class Store:
    """A folder with the file in it. Each process that uses it opens the file for itself, when first asked."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self.fault = ""
        """Why it is not used any more; empty while it is."""
        self._limit = limit
        self._today = int(time.time()) // _DAY
        self._old: set[bytes] = set()
        """Keys that were asked for, and had not been used today."""
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        """The process that opened the connection: one that is forked from it must open its own."""

    def __reduce__(self) -> tuple[type[Store], tuple[Path, int]]:
        """What a process that is not forked is given."""
        return Store, (self.folder, self._limit)

    @property
    def file(self) -> Path:
        return self.folder / _NAME

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; None where there is none."""
        return self._attempt(lambda entries: self._found(entries, key))

    def has(self, key: bytes) -> bool:
        """Whether there is a value, sound or not."""
        return bool(self._attempt(lambda entries: entries.execute(_THERE, (key,)).fetchone()))

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value, in the place of what the key had."""
        row = (key, value, _checksum(key, value), self._today)
        self._attempt(lambda entries: entries.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", row))

    def close(self) -> None:
        """Note what was used, make the file as small as it may be, and let go of it. One that was not used is left."""
        if self._connection is not None and self._owner == os.getpid():
            self.put(_CLOSED, b"")  # tells whether anything can be written: worker processes cannot say so
            self._attempt(self._touch)
            self._attempt(self._trim)
            self._disconnect()

    def clear(self) -> int:
        """Remove everything; how many bytes that were. Raises OSError where a file cannot be removed."""
        size = self.size
        if size:
            # another build may be at work, which must not lose the file under its hands
            self._attempt(
                lambda entries: entries.executescript(f"BEGIN IMMEDIATE; DROP TABLE entries; {_TABLE} COMMIT; VACUUM;")
            )
            self._disconnect()
        if self.fault:
            for path in self.folder.glob(f"{_NAME}*"):
                path.unlink()
        return size

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.glob(f"{_NAME}*"))

    def _attempt(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
        if self.fault:
            return None
        try:
            return work(self._open())
        except (sqlite3.Error, OSError) as fault:
            self.fault = str(fault)
            self._disconnect()
            return None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._owner != os.getpid():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
            self._owner = os.getpid()
            self._connection.execute("PRAGMA synchronous = OFF")  # what a crash leaves damaged, checksums find
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            if self._connection.execute(_NOT_OURS).fetchone():
                raise sqlite3.DatabaseError("it holds what flashgen has not made")
            self._connection.executescript(_LAYOUT)
        return self._connection

    def _found(self, entries: sqlite3.Connection, key: bytes) -> bytes | None:
        row = entries.execute("SELECT value, checksum, used FROM entries WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        value, checksum, used = row
        if not isinstance(value, bytes) or checksum != _checksum(key, value):
            raise sqlite3.DatabaseError("an entry is damaged")
        if used != self._today:
            self._old.add(key)
        return value

    def _touch(self, entries: sqlite3.Connection) -> None:
        entries.execute("BEGIN IMMEDIATE")
        entries.executemany("UPDATE entries SET used = ? WHERE key = ?", [(self._today, key) for key in self._old])
        entries.execute("COMMIT")
        self._old.clear()

    def _trim(self, entries: sqlite3.Connection) -> None:
        page, pages, free = (
            entries.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count", "freelist_count")
        )
        size = page * (pages - free)
        if size > self._limit:
            (rows,) = entries.execute("SELECT count(*) FROM entries").fetchone()
            surplus = int(rows * (1 - _TRIMMED * self._limit / size)) + 1
            oldest = "SELECT rowid FROM entries ORDER BY used, rowid LIMIT ?"
            entries.execute(f"DELETE FROM entries WHERE rowid IN ({oldest})", (surplus,))
        entries.executescript("PRAGMA incremental_vacuum")  # `execute` would stop after one page

    def _disconnect(self) -> None:
        if self._connection is not None and self._owner == os.getpid():
            self._connection.close()
        self._connection = None


def _checksum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, key=key[:64], digest_size=_CHECKSUM).digest()
