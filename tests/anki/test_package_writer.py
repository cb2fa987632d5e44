"""Writing packages: whole or not at all, the same bytes for the same notes, and times that mean something."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki.manifest import MEMBER, manifest_bytes
from flashgen.anki.note_types import NoteType
from flashgen.anki.package_reader import read_edition
from flashgen.anki.package_writer import Package, make_package, write_package
from flashgen.anki.rows import Rows
from flashgen.atomic_file import fingerprint
from flashgen.editions.next_edition import NextEdition
from flashgen.errors import FlashgenError
from flashgen.record import replace
from flashgen.records.notes import DatedNote, Note
from tests.support.plain_deck import NOTE_TYPES, NOTHING, NOW, manifest, note

PURPOSE = NOTE_TYPES["purpose"]
EMPTY = NextEdition(Rows(), (), (), (), ())


def bullet(guid: str, native: str = "honey", deck: str = "Bees") -> Note:
    return note(native, "miele", guid=guid, article=guid, deck=deck)


def write(path: Path, notes: Sequence[Note], now: int = NOW, note_type: NoteType = PURPOSE) -> None:
    """Write the notes with one time and positions in their order, over whatever package is there."""
    models = read_edition(path).models if path.exists() else {}
    rows = Rows(DatedNote(one, now, 10 * number, "new") for number, one in enumerate(notes, 1))
    made = make_package(rows, {"purpose": note_type}, models, manifest(NOTHING, EMPTY), now)
    write_package(path, made, fingerprint(path))


def packed(*notes: DatedNote, now: int = NOW, compression: int = 6) -> Package:
    """The notes as a first edition holds them."""
    return make_package(Rows(notes), NOTE_TYPES, {}, manifest(NOTHING, EMPTY), now, compression=compression)


def query(package: Path, sql: str) -> list[tuple[Any, ...]]:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package) as members:
        connection = sqlite3.connect(members.extract("collection.anki2", folder))
        found = connection.execute(sql).fetchall()
        connection.close()
    return found


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files during one test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_two_notes_with_one_guid_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="same1234.*it/same1234.md:3.*nothing was written"):
        write(tmp_path / "deck.apkg", [bullet("same1234"), bullet("other567"), bullet("same1234", "nectar")])
    assert list(tmp_path.iterdir()) == []


def test_an_existing_package_outlives_a_refused_build(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [bullet("one")])
    before = package.read_bytes()
    with pytest.raises(RuntimeError):
        write(package, [bullet("two"), bullet("two")])
    assert package.read_bytes() == before


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
def test_a_failure_at_any_moment_leaves_the_old_package(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    package = tmp_path / "decks" / "deck.apkg"
    write(package, [bullet("one")])
    before = package.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises((FlashgenError, KeyboardInterrupt)):
            write(package, [bullet("one", "nectar")])
    assert package.read_bytes() == before
    assert [path.name for path in package.parent.iterdir()] == ["deck.apkg"]
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_told_in_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FlashgenError) as failure:
        write(tmp_path / "deck.apkg", [bullet("one")])
    (problem,) = failure.value.problems
    assert "deck.apkg cannot be written (No space left on device); nothing was changed" in problem.message


def test_a_finished_build_leaves_the_package_alone_in_its_folder(tmp_path: Path, scratch: Path) -> None:
    package = tmp_path / "decks" / "deck.apkg"
    for native in ("honey", "nectar"):
        write(package, [bullet("one", native)])
    assert [path.name for path in package.parent.iterdir()] == ["deck.apkg"]
    assert list(scratch.iterdir()) == []


def test_members_of_the_zip_carry_a_fixed_date(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [bullet("one")])
    with zipfile.ZipFile(tmp_path / "deck.apkg") as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [member.filename for member in members.infolist()] == ["collection.anki2", "media", MEMBER]
        assert members.read("media") == b"{}"


def test_a_package_is_compressed_as_hard_as_was_asked(tmp_path: Path) -> None:
    notes = [DatedNote(bullet(f"bee{number}", "honey " * 20), NOW, number, "new") for number in range(200)]
    sizes = {}
    for level in (0, 1, 9):
        path = tmp_path / f"{level}.apkg"
        write_package(path, packed(*notes, compression=level), fingerprint(path))
        with zipfile.ZipFile(path) as members:
            sizes[level] = members.getinfo("collection.anki2").compress_size
            assert members.testzip() is None
    assert sizes[9] < sizes[1] < sizes[0]


def test_the_package_tells_of_itself_to_the_next_build(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [bullet("one")])
    with zipfile.ZipFile(tmp_path / "deck.apkg") as members:
        assert members.read(MEMBER) == manifest_bytes(manifest(NOTHING, EMPTY))


def test_the_clock_does_not_reach_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "one.apkg", [bullet("one")])
    monkeypatch.setattr(time, "time", lambda: NOW + 99_999.5)
    write(tmp_path / "other.apkg", [bullet("one")])
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "other.apkg").read_bytes()


def test_a_package_is_as_late_as_its_latest_note_or_note_type() -> None:
    one, two = DatedNote(bullet("one"), NOW - 500, 10, "unchanged"), DatedNote(bullet("two"), NOW, 20, "changed")
    assert packed(one, two, now=NOW - 900).latest == NOW
    assert packed(one, two, now=NOW + 7).latest == NOW + 7


def test_a_file_in_the_place_of_the_folder_gives_one_message(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a letter")
    with pytest.raises(FlashgenError) as failure:
        write(tmp_path / "decks" / "deck.apkg", [bullet("one")])
    (problem,) = failure.value.problems
    assert "deck.apkg cannot be written" in problem.message
    assert (tmp_path / "decks").read_text() == "a letter"


def test_a_package_that_came_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [bullet("one")])
    seen = fingerprint(package)
    package.write_bytes(b"what a second build has written")
    with pytest.raises(FlashgenError, match="deck.apkg was written by another program"):
        write_package(package, packed(DatedNote(bullet("two"), NOW, 10, "new")), seen)
    assert package.read_bytes() == b"what a second build has written"
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]


def test_the_cards_of_a_note_share_its_position(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [bullet(name) for name in ("one", "two")])
    found = query(tmp_path / "deck.apkg", "select guid, due from cards c join notes n on n.id = c.nid order by c.id")
    assert found == [("one", 10), ("one", 10), ("two", 20), ("two", 20)]


def test_positions_run_through_all_decks(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [bullet("one"), bullet("two", deck="Flowers"), bullet("three")])
    found = query(tmp_path / "deck.apkg", "select guid, min(due) from cards c join notes n on n.id = c.nid group by 1")
    assert dict(found) == {"one": 10, "two": 20, "three": 30}


def test_only_the_filled_cards_are_written(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [replace(bullet("one"), cards=(1,))])
    assert query(tmp_path / "deck.apkg", "select ord from cards") == [(1,)]


def test_every_note_bears_its_own_time(tmp_path: Path) -> None:
    one, two = DatedNote(bullet("one"), NOW - 500, 10, "unchanged"), DatedNote(bullet("two"), NOW, 20, "changed")
    write_package(tmp_path / "deck.apkg", packed(one, two), None)
    assert query(tmp_path / "deck.apkg", "select guid, mod from notes") == [("one", NOW - 500), ("two", NOW)]


def test_a_note_type_gets_a_new_time_only_when_it_changes(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"

    def written(css: str, now: int) -> int:
        write(package, [bullet("one")], now, replace(PURPOSE, css=css))
        return read_edition(package).models[PURPOSE.id].modified

    assert [written(".card {}", NOW), written(".card {}", NOW + 5), written(".card { color: teal }", NOW + 9)] == [
        NOW, NOW, NOW + 9,
    ]  # fmt: skip


def test_a_changed_note_type_is_newer_even_when_the_build_is_not(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [bullet("one")])
    write(package, [bullet("one")], NOW - 500, replace(PURPOSE, css=".card { color: teal }"))
    assert read_edition(package).models[PURPOSE.id].modified == NOW + 1
