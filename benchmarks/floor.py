"""The least that a build could take: read the files, parse each whole, insert the same rows, deflate.

``python benchmarks/floor.py CORPUS PACKAGE OUT`` reads every Markdown file of a corpus, parses it with mistune in one
process, inserts the notes and cards of an existing package into a database with ``executemany``, and packs that. It
prints how many seconds of the processor the rows took to be taken out of the package, which is no part of the floor.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import mistune

TABLES = ("notes", "cards")


def rows_of(package: Path) -> tuple[str, dict[str, list[tuple[Any, ...]]]]:
    """The schema of a package's database, and the rows of its two large tables."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package) as archive:
        path = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(path)) as connection:
            made = connection.execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            )
            schema = ";".join(sql for (sql,) in made)
            return schema, {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def parse_all(corpus: Path) -> int:
    """Parse every document, once and whole; how many there are."""
    markdown = mistune.create_markdown(renderer=None, plugins=["table", "def_list"])
    paths = sorted(corpus.rglob("*.md"))
    for path in paths:
        markdown(path.read_text(encoding="utf-8"))
    return len(paths)


def write(schema: str, rows: dict[str, list[tuple[Any, ...]]], output: Path) -> None:
    """A package of the rows."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.executescript(schema)
            for table, held in rows.items():
                connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(held[0]))})", held)
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.write(database, "collection.anki2")
            archive.writestr("media", "{}")


def main() -> None:
    """Run the command."""
    corpus, package, output = map(Path, sys.argv[1:])
    start = time.process_time()
    schema, rows = rows_of(package)
    print(time.process_time() - start)
    parse_all(corpus)
    write(schema, rows, output)


if __name__ == "__main__":
    main()
