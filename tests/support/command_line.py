"""flashgen's commands, run in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from flashgen.cli.commands import main


def run(*arguments: str) -> Result:
    """Run a command; whatever goes wrong must be told in words, never by a traceback."""
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result
