"""A publisher: a corpus in a bare repository, edits in branches, and releases by the steps of the action."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

STEPS = Path(__file__).parent.parent.parent / "action" / "publish.sh"
Pair = tuple[str, str]
"""What an article says, in English and in Italian."""
_FIRST_DAY = 1_790_000_000


@dataclass
class Article:
    """What is said of one thing."""

    title: Pair
    definition: Pair
    items: list[Pair]
    topic: str = "Tools"

    def text(self, side: int) -> str:
        lead = ("It has these parts:", "Ha queste parti:")[side]
        items = "".join(f"- {item[side]}\n" for item in self.items)
        front = f"title: {self.title[side]}\ndescription: {self.definition[side]}\nkeywords: {self.topic}\n"
        return f"---\n{front}---\n\n{lead}\n\n{items}"


@dataclass
class Publisher:
    """Works in a folder: `corpus.git` is the bare repository, `releases` stands for the releases of a service."""

    folder: Path
    articles: dict[str, Article] = field(default_factory=dict)
    released: int = 0
    flashgen: str = f"{sys.executable} -m flashgen"
    """How the steps run it."""
    exports: str = "tsv"
    """The formats that releases hold beside packages and preview pages."""

    def __post_init__(self) -> None:
        self.git(self.folder, "init", "--quiet", "--bare", "--initial-branch=main", "corpus.git")
        self.git(self.folder, "clone", "--quiet", "corpus.git", "desk")
        self.git(self.desk, "checkout", "--quiet", "-B", "main")

    @property
    def desk(self) -> Path:
        """Where the publisher edits."""
        return self.folder / "desk"

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    def git(self, where: Path, *arguments: str) -> None:
        names = {
            f"GIT_{who}_{what}": "publisher@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(("git", *arguments), cwd=where, env=environment, check=True, capture_output=True)

    def edit(self, message: str) -> None:
        """Write what the articles say now, in a branch that is merged."""
        first = not any(self.desk.glob("articles"))
        if not first:
            self.git(self.desk, "checkout", "--quiet", "-b", f"edit-{self.released}")
        for path in self.desk.glob("articles/*/*.md"):
            path.unlink()
        for slug, article in self.articles.items():
            for side, language in enumerate(("en", "it")):
                path = self.desk / "articles" / language / f"{slug}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(article.text(side), encoding="utf-8")
        self.git(self.desk, "add", "--all")
        self.git(self.desk, "commit", "--quiet", "-m", message)
        if not first:
            self.git(self.desk, "checkout", "--quiet", "main")
            self.git(self.desk, "merge", "--quiet", "--no-ff", "-m", message, f"edit-{self.released}")
        self.git(self.desk, "push", "--quiet", "origin", "main")

    def release(self) -> Path:
        """Release what the repository holds, on a machine that remembers nothing, and return the package."""
        machine = self.folder / f"machine-{self.released}"
        self.git(self.folder, "clone", "--quiet", "corpus.git", machine.name)
        name = f"v{self.released + 1}"
        for step in (("previous",), ("check",), ("build",), ("release", name)):
            done = self.step(machine, *step)
            assert done.returncode == 0, done.stdout + done.stderr
        self.released += 1
        return self.releases / name / "en-it.apkg"

    def step(self, machine: Path, *step: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a step of the action."""
        environment = {
            **os.environ,
            "FLASHGEN": self.flashgen,
            "PAIRS": "en-it",
            "CORPUS": "articles",
            "RELEASE": f"v{self.released + 1}",
            "RELEASES": str(self.releases),
            "EXPORTS": self.exports,
            "SOURCE_DATE_EPOCH": str(_FIRST_DAY + 86_400 * self.released),
            **variables,
        }
        command = ("bash", str(STEPS), *step)
        return subprocess.run(command, cwd=machine, env=environment, check=False, capture_output=True, text=True)
