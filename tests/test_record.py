"""Records: immutable rows of fields."""

from __future__ import annotations

import pickle
from pathlib import Path

import msgspec
import pytest

from flashgen.record import Packing, Record, field, replace


class Bee(Record):
    """A record with a field of each sort."""

    name: str
    legs: int = 6
    hives: dict[str, int] = field(default_factory=dict)


def test_a_field_cannot_be_set_again() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        Bee("Maja").name = "Willi"  # type: ignore[misc]


def test_records_of_one_class_with_equal_fields_are_equal() -> None:
    class Wasp(Bee):
        """The same fields under another name."""

    assert Bee("Maja") == Bee("Maja", legs=6)
    assert Bee("Maja") != Bee("Maja", legs=5)
    assert Bee("Maja") != Wasp("Maja")


def test_a_record_of_what_has_a_hash_has_one() -> None:
    class Place(Record):
        path: str
        line: int = 0

    assert {Place("a", 1): "found"}[Place("a", 1)] == "found"


def test_another_record_is_made_by_naming_what_differs() -> None:
    bee = Bee("Maja")
    assert replace(bee, legs=5) == Bee("Maja", 5)
    assert bee.legs == 6
    with pytest.raises(TypeError, match="wings"):
        replace(bee, wings=4)  # type: ignore[call-arg]


def test_each_record_has_a_default_of_its_own() -> None:
    Bee("Maja").hives["north"] = 1
    assert Bee("Willi").hives == {}


def test_a_record_goes_to_another_process_and_into_a_store_as_its_fields() -> None:
    bee = Bee("Maja", 6, {"north": 2})
    assert pickle.loads(pickle.dumps(bee)) == bee
    packed = msgspec.msgpack.encode(bee)
    assert msgspec.msgpack.decode(packed) == ["Maja", 6, {"north": 2}]
    assert msgspec.msgpack.decode(packed, type=Bee) == bee


def test_packed_values_come_back_as_equal_ones() -> None:
    packing = Packing[tuple[Bee, ...]](tuple[Bee, ...])
    bees = Bee("Maja", hives={"oak": 2}), Bee("Willi")
    assert packing.unpack(packing.pack(bees)) == bees
    assert Packing[Path](Path).unpack(Packing[Path](Path).pack(Path("hive"))) == Path("hive")


def test_what_is_no_packed_value_of_the_type_is_refused() -> None:
    with pytest.raises(msgspec.MsgspecError):
        Packing[Bee](Bee).unpack(Packing[str](str).pack("Maja"))
    with pytest.raises(UnicodeEncodeError):
        Packing[str](str).pack("\udcff")
