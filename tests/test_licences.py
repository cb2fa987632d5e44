"""The licences in docs/licences.md are those of all that an installation brings, and the lock holds all of it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.test_docs import ROOT, rows

LISTED = {name.strip("`"): licence for name, licence, _ in rows("docs/licences.md", "library")}
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / ".github" / "constraints.txt"
COPYLEFT = re.compile(r"GPL|GNU|MPL|EUPL|CeCILL", re.IGNORECASE)


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def brought() -> set[str]:
    """The libraries that flashgen needs here, and those that they need in turn."""
    found: set[str] = set()
    waiting = [
        Requirement(line) for line in tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    ]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if str(one) not in seen:
            seen.add(str(one))
            found.add(normalised(one.name))
            needed = map(Requirement, importlib.metadata.requires(one.name) or ())
            extras = ("", *one.extras)
            waiting += [
                two for two in needed if two.marker is None or any(two.marker.evaluate({"extra": e}) for e in extras)
            ]
    return found


def test_every_library_that_is_brought_is_listed() -> None:
    assert brought() - LISTED.keys() == set()


def test_what_is_listed_is_in_the_lock() -> None:
    locked = {normalised(line.split("==")[0]) for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line}
    assert LISTED.keys() - locked == set()
    assert brought() - locked == set()


@pytest.mark.parametrize("name", sorted(brought()))
def test_a_licence_with_conditions_is_named(name: str) -> None:
    data = importlib.metadata.metadata(name).json
    kinds = [line for line in data.get("classifier", []) if line.startswith("License ::")]
    # the first line: some put the whole text there, which may speak of other licences
    said = [str(data.get("license_expression") or data.get("license") or "").split("\n")[0], *kinds]
    assert bool(COPYLEFT.search("\n".join(said))) == bool(COPYLEFT.search(LISTED[name]))
