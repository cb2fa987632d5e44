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

from flashgen.anki_template import parse
from flashgen.build import Request, build
from flashgen.clock import build_time
from flashgen.config import load_config
from flashgen.errors import FlashgenError
from flashgen.notetypes import CardType, NoteType
from flashgen.package import Changes, write_package
from flashgen.previous import Previous, read_previous
from flashgen.records import Location, Note

NOW = 1_750_000_000
CARDS = (("Forth", "{{#Front}}{{Front}}{{/Front}}"), ("Back", "{{#Rear}}{{Rear}}{{/Rear}}"))
PLAIN = NoteType(
    1_600_000_000_001, "plain", ((11, "Id"), (12, "Front"), (13, "Rear")), 1,
    tuple(CardType(20 + i, name, front, "{{Front}} {{Rear}}", parse(front)) for i, (name, front) in enumerate(CARDS)),
    ".card {}",
)  # fmt: skip


def a_note(guid: str, front: str = "rope", cards: tuple[int, ...] = (0, 1), deck: str = "Knots") -> Note:
    fields = (guid, front, "corda")
    return Note(guid, "highlight", "plain", fields, ("knots",), deck, cards, "rope", Location(f"en/{guid}.md", 3))


def write(path: Path, notes: Sequence[Note], now: int = NOW, note_type: NoteType = PLAIN, **options: bool) -> Changes:
    return write_package(path, notes, {"highlight": note_type}, read_previous(path), now, **options)


def rows(package: Path, query: str) -> list[tuple[Any, ...]]:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package) as members:
        connection = sqlite3.connect(members.extract("collection.anki2", folder))
        found = connection.execute(query).fetchall()
        connection.close()
    return found


def times(package: Path) -> dict[str, int]:
    return dict(rows(package, "select guid, mod from notes"))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files during one test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_two_notes_with_one_guid_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="same1234.*en/same1234.md:3.*nothing was written"):
        write(tmp_path / "deck.apkg", [a_note("same1234"), a_note("other567"), a_note("same1234", "string")])
    assert list(tmp_path.iterdir()) == []


def test_an_existing_package_outlives_a_refused_build(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [a_note("one")])
    before = package.read_bytes()
    with pytest.raises(FlashgenError):
        write(package, [a_note("two"), a_note("two")])
    assert package.read_bytes() == before


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
def test_a_failure_at_any_moment_leaves_the_old_package(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    package = tmp_path / "decks" / "deck.apkg"
    write(package, [a_note("one")])
    before = package.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises((FlashgenError, KeyboardInterrupt)):
            write(package, [a_note("one", "cord")])
    assert package.read_bytes() == before
    assert [path.name for path in package.parent.iterdir()] == ["deck.apkg"]
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_told_in_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FlashgenError) as failure:
        write(tmp_path / "deck.apkg", [a_note("one")])
    (problem,) = failure.value.problems
    assert "deck.apkg cannot be written (No space left on device); nothing was changed" in problem.message


def test_a_finished_build_leaves_the_package_alone_in_its_folder(tmp_path: Path, scratch: Path) -> None:
    package = tmp_path / "decks" / "deck.apkg"
    for front in ("rope", "cord"):
        write(package, [a_note("one", front)])
    assert [path.name for path in package.parent.iterdir()] == ["deck.apkg"]
    assert list(scratch.iterdir()) == []


def test_without_write_not_even_the_folder_is_made(tmp_path: Path) -> None:
    changes = write(tmp_path / "decks" / "deck.apkg", [a_note("one")], write=False)
    assert changes == Changes(new=1, changed=0, unchanged=0, gone=0)
    assert list(tmp_path.iterdir()) == []


def test_members_of_the_zip_carry_a_fixed_date(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [a_note("one")])
    with zipfile.ZipFile(tmp_path / "deck.apkg") as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [member.filename for member in members.infolist()] == ["collection.anki2", "media"]
        assert members.read("media") == b"{}"


def test_the_clock_does_not_reach_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "one.apkg", [a_note("one")])
    monkeypatch.setattr(time, "time", lambda: NOW + 99_999.5)
    write(tmp_path / "other.apkg", [a_note("one")])
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "other.apkg").read_bytes()


def a_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)


def a_database(path: Path, *statements: str) -> None:
    file = path.with_suffix(".db")
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    a_zip(path, {"collection.anki2": file.read_bytes()})
    file.unlink()


TABLES = (
    "create table notes (id, guid, mod, flds, tags)",
    "create table cards (id, nid, due)",
    "create table col (models)",
)


def make_text(path: Path) -> None:
    path.write_text("Shopping: rope, tar, lamp oil\n")


def make_empty(path: Path) -> None:
    path.touch()


def make_truncated(path: Path) -> None:
    write(path, [a_note("one")])
    path.write_bytes(path.read_bytes()[:300])


def make_scrambled(path: Path) -> None:
    write(path, [a_note("one")])
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)


def make_zip_without_collection(path: Path) -> None:
    a_zip(path, {"holiday.txt": b"sun and sea"})


def make_collection_of_text(path: Path) -> None:
    a_zip(path, {"collection.anki2": b"this is no database, though it is long enough to be looked at" * 20})


def make_database_without_tables(path: Path) -> None:
    a_database(path, "create table knots (name)")


def make_collection_without_row(path: Path) -> None:
    a_database(path, *TABLES)


def make_note_types_that_are_no_json(path: Path) -> None:
    a_database(path, *TABLES, "insert into col values ('{not json')")


def make_note_types_that_are_a_list(path: Path) -> None:
    a_database(path, *TABLES, "insert into col values ('[]')")


@pytest.mark.parametrize(
    "make",
    [
        make_text,
        make_empty,
        make_truncated,
        make_scrambled,
        make_zip_without_collection,
        make_collection_of_text,
        make_database_without_tables,
        make_collection_without_row,
        make_note_types_that_are_no_json,
        make_note_types_that_are_a_list,
    ],
)
def test_what_is_no_package_is_refused_and_left_untouched(tmp_path: Path, scratch: Path, make: Any) -> None:
    package = tmp_path / "deck.apkg"
    make(package)
    before = package.read_bytes()
    with pytest.raises(FlashgenError, match="deck.apkg exists but is no package.*left untouched"):
        read_previous(package)
    assert package.read_bytes() == before
    assert list(scratch.iterdir()) == []


def test_a_folder_is_no_previous_package(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="is not a file") as failure:
        read_previous(tmp_path)
    assert failure.value.usage


def test_a_missing_package_is_an_empty_one(tmp_path: Path) -> None:
    assert read_previous(tmp_path / "deck.apkg") == Previous()


def test_a_file_in_the_place_of_the_folder_gives_one_message(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a letter")
    with pytest.raises(FlashgenError) as failure:
        write(tmp_path / "decks" / "deck.apkg", [a_note("one")])
    (problem,) = failure.value.problems
    assert "deck.apkg cannot be written" in problem.message
    assert (tmp_path / "decks").read_text() == "a letter"


def test_positions_increase_with_gaps_and_siblings_share_one(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [a_note(name) for name in ("one", "two", "three")])
    found = rows(tmp_path / "deck.apkg", "select n.guid, c.due from cards c join notes n on n.id = c.nid order by c.id")
    assert found == [("one", 10), ("one", 10), ("two", 20), ("two", 20), ("three", 30), ("three", 30)]


def test_positions_run_through_all_decks(tmp_path: Path) -> None:
    notes = [a_note("one"), a_note("two", deck="Sails"), a_note("three")]
    write(tmp_path / "deck.apkg", notes)
    found = rows(
        tmp_path / "deck.apkg", "select n.guid, min(c.due) from cards c join notes n on n.id = c.nid group by 1"
    )
    assert dict(found) == {"one": 10, "two": 20, "three": 30}


def test_only_the_filled_cards_are_written(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [a_note("one", cards=(1,))])
    assert rows(tmp_path / "deck.apkg", "select ord from cards") == [(1,)]


def test_an_unchanged_note_keeps_its_time_and_a_changed_one_gets_the_new(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [a_note("one"), a_note("two"), a_note("three")])
    changes = write(package, [a_note("one"), a_note("two", "cord"), a_note("four")], NOW + 500)
    assert changes == Changes(new=1, changed=1, unchanged=1, gone=1)
    assert times(package) == {"one": NOW, "two": NOW + 500, "four": NOW + 500}


def test_a_changed_note_is_newer_even_when_the_build_is_not(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [a_note("one")])
    write(package, [a_note("one", "cord")], NOW - 500)
    assert times(package) == {"one": NOW + 1}


def test_a_note_that_moved_is_unchanged(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write(package, [a_note("one"), a_note("two")])
    assert write(package, [a_note("two"), a_note("one")], NOW + 500).unchanged == 2
    assert times(package) == {"one": NOW, "two": NOW}


def test_a_note_type_gets_a_new_time_only_when_it_changes(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"

    def written(css: str, now: int) -> int:
        note_type = NoteType(PLAIN.id, PLAIN.name, PLAIN.fields, PLAIN.sort_field, PLAIN.cards, css)
        write(package, [a_note("one")], now, note_type)
        time_of_it: int = read_previous(package).models[PLAIN.id]["mod"]
        return time_of_it

    assert [written(".card {}", NOW), written(".card {}", NOW + 5), written(".card { color: teal }", NOW + 9)] == [
        NOW, NOW, NOW + 9,
    ]  # fmt: skip


def test_source_date_epoch_is_the_build_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert build_time([Path(__file__)]) == 1_234_567_890


@pytest.mark.parametrize("value", ["tomorrow", "-5", "12.5", "0x10", "²", " "])
def test_a_bad_source_date_epoch_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(FlashgenError, match="SOURCE_DATE_EPOCH") as failure:
        build_time([])
    assert failure.value.usage


def test_the_build_time_is_never_in_the_future(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    assert build_time([]) <= time.time()


def test_the_build_time_is_never_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert build_time([]) > 0


def test_the_newest_input_gives_the_build_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, mtime in (("old.md", NOW - 100), ("new.md", NOW)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (mtime, mtime))
    assert build_time([tmp_path / "old.md", tmp_path / "new.md", tmp_path / "gone.md"]) == NOW


def test_source_date_epoch_reaches_every_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    config = load_config()
    request = Request("en", "it", config.corpus, ("compass",), jobs=1)
    build(request, config, tmp_path / "deck.apkg", lambda outcomes, _: outcomes)
    assert set(times(tmp_path / "deck.apkg").values()) == {NOW}
