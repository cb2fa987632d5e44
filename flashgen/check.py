"""Read everything, build nothing: every problem of a corpus, or of one language pair."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flashgen.article import read_article
from flashgen.config import Config
from flashgen.corpus import read_corpus
from flashgen.errors import Problem
from flashgen.jobs import Request, pair_up, run_jobs
from flashgen.notetypes import load_note_types
from flashgen.withheld import withheld_warning


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The problems found, and one line that counts them."""

    problems: tuple[Problem, ...]
    documents: int

    @property
    def errors(self) -> int:
        return self._count("error")

    @property
    def warnings(self) -> int:
        return self._count("warning")

    @property
    def summary(self) -> str:
        repairs = self._count("repair")
        return f"{self.documents} documents: {self.errors} errors, {self.warnings} warnings, {repairs} repairs"

    def _count(self, severity: str) -> int:
        return sum(problem.severity == severity for problem in self.problems)


def check_corpus(folders: tuple[Path, ...]) -> CheckResult:
    """Read every document of every language."""
    corpus = read_corpus(folders)
    documents = [document for versions in corpus.versions.values() for document in versions.values()]
    found = [problem for document in documents for problem in read_article(document)[1]]
    return CheckResult((*corpus.problems, *found), len(documents))


def check_pair(request: Request, config: Config) -> CheckResult:
    """Read and pair the articles of a request; each fact that would make no note is a warning."""
    load_note_types(config.card_types, config.templates)
    pairing = pair_up(request, config)
    problems = list(pairing.corpus.problems)
    for outcome in run_jobs(pairing.jobs, request.jobs):
        problems.extend(outcome.problems)
        if outcome.bitext:
            problems.extend(withheld_warning(bead) for bead in outcome.bitext.beads if not bead.is_pair)
    return CheckResult(tuple(problems), 2 * len(pairing.jobs))
