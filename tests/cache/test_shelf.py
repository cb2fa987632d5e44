"""Records come back from a store as they were, or not at all."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.cache import shelf
from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store


@dataclass(frozen=True, slots=True)
class Bee:
    name: str
    wings: tuple[int, ...] = ()
    home: Path | None = None
    friends: frozenset[str] = frozenset()
    weight: float = 0.0


BEES: Shelf[Bee] = Shelf("bee", Bee)
MAJA = Bee("Maja", (1, 2), Path("hive/7"), frozenset(["Willi", "Kassandra"]), 0.1 + 0.2)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_a_record_comes_back_as_it_was(store: Store) -> None:
    key = BEES.key(["Maja"])
    assert BEES.get(store, key) is None
    BEES.put(store, key, MAJA)
    assert BEES.get(store, key) == MAJA


@pytest.mark.parametrize("packed", [b"", b"no zlib", zlib.compress(b"\xc1"), zlib.compress(b"\x81\xa4name\x07")])
def test_what_is_no_such_record_is_not_read_and_turns_the_store_off(store: Store, packed: bytes) -> None:
    key = BEES.key(["Maja"])
    store.put(key, packed)
    assert BEES.get(store, key) is None
    assert "damaged" in store.fault


def test_a_text_that_is_no_unicode_is_not_kept(store: Store) -> None:
    key = BEES.key(["odd"])
    BEES.put(store, key, Bee("\udcff"))
    assert BEES.get(store, key) is None
    assert store.fault == ""


def test_a_record_travels_to_another_process_packed() -> None:
    packed = BEES.pack(Bee("Maja"))
    assert isinstance(packed, bytes)
    assert BEES.unpack(packed) == Bee("Maja")


def test_one_with_a_text_that_is_no_unicode_travels_as_it_is() -> None:
    odd = Bee("\udcff")
    assert BEES.pack(odd) is odd
    assert BEES.unpack(odd) is odd


def test_canonical_bytes_tell_records_apart_whatever_the_order_of_their_sets() -> None:
    names = [f"bee {number}" for number in range(50)]
    one, other = (Bee("Maja", friends=frozenset(found)) for found in (names, reversed(names)))
    assert canonical(one) == canonical(other)
    assert canonical(one) != canonical(Bee("Maja", friends=frozenset(names[1:])))
    assert canonical(MAJA) != canonical(Bee("Maja", (1, 2), Path("hive/8"), MAJA.friends, MAJA.weight))


def test_canonical_bytes_tell_texts_apart_that_are_no_unicode() -> None:
    assert canonical(Bee("\udcff")) == canonical(Bee("\udcff")) != canonical(Bee("\udcfe"))


def test_another_program_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = BEES.key(["Maja"])
    assert BEES.key(["Maja"]) == before
    monkeypatch.setattr(shelf, "program", lambda: b"another")
    assert BEES.key(["Maja"]) != before


def test_each_shelf_has_keys_of_its_own() -> None:
    assert Shelf("wasp", Bee).key(["Maja"]) != BEES.key(["Maja"])


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_parts_are_told_apart_wherever_they_end(ours: list[bytes], theirs: list[bytes]) -> None:
    assert (digest(ours) == digest(theirs)) == (ours == theirs)
