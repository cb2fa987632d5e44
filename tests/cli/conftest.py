"""What the tests of commands begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small_corpora import kettle, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, without a configuration and without an output folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def uneven(here: Path) -> str:
    """A corpus in which one version has a question more: it builds, with a warning."""
    write(here / "uneven/en/kettle.md", kettle("en", 3))
    write(here / "uneven/it/kettle.md", kettle("it", 2))
    return "uneven"
