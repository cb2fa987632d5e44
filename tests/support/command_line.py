"""flashgen's commands, run in this process, and what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from click.testing import CliRunner, Result

from flashgen.cli.commands import main

RU_IT = ("--from", "ru", "--to", "it")
ARTICLES, LANGUAGES = 9, 6
"""Of the sample."""


def run(*arguments: str) -> Result:
    """Run a command; whatever goes wrong must be told in words, never by a traceback."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def start(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own."""
    command = (sys.executable, "-m", "flashgen", *arguments)
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def read_counts(said: str) -> tuple[int, int]:
    """The notes and the cards that the summary of a build counts."""
    counts = re.search(r"^(\d+) notes, (\d+) cards: ", said, re.MULTILINE)
    assert counts, said
    return int(counts[1]), int(counts[2])
