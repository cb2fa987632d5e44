"""The whole pipeline: corpus, jobs, bitexts, notes, identity, edition, package, wired one behind the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from flashgen.anki.note_types import NoteType
from flashgen.anki.package_access import check_is_ours
from flashgen.anki.package_images import ImageSources
from flashgen.anki.package_reader import Edition, read_edition
from flashgen.anki.rows import Row
from flashgen.atomic_file import fingerprint
from flashgen.config.load import Config
from flashgen.editions.absence import BuildScope
from flashgen.editions.earlier_notes import EarlierNotes
from flashgen.editions.evolution import drop_converted_kinds, reconcile_note_types
from flashgen.editions.identity import Recogniser
from flashgen.editions.next_edition import make_manifest, next_edition
from flashgen.editions.standing_pairs import StandingPairs
from flashgen.errors import LISTED_ON_DEMAND, FlashgenError, Problem, error, warning
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.ordering import in_order, within_limit, within_limit_of_kind
from flashgen.notes.term_notes import met_terms, published_terms
from flashgen.notes.term_places import TermPlaces
from flashgen.pairing.body_sentences import SENTENCE
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.about import About
from flashgen.pipeline.bitexts import Job, Outcome, make_bitext
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.engines import Engine
from flashgen.pipeline.held_notes import HeldNotes
from flashgen.pipeline.jobs import Pairing, Request, pair_up, run_jobs
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.pipeline.kept_reports import KeptReports
from flashgen.pipeline.report import Editions, Report, Tally
from flashgen.pipeline.sources import Sources, gate_settings, note_settings, note_types_of, phrases_between
from flashgen.pipeline.term_workers import make_terms
from flashgen.pipeline.withheld import reason, withheld_fact, withheld_problems
from flashgen.record import Packing, Record
from flashgen.records.pairs import Bead, Bitext
from flashgen.scratch.held_records import HeldRecords

_UNPAIRED = Packing[tuple[str, Bead]](tuple[str, Bead])
Progress = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


class Surroundings(Record):
    """What a build needs of the process that it runs in."""

    clock: Clock = Clock()
    progress: Progress = lambda outcomes, _: outcomes
    prepare_process: Callable[[], None] | None = None
    """Runs once in each worker process."""
    engine: Engine | None = None
    """Spreads the articles over workers of its own."""


@dataclass(slots=True)
class _Collected:
    """What became of the articles, collected one after the other."""

    scope: BuildScope
    terms: TermPlaces
    about: About
    held: HeldNotes = field(default_factory=HeldNotes)
    problems: list[Problem] = field(default_factory=list)
    unpaired: HeldRecords[tuple[str, Bead]] = field(default_factory=lambda: HeldRecords(_UNPAIRED))
    """(article, bead) of all that makes no note."""
    omitted: int = 0
    """Beads that would only make no good card."""
    paired: int = 0
    images: dict[str, Path] = field(default_factory=dict)
    """The files of images by name."""

    def add(self, outcome: Outcome) -> None:
        self.problems.extend(outcome.problems)
        if outcome.bitext is None:
            self.scope.add_unread(outcome.slug)
            return
        self.paired += 1
        self.about.add(outcome.bitext)
        for _, side in outcome.bitext.sides:
            self.images.update(side.images)
        for bead in outcome.bitext.beads:
            if not bead.is_pair:
                self.unpaired.append((outcome.slug, bead))
                self.omitted += bead.is_choice
        self.held.add(outcome.slug, outcome.notes)
        self.terms.add(outcome.bitext, outcome.meetings)

    @property
    def withheld(self) -> Iterator[tuple[str, Bead]]:
        """(article, bead) of what makes no note for a fault, not for a choice."""
        return ((article, bead) for article, bead in self.unpaired if not bead.is_choice)


def build(
    request: Request, config: Config, destination: Destination, surroundings: Surroundings,
    sources: Sources | None = None,
) -> Report:  # fmt: skip
    """Build one deck, from `sources` that were read before, if given.

    Raises FlashgenError when nothing can be built; then no file was touched.
    """
    configured = note_types_of(config, sources)
    pairing = pair_up(request, config, sources)
    kept = KeptReports(request, config, configured, destination, pairing)
    if report := kept.find():
        return report
    expected = fingerprint(destination.output)
    last, converted = drop_converted_kinds(configured, _last_edition(destination, (pairing.native, pairing.target)))
    note_types, records, schema_problems = reconcile_note_types(configured, last.note_types)
    only_once = [*converted, *schema_problems, *_renamed_decks(last, config)]
    problems = [*config.problems, *pairing.corpus.problems, *only_once]
    about = About(config.settings.about.model_dump(), destination.release)
    found = _collect(request, config, pairing, _note_maker(pairing, config, note_types), last, about, surroundings)
    problems += found.problems
    if destination.strict:
        problems += withheld_problems(found.withheld)
    if not found.held:
        message = "no article of the two languages gave a single pair of facts; `flashgen check` tells what was read"
        raise FlashgenError([*problems, warning(message)])
    now = surroundings.clock.build_time(_inputs(pairing, config, found.images))
    recogniser = Recogniser(note_types, EarlierNotes(last), pairing.slugs)
    choose = partial(_choose, found=found, config=config)
    edition = next_edition(
        found.held, recogniser, note_types, records, last, choose, found.scope, now, retire=destination.retire
    )
    if destination.strict and any(problem.severity not in LISTED_ON_DEMAND for problem in problems):
        raise FlashgenError([*problems, error("--strict: nothing was built because of the warnings above")])
    withheld = [withheld_fact(article, bead) for article, bead in found.withheld]
    manifest = make_manifest(
        (pairing.native, pairing.target), config.settings.deck, records, edition, withheld, found.about.said()
    )
    is_written = False
    if destination.write:
        # genanki, which brings asyncio along, is not needed by a build in which nothing has changed
        from flashgen.anki.package_writer import make_package
        from flashgen.pipeline.kept_packages import write_unless_there

        images = ImageSources(found.images, {one.name: one for one in last.images}, _last_package(destination))
        package = make_package(
            edition.rows, note_types, last.models, manifest, now, images, config.settings.compression
        )
        if not surroundings.clock.wait_until(package.latest):
            problems.append(_FROM_THE_FUTURE)
        is_written = write_unless_there(destination.output, package, expected, pairing.sources.store)
    tally = Tally(
        pairing.native, pairing.target, found.paired, pairing.one_sided, pairing.corpus.left_out,
        Counter(row.kind for row in edition.rows.known), _cards(edition.rows.known), edition.changes,
        Counter(reason(bead).code for _, bead in found.withheld), found.omitted, tuple(problems),
    )  # fmt: skip
    is_first = last.manifest is None and not destination.fresh
    report = Report(tally, destination.output, is_written, is_first, Editions(last, edition, manifest))
    if not only_once and _FROM_THE_FUTURE not in problems:
        kept.keep(report)
    return report


def _note_maker(pairing: Pairing, config: Config, note_types: Mapping[str, NoteType]) -> KeptNotes:
    languages = pairing.native, pairing.target
    gate, store = gate_settings(config, *languages), pairing.sources.store
    phrases = phrases_between(config, *languages)
    return KeptNotes(NoteMaker(*languages, note_settings(config), note_types, phrases), gate, store)


def _collect(
    request: Request, config: Config, pairing: Pairing, maker: KeptNotes, last: Edition, about: About,
    surroundings: Surroundings,
) -> _Collected:  # fmt: skip
    """Read and pair every article, and make its notes."""
    asked = [job.slug for job in pairing.jobs] if request.articles or request.topics else None
    found = _Collected(BuildScope(request.kinds, asked), TermPlaces(published_terms(last)), about)
    standing = StandingPairs(EarlierNotes(last))
    outcomes = run_jobs(
        pairing, request.jobs, surroundings.prepare_process, standing.withheld_from, surroundings.engine, maker
    )
    for outcome in surroundings.progress(outcomes, len(pairing.jobs)):
        found.add(outcome)
    if "term" in (request.kinds or config.kinds):
        terms = met_terms(found.terms, partial(_read_linked, pairing=pairing))
        for article, notes in make_terms(terms, maker, request.jobs, surroundings.prepare_process):
            found.held.add(article, notes)
    for unpaired in found.unpaired if last.manifest else ():
        found.scope.add_doubted(*unpaired)
    return found


def _read_linked(slug: str, pairing: Pairing) -> Bitext | None:
    """An article that is linked to but was not asked for: its titles are needed all the same."""
    versions = pairing.corpus.versions.get(slug, {})
    if pairing.native not in versions or pairing.target not in versions:
        return None
    job = Job(slug, versions[pairing.native], versions[pairing.target], ())
    return make_bitext(job, TranslationModels(), pairing.sources.read).bitext


def _choose(rows: Sequence[Row], found: _Collected, config: Config) -> Sequence[Row]:
    """As many notes as the limit allows, in learning order."""
    limit = config.settings.sentences_per_article
    published = {row.guid for row in rows if row.before is not None} if limit else ()
    kept, further = within_limit_of_kind(in_order(rows, "articles", {}), SENTENCE, limit, published)
    kept, beyond = within_limit(kept, config.settings.notes_per_article)
    found.scope.leave_out(row.guid for row in (*further, *beyond))
    return in_order(kept, config.settings.order, found.terms.frequency)


_FROM_THE_FUTURE = warning(
    "the last edition bears a time in the future, so its clock was wrong, or this one's is; "
    "what changed is dated later still, so that learners get it"
)


def _last_package(destination: Destination) -> Path | None:
    return None if destination.fresh else destination.previous or destination.output


def _last_edition(destination: Destination, pair: tuple[str, str]) -> Edition:
    """What the build continues. Refuses to replace a file that is not a package of this pair, unless told to."""
    if destination.fresh:
        return Edition()
    if destination.previous:
        if destination.output.exists():
            check_is_ours(destination.output, pair)
        return read_edition(destination.previous, pair)
    return read_edition(destination.output, pair) if destination.output.exists() else Edition()


def _renamed_decks(last: Edition, config: Config) -> tuple[Problem, ...]:
    pattern = config.settings.deck
    if last.manifest is None or last.manifest.deck == pattern:
        return ()
    message = (
        f"decks were named {last.manifest.deck!r} and are named {pattern!r} now: Anki moves no cards, so those that "
        "learners have stay in the old decks, and only new ones go to the new decks; a learner who renames the old "
        "deck to the new name has them together"
    )
    return (warning(message),)


def _cards(rows: Iterable[Row]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row.kind] += len(row.cards)
    return found


def _inputs(pairing: Pairing, config: Config, images: Mapping[str, Path]) -> Iterator[Path]:
    for job in pairing.jobs:
        for document in (job.native, job.target):
            yield Path(document.path)
            if document.catalog:
                yield Path(document.catalog)
    yield from images.values()
    yield from config.files
    for folder in config.templates:
        yield from folder.rglob("*.html")
        yield from folder.rglob("*.css")
