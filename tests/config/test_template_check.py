"""Where the faults of templates and stylesheets are told: in the file that holds them, the first hundred of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.template_check import check_style, check_template
from flashgen.config.template_files import TemplateFiles
from flashgen.records.location import Location


@pytest.mark.parametrize("text", ["<b " * 50_000, "{{x}}" * 20_000, "<b onclick='x'>{{x}}</b>" * 2_000])
def test_the_faults_of_a_template_are_told_up_to_a_hundred(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.html").write_text(text, encoding="utf-8")
    _, problems = check_template(TemplateFiles([tmp_path]), "x.html", text, ("Front",))
    assert len(problems) == 100
    assert max(len(problem.message) for problem in problems) < 500


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_faults_of_a_stylesheet_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    text = "a { b: url(c) }\n" * 2_000
    (tmp_path / "x.css").write_text(text, encoding="utf-8")
    assert len(list(check_style(TemplateFiles([tmp_path]), "x.css", text))) == 100


def test_css_that_cannot_be_read_is_shown_in_the_file_that_holds_it(tmp_path: Path) -> None:
    put(tmp_path / "style.css", '.a { color: red }\n<% include "styles/own.css" %>\n.b { color: red }\n')
    put(tmp_path / "styles" / "own.css", ".c { color: red }\n.d { color: red } }\n.e { color: red }\n")
    files = TemplateFiles([tmp_path])
    (problem,) = check_style(files, "style.css", files.render("style.css", {}))
    assert problem.location == Location(str(tmp_path / "styles" / "own.css"), 2)
    assert "this CSS cannot be read (Unmatched })" in problem.message
