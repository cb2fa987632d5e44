"""What the command line asks for -> the articles to read and pair, and the workers that do it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.config.load import Config
from flashgen.config.schema import Settings
from flashgen.corpus.article import read_article
from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.errors import FlashgenError, suggest
from flashgen.pairing.model import Studied
from flashgen.pipeline.bitexts import Job, Outcome, read_bitext
from flashgen.pipeline.learning import study
from flashgen.quality.settings import Gate

_CHUNK = 32
_WORTH_A_POOL = 200
"""Articles from which starting worker processes takes less time than it saves."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    native: str
    target: str
    folders: tuple[Path, ...]
    articles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    jobs: int = 0
    """Worker processes; 0 chooses."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The articles that a request asks for, in both languages."""

    native: str
    target: str
    corpus: Corpus
    jobs: tuple[Job, ...]
    one_sided: int
    """Articles that lack one of the two languages."""

    @property
    def slugs(self) -> frozenset[str]:
        """The articles that the corpus holds in both languages, asked for or not."""
        held = self.corpus.versions.items()
        return frozenset(slug for slug, found in held if self.native in found and self.target in found)


def pair_up(request: Request, config: Config) -> Pairing:
    """Find the articles that exist in both languages and that the request names.

    Raises FlashgenError when a language is missing, or nothing is left.
    """
    corpus = read_corpus(request.folders)
    native, target = corpus.resolve(request.native, "--from"), corpus.resolve(request.target, "--to")
    if native == target:
        raise FlashgenError(f"--from {request.native} and --to {request.target} are one language", usage=True)
    kinds = tuple(kind for kind in config.kinds if not request.kinds or kind in request.kinds)
    both = {slug: found for slug, found in corpus.versions.items() if native in found and target in found}
    if not both:
        raise FlashgenError(f"no article exists in both {native} and {target}; `flashgen pairs` shows what there is")
    unknown = [slug for slug in request.articles if slug not in both]
    if unknown:
        raise FlashgenError(_unknown_article(unknown[0], corpus, native, target))
    gate = gate_settings(config.settings)
    jobs = [
        Job(slug, found[native], found[target], kinds, gate=gate, needed=config.settings.confidence)
        for slug, found in both.items()
        if not request.articles or slug in request.articles
    ]
    if request.topics:
        jobs = _about(jobs, request.topics)
    one_sided = sum((native in found) != (target in found) for found in corpus.versions.values())
    return Pairing(native, target, corpus, tuple(jobs), one_sided)


def gate_settings(settings: Settings) -> Gate:
    """What the quality gate needs of the settings, as plain values that travel to worker processes."""
    off = frozenset(rule for rule, is_on in settings.rules.items() if not is_on)
    return Gate(settings.suspects, off, settings.limits.answer, settings.limits.longest)


def _unknown_article(slug: str, corpus: Corpus, native: str, target: str) -> str:
    if slug in corpus.versions:
        held = ", ".join(corpus.versions[slug])
        return f"the article {slug!r} exists in {held} only, not in both {native} and {target}"
    return f"there is no article {slug!r}{suggest(slug, corpus.versions, '')}"


def _about(jobs: list[Job], topics: tuple[str, ...]) -> list[Job]:
    """The jobs whose article carries one of the keywords (case aside)."""
    wanted = {topic.casefold() for topic in topics}
    read = ((job, read_article(job.target)[0]) for job in jobs)
    kept = [job for job, article in read if article and wanted & {word.casefold() for word in article.keywords}]
    if not kept:
        raise FlashgenError(f"no article has the topic {' or '.join(topics)} among its keywords")
    return kept


def run_jobs(pairing: Pairing, workers: int) -> Iterator[Outcome]:
    """Read and pair the articles, in their order; with several workers where that pays.

    First, a sample of the corpus is read for what it teaches of the two languages.
    """
    studied = study(pairing.corpus, pairing.native, pairing.target)
    jobs = [_with_further(job, pairing.corpus, studied.further) for job in pairing.jobs]
    workers = workers or (os.cpu_count() or 1 if len(jobs) >= _WORTH_A_POOL else 1)
    if workers == 1:
        yield from (read_bitext(job, studied) for job in jobs)
        return
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(studied,)) as pool:
        yield from pool.map(_read, jobs, chunksize=_CHUNK)


def _with_further(job: Job, corpus: Corpus, languages: tuple[str, ...]) -> Job:
    versions = corpus.versions[job.slug]
    return replace(job, further=tuple(versions[tag] for tag in languages if tag in versions))


_studied = Studied()


def _begin(studied: Studied) -> None:
    """Give a worker process once what all of its jobs need."""
    global _studied
    _studied = studied
    collect_garbage_rarely()


def _read(job: Job) -> Outcome:
    return read_bitext(job, _studied)


def collect_garbage_rarely() -> None:
    """Records hold no cycles, so looking for them among hundreds of thousands of records is time lost."""
    gc.set_threshold(100_000, 20, 100)
