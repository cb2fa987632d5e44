"""Problems as users read them, and the known word that an unknown one is taken for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import flashgen
from flashgen.errors import FlashgenError, Problem, counted, error, find_nearest, repair, suggest, suggest_path, warning
from flashgen.records.location import Location

KINDS = ("definition", "term", "faq")


def test_a_problem_begins_with_its_place() -> None:
    assert str(error("no title", Location("it/ape.md", 3))) == "it/ape.md:3: no title"
    assert str(error("no title")) == "no title"


def test_each_kind_of_problem_has_its_severity() -> None:
    assert [make("x").severity for make in (error, warning, repair)] == ["error", "warning", "repair"]


def test_an_error_carries_every_problem_and_shows_them_line_by_line() -> None:
    failure = FlashgenError([warning("one"), error("two")])
    assert failure.problems == (warning("one"), error("two"))
    assert str(failure) == "one\ntwo"


def test_an_error_made_of_a_text_has_one_problem() -> None:
    assert FlashgenError("no article").problems == (Problem("error", "no article"),)


@pytest.mark.parametrize(
    ("word", "nearest"), [("trem", "term"), ("TERM", "term"), ("Definitoin", "definition"), ("quiz", ""), ("", "")]
)
def test_the_nearest_word_is_found_whatever_its_case(word: str, nearest: str) -> None:
    assert find_nearest(word, KINDS) == nearest


def test_a_word_is_suggested_as_it_is_spelled_where_it_is_known() -> None:
    assert suggest("targetterm", ["TargetTerm", "NativeTerm"]) == "; did you mean 'TargetTerm'?"


def test_all_known_words_are_named_where_none_is_near() -> None:
    assert suggest("quiz", KINDS) == "; known are definition, term, faq"


@pytest.mark.parametrize("otherwise", ["", "; see the list"])
def test_something_else_may_be_said_where_no_word_is_near(otherwise: str) -> None:
    assert suggest("quiz", KINDS, otherwise) == otherwise
    assert suggest("trem", KINDS, otherwise) == "; did you mean 'term'?"


def test_words_are_compared_only_when_one_is_unknown() -> None:
    code = "import sys, flashgen.errors; print('difflib' in sys.modules)"
    answer = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"


@pytest.mark.parametrize(("count", "text"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (2000, "2,000 notes")])
def test_a_noun_agrees_with_its_count(count: int, text: str) -> None:
    assert counted(count, "note") == text


@pytest.mark.parametrize(
    ("missing", "found"),
    [("Deck.apkg", "deck.apkg"), ("dek.apkg", "deck.apkg"), ("other.apkg", "output/other.apkg"), ("bees", "")],
)
def test_a_path_that_is_missing_may_mean_one_beside_or_below_it(tmp_path: Path, missing: str, found: str) -> None:
    for name in ("deck.apkg", "output/other.apkg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert suggest_path(tmp_path / missing) == (f"; did you mean {str(tmp_path / found)!r}?" if found else "")


def test_beside_a_folder_that_is_missing_nothing_is_looked_for(tmp_path: Path) -> None:
    assert suggest_path(tmp_path / "gone" / "deck.apkg") == ""


def test_no_message_begins_with_the_file_that_its_location_should_name() -> None:
    """Programs are told files, and not wordings."""
    found = [
        f"{path}:{node.lineno}"
        for path in sorted(Path(flashgen.__file__).parent.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and _begins_with_a_file(node)
    ]
    assert found == []


_FILES = ("path", "self.path", "file", "folder")


def _begins_with_a_file(text: ast.JoinedStr) -> bool:
    name, *after = text.values
    is_file = isinstance(name, ast.FormattedValue) and ast.unparse(name.value) in (
        "path",
        "self.path",
        "file",
        "folder",
    )
    return is_file and bool(after) and isinstance(after[0], ast.Constant) and str(after[0].value).startswith(": ")
