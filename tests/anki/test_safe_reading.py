"""A package from elsewhere is no weapon: what nobody would write is refused in words, with bounded work."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki import safe_reading
from flashgen.anki.manifest import MEMBER
from flashgen.anki.package_access import check_is_ours
from flashgen.anki.package_reader import read_edition
from flashgen.errors import FlashgenError
from tests.anki.test_package_reader import Make, members, with_manifest_text, with_sql, zip_up
from tests.support.plain_deck import HONEY, PAIR, write_deck


def with_model(**changes: Any) -> Make:
    """A maker of a deck whose note types are changed; a value of None takes the key away."""

    def make(path: Path) -> None:
        write_deck(path, HONEY)
        files = members(path)
        file = path.with_suffix(".db")
        file.write_bytes(files["collection.anki2"])
        connection = sqlite3.connect(file)
        models = json.loads(connection.execute("select models from col").fetchone()[0])
        for model in models.values():
            for key, value in changes.items():
                model.pop(key)
                if value is not None:
                    model[key] = value
        connection.execute("update col set models = ?", (json.dumps(models),))
        connection.commit()
        connection.close()
        zip_up(path, {**files, "collection.anki2": file.read_bytes()})

    return make


def with_zeros(member: str) -> Make:
    """A maker of a zip bomb: a member that is a thousand times smaller than its content."""

    def make(path: Path) -> None:
        write_deck(path, HONEY)
        files = {name: data for name, data in members(path).items() if name != member}
        zip_up(path, {**files, member: bytes(64 << 20)})

    return make


VIEW = "alter table {0} rename to {0}_; create view {0} as {1};"
ENDLESS = "with recursive r(n) as (select 1 union all select n + 1 from r)"
DEEP = "{{#A}}" * 5000 + "{{/A}}" * 5000

WEAPONS: dict[str, Make] = {
    "notes are an endless view": with_sql(
        VIEW.format("notes", f"{ENDLESS} select n id, n guid, 1 mid, '' flds, '' tags, 1 mod from r")
    ),
    "cards are an endless view": with_sql(
        VIEW.format("cards", f"{ENDLESS} select n id, 1 nid, 1 did, 0 ord, n due from r")
    ),
    "col is a view of huge values": with_sql(VIEW.format("col", "select hex(zeroblob(400000000)) models, '{}' decks")),
    "computed fields": with_sql(
        "alter table notes rename column flds to flds_;"
        "alter table notes add column flds text generated always as (hex(zeroblob(400000000))) virtual;"
    ),
    "a virtual table": with_sql(
        "drop table notes; create virtual table notes using fts4(id, guid, mid, flds, tags, mod);"
    ),
    "a table that is missing": with_sql("drop table cards;"),
    "a column that is missing": with_sql("alter table notes rename column flds to fields;"),
    "a guid that is bytes": with_sql("update notes set guid = x'00ff';"),
    "fields that are bytes": with_sql("update notes set flds = cast(flds as blob);"),
    "a card that is far away": with_sql("update cards set ord = 1000000;"),
    "a card before the first": with_sql("update cards set ord = -1;"),
    "a card that is a text": with_sql("update cards set ord = 'x';"),
    "a deck without a name": with_sql("update col set decks = '{\"1\": {}}';"),
    "decks that are no decks": with_sql("update col set decks = '[]';"),
    "note types nested without end": with_sql(f"update col set models = '{'[' * 20000}';"),
    "note types that are a list": with_sql("update col set models = '[]';"),
    "no note types": with_sql("update col set models = '{}';"),
    "a note type without templates": with_model(tmpls=[]),
    "a note type whose templates are no templates": with_model(tmpls=[5]),
    "a note type without fields": with_model(flds=[]),
    "a note type whose name is a number": with_model(name=5),
    "a note type without style": with_model(css=None),
    "a note type that sorts by nothing": with_model(sortf=99),
    "a note type of no known type": with_model(type=7),
    "a note type without time": with_model(mod=None),
    "deep conditionals": with_model(tmpls=[{"name": "x", "qfmt": DEEP, "afmt": ""}]),
    "a template that is never closed": with_model(tmpls=[{"name": "x", "qfmt": "{{#A}}", "afmt": ""}]),
    "a collection that is a bomb": with_zeros("collection.anki2"),
    "a manifest that is a bomb": with_zeros(MEMBER),
    "media that are a bomb": with_zeros("media"),
    "a manifest nested without end": with_manifest_text(b'{"format":' + b"[" * 100_000),
    "a manifest with a huge number": with_manifest_text(b'{"format": ' + b"9" * 10_000 + b"}"),
}


@pytest.mark.parametrize("name", WEAPONS)
def test_what_nobody_would_write_is_refused_in_words(tmp_path: Path, name: str) -> None:
    package = tmp_path / "deck.apkg"
    WEAPONS[name](package)
    before = package.read_bytes()
    with pytest.raises(FlashgenError) as failure:
        read_edition(package, PAIR)
    (problem,) = failure.value.problems
    assert problem.message.startswith(f"{package} cannot be built upon: ")
    assert "left untouched" in problem.message
    assert package.read_bytes() == before


def test_a_bomb_that_would_be_replaced_is_not_unpacked_either(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    with_zeros("media")(package)
    with pytest.raises(FlashgenError, match="would unpack to 67,108,864 bytes"):
        check_is_ours(package, PAIR)


def test_triggers_and_views_beside_the_tables_do_nothing(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    with_sql(
        f"create view extra as {ENDLESS} select n from r; create trigger t after insert on notes begin select 1; end;"
    )(package)
    assert len(read_edition(package, PAIR).notes) == 2


def test_a_query_has_a_largest_number_of_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_reading, "_STEPS", 0)
    monkeypatch.setattr(safe_reading, "_STEPS_PER_BYTE", 0)
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    connection.execute("create table t (a)")
    connection.commit()
    connection.close()
    database = safe_reading.open_database(path, {"t": frozenset("a")})
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        database.execute(f"{ENDLESS} select count(*) from r").fetchone()
    database.close()


def test_members_that_climb_are_unpacked_nowhere(tmp_path: Path) -> None:
    package = tmp_path / "decks" / "deck.apkg"
    package.parent.mkdir()
    write_deck(package, HONEY)
    with zipfile.ZipFile(package, "a") as opened:
        opened.writestr("../../climbed", b"x")
        opened.writestr("/tmp/climbed-too", b"x")
    assert len(read_edition(package, PAIR).notes) == 1
    assert sorted(path.name for path in tmp_path.rglob("*climbed*")) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_or_closed_temporary_folder_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    package = write_deck(tmp_path / "deck.apkg", HONEY)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(shutil, "copyfileobj", refuse)
    with pytest.raises(FlashgenError, match=os.strerror(number)) as failure:
        read_edition(package, PAIR)
    assert "--fresh" not in str(failure.value)
    assert "nothing was changed" in str(failure.value)
