"""Where the project lives, for the metadata of wheel and sdist: hatchling asks this while it builds.

Whoever builds a checkout knows the address, and a fork has another one; written down, it would be wrong in one of them.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_REMOTE = re.compile(r"(?:https://(?:[^@/\s]+@)?|ssh://git@|git@)([\w.-]+)[:/]([\w./~-]+?)(?:\.git)?/?")
"""How git writes the address of a repository on a host."""


class ProjectAddresses(MetadataHookInterface):
    """Fills `urls`, which pyproject.toml leaves to the build."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add the addresses to the metadata; none for a checkout that came from no host."""
        metadata["urls"] = project_urls(repository_address(Path(self.root)))


def repository_address(root: Path) -> str:
    """Where git fetches the checkout from; empty where that is no host, or the folder is no checkout."""
    if not (root / ".git").exists():  # a copy may lie within the repository of something else
        return ""
    command = ("git", "-C", str(root), "remote", "get-url", "origin")
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # no git
        return ""
    found = _REMOTE.fullmatch(said)
    return f"https://{found[1]}/{found[2]}" if found else ""


def project_urls(repository: str) -> dict[str, str]:
    """What the package index shows, and where flashgen sends whoever meets a bug."""
    if not repository:
        return {}
    pages = f"{repository}/blob/main"
    return {
        "Homepage": repository,
        "Documentation": f"{repository}/tree/main/docs",
        "Changelog": f"{pages}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }
