"""Files beside a configuration that nothing reads get a warning with the nearest name."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.load import load_config

STRAYS = {
    "config/flashgen.yml": "rename it to flashgen.yaml",
    "config/cardtypes.yaml": "rename it to card_types.yaml",
    "config/languages/eo.yml": "rename it to eo.yaml",
    "card_templates/styles/colour.css": "rename it to styles/colours.css",
    "card_templates/definition/questoin.html": "",
}


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", STRAYS)
def test_a_file_that_nothing_reads_is_named_with_what_it_was_meant_to_be(name: str, tmp_path: Path) -> None:
    write(tmp_path / "config" / "flashgen.yaml", "order: kinds\n")
    stray = write(tmp_path / name)
    (problem,) = load_config(tmp_path / "config").problems
    assert problem.severity == "warning"
    assert problem.location
    assert problem.location.path == str(stray)
    assert STRAYS[name] in problem.message


@pytest.mark.parametrize("name", ["config/flashgen.yaml", "config/languages/eo.yaml", "config/hugo.yaml", "notes.html"])
def test_files_that_are_read_and_those_of_other_tools_get_no_warning(name: str, tmp_path: Path) -> None:
    write(tmp_path / "config" / "flashgen.yaml", "order: kinds\n")
    if not (tmp_path / name).exists():
        write(tmp_path / name)
    assert load_config(tmp_path / "config").problems == ()


def test_a_style_sheet_that_a_template_names_is_read(tmp_path: Path) -> None:
    write(tmp_path / "config" / "flashgen.yaml", "order: kinds\n")
    write(tmp_path / "card_templates" / "style.css", '<% include "styles/mine.css" %>\n')
    write(tmp_path / "card_templates" / "styles" / "mine.css", ".card { color: black }\n")
    assert load_config(tmp_path / "config").problems == ()


def test_a_misspelt_folder_of_templates_is_named(tmp_path: Path) -> None:
    write(tmp_path / "config" / "flashgen.yaml", "order: kinds\n")
    write(tmp_path / "card-templates" / "term" / "title.html")
    (problem,) = load_config(tmp_path / "config").problems
    assert problem.message == "nothing reads this folder; rename it to card_templates"


def test_a_folder_of_a_website_s_templates_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "config" / "flashgen.yaml", "order: kinds\n")
    write(tmp_path / "templates" / "index.html")
    assert load_config(tmp_path / "config").problems == ()
