"""A build over a package that somebody forged: what its fields hold is not published again."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashgen.anki.field_text import is_harmless
from flashgen.anki.package_reader import read_edition
from flashgen.scratch.note_fields import SEPARATOR
from tests.support.publishing import publish

DAY = 1_790_000_000
FORGERIES = (
    "<script>go()</script>", "<img src=x onerror=go()>", "<svg onload=go()>", "</div><form>", "[sound:x.mp3]",
    "[anki:tts lang=it_IT]x[/anki:tts]", "[latex]x[/latex]",
)  # fmt: skip
SETTINGS = "edit_url: https://example.org/edit/{path}#L{line}\n"
SAID = {
    "en": (
        "Bee", "Uses",
        ("Bees carry pollen from flower to flower.", "Wax serves for candles and polish.", "Honey keeps for years."),
    ),
    "it": (
        "Ape", "Usi",
        ("Le api portano il polline di fiore in fiore.", "La cera serve per candele e lucido.", "Il miele dura anni."),
    ),
}  # fmt: skip


def files(count: int) -> dict[str, str]:
    """An article with so many bullets in each language."""
    found = {"config/flashgen.yaml": SETTINGS}
    for tag, (title, heading, bullets) in SAID.items():
        listed = "".join(f"- {one}\n" for one in bullets[:count])
        found[f"corpus/{tag}/bee.md"] = f"# {title}\n\n## {heading}\n\n{listed}"
    return found


def fields(package: Path) -> Iterator[str]:
    for note in read_edition(package).notes.values():
        yield from note.field_values


def forge(package: Path, html: str) -> None:
    """Put something behind every field but those that tell notes and articles apart."""
    with zipfile.ZipFile(package) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    collection = package.with_suffix(".anki2")
    collection.write_bytes(members["collection.anki2"])
    connection = sqlite3.connect(collection)
    for number, held in connection.execute("select id, flds from notes").fetchall():
        changed = [f"{one}{html}" if " " in one else one for one in held.split(SEPARATOR)]
        connection.execute("update notes set flds = ? where id = ?", (SEPARATOR.join(changed), number))
    connection.commit()
    connection.close()
    members["collection.anki2"] = collection.read_bytes()
    with zipfile.ZipFile(package, "w") as opened:
        for name, data in members.items():
            opened.writestr(name, data)


def test_a_gone_fact_is_published_once_more(tmp_path: Path) -> None:
    publish(files(3), tmp_path, DAY)
    report = publish(files(2), tmp_path, DAY + 100, retire=True)
    assert report.tally.changes == {"unchanged": 2, "retired": 1}


def test_the_last_item_of_a_list_says_no_more_that_there_are_others(tmp_path: Path) -> None:
    publish(files(2), tmp_path, DAY)
    report = publish(files(1), tmp_path, DAY + 100, retire=True)
    assert report.tally.changes == {"changed": 1, "retired": 1}


@pytest.mark.parametrize("html", FORGERIES)
def test_what_was_forged_is_published_neither_with_what_is_gone_nor_with_what_stays(tmp_path: Path, html: str) -> None:
    package = tmp_path / "deck.apkg"
    publish(files(2), tmp_path, DAY)
    forge(package, html)
    assert sum(html in field for field in fields(package)) > 4
    report = publish(files(1), tmp_path, DAY + 100, retire=True)
    assert report.tally.changes == {"changed": 1}
    assert all(is_harmless(field) for field in fields(package))
    assert not any(html in field for field in fields(package))
