"""Several language pairs of one corpus, one after the other: which there are, and their builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashgen.config.load import Config
from flashgen.corpus.documents import Corpus
from flashgen.errors import FlashgenError, Problem
from flashgen.language.pairs import ALL, LanguagePair
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from flashgen.pipeline.sources import Sources
from flashgen.record import Record, replace

NOTHING_SHARED = "no two languages have an article in common; `flashgen pairs` shows what there is"


class Failure(Record):
    """A pair of which nothing was built."""

    native: str
    target: str
    problems: tuple[Problem, ...]

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems, those without a place under the name of the pair."""
        name = f"{self.native} → {self.target}"
        return tuple(one if one.location else replace(one, message=f"{name}: {one.message}") for one in self.problems)


def choose_pairs(natives: Iterable[str], targets: Iterable[str], corpus: Corpus) -> list[LanguagePair]:
    """Every native language with every other target language; `all` stands for those of the corpus.

    Of pairs that `all` makes, those without an article in common are left out.
    """
    languages = list(corpus.counts())
    shared = shared_articles(corpus)
    return [
        (native, target)
        for native, is_given in _expanded(natives, languages)
        for target, is_named in _expanded(targets, languages)
        if native != target and ((is_given and is_named) or (native, target) in shared)
    ]


def _expanded(tags: Iterable[str], languages: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """(tag, whether it was given by itself)"""
    for tag in tags:
        if tag == ALL:
            yield from ((one, False) for one in languages)
        else:
            yield tag, True


def shared_articles(corpus: Corpus) -> dict[LanguagePair, int]:
    """How many articles there are in both languages of each ordered pair that has any."""
    found: dict[LanguagePair, int] = {}
    for versions in corpus.versions.values():
        for native in versions:
            for target in versions:
                if native != target:
                    found[native, target] = found.get((native, target), 0) + 1
    return found


def opposites_together(pairs: Iterable[LanguagePair]) -> list[LanguagePair]:
    """The pairs, each once, and opposite ones one after the other: what is found out for one serves the other."""
    by_languages: dict[frozenset[str], dict[LanguagePair, None]] = {}
    for pair in pairs:
        by_languages.setdefault(frozenset(pair), {})[pair] = None
    return [pair for found in by_languages.values() for pair in found]


def build_all(
    orders: Iterable[tuple[Request, Destination]], config: Config, surroundings: Surroundings, sources: Sources
) -> Iterator[Report | Failure]:
    """Build one deck after the other from the same sources; one that cannot be built costs itself alone."""
    for request, destination in orders:
        try:
            yield build(request, config, destination, surroundings, sources)
        except FlashgenError as failure:
            yield Failure(request.native, request.target, failure.problems)
