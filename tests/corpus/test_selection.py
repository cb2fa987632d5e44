"""Patterns that say which files are read, and how their paths are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.documents import read_corpus
from flashgen.corpus.selection import Selection
from flashgen.errors import FlashgenError
from tests.corpus.test_documents import layout, write


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("drafts/", {"it/a", "it/old.a"}),
        ("it/drafts/**", {"it/a", "it/old.a"}),
        ("old.*", {"it/a", "it/drafts/a"}),
        ("it/*.md", {"it/drafts/a"}),
        ("**/a.md", {"it/old.a"}),
    ],
)
def test_a_pattern_leaves_files_out(pattern: str, kept: set[str]) -> None:
    names = {"it/a", "it/old.a", "it/drafts/a"}
    assert {name for name in names if Selection(exclude=(pattern,)).keeps(f"{name}.md")} == kept


def test_only_what_is_included_is_read_and_the_rest_is_told_when_asked_for(tmp_path: Path) -> None:
    corpus = read_corpus([write(tmp_path, "it/a.md", "it/b.md", "pl/a.md")], Selection(include=("a.md",)))
    assert list(layout(corpus)) == ["a"]
    assert [(str(p.location), p.severity) for p in corpus.problems] == [("it/b.md", "omission")]
    assert corpus.left_out == 1


def test_a_pattern_that_no_file_has_is_a_warning(tmp_path: Path) -> None:
    (problem,) = read_corpus([write(tmp_path, "it/a.md")], Selection(exclude=("draft/",))).problems
    assert "'draft/'" in problem.message


def test_patterns_that_leave_nothing_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="leave none of 1"):
        read_corpus([write(tmp_path, "it/a.md")], Selection(exclude=("*.md",)))


def test_a_layout_tells_what_paths_do_not(tmp_path: Path) -> None:
    write(tmp_path, "x-it-y/cat/text.md", "x-pl-y/cat/text.md")
    corpus = read_corpus([tmp_path], Selection(layouts=("x-{language}-y/{article}/text.md",)))
    assert {slug: set(found) for slug, found in layout(corpus).items()} == {"cat": {"it", "pl"}}


def test_files_without_the_layout_are_left_out_with_one_warning(tmp_path: Path) -> None:
    write(tmp_path, "pages.it/a.md", "pages.pl/a.md", "notes/b.md", "notes/c.md")
    (problem,) = read_corpus([tmp_path], Selection(layouts=("pages.{language}/{article}",))).problems
    assert problem.message.startswith("2 files do not have the layout")
    assert "exclude" in problem.message


def test_a_layout_that_fits_nothing_is_an_error_with_an_example(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match=r"it/a\.md.*layout"):
        read_corpus([write(tmp_path, "it/a.md")], Selection(layouts=("pages.{language}/{article}.md",)))


@pytest.mark.parametrize(
    ("pattern", "name", "is_kept"),
    [
        ("docs/*a*b*.md", "docs/xaxb.md", True),
        ("docs/*a*b*.md", "docs/bxa.md", False),
        ("docs/*a*b*.md", "docs/a/b.md", False),
        ("**/x*y/*.md", "x/xy/a.md", True),
        ("**/x*y/*.md", "xy/x/a.md", False),
        ("**/a/**/b.md", "a/b.md", True),
        ("**/a/**/b.md", "c/a/d/a/e/b.md", True),
        ("a**b.md", "a/x/b.md", True),
        ("?.md", "deep/a.md", True),
        ("?.md", "ab.md", False),
        ("a*a", "a", False),
    ],
)
def test_signs_of_a_pattern_stand_for_names_and_folders(pattern: str, name: str, is_kept: bool) -> None:
    assert Selection(include=(pattern,)).keeps(name) is is_kept
