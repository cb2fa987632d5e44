"""What people see on a terminal, and what a pipe gets."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from flashgen.cli.terminal import choose_word_mark, make_progress_bar, print_problems
from flashgen.errors import Problem, repair, warning
from flashgen.pipeline.bitexts import Outcome
from flashgen.records.location import Location
from flashgen.reports.diff_text import plain_mark


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def sit_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """What standard output and standard error print from now on."""
    terminal = Terminal()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_problems_go_to_standard_error_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([warning("odd", Location("it/x.md", 3)), repair("mended"), Problem("error", "stop")])
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "warning: it/x.md:3: odd\nrepair: mended\nerror: stop\n")


def test_words_are_marked_with_signs_in_a_pipe() -> None:
    assert choose_word_mark() is plain_mark


def test_words_are_coloured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at_a_terminal(monkeypatch)
    mark = choose_word_mark()
    assert mark("equal", "x") == "x"
    assert all(mark(what, "x").startswith("\x1b[") for what in ("delete", "insert"))
    assert mark("delete", "x") != mark("insert", "x")


def test_no_color_marks_words_with_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert choose_word_mark() is plain_mark


def test_progress_passes_everything_on_and_shows_nothing_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [Outcome(f"article {number}", None, ()) for number in range(200)]
    assert list(make_progress_bar(quiet=False)(outcomes, 200)) == outcomes
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("quiet", "count", "is_shown"), [(False, 200, True), (True, 200, False), (False, 20, False)])
def test_a_long_build_shows_a_bar_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, quiet: bool, count: int, is_shown: bool
) -> None:
    terminal = sit_at_a_terminal(monkeypatch)
    outcomes = [Outcome(f"article {number}", None, ()) for number in range(count)]
    assert list(make_progress_bar(quiet=quiet)(outcomes, count)) == outcomes
    assert ("Reading articles" in terminal.getvalue()) is is_shown
