"""A file of thousands of faults is told of by the first hundred, since finding each place takes time."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.template_check import check_style, check_template
from flashgen.config.template_files import TemplateFiles


@pytest.mark.parametrize("text", ["<b " * 50_000, "{{x}}" * 20_000, "<b onclick='x'>{{x}}</b>" * 2_000])
def test_the_faults_of_a_template_are_told_up_to_a_hundred(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.html").write_text(text, encoding="utf-8")
    _, problems = check_template(TemplateFiles([tmp_path]), "x.html", text, ("Front",))
    assert len(problems) == 100
    assert max(len(problem.message) for problem in problems) < 500


def test_the_faults_of_a_stylesheet_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    text = "a { b: url(c) }\n" * 2_000
    (tmp_path / "x.css").write_text(text, encoding="utf-8")
    assert len(list(check_style(TemplateFiles([tmp_path]), "x.css", text))) == 100
