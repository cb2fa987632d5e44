"""What has to be remembered of every note, in a temporary file, so that memory does not grow with the deck."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager

from flashgen.errors import FlashgenError


@contextmanager
def database_on_disk(table: str) -> Iterator[sqlite3.Connection]:
    """A database with one table (as `create table` takes it), which is gone at the end.

    Raises FlashgenError where its file finds no room.
    """
    try:
        with closing(sqlite3.connect("")) as connection:  # no name: a file that SQLite makes and removes
            connection.execute("pragma journal_mode = off")  # nobody goes on with it after a crash
            connection.execute(f"create table {table}")
            yield connection
    except sqlite3.Error as fault:
        where = tempfile.gettempdir()
        raise FlashgenError(
            f"a temporary file in {where} could not be written ({fault}); nothing was changed: "
            "make room there or set TMPDIR to another folder, and run the command again"
        ) from None
