"""A package whose contents are known to be in the file already is not written again; any other one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flashgen.anki.package_images import ImageSources
from flashgen.anki.package_writer import Package, make_package, write_package
from flashgen.anki.rows import Rows
from flashgen.atomic_file import Fingerprint, fingerprint
from flashgen.cache.store import Store
from flashgen.errors import FlashgenError
from flashgen.pipeline import kept_packages
from flashgen.pipeline.kept_packages import write_unless_there
from flashgen.record import replace
from flashgen.records.notes import DatedNote
from tests.support.plain_deck import HONEY, NOTE_TYPES, NOTHING, NOW, WAX, following, manifest

ROWS = (DatedNote(HONEY, NOW, 10, "new"), DatedNote(WAX, NOW, 20, "new"))


def packed(*rows: DatedNote, now: int = NOW) -> Package:
    return make_package(Rows(rows or ROWS), NOTE_TYPES, {}, manifest(NOTHING, following(NOTHING, HONEY, WAX)), now)


@dataclass
class Desk:
    """A package and a store, and how often anything was written."""

    path: Path
    store: Store
    written: list[Path] = field(default_factory=list)

    def write(self, package: Package, store: Store | None = None) -> bool:
        return write_unless_there(self.path, package, fingerprint(self.path), store or self.store)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """One at which a package was written."""
    found = Desk(tmp_path / "deck.apkg", Store(tmp_path / "store"))

    def write_and_note(path: Path, package: Package, expected: Fingerprint) -> bool:
        found.written.append(path)
        return write_package(path, package, expected)

    monkeypatch.setattr(kept_packages, "write_package", write_and_note)
    assert found.write(packed())
    return found


def test_what_is_there_already_is_not_written(desk: Desk) -> None:
    before = desk.path.read_bytes()
    assert not desk.write(packed())
    assert not desk.write(packed(*(replace(row, status="unchanged") for row in ROWS)))
    assert len(desk.written) == 1
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize(
    "package",
    [
        packed(*ROWS[:1]),
        packed(*ROWS[::-1]),
        packed(replace(ROWS[0], modified=NOW + 1), ROWS[1]),
        packed(replace(ROWS[0], position=30), ROWS[1]),
        packed(replace(ROWS[0], note=replace(HONEY, tags=("sweet",))), ROWS[1]),
        packed(replace(ROWS[0], note=replace(HONEY, deck="Wax")), ROWS[1]),
        packed(replace(ROWS[0], note=replace(HONEY, cards=HONEY.cards[:1])), ROWS[1]),
        packed(now=NOW + 1),
        replace(packed(), compression=0),
        replace(packed(), about={"license": "CC BY 4.0"}),
        replace(packed(), manifest=packed().manifest + b" "),
    ],
)
def test_other_contents_are_written(desk: Desk, package: Package, tmp_path: Path) -> None:
    assert desk.write(package)
    other = tmp_path / "other.apkg"
    write_package(other, package, None)
    assert desk.path.read_bytes() == other.read_bytes()


def test_another_file_in_the_place_of_what_was_written_is_replaced(desk: Desk) -> None:
    before = desk.path.read_bytes()
    desk.path.write_bytes(b"something else")
    assert desk.write(packed())
    assert desk.path.read_bytes() == before
    desk.path.unlink()
    assert desk.write(packed())
    assert desk.path.read_bytes() == before


def test_a_file_that_is_not_the_expected_one_any_more_is_told_of(desk: Desk) -> None:
    with pytest.raises(FlashgenError, match="written by another program"):
        write_unless_there(desk.path, packed(), None, desk.store)


def test_a_package_with_images_is_always_written(desk: Desk, tmp_path: Path) -> None:
    package = replace(packed(), images=ImageSources({"a.png": tmp_path / "a.png"}, {}))
    for _ in range(2):
        assert not desk.write(package)
    assert len(desk.written) == 3


def test_without_a_store_packages_are_always_written(desk: Desk) -> None:
    assert not write_unless_there(desk.path, packed(), fingerprint(desk.path), None)
    assert len(desk.written) == 2
