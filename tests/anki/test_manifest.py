"""What a package tells of itself: written and read without loss, and read strictly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.manifest import (
    FORMAT,
    AbsentNote,
    Manifest,
    ManifestError,
    PublishedCard,
    PublishedField,
    PublishedType,
    WithheldFact,
    manifest_bytes,
    parse_manifest,
)
from tests.support.plain_deck import HONEY, NOTHING, SLEEP, WAX, following, manifest, published

TEXTS = st.lists(st.text(), max_size=3)
NUMBER = st.integers(0, 2**63 - 1)
FIELD = st.builds(PublishedField, id=NUMBER, name=st.text(), value=st.text())
CARD = st.builds(PublishedCard, id=NUMBER, name=st.text(), dropped=st.booleans())
NOTE_TYPE = st.builds(
    PublishedType, kind=st.text(), id=NUMBER, name=st.text(), configured=NUMBER, revision=NUMBER, sort_field=NUMBER,
    fields=st.lists(FIELD, max_size=3), cards=st.lists(CARD, max_size=3),
)  # fmt: skip
ABSENT = st.builds(
    AbsentNote, guid=st.text(), kind=st.text(), note_type=NUMBER, fields=TEXTS, tags=st.text(), deck=st.text(),
    modified=NUMBER, position=NUMBER, pin=st.text(), retired=st.booleans(),
)  # fmt: skip
WITHHELD = st.builds(
    WithheldFact, article=st.text(), kind=st.text(), native=st.text(), target=st.text(), reason=st.text()
)
MANIFEST = st.builds(
    Manifest, format=st.just(FORMAT), native=st.text(), target=st.text(), deck=st.text(),
    note_types=st.lists(NOTE_TYPE, max_size=3), pins=st.dictionaries(st.text(), st.text(), max_size=3),
    retired=TEXTS, absent=st.lists(ABSENT, max_size=3), withheld=st.lists(WITHHELD, max_size=3), unlisted=NUMBER,
)  # fmt: skip


def example() -> dict[str, Any]:
    """The manifest of a deck from which one note is absent, as JSON."""
    last = published(NOTHING, HONEY, WAX)
    found: dict[str, Any] = json.loads(manifest_bytes(manifest(last, following(last, HONEY, SLEEP))))
    return found


def parsed(data: object) -> Manifest:
    return parse_manifest(json.dumps(data).encode())


@given(MANIFEST)
def test_a_manifest_is_read_back_as_it_was_written(written: Manifest) -> None:
    assert parse_manifest(manifest_bytes(written)) == written


@given(MANIFEST)
def test_equal_manifests_are_the_same_bytes(written: Manifest) -> None:
    assert manifest_bytes(written) == manifest_bytes(Manifest.model_validate(written.model_dump()))


def test_the_order_of_pins_does_not_reach_the_bytes() -> None:
    pins = {"b": "wax", "a": "honey"}
    one = parsed({**example(), "pins": pins})
    other = parsed({**example(), "pins": dict(sorted(pins.items()))})
    assert manifest_bytes(one) == manifest_bytes(other)


def test_the_manifest_of_a_deck_is_read_back() -> None:
    assert [note.guid for note in parsed(example()).absent] == [WAX.guid]


def test_a_manifest_that_tells_of_nothing_withheld_is_read_and_written_without_it() -> None:
    data = example()
    assert not {"withheld", "unlisted"} & data.keys()
    assert parsed(data).withheld == []
    assert json.loads(manifest_bytes(parsed(data))) == data


@pytest.mark.parametrize("key", ["native", "target", "deck", "note_types", "pins", "retired", "absent"])
def test_a_manifest_that_lacks_something_is_damaged(key: str) -> None:
    data = example()
    del data[key]
    with pytest.raises(ManifestError, match="damaged"):
        parsed(data)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"format": 1.5},
        {"format": None},
        {"format": True},
        {"native": 7},
        {"pins": []},
        {"pins": {"guid": 7}},
        {"retired": {}},
        {"absent": [{}]},
        {"note_types": ["faq"]},
        {"withheld": [{}]},
        {"unlisted": "7"},
        {"surplus": ""},
    ],
    ids=str,
)
def test_a_manifest_of_other_types_is_damaged(change: dict[str, object]) -> None:
    with pytest.raises(ManifestError, match="damaged"):
        parsed({**example(), **change})


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"{}", b"null", b'"format"', b"\xff", b"[" * 100_000])
def test_what_is_no_manifest_is_damaged(text: bytes) -> None:
    with pytest.raises(ManifestError, match="damaged"):
        parse_manifest(text)


def test_a_later_format_is_told_as_such() -> None:
    with pytest.raises(ManifestError, match=rf"newer flashgen \(format {FORMAT + 1}, this one knows {FORMAT}\)"):
        parsed({"format": FORMAT + 1, "all": "new"})


@given(st.binary())
def test_no_bytes_bring_anything_but_a_clear_refusal(text: bytes) -> None:
    with pytest.raises(ManifestError):
        parse_manifest(text)
