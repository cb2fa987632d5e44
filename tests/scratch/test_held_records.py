"""Records that are held in a file come back as equal ones, in their order."""

from __future__ import annotations

import pytest

from flashgen.record import Packing
from flashgen.records.documents import Document
from flashgen.scratch.held_records import HeldRecords

BEES = [Document(f"it/ape{number}.md", f"it/ape{number}.md", "ape", "it") for number in range(3)]


def held(*records: Document) -> HeldRecords[Document]:
    found = HeldRecords(Packing[Document](Document))
    for record in records:
        found.append(record)
    return found


def test_records_come_back_in_any_order() -> None:
    found = held(*BEES)
    assert (found[2], found[0], found[1]) == (BEES[2], BEES[0], BEES[1])
    assert (list(found), len(found)) == (BEES, 3)
    assert found[0] is not BEES[0]


def test_a_place_that_nothing_stands_at_is_refused() -> None:
    with pytest.raises(IndexError):
        held()[0]


def test_a_record_with_a_text_that_is_no_unicode_comes_back() -> None:
    strange = Document("it/\udcff.md", "it/\udcff.md", "ape", "it")
    assert list(held(BEES[0], strange, BEES[1])) == [BEES[0], strange, BEES[1]]


def test_records_are_told_apart_without_being_read() -> None:
    strange = Document("it/\udcff.md", "it/\udcff.md", "ape", "it")
    found = held(BEES[0], strange, BEES[1], BEES[0], strange)
    assert [found.packed(index) for index in range(3)] == [found.packed(index) for index in (3, 4, 2)]
    assert len({found.packed(index) for index in range(5)}) == 3
