"""The whole pipeline, as a list: corpus, jobs, bitexts, notes, package. It wires and decides nothing."""

from __future__ import annotations

import difflib
import gc
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.article import read_article
from flashgen.bitexts import Job, Outcome, read_bitext
from flashgen.clock import build_time
from flashgen.config import Config
from flashgen.corpus import Corpus, read_corpus
from flashgen.errors import FlashgenError, Problem, warning
from flashgen.notes import NoteMaker, unify_case
from flashgen.notetypes import load_note_types
from flashgen.package import Changes, write_package
from flashgen.previous import read_previous
from flashgen.records import KINDS, Bead, Bitext, Mention, Note

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


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for the summary."""

    pairing: Pairing
    paired: int
    notes: Counter[str]
    cards: Counter[str]
    withheld: Counter[str]
    """Facts that made no note, by reason."""
    changes: Changes
    problems: tuple[Problem, ...]
    output: Path


Progress = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


def build(request: Request, config: Config, output: Path, progress: Progress, *, write: bool = True) -> Report:
    """Build one deck. Raises FlashgenError when nothing can be built; then no file was touched."""
    collect_garbage_rarely()
    note_types = load_note_types(config.card_types, config.templates)
    previous = read_previous(output)
    pairing = pair_up(request, config)
    maker = NoteMaker(
        pairing.native, pairing.target, config.settings, config.card_types, note_types,
        {"native": config.wording(pairing.native), "target": config.wording(pairing.target)},
    )  # fmt: skip
    problems = list(pairing.corpus.problems)
    withheld: Counter[str] = Counter()
    notes: list[Note] = []
    terms = _Terms(maker)
    paired = 0
    for outcome in progress(run_jobs(pairing.jobs, request.jobs), len(pairing.jobs)):
        problems.extend(outcome.problems)
        if outcome.bitext is None:
            continue
        paired += 1
        withheld.update(reason(bead) for bead in outcome.bitext.beads if not bead.is_pair)
        notes.extend(maker.notes(outcome.bitext))
        terms.add(outcome.bitext)
    if "term" in (request.kinds or config.kinds):
        notes.extend(terms.notes(pairing))
    if not notes:
        said = "no article of the two languages gave a single pair of facts; `flashgen check` tells what was read"
        raise FlashgenError([*problems, warning(said)])
    notes.sort(key=lambda note: (note.article, KINDS.index(note.kind)))
    ordered = unify_case(notes)
    del notes  # the unified ones are copies
    now = build_time(_inputs(pairing, config))
    changes = write_package(output, ordered, note_types, previous, now, write=write)
    return Report(
        pairing, paired, Counter(note.kind for note in ordered),
        Counter({kind: sum(len(note.cards) for note in ordered if note.kind == kind) for kind in KINDS}),
        withheld, changes, tuple(problems), output,
    )  # fmt: skip


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
    jobs = [
        Job(slug, found[native], found[target], kinds)
        for slug, found in both.items()
        if not request.articles or slug in request.articles
    ]
    if request.topics:
        jobs = _about(jobs, request.topics)
    one_sided = sum((native in found) != (target in found) for found in corpus.versions.values())
    return Pairing(native, target, corpus, tuple(jobs), one_sided)


def _unknown_article(slug: str, corpus: Corpus, native: str, target: str) -> str:
    if slug in corpus.versions:
        held = ", ".join(corpus.versions[slug])
        return f"the article {slug!r} exists in {held} only, not in both {native} and {target}"
    close = difflib.get_close_matches(slug, corpus.versions, n=1)
    return f"there is no article {slug!r}" + (f"; did you mean {close[0]!r}?" if close else "")


def _about(jobs: list[Job], topics: tuple[str, ...]) -> list[Job]:
    """The jobs whose article carries one of the keywords (case aside)."""
    wanted = {topic.casefold() for topic in topics}
    read = ((job, read_article(job.target)[0]) for job in jobs)
    kept = [job for job, article in read if article and wanted & {word.casefold() for word in article.keywords}]
    if not kept:
        raise FlashgenError(f"no article has the topic {' or '.join(topics)} among its keywords")
    return kept


def run_jobs(jobs: tuple[Job, ...], workers: int) -> Iterator[Outcome]:
    """Read and pair the articles, in their order; with several workers where that pays."""
    workers = workers or (os.cpu_count() or 1 if len(jobs) >= _WORTH_A_POOL else 1)
    if workers == 1:
        yield from map(read_bitext, jobs)
        return
    with ProcessPoolExecutor(workers, initializer=collect_garbage_rarely) as pool:
        yield from pool.map(read_bitext, jobs, chunksize=_CHUNK)


def collect_garbage_rarely() -> None:
    """Records hold no cycles, so looking for them among hundreds of thousands of records is time lost."""
    gc.set_threshold(100_000, 20, 100)


def reason(bead: Bead) -> str:
    """Why a bead makes no note."""
    if bead.reason:
        return bead.reason.split(":")[0]
    return "no partner in the other version"


class _Terms:
    """Collects the links of all articles, and makes one note for each article that is linked to."""

    def __init__(self, maker: NoteMaker) -> None:
        self._maker = maker
        self._mentions: dict[str, tuple[Mention, Mention]] = {}
        self._read: dict[str, Bitext] = {}

    def add(self, bitext: Bitext) -> None:
        """Keep the first mention of each article that stands in the same place of both versions."""
        self._read[bitext.slug] = _without_beads(bitext)
        there = {mention.slug: mention for mention in bitext.target.mentions}
        for mention in bitext.native.mentions:
            other = there.get(mention.slug)
            if other and other.place == mention.place and mention.slug != bitext.slug:
                self._mentions.setdefault(mention.slug, (mention, other))

    def notes(self, pairing: Pairing) -> Iterator[Note]:
        for slug, (native, target) in self._mentions.items():
            linked = self._read.get(slug) or _read_linked(slug, pairing)
            if linked and (note := self._maker.term(linked, native, target)):
                yield note


def _read_linked(slug: str, pairing: Pairing) -> Bitext | None:
    """An article that is linked to but was not asked for: its titles are needed all the same."""
    found = pairing.corpus.versions.get(slug, {})
    if pairing.native not in found or pairing.target not in found:
        return None
    return read_bitext(Job(slug, found[pairing.native], found[pairing.target], ())).bitext


def _without_beads(bitext: Bitext) -> Bitext:
    """What a term note needs of an article, and no more: a large corpus is not kept in memory."""
    native, target = replace(bitext.native, mentions=()), replace(bitext.target, mentions=())
    return replace(bitext, beads=(), native=native, target=target)


def _inputs(pairing: Pairing, config: Config) -> Iterator[Path]:
    for job in pairing.jobs:
        yield from (job.native.path, job.target.path)
    yield from config.files
    for folder in config.templates:
        yield from folder.rglob("*.html")
        yield from folder.rglob("*.css")
