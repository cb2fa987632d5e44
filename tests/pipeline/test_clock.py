"""The time that a build stamps on its notes, and waiting for it to pass."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from flashgen.errors import FlashgenError
from flashgen.pipeline.clock import Clock, clock_of

NOW = 1_750_000_000


def clock(naps: list[float] | None = None, fixed: int | None = None) -> Clock:
    """A clock that stands at NOW and a half, and tells how long each sleep was to last."""
    return Clock(lambda: NOW + 0.5, (naps if naps is not None else []).append, fixed)


def test_source_date_epoch_is_the_build_time() -> None:
    assert clock_of({"SOURCE_DATE_EPOCH": "1234567890"}).build_time([Path(__file__)]) == 1_234_567_890


@pytest.mark.parametrize("value", ["tomorrow", "-5", "12.5", "0x10", "²", " ", "9" * 5000])
def test_a_bad_source_date_epoch_is_refused(value: str) -> None:
    with pytest.raises(FlashgenError, match="SOURCE_DATE_EPOCH") as failure:
        clock_of({"SOURCE_DATE_EPOCH": value})
    assert failure.value.usage
    assert len(str(failure.value)) < 200


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}], ids=["unset", "empty"])
def test_without_source_date_epoch_the_clock_is_that_of_the_system(environment: dict[str, str]) -> None:
    found = clock_of(environment)
    assert (found.now, found.sleep, found.fixed) == (time.time, time.sleep, None)


def test_the_build_time_is_never_in_the_future() -> None:
    assert clock(fixed=99_999_999_999).build_time([]) == NOW


def test_the_build_time_is_never_zero() -> None:
    assert clock(fixed=0).build_time([]) > 0


def test_the_newest_input_gives_the_build_time(tmp_path: Path) -> None:
    for name, mtime in (("old.md", NOW - 100), ("new.md", NOW - 7)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (mtime, mtime))
    assert clock().build_time([tmp_path / "old.md", tmp_path / "new.md", tmp_path / "gone.md"]) == NOW - 7


def test_a_file_from_the_future_gives_the_time_of_now(tmp_path: Path) -> None:
    (tmp_path / "bee.md").touch()
    os.utime(tmp_path / "bee.md", (NOW + 5000, NOW + 5000))
    assert clock().build_time([tmp_path / "bee.md"]) == NOW


def test_without_inputs_the_build_time_is_now() -> None:
    assert clock().build_time([]) == NOW


@pytest.mark.parametrize("moment", [NOW - 100, NOW])
def test_a_moment_that_has_passed_is_not_waited_for(moment: int) -> None:
    naps: list[float] = []
    assert clock(naps).wait_until(moment)
    assert sum(naps) == 0


def test_a_moment_just_ahead_is_waited_for() -> None:
    naps: list[float] = []
    assert clock(naps).wait_until(NOW + 2)
    assert naps == [1.5]


def test_a_moment_far_ahead_is_not_waited_for() -> None:
    naps: list[float] = []
    assert not clock(naps).wait_until(NOW + 3600)
    assert naps == []
