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
    difference: str = ""
    """What the last release said of itself."""

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

    def edit(self, message: str) -> str:
        """Write what the articles say now, in a branch that is reviewed and merged; return what reviewers saw."""
        first, branch, shown = not any(self.desk.glob("articles")), f"edit-{self.released}", ""
        if not first:
            self.git(self.desk, "checkout", "--quiet", "-b", branch)
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
            self.git(self.desk, "push", "--quiet", "origin", branch)
            shown = self._run_on(branch, ("previous",), ("check",), ("build",), RELEASE="")
            self.git(self.desk, "checkout", "--quiet", "main")
            self.git(self.desk, "merge", "--quiet", "--no-ff", "-m", message, branch)
        self.git(self.desk, "push", "--quiet", "origin", "main")
        return shown

    def release(self) -> Path:
        """Release what the repository holds, on a machine that remembers nothing, and return the package."""
        name = f"v{self.released + 1}"
        self.difference = self._run_on("main", ("previous",), ("check",), ("build",), ("release", name))
        self.released += 1
        return self.releases / name / "en-it.apkg"

    def _run_on(self, branch: str, *steps: tuple[str, ...], **variables: str) -> str:
        """Run steps over a branch, on a machine that remembers nothing; return the difference that they tell."""
        machine = self.folder / f"machine-{self.released}-{branch}"
        self.git(self.folder, "clone", "--quiet", "--branch", branch, "corpus.git", machine.name)
        for step in steps:
            done = self.step(machine, *step, **variables)
            assert done.returncode == 0, done.stdout + done.stderr
        return (machine / "difference.md").read_text(encoding="utf-8")

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
