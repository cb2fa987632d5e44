"""Opening a package: what is wrong with it, in words that say what to do."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flashgen.anki.manifest import MEMBER, Manifest, ManifestError, parse_manifest
from flashgen.anki.safe_reading import check_members
from flashgen.errors import FlashgenError, suggest_path

# What zipfile, zlib, sqlite3 and json raise for files that are damaged, encrypted or something else altogether.
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, RuntimeError, sqlite3.Error, NotImplementedError),
    *(KeyError, ValueError, TypeError, AttributeError, EOFError),
)
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM)


def check_is_ours(path: Path, pair: tuple[str, str]) -> None:
    """Raise FlashgenError unless the file that is to be replaced is a package of flashgen's, of this pair."""
    with refusing(path, to_build_upon=True), open_package(path) as package:
        if damaged := package.testzip():
            raise ManifestError(f"it is damaged, or no package at all ({damaged})")
        refuse_other_pair(read_manifest(package), pair)


@contextmanager
def open_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """A package to read members from. Raises FlashgenError where there is no file; use it within `refusing`."""
    if not path.is_file():
        what, nearest = ("is not a file", "") if path.exists() else ("does not exist", suggest_path(path))
        said = nearest or "; name an .apkg that flashgen has written"
        raise FlashgenError(f"{path} {what}{said}", usage=True)
    with zipfile.ZipFile(path) as package:
        check_members(package)
        yield package


@contextmanager
def refusing(path: Path, *, to_build_upon: bool) -> Iterator[None]:
    """Turn what goes wrong while a package is read into a FlashgenError, which says what to do."""
    try:
        yield
    except ManifestError as fault:
        raise FlashgenError(_refusal(path, str(fault), to_build_upon)) from None
    except OSError as fault:  # no fault of the package: a full disk, a right that is missing
        raise FlashgenError(_no_access(path, fault.strerror or str(fault))) from None
    except _FAULTS as fault:
        if isinstance(fault, sqlite3.OperationalError) and fault.sqlite_errorcode & 0xFF in _NO_ROOM:
            raise FlashgenError(_no_access(path, str(fault))) from None
        why = f"it is damaged, or no package at all ({fault})"
        raise FlashgenError(_refusal(path, why, to_build_upon)) from None


def _no_access(path: Path, why: str) -> str:
    return (
        f"{path} could not be read, or not be unpacked to {tempfile.gettempdir()} ({why}); nothing was changed: "
        "make room there, set TMPDIR to another folder or give the right to read it, and run the command again"
    )


def _refusal(path: Path, why: str, to_build_upon: bool) -> str:
    if not to_build_upon:
        return f"{path} cannot be used: {why}"
    remedy = "move it away, name another file, or build with --fresh to start anew and replace it"
    return f"{path} cannot be built upon: {why}. It was left untouched: {remedy}"


def refuse_other_pair(manifest: Manifest, pair: tuple[str, str]) -> None:
    """Raise ManifestError for a deck that is not of this pair (native, target)."""
    if (manifest.native, manifest.target) != pair:
        message = f"it is a deck of {manifest.native} → {manifest.target}, not of {pair[0]} → {pair[1]}"
        raise ManifestError(message)


def read_manifest(package: zipfile.ZipFile) -> Manifest:
    """What a package says of itself. Raises ManifestError where that is missing or cannot be understood."""
    if MEMBER not in package.namelist():
        if {"collection.anki2", "collection.anki21", "collection.anki21b"} & set(package.namelist()):
            raise ManifestError("it was not made by flashgen")
        raise ManifestError("it holds no collection of Anki's")
    return parse_manifest(package.read(MEMBER))
