"""What the commands of the Makefile do to a machine."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.test_docs import ROOT


def recipe(target: str) -> str:
    """What `make` would run for a target, all that it depends on included."""
    assert shutil.which("make"), "make is needed"
    command = ("make", "--always-make", "--dry-run", target)
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("target", ["test", "deck", "dist", "docs"])
def test_no_system_package_is_installed_unasked(target: str) -> None:
    assert "apt-get" not in recipe(target)
    assert "apt-get install" in recipe("chromium")


def test_cleaning_leaves_packages_alone() -> None:
    assert "output" not in recipe("clean")
    assert ".venv" in recipe("clean")
