"""Temporary folders are gone at the end, also those of processes that were killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from flashgen.scratch_folder import scratch_folder

HOLDING = """
import time
from flashgen.scratch_folder import scratch_folder
with scratch_folder() as folder:
    (folder / "collection.anki2").write_text("half of it")
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_a_folder_is_gone_after_its_use_and_after_a_fault(temporary: Path) -> None:
    with pytest.raises(ValueError, match="fault"), scratch_folder() as folder:
        (folder / "file").write_text("text", encoding="utf-8")
        raise ValueError("fault")
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_what_is_in_use_is_left_alone(temporary: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        left = Path(process.stdout.readline().strip())
        with scratch_folder() as folder:
            assert set(temporary.iterdir()) == {left, folder}
        process.send_signal(signal.SIGKILL)
    assert (left / "collection.anki2").exists()
    with scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_what_is_not_a_folder_of_this_kind_is_left_alone(temporary: Path) -> None:
    others = [temporary / "flashgen-notes", temporary / "flashgen-x.scratch", temporary / "flashgen-y.scratch"]
    others[0].mkdir()
    others[1].write_text("a file", encoding="utf-8")
    others[2].symlink_to(others[0])
    with scratch_folder():
        pass
    assert set(temporary.iterdir()) == set(others)


def test_a_folder_of_another_user_is_left_alone(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = temporary / "flashgen-z.scratch"
    theirs.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: theirs.stat().st_uid + 1)
    with scratch_folder():
        pass
    assert theirs.exists()


def test_a_folder_that_was_taken_for_one_that_was_left_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    make, made = tempfile.mkdtemp, []

    def make_and_lose(*arguments: str) -> str:
        made.append(make(*arguments))
        if len(made) == 1:
            Path(made[0]).rmdir()
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", make_and_lose)
    with scratch_folder() as folder:
        assert folder == Path(made[1])
        assert folder.is_dir()


def test_a_folder_that_another_process_is_about_to_remove_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([False, True])
    monkeypatch.setattr("flashgen.scratch_folder.try_lock", lambda _: next(answers))
    make, made = tempfile.mkdtemp, []

    def make_and_note(*arguments: str) -> str:
        made.append(make(*arguments))
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", make_and_note)
    with scratch_folder() as folder:
        assert folder == Path(made[1])


def test_where_nothing_can_be_locked_there_is_a_folder_all_the_same(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.scratch_folder.try_lock", lambda _: False)
    with scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert list(temporary.iterdir()) == []
