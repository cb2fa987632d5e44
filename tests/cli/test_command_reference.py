"""docs/commands.md is what the commands say of themselves."""

from __future__ import annotations

from flashgen.cli.command_reference import reference
from flashgen.cli.commands import main
from tests.test_docs import PAGES


def test_the_page_is_that_of_the_commands() -> None:
    assert PAGES["docs/commands.md"] == reference(), "write it again with `make reference`"


def test_it_tells_every_command_and_every_option() -> None:
    page = reference()
    for name, command in main.commands.items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        assert [option for option in options if option not in section] == []
