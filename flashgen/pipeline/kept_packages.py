"""Packages that are there already: one whose contents are known need not be written, only to be found the same."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from flashgen.anki.package_writer import Package, write_package
from flashgen.atomic_file import Fingerprint, fingerprint
from flashgen.cache.shelf import Shelf, canonical, file_digest
from flashgen.cache.store import Store

_PACKAGES: Shelf[bytes] = Shelf("package", bytes)
"""The digest of the file that contents were written to."""


def write_unless_there(path: Path, package: Package, expected: Fingerprint, store: Store | None) -> bool:
    """As `write_package`; nothing is written where `store` knows that the file holds these contents."""
    if store is None or not package.images.is_empty:  # images are read from files of their own
        return write_package(path, package, expected)
    key = _PACKAGES.key(_contents(package))
    if (known := _PACKAGES.get(store, key)) and known == _file_digest(path) and fingerprint(path) == expected:
        return False
    is_written = write_package(path, package, expected)
    _PACKAGES.put(store, key, _file_digest(path))
    return is_written


def _contents(package: Package) -> Iterator[bytes | str]:
    """All that the bytes of the file depend on."""
    models = {name: model.to_json(model.modified, 1) for name, model in package.models.items()}
    libraries = version("genanki"), sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION
    yield canonical((models, package.about, package.compression, libraries))
    yield package.manifest
    for row in package.rows.known:
        yield package.rows.digest(row)
        yield row.modified.to_bytes(8, signed=True)
        yield row.position.to_bytes(8, signed=True)


def _file_digest(path: Path) -> bytes:
    """Of what is in a file; empty where it cannot be read."""
    try:
        return file_digest(path) if path.is_file() else b""
    except OSError:
        return b""
