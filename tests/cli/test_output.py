"""What documents and file names hold does not steer the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from flashgen.cli.commands import main
from flashgen.cli.output import visible
from flashgen.cli.terminal import choose_word_mark
from tests.cli.test_terminal import sit_at_a_terminal

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x1b[8m\x9b31m"


def test_control_characters_are_written_out() -> None:
    assert visible(HOSTILE) == r"\u001b]0;owned\u0007\u001b[2J\u001b[8m\u009b31m"
    assert visible("ab\u202ec") == r"ab\u202ec"


@given(st.text())
def test_no_control_character_is_left_but_line_ends_and_tabs(text: str) -> None:
    assert all(character.isprintable() or character in "\n\t" or ord(character) > 0x9F for character in visible(text))


def test_json_stays_the_same_json() -> None:
    text = json.dumps({"a": "x\x9by\x1bz"}, ensure_ascii=False)
    assert json.loads(visible(text)) == {"a": "x\x9by\x1bz"}


def test_marked_words_keep_our_colours_and_lose_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at_a_terminal(monkeypatch)
    marked = visible(choose_word_mark()("insert", "a\x1b[2Jb"), keep_colours=True)
    assert marked == "\x1b[32m\x1b[1ma\\u001b[2Jb\x1b[0m"


def test_a_document_and_its_name_cannot_reach_the_terminal(tmp_path: Path) -> None:
    for language, text in (("it", "Una barca."), ("pl", "Łódź.")):
        (tmp_path / language).mkdir()
        (tmp_path / language / f"a{HOSTILE}.md").write_text(f"# T{HOSTILE}\n\n{text} {HOSTILE}\n", "utf-8")
    (tmp_path / "it" / f"b{HOSTILE}.md").write_bytes(b"")
    arguments = ("--from", "it", "--to", "pl", "--corpus", str(tmp_path))
    for command in (
        ("check", "-v"),
        ("show", f"a{HOSTILE}"),
        ("show", f"a{HOSTILE}", "--json"),
        ("show", f"x{HOSTILE}"),
    ):
        done = CliRunner().invoke(main, (*command, *arguments))
        assert "\x1b" not in done.output
        assert "\x9b" not in done.output
