"""A forged package is refused in words by every command that reads packages, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.anki.test_safe_reading import WEAPONS
from tests.support.command_line import run


@pytest.mark.parametrize("name", WEAPONS)
def test_a_forged_package_is_refused(tmp_path: Path, name: str) -> None:
    package, page, table = (tmp_path / file for file in ("deck.apkg", "page.html", "deck.tsv"))
    WEAPONS[name](package)
    before = package.read_bytes()
    for command in (
        ("stats", package), ("diff", package, package), ("preview", package, "-o", page), ("export", package, table),
    ):  # fmt: skip
        result = run(*map(str, command))
        assert result.exit_code == 1, (command[0], result.output)
        assert result.stderr.startswith("error: "), (command[0], result.output)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".db") == ["deck.apkg"]
    assert package.read_bytes() == before
