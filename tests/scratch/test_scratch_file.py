"""What is put into a scratch file comes back, and nothing of it is left behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from flashgen.scratch.scratch_file import ScratchFile

PIECES = (b"honey", b"", b"\x1f\xff" * 5000, b"wax")
MUCH = bytes(1 << 20)
"""More than waits to be written."""


def test_pieces_come_back_in_any_order_while_others_are_kept() -> None:
    file = ScratchFile()
    numbers = [file.keep(piece) for piece in PIECES]
    assert [file.read(number) for number in reversed(numbers)] == list(reversed(PIECES))
    assert len(file) == len(PIECES)
    assert file.read(file.keep(b"pollen")) == b"pollen"
    assert file.read(numbers[0]) == b"honey"


def test_many_pieces_come_back_from_the_file_and_from_what_is_not_written_yet() -> None:
    file = ScratchFile()
    pieces = [bytes([number]) * 40_000 for number in range(20)]
    for piece in pieces:
        file.keep(piece)
        assert file.read(0) == pieces[0]
    assert [file.read(number) for number in range(20)] == pieces


def test_no_folder_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = ScratchFile()
    file.keep(MUCH)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_full_disk_is_told_with_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Path("/dev/full").open("r+b", buffering=0) as full:
        monkeypatch.setattr("tempfile.TemporaryFile", lambda buffering: full)
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as told:
            ScratchFile().keep(MUCH)
    assert (told.value.errno, told.value.filename) == (errno.ENOSPC, str(tmp_path))


def test_a_piece_that_does_not_fit_whole_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    class Narrow:
        """A file on a disk with room for three bytes more."""

        def seek(self, place: int) -> int:
            return place

        def write(self, data: bytes) -> int:
            return min(3, len(data))

        def close(self) -> None:
            pass

    monkeypatch.setattr("tempfile.TemporaryFile", lambda buffering: Narrow())
    file = ScratchFile()
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        file.keep(MUCH)
    assert file.keep(b"wax") == 0
    assert file.read(0) == b"wax"
