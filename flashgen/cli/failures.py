"""How a command that fails ends: its message, and the exit code of the process.

0 done; 1 a problem in content or configuration stopped it, or a warning under --strict; 2 wrong usage; 3 a bug in
flashgen; 130 interrupted with Ctrl-C; 143 ended by SIGTERM, 129 by SIGHUP. If the program that reads the output ends
first (`flashgen pairs | head -1`), click ends the process silently, with 1.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

from flashgen.cli.output import print_text, visible
from flashgen.cli.process import Terminated
from flashgen.cli.terminal import print_problems
from flashgen.errors import FlashgenError

PROBLEM, USAGE, BUG, INTERRUPTED, SIGNALLED = 1, 2, 3, 130, 128
"""The exit codes of a process that failed. 130 is what a shell reports for a process that Ctrl-C ended; to
SIGNALLED the signal's number is added."""
_OUT_OF_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE)

_ADDRESSES = ("issues", "bugtracker", "repository", "source", "homepage")
"""The labels in `[project.urls]` under which bugs may be reported, the best first; without spaces, in small letters."""


class CommandGroup(click.Group):
    """A group of commands whose errors are handled in one place, so that no command can forget it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for, and end the process if it fails."""
        with handle_errors():
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, where a failure is told, rather than at the end of the process
            return result


@contextmanager
def handle_errors() -> Iterator[None]:
    """Turn what goes wrong inside into messages on standard error, and end the process with the exit code for it."""
    try:
        yield
    except FlashgenError as failure:
        print_problems(failure.problems)
        sys.exit(USAGE if failure.usage else PROBLEM)
    except KeyboardInterrupt:
        _print_interruption()
        sys.exit(INTERRUPTED)
    except Terminated as end:
        print_text(f"ended by {signal.Signals(end.number).name}; no file was left half written", err=True)
        sys.exit(SIGNALLED + end.number)
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise  # click prints its own messages, and ends silently after a broken pipe
    except OSError as fault:
        if fault.errno not in _OUT_OF_ROOM:
            _print_bug(fault)
            sys.exit(BUG)
        _print_lack_of_room(fault)
        sys.exit(PROBLEM)
    except Exception as bug:
        _print_bug(bug)
        sys.exit(BUG)


def _print_lack_of_room(fault: OSError) -> None:
    """Also when standard output is what cannot be written; then nothing of it must be left to the process's end."""
    where = f"{fault.filename}: " if fault.filename else ""
    print_text(
        f"error: {where}{fault.strerror}; make room there, or set TMPDIR to another folder, and run again", err=True
    )
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        return
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_interruption() -> None:
    at_terminal = sys.stderr.isatty()  # the terminal has just printed ^C, and no end of line
    click.echo("\ninterrupted" if at_terminal else "interrupted", err=True)


def _print_bug(bug: Exception) -> None:
    import traceback

    click.echo(visible("".join(traceback.format_exception(bug))), err=True, nl=False)
    click.echo(bug_report_request(), err=True)


def bug_report_request() -> str:
    """One line that asks for a report of the traceback above it, and says where to send it."""
    import flashgen

    where = report_address() or "whoever gave you flashgen"
    return (
        f"This is a bug in flashgen {flashgen.__version__}: "
        f"please report this with the command and the traceback above to {where}"
    )


def report_address() -> str | None:
    """Where bugs are reported, from `[project.urls]` in pyproject.toml; None if that names no address for it."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata("flashgen").get_all("Project-URL", [])
    except PackageNotFoundError:  # run from a checkout that was never installed
        return None
    addresses = dict(_split_project_url(entry) for entry in entries)
    return next((addresses[label] for label in _ADDRESSES if label in addresses), None)


def _split_project_url(entry: str) -> tuple[str, str]:
    """`Bug Tracker, https://example.org` -> its label without spaces in small letters, and its address."""
    label, _, address = entry.partition(",")
    return "".join(filter(str.isalnum, label)).lower(), address.strip()
