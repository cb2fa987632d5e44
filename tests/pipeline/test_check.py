"""Checking a corpus: suspects are listed, whatever becomes of them, and counted by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.load import load_config
from flashgen.pipeline.check import CheckResult, check_pair
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.reports.show import bitext_json, bitext_text

ENGLISH = """# Mill

The mill grinds grain.

> The mill grinds all night and all day. {#grinds}

Text of the mill.

> The miller sleeps at noon and at night. {#sleeps}
"""
ITALIAN = """# {title}

Il mulino macina il grano.

> , e macina notte e giorno. {{#grinds}}

Testo del mulino.

> Il mugnaio dorme a mezzogiorno e di notte. {{#sleeps}}
"""


def request(folder: Path, title: str = "Mulino") -> Request:
    for name, text in (("en/mill.md", ENGLISH), ("it/mill.md", ITALIAN.format(title=title))):
        path = folder / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Request("en", "it", (folder / "corpus",), kinds=("callout",))


def checked(folder: Path, settings: str = "", title: str = "Mulino") -> CheckResult:
    file = folder / "flashgen.yaml"
    file.write_text(settings, encoding="utf-8")
    return check_pair(request(folder, title), load_config(file))


def test_a_suspect_is_listed_with_its_place_its_rule_and_its_text(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path).problems
    assert (
        str(problem)
        == "it/mill.md:5: callout makes no note: mid-sentence: begins with ',': ', e macina notte e giorno.'"
    )


def test_the_last_line_counts_suspects_by_rule(tmp_path: Path) -> None:
    last = checked(tmp_path, title="Faro").summary.split("\n")[-1]
    assert last == "suspects: 1 × mid-sentence, 1 × unused-title"


def test_nothing_is_counted_where_nothing_is_suspect(tmp_path: Path) -> None:
    result = checked(tmp_path, "rules: {mid-sentence: false}")
    assert result.summary == "2 documents: 0 errors, 0 warnings, 0 repairs"


@pytest.mark.parametrize("choice", ["tag", "keep"])
def test_suspects_that_pass_are_listed_all_the_same(tmp_path: Path, choice: str) -> None:
    (problem,) = checked(tmp_path, f"suspects: {choice}").problems
    assert "callout is suspect: mid-sentence" in str(problem)


def test_a_title_that_is_never_used_is_told_with_what_becomes_of_it(tmp_path: Path) -> None:
    said = [str(problem) for problem in checked(tmp_path, title="Faro").problems]
    assert "it/mill.md: unused-title: the text does not call it 'Faro', so that it is not asked as a term" in said


def test_titles_that_neither_version_uses_are_nothing_to_mend(tmp_path: Path) -> None:
    asked = request(tmp_path, title="Faro")
    (tmp_path / "corpus/en/mill.md").write_text(ENGLISH.replace("# Mill", "# Preface"), encoding="utf-8")
    result = check_pair(asked, load_config())
    assert not any("unused-title" in f"{problem}" for problem in result.problems)
    assert "unused-title" not in result.summary


def test_a_headline_that_its_text_does_not_use_is_nothing_to_mend(tmp_path: Path) -> None:
    asked = request(tmp_path, title="Come si costruisce un faro di pietra")
    long = ENGLISH.replace("# Mill", "# The mill grinds grain all night")
    (tmp_path / "corpus/en/mill.md").write_text(long, encoding="utf-8")
    assert "unused-title" not in check_pair(asked, load_config()).summary


def test_a_title_is_no_suspect_where_the_rule_is_off(tmp_path: Path) -> None:
    said = [str(problem) for problem in checked(tmp_path, "rules: {unused-title: false}", title="Faro").problems]
    assert not any("unused-title" in line for line in said)


@pytest.mark.parametrize(("choice", "mark"), [("withhold", "WITHHELD"), ("tag", "SUSPECT"), ("keep", "SUSPECT")])
def test_show_marks_suspects(tmp_path: Path, choice: str, mark: str) -> None:
    file = tmp_path / "flashgen.yaml"
    file.write_text(f"suspects: {choice}", encoding="utf-8")
    (outcome,) = run_jobs(pair_up(request(tmp_path), load_config(file)), 1)
    assert outcome.bitext is not None
    shown = bitext_text(outcome.bitext, "en", "it")
    assert f"\n[1] callout  100.0% sure  {mark}: mid-sentence: begins with ','\n" in shown
    assert '"rule": "mid-sentence"' in bitext_json(outcome.bitext, "en", "it")
