"""docs/json.md names every key that the commands print for programs, and none that they never print."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flashgen.cli.commands import main
from tests.test_docs import PAGES

_KEY = re.compile(r"`([\w.\[\]]+)`")
_SAME = re.compile(r"^(changed|gone\.\w+|gone|passed_over)(?=\[\]\.)")
"""Lists whose items have the keys of another list, which the page names once."""
_STANDS_FOR = {"chang": "new", "gone": "new", "passe": "new", "gone.": "gone.from_documents"}
EN = (
    "---\ntitle: Kettle\ndescription: A kettle is a metal vessel in which water is boiled.\nkeywords: Kitchen\n---\n\n"
    "It has these parts:\n\n- a spout that pours the water\n- a lid that keeps the heat in\n- a handle of dark wood\n"
    "- a mark of {{ site.maker }} on the side\n"
)
IT = (
    "---\ntitle: Bollitore\ndescription: Un bollitore è un recipiente di metallo in cui si fa bollire l'acqua.\n"
    "keywords: Cucina\n---\n\n"
    "Ha queste parti:\n\n- un beccuccio che versa l'acqua\n- un coperchio che trattiene il calore\n"
    "- un manico di legno scuro\n- un segno di {{ site.maker }} sul lato\n"
)
LONE = "---\ntitle: Oven\n---\n\n## What is an oven?\n\nAn oven is a chamber in which bread is baked.\n"
PAIR = ("--from", "en", "--to", "it")


def documented(command: str) -> set[str]:
    """The keys of a command's table."""
    section = PAGES["docs/json.md"].split(f"\n## {command}\n")[1].split("\n## ")[0]
    return {
        key for line in section.splitlines() if line.startswith("| `") for key in _KEY.findall(line.split(" | ")[0])
    }


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Every key of a JSON value with those that lead to it, `[]` for the items of a list."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{path}[]")


def covers(key: str, path: str) -> bool:
    """Whether a documented key is this one; names in capitals stand for any, and a list may be empty."""
    parts = (".+" if name.isupper() else re.escape(name) for name in key.removesuffix("[]").split("."))
    return re.fullmatch(r"\.".join(parts), path.removesuffix("[]")) is not None


def leads_to(path: str, key: str) -> bool:
    """Whether a path holds nothing but what a documented key names inside it."""
    return any(covers(key[:end], path) for end in range(len(key)) if key[end] == "." or key[end:].startswith("[]"))


def write_articles(folder: Path, english: str) -> None:
    for language, name, text in (("en", "kettle", english), ("it", "kettle", IT), ("en", "oven", LONE)):
        (folder / language).mkdir(parents=True, exist_ok=True)
        (folder / language / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What each command prints: over a first edition and over one in which a text changed and another is gone."""
    folder = tmp_path_factory.mktemp("json")
    corpus = ("--corpus", str(folder / "articles"))
    first, second = str(folder / "first.apkg"), str(folder / "en-it.apkg")

    def run(*arguments: str) -> Any:
        return json.loads(CliRunner().invoke(main, arguments, catch_exceptions=False).stdout)

    write_articles(folder / "articles", EN)
    (folder / "articles" / "note.md").write_text("# 7\n\n12 34\n", encoding="utf-8")  # in no language
    build = ("build", *PAIR, *corpus, "-o", second, "--json")
    found = {"build": [run(*build)]}
    shutil.copy(second, first)
    write_articles(
        folder / "articles", EN.replace("dark wood", "very dark wood").replace("- a lid", "Also:\n\n- a lid")
    )
    found["build"].append(run(*build, "--dry-run"))
    found["build"].append(run(*build))
    found["diff"] = [run("diff", first, second, "--json")]
    found["stats"] = [run("stats", second, "--json")]
    found["pairs"] = [run("pairs", *corpus, "--json")]
    found["show"] = [run("show", "kettle", *PAIR, *corpus, "--json")]
    found["check"] = [run("check", *PAIR, *corpus, "--format", "json")]
    return found


def told_elsewhere(command: str, path: str) -> bool:
    """Whether the table only says that this is as another command prints it."""
    return command == "build" and path.startswith(("problems[].", "difference."))


@pytest.mark.parametrize("command", ["build", "check", "diff", "stats", "pairs", "show"])
def test_what_a_command_prints_for_programs_is_told(command: str, printed: dict[str, list[Any]]) -> None:
    keys = documented(command)
    found = {
        _SAME.sub(lambda match: _STANDS_FOR[match[1][:5]], path)
        for value in printed[command]
        for path in paths(value)
        if not told_elsewhere(command, path)
    }
    untold = {path for path in found if not any(covers(key, path) or leads_to(path, key) for key in keys)}
    assert untold == set()
    assert {key for key in keys if not any(covers(key, path) for path in found)} == set()
