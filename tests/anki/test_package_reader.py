"""Reading a package back: what it holds, and what is refused as no package to build upon."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki.field_text import field_html
from flashgen.anki.manifest import MEMBER
from flashgen.anki.package_access import check_is_ours
from flashgen.anki.package_reader import Edition, published_text, read_edition
from flashgen.errors import FlashgenError
from flashgen.record import replace
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import HONEY, NOTHING, PAIR, POLLEN, SLEEP, VALUES, WAX, note, published, write_deck

Make = Callable[[Path], None]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files during one test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def members(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as found:
        return {name: found.read(name) for name in found.namelist()}


def zip_up(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)


def make_text(path: Path) -> None:
    path.write_text("Shopping: rope, tar, lamp oil\n")


def make_empty(path: Path) -> None:
    path.touch()


def make_truncated(path: Path) -> None:
    write_deck(path, HONEY)
    path.write_bytes(path.read_bytes()[:300])


def make_scrambled(path: Path) -> None:
    write_deck(path, HONEY)
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)


def make_zip_of_holiday_notes(path: Path) -> None:
    zip_up(path, {"holiday.txt": b"sun and sea"})


def make_deck_of_somebody_else(path: Path) -> None:
    write_deck(path, HONEY)
    zip_up(path, {name: data for name, data in members(path).items() if name != MEMBER})


def make_new_style_deck_of_somebody_else(path: Path) -> None:
    zip_up(path, {"collection.anki21b": b"compressed", "media": b""})


def make_manifest_without_collection(path: Path) -> None:
    write_deck(path, HONEY)
    zip_up(path, {MEMBER: members(path)[MEMBER]})


def with_manifest(change: Callable[[dict[str, Any]], object]) -> Make:
    """A maker of a deck whose manifest is changed."""

    def make(path: Path) -> None:
        write_deck(path, HONEY, SLEEP)
        files = members(path)
        files[MEMBER] = json.dumps(change(json.loads(files[MEMBER]))).encode()
        zip_up(path, files)

    return make


def with_manifest_text(text: bytes) -> Make:
    """A maker of a deck whose manifest is another text."""

    def make(path: Path) -> None:
        write_deck(path, HONEY)
        zip_up(path, {**members(path), MEMBER: text})

    return make


def with_collection(data: bytes) -> Make:
    """A maker of a deck whose collection is something else."""

    def make(path: Path) -> None:
        write_deck(path, HONEY)
        zip_up(path, {**members(path), "collection.anki2": data})

    return make


def with_sql(script: str) -> Make:
    """A maker of a deck in whose collection some statements were run."""

    def make(path: Path) -> None:
        write_deck(path, HONEY, SLEEP)
        files = members(path)
        file = path.with_suffix(".db")
        file.write_bytes(files["collection.anki2"])
        connection = sqlite3.connect(file)
        connection.executescript(script)
        connection.close()
        zip_up(path, {**files, "collection.anki2": file.read_bytes()})
        file.unlink()

    return make


def without_types(manifest: dict[str, Any]) -> dict[str, Any]:
    return {**manifest, "note_types": []}


NOT_OURS: dict[str, tuple[Make, str]] = {
    "text": (make_text, "it is damaged, or no package at all"),
    "empty file": (make_empty, "it is damaged, or no package at all"),
    "scrambled": (make_scrambled, "it is damaged, or no package at all"),
    "truncated": (make_truncated, "it is damaged, or no package at all"),
    "zip without collection": (make_zip_of_holiday_notes, "it holds no collection of Anki's"),
    "deck of somebody else": (make_deck_of_somebody_else, "it was not made by flashgen"),
    "new deck of somebody else": (make_new_style_deck_of_somebody_else, "it was not made by flashgen"),
    "manifest that is no JSON": (with_manifest_text(b"{not json"), "its flashgen.json is damaged"),
    "manifest that is no text": (with_manifest_text(b"\xff\xfe\x00\xd8"), "its flashgen.json is damaged"),
    "manifest that is empty": (with_manifest_text(b""), "its flashgen.json is damaged"),
    "manifest that is a list": (with_manifest_text(b"[]"), "its flashgen.json is damaged"),
    "manifest that is a number": (with_manifest_text(b"7"), "its flashgen.json is damaged"),
    "manifest that is deep": (with_manifest_text(b"[" * 100_000), "its flashgen.json is damaged"),
    "manifest without format": (with_manifest(lambda _: {"native": "en"}), "its flashgen.json is damaged"),
    "manifest with format alone": (with_manifest(lambda _: {"format": 1}), "its flashgen.json is damaged"),
    "format in words": (with_manifest(lambda found: {**found, "format": "one"}), "its flashgen.json is damaged"),
    "pins of numbers": (with_manifest(lambda found: {**found, "pins": {"a": 7}}), "its flashgen.json is damaged"),
    "retired as text": (with_manifest(lambda found: {**found, "retired": "abc"}), "its flashgen.json is damaged"),
    "unknown key": (with_manifest(lambda found: {**found, "extra": 1}), "its flashgen.json is damaged"),
    "newer format": (
        with_manifest(lambda found: {**found, "format": 2, "novelty": True}),
        "it was made by a newer flashgen",
    ),
    "other pair": (
        with_manifest(lambda found: {**found, "native": "fi"}),
        "it is a deck of fi → it, not of en → it",
    ),
    "two languages swapped": (
        with_manifest(lambda found: {**found, "native": "it", "target": "en"}),
        "it is a deck of it → en, not of en → it",
    ),
}
DAMAGED_INSIDE: dict[str, Make] = {
    "manifest alone": make_manifest_without_collection,
    "collection of text": with_collection(b"this is no database, though it is long enough to be looked at" * 20),
    "collection that is empty": with_collection(b""),
    "no table of notes": with_sql("drop table notes"),
    "no table of cards": with_sql("drop table cards"),
    "no row of the collection": with_sql("delete from col"),
    "note types that are no JSON": with_sql("update col set models = '{not json'"),
    "note types that are a list": with_sql("update col set models = '[]'"),
    "decks that are a number": with_sql("update col set decks = '7'"),
    "decks that are missing": with_sql("update col set decks = '{}'"),
    "notes of an unknown type": with_manifest(without_types),
    "times in words": with_sql("update notes set mod = 'yesterday'"),
    "positions in words": with_sql("update cards set due = 'first'"),
    "cards in words": with_sql("update cards set ord = 'first'"),
    "fields that are missing": with_sql("update notes set flds = 'miele'"),
    "two notes of one guid": with_sql("update notes set guid = 'miele'"),
}


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_is_not_ours_is_refused_and_left_untouched(tmp_path: Path, scratch: Path, name: str) -> None:
    make, message = NOT_OURS[name]
    package = tmp_path / "deck.apkg"
    make(package)
    before = package.read_bytes()
    for read in (read_edition, check_is_ours):
        with pytest.raises(FlashgenError) as failure:
            read(package, PAIR)
        (problem,) = failure.value.problems
        assert problem.message.startswith(f"{package} cannot be built upon: {message}")
        assert "left untouched" in problem.message
        assert not failure.value.usage
    assert package.read_bytes() == before
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("name", DAMAGED_INSIDE)
def test_a_damaged_collection_is_refused_and_left_untouched(tmp_path: Path, scratch: Path, name: str) -> None:
    package = tmp_path / "deck.apkg"
    DAMAGED_INSIDE[name](package)
    before = package.read_bytes()
    with pytest.raises(FlashgenError) as failure:
        read_edition(package, PAIR)
    (problem,) = failure.value.problems
    assert problem.message.startswith(f"{package} cannot be built upon: it is damaged")
    assert package.read_bytes() == before
    assert list(scratch.iterdir()) == []


def test_a_note_that_a_package_holds_is_not_absent(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    write_deck(package, HONEY, WAX)
    write_deck(package, HONEY, last=read_edition(package))

    def rename(found: dict[str, Any]) -> dict[str, Any]:
        (one,) = json.loads(members(package)[MEMBER])["absent"]
        return {**found, "absent": [one, {**one, "guid": HONEY.guid}]}

    forged = tmp_path / "forged.apkg"
    with_manifest(rename)(forged)
    assert list(read_edition(forged).absent) == [WAX.guid]


@pytest.mark.parametrize("read", [read_edition, check_is_ours])
def test_a_folder_is_no_package(tmp_path: Path, read: Callable[[Path, tuple[str, str]], object]) -> None:
    with pytest.raises(FlashgenError, match="is not a file") as failure:
        read(tmp_path, PAIR)
    assert failure.value.usage


def test_a_package_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="deck.apkg does not exist") as failure:
        read_edition(tmp_path / "deck.apkg")
    assert failure.value.usage


def test_without_a_pair_a_package_of_any_pair_is_read(tmp_path: Path) -> None:
    write_deck(tmp_path / "deck.apkg", HONEY)
    assert read_edition(tmp_path / "deck.apkg").pair == PAIR


def test_an_edition_without_a_package_has_no_pair_and_no_note_types() -> None:
    assert Edition().pair == ("", "")
    assert Edition().note_types == {}


def test_notes_are_read_back_as_they_were_published(tmp_path: Path) -> None:
    notes = (HONEY, WAX, SLEEP)
    write_deck(tmp_path / "deck.apkg", *notes)
    assert read_edition(tmp_path / "deck.apkg").notes == published(NOTHING, *notes).notes


def test_notes_are_read_in_the_order_of_the_package(tmp_path: Path) -> None:
    write_deck(tmp_path / "deck.apkg", POLLEN, HONEY, WAX)
    assert list(read_edition(tmp_path / "deck.apkg").notes) == [POLLEN.guid, HONEY.guid, WAX.guid]


def test_pins_tags_and_decks_are_read_back(tmp_path: Path) -> None:
    write_deck(tmp_path / "deck.apkg", note("honey", "miele", pin="sweet", tags=("a", "b"), deck="Bees::Spring"))
    (read,) = read_edition(tmp_path / "deck.apkg").notes.values()
    assert (read.pin, read.tags, read.deck) == ("sweet", "a b", "Bees::Spring")


def test_absent_notes_are_read_back(tmp_path: Path) -> None:
    first = published(NOTHING, HONEY, WAX)
    write_deck(tmp_path / "deck.apkg", HONEY, last=first)
    assert read_edition(tmp_path / "deck.apkg").absent == {WAX.guid: replace(first.notes[WAX.guid], cards=())}


def test_cards_are_read_back_in_their_order(tmp_path: Path) -> None:
    write_deck(tmp_path / "deck.apkg", HONEY, replace(WAX, cards=(1,)), replace(SLEEP, cards=(1, 0)))
    notes = read_edition(tmp_path / "deck.apkg").notes
    assert [notes[one.guid].cards for one in (HONEY, WAX, SLEEP)] == [(0, 1), (1,), (0, 1)]


@pytest.mark.parametrize(
    "slug",
    ["ape", "R&D", "a <b>", "caffe\u0300", " ape ", "a\u00a0b", "one\r\ntwo", "[sound:x]", "{{c1::x}}", "\u3000"],
)
def test_a_text_is_compared_as_it_is_read_back(slug: str, tmp_path: Path) -> None:
    pairs = zip(VALUES, HONEY.fields.values, strict=True)
    fields = Fields.of(field_html(slug) if value == "article" else html for value, html in pairs)
    write_deck(tmp_path / "deck.apkg", replace(HONEY, fields=fields))
    edition = read_edition(tmp_path / "deck.apkg")
    (read,) = edition.notes.values()
    assert edition.layout.text_reader(read.kind, read.field_values)("article") == published_text(slug)
    assert published_text(published_text(slug)) == published_text(slug)


def test_note_types_are_read_back_by_kind(tmp_path: Path) -> None:
    write_deck(tmp_path / "deck.apkg", HONEY)
    assert read_edition(tmp_path / "deck.apkg").note_types == published(NOTHING, HONEY).note_types


def test_reading_leaves_no_temporary_file(tmp_path: Path, scratch: Path) -> None:
    write_deck(tmp_path / "deck.apkg", HONEY)
    read_edition(tmp_path / "deck.apkg")
    assert list(scratch.iterdir()) == []
