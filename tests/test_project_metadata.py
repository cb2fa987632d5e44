"""What a wheel says of itself: where the project lives is known from the checkout that it is built from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_build import repository_address
from tests.test_docs import ROOT

HOME = "https://example.org/somebody/flashgen"


def fetched_from(origin: str, folder: Path) -> Path:
    """A checkout of the project that came from somewhere."""
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for command in ("init", "--quiet"), ("remote", "add", "origin", origin):
        subprocess.run(("git", "-C", str(folder), *command), check=True)
    return folder


@pytest.mark.parametrize(
    "origin",
    [HOME, f"{HOME}.git", f"{HOME}/", "https://name:token@example.org/somebody/flashgen.git",
     "git@example.org:somebody/flashgen.git", "ssh://git@example.org/somebody/flashgen"],
)  # fmt: skip
def test_the_address_is_that_of_the_host_however_git_names_it(origin: str, tmp_path: Path) -> None:
    assert repository_address(fetched_from(origin, tmp_path)) == HOME


@pytest.mark.parametrize("origin", ["/srv/flashgen.git", "../flashgen", "file:///srv/flashgen"])
def test_a_checkout_of_no_host_has_no_address(origin: str, tmp_path: Path) -> None:
    assert repository_address(fetched_from(origin, tmp_path)) == ""


def test_a_copy_within_the_repository_of_something_else_has_not_its_address(tmp_path: Path) -> None:
    (fetched_from(HOME, tmp_path) / "vendored").mkdir()
    assert repository_address(tmp_path / "vendored") == ""


def test_a_wheel_names_where_bugs_are_reported(tmp_path: Path) -> None:
    core = ProjectMetadata(str(fetched_from(f"{HOME}.git", tmp_path)), PluginManager()).core
    assert core.urls["Issues"] == f"{HOME}/issues"
    assert {url for url in core.urls.values() if not url.startswith(HOME)} == set()


def test_a_wheel_of_no_host_is_built_all_the_same(tmp_path: Path) -> None:
    core = ProjectMetadata(str(fetched_from("/srv/flashgen.git", tmp_path)), PluginManager()).core
    assert (core.name, core.urls) == ("flashgen", {})
