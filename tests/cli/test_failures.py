"""How a command that fails ends: what is printed, and the exit code of the process."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from email.message import Message
from importlib import metadata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from flashgen import __version__
from flashgen.cli.commands import main
from flashgen.cli.failures import CommandGroup, bug_report_request, handle_errors, report_address
from flashgen.errors import FlashgenError
from tests.cli.test_terminal import sit_at_a_terminal

NO_ADDRESS = (
    f"This is a bug in flashgen {__version__}: "
    "please report this with the command and the traceback above to whoever gave you flashgen"
)
DIVIDE_BY_ZERO = "1 / 0"
INTERRUPT = "signal.raise_signal(signal.SIGINT)"


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus of one article in the working folder."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "corpus/en/kettle.md"
    article.parent.mkdir(parents=True)
    article.write_text("# Kettle\n\nA kettle boils water.\n", encoding="utf-8")


def start_and(expression: str) -> subprocess.CompletedProcess[str]:
    """Run `flashgen pairs` as a process of its own, in which reading the corpus does something else."""
    code = (
        "import signal, sys; from flashgen.cli.commands import main; from flashgen.corpus import documents; "
        "signal.signal(signal.SIGINT, signal.default_int_handler); "  # a process in the background may ignore it
        f"documents.read_corpus = lambda folders, choose: {expression}; main(['pairs', '--corpus', 'corpus'])"
    )
    return subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)


def announce(monkeypatch: pytest.MonkeyPatch, *urls: str) -> None:
    """Make flashgen a package that was installed with these entries in `[project.urls]`."""
    message = Message()
    for url in urls:
        message["Project-URL"] = url
    monkeypatch.setattr(metadata, "metadata", lambda _: message)


def test_a_bug_ends_with_its_traceback_and_then_one_line_that_asks_for_a_report() -> None:
    done = start_and(DIVIDE_BY_ZERO)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (3, "")
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-2:] == ["ZeroDivisionError: division by zero", bug_report_request()]


def test_ctrl_c_ends_with_one_line() -> None:
    done = start_and(INTERRUPT)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_on_a_terminal_the_line_begins_after_the_echo_of_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_a_terminal(monkeypatch)
    with pytest.raises(SystemExit), handle_errors():
        raise KeyboardInterrupt
    assert terminal.getvalue() == "\ninterrupted\n"


@pytest.mark.parametrize("arguments", [("pairs", "--corpus", "corpus"), ("--help",)])
def test_a_broken_pipe_ends_silently(arguments: tuple[str, ...]) -> None:
    """As `flashgen pairs | head -1` does, when head has already ended."""
    reading, writing = os.pipe()
    os.close(reading)
    command = (sys.executable, "-m", "flashgen", *arguments)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("failure", "code", "message"),
    [
        (FlashgenError("the article is odd"), 1, "error: the article is odd\n"),
        (FlashgenError("the option is odd", usage=True), 2, "error: the option is odd\n"),
        (click.UsageError("the option is odd"), 2, "Error: the option is odd\n"),
        (click.Abort(), 1, "Aborted!\n"),
        (click.exceptions.Exit(0), 0, ""),
        (EOFError("the end of a file"), 3, f"EOFError: the end of a file\n{bug_report_request()}\n"),
    ],
)
def test_each_failure_has_its_exit_code_and_its_message(failure: Exception, code: int, message: str) -> None:
    group = CommandGroup("main")

    @group.command()
    def fail() -> None:
        raise failure

    result = CliRunner().invoke(group, ("fail",))
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.endswith(message)
    assert ("Traceback" in result.stderr) == (code == 3)


def test_every_command_is_in_a_group_that_handles_errors() -> None:
    assert isinstance(main, CommandGroup)


@pytest.mark.parametrize(
    ("urls", "address"),
    [
        ((), None),
        (("Documentation, https://example.org/docs",), None),
        (("Homepage, https://example.org", "Issues, https://example.org/issues"), "https://example.org/issues"),
        (("Source, https://example.org/code", "Bug Tracker, https://example.org/bugs"), "https://example.org/bugs"),
        (("homepage, https://example.org/a,b",), "https://example.org/a,b"),
    ],
)
def test_bugs_are_reported_where_the_project_says(
    urls: tuple[str, ...], address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(monkeypatch, *urls)
    assert report_address() == address


def test_the_request_names_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    announce(monkeypatch, "Issues, https://example.org/issues")
    assert bug_report_request().endswith("the traceback above to https://example.org/issues")


def test_without_an_address_the_request_is_one_that_can_be_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    announce(monkeypatch)
    assert bug_report_request() == NO_ADDRESS


def test_a_checkout_that_was_never_installed_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> Message:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "metadata", fail)
    assert report_address() is None


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_request_to_end_is_told_and_gives_its_exit_code(name: str, code: int) -> None:
    done = start_and(f"signal.raise_signal(signal.{name})")
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr == f"ended by {name}; no file was left half written\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            (sys.executable, "-m", "flashgen", "pairs", "--corpus", "corpus"),
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("error: No space left on device; make room there")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EMFILE])
def test_a_lack_of_room_is_no_bug(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, handle_errors():
        raise OSError(number, os.strerror(number), "/tmp/x")
    assert end.value.code == 1
    assert capsys.readouterr().err.startswith(f"error: /tmp/x: {os.strerror(number)}; make room there")
