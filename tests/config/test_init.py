"""`flashgen init`: the defaults, copied to be edited; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.init import describe_next_steps, write_defaults
from flashgen.config.load import load_config
from flashgen.errors import FlashgenError


def test_every_default_is_copied(tmp_path: Path) -> None:
    written = write_defaults(tmp_path / "deck")
    for name in ("config", "card_templates"):
        expected = {path.relative_to(bundled(name)) for path in bundled(name).rglob("*") if path.is_file()}
        assert {path.relative_to(tmp_path / "deck" / name) for path in written if name in path.parts} == expected


def test_the_copy_says_the_same_as_the_defaults(tmp_path: Path) -> None:
    write_defaults(tmp_path)
    copy, default = load_config(tmp_path / "config"), load_config(bundled("config"))
    assert (copy.settings, copy.card_types) == (default.settings, default.card_types)
    assert copy.card_phrases == default.card_phrases


def test_nothing_is_overwritten_and_nothing_is_written_beside_what_is_there(tmp_path: Path) -> None:
    first, second = tmp_path / "config" / "flashgen.yaml", tmp_path / "card_templates" / "style.css"
    for path in (first, second):
        path.parent.mkdir()
        path.write_text("mine")
    with pytest.raises(FlashgenError) as raised:
        write_defaults(tmp_path)
    (problem,) = raised.value.problems
    assert str(first) in str(problem)
    assert str(second) in str(problem)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == [second, first]
    assert first.read_text() == second.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(FlashgenError, match="cannot be written|are there already"):
        write_defaults(tmp_path)


def test_the_next_steps_name_the_check_and_the_build(tmp_path: Path) -> None:
    said = describe_next_steps(tmp_path, write_defaults(tmp_path))
    assert f"flashgen check --config {tmp_path / 'config' / 'flashgen.yaml'}" in said
    assert f"flashgen build --from ru --to it --config {tmp_path / 'config' / 'flashgen.yaml'}" in said
    assert describe_next_steps(Path(), ()).endswith("flashgen build --from ru --to it")
