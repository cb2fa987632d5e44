"""The shell parts of action.yml, run with the variables that it gives them; a stand-in for `gh` keeps releases."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from flashgen.anki.package_reader import read_edition
from tests.action.corpus import first_articles
from tests.action.publisher import Publisher
from tests.support.warm_flashgen import warm_flashgen

ROOT = Path(__file__).parent.parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: Mapping[str, Any] = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
GH = """#!/usr/bin/env bash
# Releases as folders in $HUB, and whatever else is asked for as a line in $HUB/asked.
set -euo pipefail
case "$1 $2" in
    "release list") (cd "$HUB/releases" && ls) | sort -V | tail -n 1 ;;
    "release download") cp "$HUB/releases/$3"/*.apkg "$7" ;;
    "release create")
        release=$HUB/releases/$3
        [ "$4" = --notes-file ] && test -f "$5"
        mkdir "$release"
        cp "${@:6}" "$release"
        ;;
    *) echo "$@" >>"$HUB/asked" ;;
esac
"""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Path]:
    """A folder that stands for the service, with the commands that its machines have."""
    with tempfile.TemporaryDirectory() as short, warm_flashgen(Path(short)) as command:
        yield laid_out(tmp_path, {"gh": GH, "flashgen": f'#!/usr/bin/env bash\nexec {command} "$@"\n'})


def laid_out(tmp_path: Path, commands: Mapping[str, str]) -> Path:
    for name, text in commands.items():
        path = tmp_path / "hub" / "bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    (tmp_path / "hub" / "releases").mkdir()
    return tmp_path / "hub"


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    publisher = Publisher(tmp_path, first_articles())
    publisher.edit("First articles")
    return publisher


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """A text with its expressions replaced; one that is unknown here is a mistake."""
    return re.sub(r"\$\{\{ *(\S+?) *\}\}", lambda match: values[match[1]], text)


def run(name: str, machine: Path, hub: Path, **inputs: str) -> None:
    """Run a step as a runner does: its variables, its shell, the folder of the repository."""
    values = {
        "github.action_path": str(ROOT),
        "github.event.pull_request.number": "7",
        **{f"inputs.{key}": inputs.get(key, str(one["default"])) for key, one in ACTION["inputs"].items()},
    }
    step = STEPS[name]
    assert step["shell"] == "bash"
    environment = {
        **os.environ,
        **{key: filled_in(value, values) for key, value in step["env"].items()},
        "HUB": str(hub),
        "PATH": f"{hub / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(hub / "summary.md"),
    }
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    done = subprocess.run(command, cwd=machine, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def checked_out(publisher: Publisher, name: str) -> Path:
    publisher.git(publisher.folder, "clone", "--quiet", "corpus.git", name)
    return publisher.folder / name


def test_a_tag_becomes_a_release_which_the_next_one_continues_and_a_pull_request_is_compared_with(
    publisher: Publisher, hub: Path
) -> None:
    given = {"pairs": "en-it", "corpus": "articles"}
    build, comment = "Check, build, and publish", "Show the difference on the pull request"
    run(build, checked_out(publisher, "first"), hub, **given, release="v9")
    held = {path.name for path in (hub / "releases" / "v9").iterdir()}
    assert held == {f"en-it.{ending}" for ending in ("apkg", "html", "tsv", "csv", "jsonl", "tmx", "tbx")}

    publisher.articles["lantern"].items[0] = ("a case of clear glass", "un involucro di vetro chiaro")
    publisher.edit("Reword an item")
    machine = checked_out(publisher, "second")
    run(build, machine, hub, **given)
    run(comment, machine, hub)
    assert [path.name for path in (hub / "releases").iterdir()] == ["v9"]
    asked = (hub / "asked").read_text(encoding="utf-8").split()
    assert asked == ["pr", "comment", "7", "--edit-last", "--create-if-none", "--body-file", "difference.md"]
    difference = (machine / "difference.md").read_text(encoding="utf-8")
    assert "    changed: lantern, purpose" in difference
    assert (hub / "summary.md").read_text(encoding="utf-8").endswith(difference)

    run(build, checked_out(publisher, "third"), hub, **given, release="v10")
    first, later = (read_edition(hub / "releases" / name / "en-it.apkg").notes for name in ("v9", "v10"))
    assert first.keys() == later.keys()


def test_every_step_that_is_a_command_is_known_here_or_installs() -> None:
    assert STEPS.keys() == {"Set flashgen up", "Check, build, and publish", "Show the difference on the pull request"}


def test_the_workflow_to_copy_gives_the_action_what_it_takes() -> None:
    page = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
    whole, other = (
        yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    )
    used = whole["jobs"]["decks"]["steps"][-1]
    assert "/flashgen@" in used["uses"]
    assert used["with"].keys() <= ACTION["inputs"].keys() and other.keys() <= used["with"].keys()
    assert whole["permissions"] == {"contents": "write", "pull-requests": "write"}
