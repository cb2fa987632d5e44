"""The project's own workflows: their shell parts are sound, name what is there, and do what they are there for."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_docs import ROOT

WORKFLOWS: Mapping[str, Any] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GH = """#!/usr/bin/env bash
# One request to merge, as a line in $ASKED.
case "$1 $2" in
    "pr view") [ -e "$ASKED" ] && echo OPEN ;;
    "pr create") echo "$@" >>"$ASKED" ;;
esac
"""


def shell_parts() -> Iterator[tuple[str, str]]:
    """(workflow, script) of every step that is a script."""
    for name, workflow in WORKFLOWS.items():
        for job in workflow["jobs"].values():
            yield from ((name, step["run"]) for step in job["steps"] if "run" in step)


def step(workflow: str, job: str, name: str) -> str:
    """The script of a step."""
    steps = WORKFLOWS[workflow]["jobs"][job]["steps"]
    return str(next(one["run"] for one in steps if one.get("name") == name))


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does."""
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.parametrize(("workflow", "script"), tuple(shell_parts()))
def test_a_script_can_be_read_by_the_shell_and_names_what_is_there(workflow: str, script: str) -> None:
    read = subprocess.run(("bash", "-n", "-c", script), check=False, capture_output=True, text=True)
    assert (read.returncode, read.stderr) == (0, ""), workflow
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake ([a-z]+)", script)) <= set(targets)
    assert all((ROOT / path).exists() for path in re.findall(r"(?<![\w./])(?:tests|\.github)/[\w./]+", script))


def test_every_python_that_the_project_names_is_tested_on_every_system() -> None:
    matrix = WORKFLOWS["test"]["jobs"]["test"]["strategy"]["matrix"]
    named = re.findall(r"^Programming Language :: Python :: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)
    assert matrix["python"] == named
    assert PROJECT["requires-python"] == f">={named[0]}"
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]


@pytest.mark.parametrize(("tag", "code"), [(f"v{PROJECT['version']}", 0), ("v999.1", 1)])
def test_a_tag_that_is_not_the_version_publishes_nothing(tag: str, code: int) -> None:
    assert run(step("publish", "build", "The tag is the version of the project"), ROOT, TAG=tag).returncode == code


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clone of a bare repository that holds a lock, and a stand-in for `gh`."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "desk" / ".github").mkdir(parents=True)
    (tmp_path / "desk" / ".github" / "constraints.txt").write_text("click==8.2\n", encoding="utf-8")
    script = (
        "git init -q --bare origin.git; cd desk; git init -q -b main; git remote add origin ../origin.git; git add -A;"
        "git -c user.name=a -c user.email=a@example.org commit -qm First; git push -q origin main"
    )
    assert run(script, tmp_path, GIT_CONFIG_GLOBAL=os.devnull).returncode == 0
    return tmp_path / "desk"


def propose(checkout: Path, lock: str) -> list[str]:
    """Propose a lock, and return what the service was asked for until now."""
    (checkout / ".github" / "constraints.txt").write_text(lock, encoding="utf-8")
    home = checkout.parent
    variables = {
        "PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(home / "asked"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    done = run(step("lock", "lock", "Propose them"), checkout, **variables)
    assert done.returncode == 0, done.stderr
    return (home / "asked").read_text(encoding="utf-8").splitlines() if (home / "asked").exists() else []


def test_a_lock_that_is_as_it_was_is_not_proposed(checkout: Path) -> None:
    assert propose(checkout, "click==8.2\n") == []


def test_a_new_lock_is_proposed_once_and_renewed_by_the_next(checkout: Path) -> None:
    for lock in ("click==8.5\n", "click==8.6\n"):
        assert propose(checkout, lock) == ["pr create --head lock --fill"]
        shown = run("git show lock:.github/constraints.txt", checkout.parent / "origin.git")
        assert shown.stdout == lock
        run("git checkout -q main", checkout)
