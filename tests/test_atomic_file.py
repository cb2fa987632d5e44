"""A finished file takes the place of the one that was there, and of no other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.atomic_file import atomic_write, beginning, fingerprint, replace_if_unchanged
from flashgen.errors import FlashgenError


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A finished file that waits to be put in its place."""
    path = tmp_path / ".deck.apkg.part"
    path.write_text("new")
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The file that is to be replaced."""
    path = tmp_path / "deck.apkg"
    path.write_text("old")
    return path


def test_a_missing_file_has_no_fingerprint(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "deck.apkg") is None
    assert fingerprint(tmp_path / "no" / "deck.apkg") is None


def test_a_file_that_nobody_touched_keeps_its_fingerprint(deck: Path) -> None:
    before = fingerprint(deck)
    deck.read_text()
    assert fingerprint(deck) == before


def test_the_expected_file_is_replaced(part: Path, deck: Path) -> None:
    replace_if_unchanged(part, deck, fingerprint(deck))
    assert deck.read_text() == "new"
    assert not part.exists()


def test_an_empty_place_is_taken(part: Path, tmp_path: Path) -> None:
    replace_if_unchanged(part, tmp_path / "deck.apkg", None)
    assert (tmp_path / "deck.apkg").read_text() == "new"


def write_in_place(path: Path) -> None:
    path.write_text("somebody else's")


def replace_by_another(path: Path) -> None:
    other = path.with_name("other")
    other.write_text("his")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def touch_later(path: Path) -> None:
    os.utime(path, (2_000_000_000, 2_000_000_000))


@pytest.mark.parametrize("meanwhile", [write_in_place, replace_by_another, touch_later])
def test_a_file_that_somebody_else_has_put_there_stays(
    part: Path, deck: Path, meanwhile: Callable[[Path], None]
) -> None:
    seen = fingerprint(deck)
    meanwhile(deck)
    theirs = deck.read_text()
    with pytest.raises(FlashgenError, match="deck.apkg was written by another program.*run the command again"):
        replace_if_unchanged(part, deck, seen)
    assert deck.read_text() == theirs


def test_a_file_that_came_into_an_empty_place_stays(part: Path, deck: Path) -> None:
    with pytest.raises(FlashgenError, match="written by another program"):
        replace_if_unchanged(part, deck, None)
    assert deck.read_text() == "old"


def test_a_place_that_somebody_has_emptied_is_not_taken(part: Path, deck: Path) -> None:
    seen = fingerprint(deck)
    deck.unlink()
    with pytest.raises(FlashgenError, match="written by another program"):
        replace_if_unchanged(part, deck, seen)
    assert not deck.exists()


def test_of_two_builds_the_later_one_is_refused(tmp_path: Path, deck: Path) -> None:
    seen = fingerprint(deck)
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    replace_if_unchanged(tmp_path / "one", deck, seen)
    with pytest.raises(FlashgenError):
        replace_if_unchanged(tmp_path / "two", deck, seen)
    assert deck.read_text() == "one"


def test_a_second_replacement_is_possible_after_a_refused_one(part: Path, deck: Path) -> None:
    with pytest.raises(FlashgenError):
        replace_if_unchanged(part, deck, None)
    replace_if_unchanged(part, deck, fingerprint(deck))
    assert deck.read_text() == "new"


def write(path: Path, content: bytes = b"new") -> None:
    with atomic_write(path, fingerprint(path)) as stream:
        stream.write(content)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_rights_that_the_process_gives(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "deck.apkg")
    finally:
        os.umask(before)
    assert (tmp_path / "deck.apkg").stat().st_mode & 0o777 == mode


def test_a_replaced_file_keeps_its_rights(deck: Path) -> None:
    deck.chmod(0o640)
    write(deck)
    assert deck.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(deck: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.apkg"
    link.symlink_to(deck)
    write(link)
    assert link.is_symlink()
    assert deck.read_bytes() == b"new"


def test_pipes_devices_and_folders_are_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.apkg")
    for path in (tmp_path / "pipe.apkg", Path("/dev/null"), tmp_path):
        with pytest.raises(FlashgenError, match="cannot be written"):
            write(path)
    assert Path("/dev/null").is_char_device()


def test_what_a_killed_process_left_beside_the_file_is_removed(deck: Path) -> None:
    left = deck.with_name(".deck.apkg.killed.part")
    left.write_bytes(b"half a deck")
    others = [deck.with_name(".other.apkg.killed.part"), deck.with_name(".deck.apkg.part")]
    for other in others:
        other.write_bytes(b"not this file's")
    with atomic_write(deck, fingerprint(deck)) as stream:
        stream.write(b"new")
    assert deck.read_bytes() == b"new"
    assert not left.exists()
    assert all(other.exists() for other in others)


def test_what_another_process_is_writing_is_left_alone(deck: Path) -> None:
    before = fingerprint(deck)
    with pytest.raises(FlashgenError, match="another program meanwhile"), atomic_write(deck, before) as slow:
        with atomic_write(deck, before) as fast:
            fast.write(b"fast")
        slow.write(b"slow")
        assert len(list(deck.parent.glob(".deck.apkg.*.part"))) == 1
    assert deck.read_bytes() == b"fast"
    assert list(deck.parent.iterdir()) == [deck]


def test_a_file_that_holds_the_same_is_left_as_it_is(deck: Path) -> None:
    before = fingerprint(deck)
    with atomic_write(deck, before) as stream:
        stream.write(deck.read_bytes())
    assert fingerprint(deck) == before
    assert list(deck.parent.iterdir()) == [deck]


def test_a_program_knows_its_own_files_by_their_beginning(deck: Path) -> None:
    deck.write_bytes(b"a mark, and more")
    assert beginning(deck, 6) == b"a mark"


def test_what_is_no_file_has_no_beginning_and_nobody_waits_for_it(tmp_path: Path) -> None:
    assert beginning(tmp_path / "missing", 6) == beginning(tmp_path, 6) == b""
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert beginning(tmp_path / "pipe", 6) == b""
