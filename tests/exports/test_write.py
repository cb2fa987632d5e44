"""Exports: what each format holds, that programs which know it can read it, and that nothing else is overwritten."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import tracemalloc
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.errors import FlashgenError
from flashgen.exports import translation_memory
from flashgen.exports.write import FORMATS, export_package
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from tests.anki.test_package_reader import with_sql
from tests.support.anki_collection import open_collection
from tests.support.plain_deck import HONEY, note, write_deck

HOSTILE = {
    "en": '---\ntitle: Torch\ndescription: A torch & "shade" gives light <b>at</b> night, a\ttab [of [1]]> too.\n'
    "---\n## What is a torch?\n\nA torch has these parts:\n\n- =SUM(A1) is a formula, it seems\n"
    "- a long cable of copper\n",
    "it": '---\ntitle: Lampada\ndescription: Una lampada & "paralume" fa luce <b>di</b> notte, un\ttab [di [1]]> '
    "anche.\n---\n## Che cos'è una lampada?\n\nUna lampada ha queste parti:\n\n- =SUM(A1) è una formula, sembra\n"
    "- un lungo cavo di rame\n",
}
"""What every format has a sign for."""
XML = "{http://www.w3.org/XML/1998/namespace}"
TBX = "{urn:iso:std:iso:30042:ed-2}"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, from English to Italian, with an article of signs that formats use themselves."""
    folder = tmp_path_factory.mktemp("exports")
    for language, text in HOSTILE.items():
        (folder / "corpus" / language).mkdir(parents=True)
        (folder / "corpus" / language / "torch.md").write_text(text, encoding="utf-8")
    config = load_config()
    path = folder / "deck.apkg"
    request = Request("en", "it", (*config.corpus, folder / "corpus"), jobs=1)
    build(request, config, Destination(path), Surroundings())
    return path


def exported(package: Path, path: Path) -> str:
    export_package(package, path)
    return path.read_bytes().decode()


def children(element: ElementTree.Element) -> list[str]:
    return [child.tag for child in element]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_package_gives_the_same_bytes_and_an_earlier_export_is_replaced(
    package: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"deck.{name}"
    first = exported(package, path)
    assert exported(package, path) == first
    assert "Lampada" in first


def test_anki_takes_the_table_for_the_notes_that_it_has(package: Path, tmp_path: Path) -> None:
    exported(package, tmp_path / "deck.tsv")
    with open_collection() as collection:
        collection.import_package(package)
        before, cards = collection.contents(), collection.card_positions()
        collection.study()
        histories = collection.histories()
        outcome = collection.import_text(tmp_path / "deck.tsv")
        assert outcome.keys() <= {"updated", "duplicate"}
        assert sum(outcome.values()) == len(before)
        assert collection.contents() == before
        assert collection.card_positions() == cards
        assert collection.histories() == histories


def test_anki_takes_in_an_edit_that_was_made_in_the_table(package: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.tsv"
    text = exported(package, path)
    path.write_text(text.replace("un lungo cavo di rame", "un cavo di rame"), encoding="utf-8")
    with open_collection() as collection:
        collection.import_package(package)
        before = collection.contents()
        collection.import_text(path)
        after = collection.contents()
    assert before.keys() == after.keys()
    assert sum(before[guid] != after[guid] for guid in before) == 1


def test_a_spreadsheet_reads_every_note_and_calculates_none(package: Path, tmp_path: Path) -> None:
    text = exported(package, tmp_path / "deck.csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))
    notes = read_edition(package).notes
    assert [row["guid"] for row in rows] == sorted(notes, key=lambda guid: notes[guid].position)
    assert all(row["front"] and row["back"] for row in rows)
    answers = [row["target_answer"] for row in rows]
    assert "'=SUM(A1) è una formula, sembra" in answers
    assert not any(cell.startswith(("=", "@", "+", "-")) for row in rows for cell in row.values() if cell)
    assert text.count("\r\n") == len(rows) + 1


def test_each_line_of_json_is_a_note_after_one_for_the_deck(package: Path, tmp_path: Path) -> None:
    first, *notes = map(json.loads, exported(package, tmp_path / "deck.jsonl").splitlines())
    assert (first["type"], first["native"], first["target"], first["notes"]) == ("deck", "en", "it", len(notes))
    assert {note["guid"] for note in notes} == read_edition(package).notes.keys()
    torch = next(note for note in notes if note["article"] == "torch" and note["kind"] == "definition")
    assert torch["target"]["answer"].startswith('Una lampada & "paralume" fa luce')
    assert torch["native"]["title"] == "Torch"
    assert "flashgen::article::torch" in torch["tags"]


def test_the_translation_memory_is_as_tmx_1_4_wants_it(package: Path, tmp_path: Path) -> None:
    root = ElementTree.fromstring(exported(package, tmp_path / "deck.tmx"))
    assert (root.tag, root.attrib, children(root)) == ("tmx", {"version": "1.4"}, ["header", "body"])
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert root[0].attrib.keys() == required
    assert root[0].get("segtype") in {"block", "paragraph", "sentence", "phrase"}
    units = list(root[1])
    assert {unit.tag for unit in units} == {"tu"}
    assert len({unit.get("tuid") for unit in units}) == len(units)
    for unit in units:
        assert children(unit) == ["prop", "prop", "tuv", "tuv"]
        assert re.fullmatch(r"\d{8}T\d{6}Z", unit.get("changedate", ""))
        assert [variant.get(f"{XML}lang") for variant in unit[2:]] == ["en", "it"]
        assert all(children(variant) == ["seg"] and variant[0].text for variant in unit[2:])


def test_the_translation_memory_holds_every_pair_once(package: Path, tmp_path: Path) -> None:
    root = ElementTree.fromstring(exported(package, tmp_path / "deck.tmx"))
    pairs = [(unit[2][0].text, unit[3][0].text) for unit in root[1]]
    assert len(set(pairs)) == len(pairs)
    assert ("a long cable of copper", "un lungo cavo di rame") in pairs
    assert ("Torch", "Lampada") in pairs


def test_the_term_base_is_as_tbx_basic_wants_it(package: Path, tmp_path: Path) -> None:
    root = ElementTree.fromstring(exported(package, tmp_path / "deck.tbx"))
    assert (root.tag, root.get("type"), root.get("style")) == (f"{TBX}tbx", "TBX-Basic", "dca")
    assert children(root) == [f"{TBX}tbxHeader", f"{TBX}text"]
    assert root.find(f"{TBX}tbxHeader/{TBX}fileDesc/{TBX}sourceDesc/{TBX}p") is not None
    entries = list(root.iter(f"{TBX}conceptEntry"))
    assert len({entry.get("id") for entry in entries}) == len(entries) > 0
    for entry in entries:
        sections = entry.findall(f"{TBX}langSec")
        assert [section.get(f"{XML}lang") for section in sections] == ["en", "it"]
        assert set(children(entry)) <= {f"{TBX}descrip", f"{TBX}langSec"}
        for section in sections:
            assert children(section)[-1] == f"{TBX}termSec"
            assert section.findtext(f"{TBX}termSec/{TBX}term")


def test_the_term_base_defines_its_terms(package: Path, tmp_path: Path) -> None:
    root = ElementTree.fromstring(exported(package, tmp_path / "deck.tbx"))
    said = {
        section.findtext(f"{TBX}termSec/{TBX}term"): section.findtext(f"{TBX}descripGrp/{TBX}descrip")
        for section in root.iter(f"{TBX}langSec")
    }
    assert (said["Lampada"] or "").startswith('Una lampada & "paralume" fa luce')


def test_a_package_without_terms_has_no_term_base_and_says_so(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "bees.apkg", HONEY)
    with pytest.raises(
        FlashgenError, match=r"bees\.apkg holds no terms in both languages; .*bees\.tbx was not written"
    ):
        export_package(deck, tmp_path / "exports" / "bees.tbx")
    assert not (tmp_path / "exports").exists()
    export_package(deck, tmp_path / "bees.tmx")


def bad_targets(folder: Path) -> Iterator[tuple[Path, str]]:
    yield folder / "deck.xlsx", "names no format"
    yield folder / "deck.tsx", "did you mean 'tsv'?"
    yield folder / "deck", "has no ending"
    (folder / "mine.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    yield folder / "mine.csv", "is no csv that flashgen has exported, so it was left as it is"
    (folder / "folder.tmx").mkdir()
    yield folder / "folder.tmx", "is a folder"
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.tsv")  # whoever opened it would wait for ever
        yield folder / "pipe.tsv", "is no tsv that flashgen has exported, so it was left as it is"


def test_nothing_else_is_overwritten(package: Path, tmp_path: Path) -> None:
    for path, message in bad_targets(tmp_path):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(FlashgenError, match=re.escape(message)):
            export_package(package, path)
        assert (path.read_bytes() if path.is_file() else None) == before


def test_an_export_in_another_format_is_not_overwritten(package: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.csv"
    before = exported(package, path)
    with pytest.raises(FlashgenError, match="is no tsv that flashgen has exported"):
        export_package(package, path, "tsv")
    assert path.read_bytes().decode() == before


def test_what_is_no_package_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.apkg").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(FlashgenError, match="is damaged"):
        export_package(tmp_path / "broken.apkg", tmp_path / "deck.csv")
    assert not (tmp_path / "deck.csv").exists()


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A deck, and one of four times as many notes."""
    folder = tmp_path_factory.mktemp("decks")
    small, large = (
        write_deck(
            folder / f"{size}.apkg",
            *(note(f"a cell {number} of wax", f"una cella {number} di cera") for number in range(size)),
        )
        for size in (1200, 4800)
    )
    return small, large


@pytest.mark.parametrize("name", ["tsv", "csv", "jsonl", "tmx"])
def test_memory_does_not_grow_with_the_deck(decks: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    export_package(decks[0], tmp_path / f"warm.{name}")  # what is loaded once counts for neither
    peaks = []
    for deck in decks:
        tracemalloc.start()
        export_package(deck, tmp_path / f"{deck.stem}.{name}")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]


def test_a_damaged_note_within_leaves_the_earlier_export(tmp_path: Path) -> None:
    deck, path = tmp_path / "deck.apkg", tmp_path / "deck.csv"
    before = exported(write_deck(deck, HONEY), path)
    with_sql("update notes set flds = 'one' where id = (select max(id) from notes)")(deck)
    with pytest.raises(FlashgenError, match=r"deck\.apkg cannot be used: it is damaged.*not as it was written"):
        export_package(deck, path)
    assert path.read_bytes().decode() == before
    assert {one.name for one in tmp_path.iterdir()} == {"deck.csv", "deck.apkg"}


@pytest.mark.parametrize("when", ["-1", "'soon'", "1 << 40"])
def test_a_note_of_no_time_is_damage(when: str, tmp_path: Path) -> None:
    with_sql(f"update notes set mod = {when}")(tmp_path / "deck.apkg")
    with pytest.raises(FlashgenError, match="it is damaged"):
        export_package(tmp_path / "deck.apkg", tmp_path / "deck.tmx")


def test_a_temporary_file_without_room_is_told_in_words(tmp_path: Path) -> None:
    deck = write_deck(tmp_path / "deck.apkg", HONEY)

    def fails(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.MonkeyPatch.context() as patched, pytest.raises(FlashgenError, match="disk is full.*set TMPDIR"):
        patched.setattr(translation_memory, "blake2b", fails)
        export_package(deck, tmp_path / "deck.tmx")
    assert not (tmp_path / "deck.tmx").exists()
