"""`flashgen init`: a first deck to edit, or all defaults; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.init import describe_next_steps, write_starter
from flashgen.config.load import load_config
from flashgen.errors import FlashgenError
from flashgen.pipeline.check import check_pair
from flashgen.pipeline.jobs import Request


def test_little_is_written(tmp_path: Path) -> None:
    written = write_starter(tmp_path / "deck")
    assert {str(path) for path in written.new} == {
        "config/flashgen.yaml", "config/card_types.yaml",
        "articles/en/kite.md", "articles/en/wind.md", "articles/es/kite.md", "articles/es/wind.md",
    }  # fmt: skip


def test_what_is_written_is_a_deck_without_a_single_problem(tmp_path: Path) -> None:
    write_starter(tmp_path)
    config = load_config(tmp_path / "config")
    result = check_pair(Request("en", "es", config.corpus), config)
    assert result.problems == ()


def test_the_card_type_of_ones_own_is_among_those_of_its_kind(tmp_path: Path) -> None:
    write_starter(tmp_path)
    term = load_config(tmp_path / "config").load_note_types()["term"]
    assert [card.name for card in term.cards] == ["Recognise", "Spell"]


def test_with_all_every_default_is_copied(tmp_path: Path) -> None:
    written = write_starter(tmp_path, everything=True)
    for name in ("config", "card_templates"):
        expected = {path.relative_to(bundled(name)) for path in bundled(name).rglob("*") if path.is_file()}
        assert {path.relative_to(name) for path in written.new if path.parts[0] == name} == expected


def test_the_copy_says_the_same_as_the_defaults_apart_from_where_articles_are(tmp_path: Path) -> None:
    write_starter(tmp_path, everything=True)
    copy, default = load_config(tmp_path / "config"), load_config(bundled("config"))
    assert copy.settings.corpus == ["../articles"]
    assert copy.settings.model_copy(update={"corpus": []}) == default.settings
    assert copy.card_types == default.card_types
    assert copy.card_phrases == default.card_phrases


def test_what_is_there_already_is_kept_and_the_rest_is_written(tmp_path: Path) -> None:
    mine = tmp_path / "config" / "flashgen.yaml"
    mine.parent.mkdir()
    mine.write_text("order: kinds\n")
    written = write_starter(tmp_path)
    assert [str(path) for path in written.kept] == ["config/flashgen.yaml"]
    assert mine.read_text() == "order: kinds\n"
    assert (tmp_path / "articles" / "es" / "wind.md").is_file()
    assert "kept 1 file" in describe_next_steps(written)


def test_a_link_that_leads_nowhere_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "flashgen.yaml").symlink_to(tmp_path / "nowhere")
    assert [str(path) for path in write_starter(tmp_path).kept] == ["config/flashgen.yaml"]
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(FlashgenError, match="cannot be written"):
        write_starter(tmp_path)


def test_the_next_steps_are_commands_for_the_folder(tmp_path: Path) -> None:
    said = describe_next_steps(write_starter(tmp_path / "deck"))
    assert f"flashgen build --from en --to es --config {tmp_path / 'deck' / 'config'}" in said


def test_the_next_steps_are_shorter_where_the_configuration_is_found_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "flashgen build --from en --to es\n" in describe_next_steps(write_starter(Path()))
