"""Problems as programs read them: JSON, workflow commands of GitHub, SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flashgen.errors import error, repair, warning
from flashgen.records.location import Location
from flashgen.reports.problem_formats import problems_github, problems_json, problems_sarif

TORN = warning(
    "50% lost:\nsee there", Location("it/my mill.md", 5, is_below=True), "mid-sentence", "put in the beginning"
)
UNREAD = error("no front matter", Location("it/other.md", is_below=True))


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """A folder of articles inside the one where flashgen runs."""
    file = tmp_path / "articles" / "it" / "my mill.md"
    file.parent.mkdir(parents=True)
    file.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return (tmp_path / "articles",)


def test_json_gives_file_line_rule_and_remedy(corpus: tuple[Path, ...]) -> None:
    read = json.loads(problems_json((TORN, UNREAD), corpus, ["2 documents"]))
    assert read["problems"][0] == {
        "severity": "warning", "file": "articles/it/my mill.md", "line": 5, "rule": "mid-sentence",
        "message": "50% lost:\nsee there", "remedy": "put in the beginning",
    }  # fmt: skip
    assert (read["problems"][1]["rule"], read["problems"][1]["line"]) == ("reading", 0)
    assert read["summary"] == ["2 documents"]


def test_github_is_told_the_line_in_signs_that_it_does_not_take_for_commands(corpus: tuple[Path, ...]) -> None:
    assert problems_github((TORN,), corpus) == (
        "::warning file=articles/it/my mill.md,line=5,title=mid-sentence::"
        "50%25 lost:%0Asee there. Remedy: put in the beginning"
    )


def test_a_name_cannot_end_a_property_of_a_command() -> None:
    said = problems_github((repair("mended", Location("a,b:c.md", 2)),), ())
    assert said == "::notice file=a%2Cb%3Ac.md,line=2,title=reading::mended"


def test_sarif_holds_what_its_schema_requires(corpus: tuple[Path, ...]) -> None:
    log = json.loads(problems_sarif((TORN, UNREAD, repair("mended")), corpus))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "flashgen"
    for result in run["results"]:
        assert result["message"]["text"]
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]


def test_sarif_names_a_place_only_where_there_is_one(corpus: tuple[Path, ...]) -> None:
    (run,) = json.loads(problems_sarif((TORN, UNREAD, repair("mended")), corpus))["runs"]
    places = [result.get("locations") for result in run["results"]]
    assert places[0] == [
        {"physicalLocation": {"artifactLocation": {"uri": "articles/it/my%20mill.md"}, "region": {"startLine": 5}}}
    ]
    assert places[1] == [{"physicalLocation": {"artifactLocation": {"uri": "articles/it/other.md"}}}]
    assert places[2] is None


def test_sarif_names_a_file_that_is_no_unicode_by_its_bytes() -> None:
    (run,) = json.loads(problems_sarif((error("torn", Location("it/caf\udce9.md")),), ()))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "it/caf%E9.md"


def test_sarif_says_what_to_do_about_each_rule(corpus: tuple[Path, ...]) -> None:
    (run,) = json.loads(problems_sarif((TORN,), corpus))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule == {
        "id": "mid-sentence", "shortDescription": {"text": "mid sentence"}, "help": {"text": "put in the beginning"},
    }  # fmt: skip
