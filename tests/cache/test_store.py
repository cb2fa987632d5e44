"""Values are kept in a file that may be lost, damaged, locked away or full, and is then passed over."""

from __future__ import annotations

import os
import pickle
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from flashgen.cache.store import Store


def kept(folder: Path, *numbers: int, size: int = 10) -> Store:
    """A store with these entries."""
    store = Store(folder)
    for number in numbers:
        store.put(b"%d" % number, b"%d" % number * size)
    return store


def change(folder: Path, statement: str) -> None:
    """Change the file from outside."""
    with closing(sqlite3.connect(Store(folder).file)) as entries, entries:
        entries.execute(statement)


def test_what_was_put_is_there_for_the_next_store_too(tmp_path: Path) -> None:
    kept(tmp_path / "cache", 1).close()
    store = Store(tmp_path / "cache")
    assert store.get(b"1") == b"1" * 10
    assert store.get(b"2") is None
    assert store.fault == ""


def test_a_value_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    store = kept(tmp_path, 1)
    store.put(b"1", b"new")
    assert store.get(b"1") == b"new"


def test_a_store_that_is_never_asked_makes_no_file(tmp_path: Path) -> None:
    Store(tmp_path / "cache").close()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    kept(tmp_path / "cache", 1)
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


def test_a_damaged_entry_is_not_there_and_the_store_is_not_asked_again(tmp_path: Path) -> None:
    kept(tmp_path, 1, 2).close()
    change(tmp_path, "UPDATE entries SET value = x'00' WHERE key = x'31'")
    store = Store(tmp_path)
    assert store.get(b"2") == b"2" * 10
    assert store.get(b"1") is None
    assert "damaged" in store.fault
    assert store.get(b"2") is None


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_store_is_passed_over(tmp_path: Path, content: bytes) -> None:
    file = Store(tmp_path).file
    file.write_bytes(content)
    store = kept(tmp_path, 1)
    assert store.get(b"1") is None
    assert store.fault
    store.close()
    assert file.read_bytes() == content


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT x'31', x'', x'', i FROM n"


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE entries", f"CREATE VIEW entries (key, value, checksum, used) AS {ENDLESS}"),
        (
            "CREATE TABLE t (a, b, c, d)",
            f"CREATE TRIGGER x BEFORE INSERT ON entries BEGIN INSERT INTO t {ENDLESS}; END",
        ),
    ],
)
def test_a_store_that_would_work_without_end_is_passed_over(tmp_path: Path, statements: tuple[str, ...]) -> None:
    kept(tmp_path, 1).close()
    for statement in statements:
        change(tmp_path, statement)
    store = kept(tmp_path, 2)
    assert store.get(b"2") is None
    assert store.fault == "it holds what flashgen has not made"
    store.clear()
    assert kept(tmp_path, 2).get(b"2") is not None


def test_a_value_that_would_fill_memory_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, 1, size=5000).close()
    monkeypatch.setattr("flashgen.cache.store._LONGEST_VALUE", 1000)
    store = Store(tmp_path)
    assert store.get(b"1") is None
    assert "too big" in store.fault


def test_a_file_in_the_place_of_the_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a letter")
    store = kept(tmp_path / "cache", 1)
    assert store.get(b"1") is None
    assert store.fault


def test_a_disk_without_room_is_told_and_passed_over(tmp_path: Path) -> None:
    store = kept(tmp_path, 1)
    store._open().execute("PRAGMA max_page_count = 10")
    store.put(b"2", b"x" * 200_000)
    assert "full" in store.fault
    assert store.get(b"1") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    kept(tmp_path, *range(100, 200), size=2_000).close()
    change(tmp_path, "UPDATE entries SET used = used - 5")
    whole = Store(tmp_path).size
    store = Store(tmp_path, limit=whole // 2)
    store.get(b"100")
    store.close()
    smaller = Store(tmp_path)
    assert smaller.size < whole // 2 + 100_000
    assert smaller.get(b"100") is not None
    assert smaller.get(b"101") is None
    assert smaller.get(b"199") is not None


def test_clearing_removes_everything_and_tells_how_much(tmp_path: Path) -> None:
    kept(tmp_path, 1, size=100_000).close()
    assert Store(tmp_path).clear() > 100_000
    assert Store(tmp_path).get(b"1") is None
    assert Store(tmp_path / "nothing").clear() == 0


def test_clearing_removes_a_damaged_file(tmp_path: Path) -> None:
    Store(tmp_path).file.write_bytes(b"no database")
    Store(tmp_path).clear()
    assert kept(tmp_path, 1).get(b"1") is not None


def fill(folder: Path, first: int) -> str:
    store = kept(folder, *range(first, first + 200))
    store.close()
    return store.fault


def test_several_processes_may_begin_and_fill_one_store_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert set(pool.map(fill, [tmp_path] * 4, range(0, 800, 200))) == {""}
    store = Store(tmp_path)
    assert all(store.get(b"%d" % number) for number in range(800))


def test_a_process_that_is_given_a_store_opens_it_for_itself(tmp_path: Path) -> None:
    store = kept(tmp_path, 1)
    assert pickle.loads(pickle.dumps(store)).get(b"1") == b"1" * 10
    if (child := os.fork()) == 0:
        os._exit(0 if store.get(b"1") == b"1" * 10 else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert store.get(b"1") == b"1" * 10
