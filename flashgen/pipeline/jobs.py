"""What the command line asks for -> the articles to read and pair, and the workers that do it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from flashgen.cache.shelf import Shelf
from flashgen.cache.store import Store
from flashgen.config.load import Config
from flashgen.config.pairs_file import decisions_between
from flashgen.corpus.article import read_keywords
from flashgen.corpus.documents import Corpus
from flashgen.errors import FlashgenError, suggest
from flashgen.notes.topics import Spellings, learn_spellings
from flashgen.pairing.card_size import CardSize
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.article_names import find_slugs
from flashgen.pipeline.bitexts import Job, Outcome
from flashgen.pipeline.engines import Engine
from flashgen.pipeline.finished_outcomes import Finish, finish_with
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.pipeline.kept_outcomes import OUTCOMES, KeptOutcomes
from flashgen.pipeline.learning import Syllabus, make_syllabus, read_both
from flashgen.pipeline.sources import Sources, gate_settings, read_sources
from flashgen.pipeline.versions import ReadingSettings, VersionReader
from flashgen.pipeline.workers import count_workers, map_in_processes
from flashgen.record import Record, replace
from flashgen.records.documents import Document
from flashgen.records.pairs import Bitext, Decision

_SPELLINGS: Shelf[Spellings] = Shelf("spellings", dict[str, str])


Reconsider = Callable[[Bitext], tuple[Decision, ...]]
"""Tells what is known of a bitext's pairs beside what its documents show."""


class Request(Record):
    """What the command line asks for."""

    native: str
    target: str
    folders: tuple[Path, ...]
    articles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    jobs: int = 0
    """Worker processes; 0 chooses."""


class Pairing(Record):
    """The articles that a request asks for, in both languages."""

    native: str
    target: str
    sources: Sources
    jobs: tuple[Job, ...]
    one_sided: int
    """Articles that lack one of the two languages."""

    @property
    def corpus(self) -> Corpus:
        return self.sources.corpus

    @property
    def slugs(self) -> frozenset[str]:
        """The articles that the corpus holds in both languages, asked for or not."""
        return frozenset(_in_both(self.corpus, self.native, self.target))


def pair_up(request: Request, config: Config, sources: Sources | None = None) -> Pairing:
    """Find the articles that exist in both languages and that the request names.

    `sources` are those of the request's folders, if they were read before. Raises FlashgenError when a language is
    missing, or nothing is left.
    """
    sources = sources or read_sources(request.folders, config)
    corpus = sources.corpus
    native, target = corpus.resolve(request.native, "--from"), corpus.resolve(request.target, "--to")
    if native == target:
        raise FlashgenError(f"--from {request.native} and --to {request.target} are one language", usage=True)
    kinds = tuple(kind for kind in config.kinds if not request.kinds or kind in request.kinds)
    both = _in_both(corpus, native, target)
    if not both:
        raise FlashgenError(_nothing_in_both(corpus, native, target))
    wanted = find_slugs(request.articles, corpus, both, (native, target))
    gate = gate_settings(config, native, target)
    limits = config.settings.limits
    size = CardSize(limits.answer, limits.statement, whole=limits.longest)
    jobs = [
        Job(
            slug,
            found[native],
            found[target],
            kinds,
            gate=gate,
            needed=config.settings.confidence,
            size=size,
            decisions=decisions_between(sources.decided.get(slug, ()), native, target),
        )
        for slug, found in both.items()
        if not request.articles or slug in wanted
    ]
    if request.topics:
        jobs = _about(jobs, request.topics)
    one_sided = sum((native in found) != (target in found) for found in corpus.versions.values())
    return Pairing(native, target, sources, tuple(jobs), one_sided)


def _nothing_in_both(corpus: Corpus, native: str, target: str) -> str:
    one, other = (
        next(found[language].name for found in corpus.versions.values() if language in found)
        for language in (native, target)
    )
    return (
        f"no article exists in both {native} and {target}; `flashgen pairs` shows what there is. "
        f"If files such as {one!r} and {other!r} are versions of one article, `layout` in flashgen.yaml says how their "
        "paths name it, as in 'pages/{language}/{article}.md'; or give both one `translationKey`"
    )


def _in_both(corpus: Corpus, native: str, target: str) -> dict[str, Mapping[str, Document]]:
    """The articles that exist in both languages, with their documents by language."""
    return {slug: found for slug, found in corpus.versions.items() if native in found and target in found}


def _about(jobs: list[Job], topics: tuple[str, ...]) -> list[Job]:
    """The jobs whose article carries one of the keywords (case aside), in either language."""
    wanted = {topic.casefold() for topic in topics}
    keywords = {job.slug: (*read_keywords(job.target), *read_keywords(job.native)) for job in jobs}
    kept = [job for job in jobs if wanted & {word.casefold() for word in keywords[job.slug]}]
    if not kept:
        known = dict.fromkeys(word for words in keywords.values() for word in words)
        end = suggest(topics[0], known, "") if len(topics) == 1 else ""
        raise FlashgenError(f"no article has the topic {' or '.join(topics)} among its keywords{end}")
    return kept


def run_jobs(
    pairing: Pairing, workers: int, prepare_process: Callable[[], None] | None = None,
    reconsider: Reconsider = lambda _: (), engine: Engine | None = None, maker: KeptNotes | None = None,
) -> Iterator[Outcome]:  # fmt: skip
    """Read and pair the articles, in their order; with several workers where that pays, or those of an `engine`.

    First, a sample of the corpus is read for what it teaches of the two languages. `prepare_process` runs once in each
    worker; `reconsider` tells for a bitext what else is known of its pairs, and an article of which anything is known
    is paired once more. With a `maker`, outcomes hold the notes of their articles, and bitexts no pair that others need
    not know.
    """
    sources = pairing.sources
    read, lessons = sources.read, sources.lessons
    syllabus = make_syllabus(pairing.corpus, pairing.native, pairing.target)
    taught = syllabus.fingerprint(lessons)
    is_known = bool(taught)
    if not is_known:
        if not engine:
            _read_ahead(syllabus.documents, sources, workers, prepare_process)
        syllabus.learn(read, lessons)
        taught = syllabus.fingerprint(lessons)
    finish = finish_with(_spellings(pairing, syllabus), maker, sources.store)
    jobs = [_with_pivots(job, pairing.corpus, syllabus.pivots) for job in pairing.jobs]
    kept = KeptOutcomes(read, sources.store, taught)
    # what was not known before can have served no earlier build
    keys = [kept.find(job) if is_known else b"" for job in jobs]
    missing = [job for job, key in zip(jobs, keys, strict=True) if not key]
    workers = count_workers(workers, len(missing))
    made = _make(missing, syllabus, sources, kept, finish, workers, prepare_process, engine)

    def find_or_make(job: Job, key: bytes) -> Outcome:
        if known := finish.find(key, job):
            return known
        outcome = kept.get(key, job) or kept.make(job, syllabus.learn(read, lessons))
        return finish(outcome, kept.find(job))

    for job, key in zip(jobs, keys, strict=True):
        outcome = find_or_make(job, key) if key else next(made)
        more = reconsider(outcome.bitext) if outcome.bitext else ()
        if more:
            job = replace(job, decisions=(*job.decisions, *more))
            outcome = find_or_make(job, kept.find(job))
        yield outcome


def _read_ahead(
    documents: Iterable[Document], sources: Sources, workers: int, prepare_process: Callable[[], None] | None
) -> None:
    """Have workers read what nobody has read yet into the store, from where it is had in a tenth of the time."""
    missing = [document for document in documents if not sources.read.fingerprint(document)] if sources.store else []
    workers = count_workers(workers, len(missing))
    if workers > 1:
        deque(map_in_processes(_BeginReading(sources.reading, sources.store, prepare_process), missing, workers), 0)


def _make(
    jobs: Sequence[Job], syllabus: Syllabus, sources: Sources, kept: KeptOutcomes, finish: Finish, workers: int,
    prepare_process: Callable[[], None] | None, engine: Engine | None,
) -> Iterator[Outcome]:  # fmt: skip
    """Read and pair articles of which no outcome is kept; what was learnt is asked for only if there are any."""
    if not jobs:
        return
    models = syllabus.learn(sources.read, sources.lessons)
    if engine:
        store, finish = (sources.store, finish) if engine.has_our_cache else (None, finish.without_store())
        begin = _Begin(models, sources.reading, store, kept.taught, finish, None)
        yield from map(OUTCOMES.unpack, engine.map(begin, jobs))
    elif workers == 1:
        yield from (finish(kept.make(job, models), kept.find(job)) for job in jobs)
    else:
        if sources.store:
            sources.read.forget()  # workers begin with all that this process holds, and the store has it
        begin = _Begin(models, sources.reading, sources.store, kept.taught, finish, prepare_process)
        yield from map(OUTCOMES.unpack, map_in_processes(begin, jobs, workers))


def _spellings(pairing: Pairing, syllabus: Syllabus) -> Spellings:
    """How the articles that are learnt from spell their topics."""
    store, lessons, pair = pairing.sources.store, pairing.sources.lessons, (pairing.native, pairing.target)

    def learn() -> Spellings:
        return learn_spellings(read_both(pairing.corpus, syllabus.sample, *pair, pairing.sources.read))

    taught = lessons.fingerprint(pairing.corpus, syllabus.sample, pair)
    return _SPELLINGS.get_or_make(store, _SPELLINGS.key((taught,)), learn) if store and taught else learn()


def _with_pivots(job: Job, corpus: Corpus, languages: tuple[str, ...]) -> Job:
    versions = corpus.versions[job.slug]
    return replace(job, pivots=tuple(versions[tag] for tag in languages if tag in versions))


class _Begin(Record):
    """Gives a worker process once what all of its jobs need."""

    models: TranslationModels
    reading: ReadingSettings
    store: Store | None
    taught: bytes
    finish: Finish
    prepare: Callable[[], None] | None

    def __call__(self) -> Callable[[Job], bytes | Outcome]:
        if self.prepare:
            self.prepare()
        return self._make

    def _make(self, job: Job) -> bytes | Outcome:
        # no document is read for two articles, so that none is remembered for the next
        kept = KeptOutcomes(VersionReader(self.reading, self.store), self.store, self.taught)
        return OUTCOMES.pack(self.finish(kept.make(job, self.models), kept.find(job)))


class _BeginReading(Record):
    """Gives a worker process once what it needs to read documents into the store."""

    reading: ReadingSettings
    store: Store | None
    prepare: Callable[[], None] | None

    def __call__(self) -> Callable[[Document], None]:
        if self.prepare:
            self.prepare()
        return self._read

    def _read(self, document: Document) -> None:
        VersionReader(self.reading, self.store)(document)
