"""The time that a build stamps on its notes, and waiting for it to pass."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from flashgen.errors import FlashgenError
from flashgen.pipeline.clock import build_time, reach

NOW = 1_750_000_000


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands at NOW and a half, and how long each sleep was to last."""
    naps: list[float] = []
    monkeypatch.setattr(time, "time", lambda: NOW + 0.5)
    monkeypatch.setattr(time, "sleep", naps.append)
    return naps


def test_source_date_epoch_is_the_build_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert build_time([Path(__file__)]) == 1_234_567_890


@pytest.mark.parametrize("value", ["tomorrow", "-5", "12.5", "0x10", "²", " "])
def test_a_bad_source_date_epoch_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(FlashgenError, match="SOURCE_DATE_EPOCH") as failure:
        build_time([])
    assert failure.value.usage


def test_the_build_time_is_never_in_the_future(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    assert build_time([]) <= time.time()


def test_the_build_time_is_never_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert build_time([]) > 0


def test_the_newest_input_gives_the_build_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, mtime in (("old.md", NOW - 100), ("new.md", NOW)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (mtime, mtime))
    assert build_time([tmp_path / "old.md", tmp_path / "new.md", tmp_path / "gone.md"]) == NOW


def test_a_file_from_the_future_gives_the_time_of_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(time, "time", lambda: NOW + 0.5)
    (tmp_path / "bee.md").touch()
    os.utime(tmp_path / "bee.md", (NOW + 5000, NOW + 5000))
    assert build_time([tmp_path / "bee.md"]) == NOW


def test_without_inputs_the_build_time_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(time, "time", lambda: NOW + 0.5)
    assert build_time([]) == NOW


@pytest.mark.parametrize("moment", [NOW - 100, NOW])
def test_a_moment_that_has_passed_is_not_waited_for(slept: list[float], moment: int) -> None:
    assert reach(moment)
    assert sum(slept) == 0


def test_a_moment_just_ahead_is_waited_for(slept: list[float]) -> None:
    assert reach(NOW + 2)
    assert slept == [1.5]


def test_a_moment_far_ahead_is_not_waited_for(slept: list[float]) -> None:
    assert not reach(NOW + 3600)
    assert slept == []
