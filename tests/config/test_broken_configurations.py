"""Broken configurations and templates, each with the whole of what is said about it (broken_configurations.txt).

A block of that file is `=== <file>`, the file's text, `>>>` and the messages; `<defaults>` are the bundled templates.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from flashgen.cli.commands import main
from flashgen.config.bundled import bundled

BLOCKS = (Path(__file__).parent / "broken_configurations.txt").read_text(encoding="utf-8").removeprefix("=== ")
CASES = [
    (head.split("\n", 1)[0], head.split("\n", 1)[1], said.strip("\n"))
    for head, said in (block.split(">>>\n") for block in BLOCKS.split("\n=== "))
]


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_table_is_long() -> None:
    assert len(CASES) >= 40
    assert len({(name, text) for name, text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(("name", "text", "said"), CASES, ids=[f"{n}-{text[:30]}" for n, text, _ in CASES])
def test_a_broken_file_is_told_in_full_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str, text: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    before = files(tmp_path)
    pair = ("--from", "ru", "--to", "it") if command == "build" else ()
    result = CliRunner().invoke(main, (command, "--config", "config", *pair))
    assert isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.replace(str(bundled("card_templates")), "<defaults>").strip("\n") == said
    assert files(tmp_path) == before
