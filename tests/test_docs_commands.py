"""Every flashgen command of README and docs does what it is there for, in a folder with articles of one's own."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from flashgen.cli.commands import main
from flashgen.config.bundled import bundled
from tests.test_docs import PAGES

_COMMAND = re.compile(r"^(?:    |\$ )flashgen (?P<line>\S.*)$", re.MULTILINE)
_REMARK = re.compile(r"\s{2,}\S.*$|\s+#.*$")
"""What stands behind a command, to explain it."""
_WITHIN = re.compile(r"`flashgen ([^`\n]+)`")
"""A command within a sentence."""
PLACEHOLDERS = {"APKG": "output/ru-it.apkg", "DIR": "articles", "COMMAND": "build"}
UNDERSTOOD = {"build --release 2.1": "--from ru --to it", "pairs --plot coverage.svg": "--corpus articles"}
"""What a sentence speaks of before it shows a command."""


def commands(text: str) -> Iterator[str]:
    """The commands of a page as they are to be run; a sentence may name one without what it takes."""
    for match in _COMMAND.finditer(text):
        yield _REMARK.sub("", match["line"]).strip()
    for line in _WITHIN.findall(text):
        if line not in main.commands:
            words = [PLACEHOLDERS.get(word, word) for word in line.split()]
            yield " ".join((*words, UNDERSTOOD.get(line, ""))).strip()


COMMANDS = sorted({(page, line) for page, text in PAGES.items() for line in commands(text)})


def run(line: str) -> None:
    result = CliRunner().invoke(main, shlex.split(line))
    assert result.exit_code == 0, f"flashgen {line}\n{result.output}"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, a configuration, the package of the last build and one of a month ago."""
    folder = tmp_path_factory.mktemp("prepared")
    for language in ("English", "Italian", "Russian"):
        shutil.copytree(bundled("sample") / "Texts" / language, folder / "articles" / language)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        run("build --from ru --to it --corpus articles -q")
        run("init my-deck --all")
    shutil.copy(folder / "output" / "ru-it.apkg", folder / "last-month.apkg")
    return folder


@pytest.fixture
def here(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for one test, which may change it."""
    monkeypatch.setattr(click, "launch", lambda _: 0)  # a test opens no browser
    folder = tmp_path / "here"
    shutil.copytree(prepared, folder)
    monkeypatch.chdir(folder)
    return folder


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) > 15
    assert {shlex.split(line)[0] for _, line in COMMANDS} >= {"build", "check", "show", "pairs", "preview", "init"}


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_a_command_that_is_shown_works(page: str, line: str, here: Path) -> None:
    run(line)
