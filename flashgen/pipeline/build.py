"""The whole pipeline: corpus, jobs, bitexts, notes, identity, edition, package. It wires and decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flashgen.anki.manifest import Manifest, WithheldFact
from flashgen.anki.package_reader import Edition, check_is_ours, read_edition
from flashgen.anki.package_writer import write_package
from flashgen.atomic_file import fingerprint
from flashgen.config.load import Config
from flashgen.editions.evolution import settle, without_turned
from flashgen.editions.identity import recognise
from flashgen.editions.next_edition import NextEdition, Row, Sought, as_edition, make_manifest, next_edition
from flashgen.errors import FlashgenError, Problem, error, warning
from flashgen.notes.note_maker import NoteMaker, unify_case
from flashgen.notes.ordering import in_order, within_limit
from flashgen.notes.term_notes import TermNotes, published_sentences
from flashgen.pipeline.bitexts import Outcome
from flashgen.pipeline.clock import build_time
from flashgen.pipeline.jobs import Pairing, Request, collect_garbage_rarely, pair_up, run_jobs
from flashgen.pipeline.withheld import reason, withheld_fact, withheld_warning
from flashgen.records import Note


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the package goes, and what it continues."""

    output: Path
    previous: Path | None = None
    """The package whose notes are continued; None: the one at `output`, if there is one."""
    fresh: bool = False
    """Continue none, and replace whatever is at `output`."""
    retire: bool = False
    """Publish facts that are gone once more, marked."""
    write: bool = True
    strict: bool = False
    """Stop at any warning."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for the summary."""

    pairing: Pairing
    paired: int
    notes: Counter[str]
    cards: Counter[str]
    withheld: Counter[str]
    """Facts that made no note, by reason."""
    last: Edition
    edition: NextEdition
    manifest: Manifest
    problems: tuple[Problem, ...]
    output: Path

    @property
    def next(self) -> Edition:
        """The same as `edition`, as it will be read back; only what compares editions needs it."""
        return as_edition(self.manifest, self.edition.rows)


Progress = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


def build(request: Request, config: Config, destination: Destination, progress: Progress) -> Report:
    """Build one deck. Raises FlashgenError when nothing can be built; then no file was touched."""
    collect_garbage_rarely()
    configured = config.note_types
    pairing = pair_up(request, config)
    expected = fingerprint(destination.output)
    last, turned = without_turned(configured, _last_edition(destination, (pairing.native, pairing.target)))
    note_types, records, told = settle(configured, last.note_types)
    problems = [*pairing.corpus.problems, *turned, *told, *_renamed_decks(last, config)]
    maker = NoteMaker(
        pairing.native, pairing.target, config.settings, note_types,
        {"native": config.phrases_for(pairing.native), "target": config.phrases_for(pairing.target)},
    )  # fmt: skip
    sought = Sought(request.kinds, [job.slug for job in pairing.jobs] if request.articles or request.topics else None)
    withheld: Counter[str] = Counter()
    withheld_facts: list[WithheldFact] = []
    notes: list[Note] = []
    terms = TermNotes(maker, published_sentences(last))
    paired = 0
    for outcome in progress(run_jobs(pairing, request.jobs), len(pairing.jobs)):
        problems.extend(outcome.problems)
        if outcome.bitext is None:
            sought.add_unread(outcome.slug)
            continue
        paired += 1
        for bead in outcome.bitext.beads:
            if not bead.is_pair:
                withheld[reason(bead)] += 1
                withheld_facts.append(withheld_fact(outcome.slug, bead))
                sought.add_doubted(outcome.slug, bead)
                if destination.strict:
                    problems.append(withheld_warning(bead))
        notes.extend(note for note in maker.notes(outcome.bitext) if note.cards)
        terms.add(outcome.bitext)
    if "term" in (request.kinds or config.kinds):
        notes.extend(note for note in terms.notes(pairing) if note.cards)
    if not notes:
        said = "no article of the two languages gave a single pair of facts; `flashgen check` tells what was read"
        raise FlashgenError([*problems, warning(said)])
    notes = list(in_order(notes, "articles", {}))
    recognised = recognise(unify_case(notes), note_types, last, pairing.slugs)
    del notes  # the recognised ones are copies
    kept, beyond = within_limit(recognised.notes, config.settings.notes_per_article)
    sought.leave_out(note.guid for note in beyond)
    recognised = recognised.with_notes(in_order(kept, config.settings.order, terms.frequency))
    now = build_time(_inputs(pairing, config))
    edition = next_edition(recognised, note_types, records, last, sought, now, retire=destination.retire)
    if destination.strict and any(problem.severity != "repair" for problem in problems):
        raise FlashgenError([*problems, error("--strict: nothing was built because of the warnings above")])
    manifest = make_manifest((pairing.native, pairing.target), config.settings.deck, records, edition, withheld_facts)
    if destination.write and not write_package(
        destination.output, edition.rows, note_types, last.models, manifest, now, expected
    ):
        problems.append(warning(_FROM_THE_FUTURE))
    return Report(
        pairing, paired, Counter(row.note.kind for row in edition.rows), _cards(edition.rows), withheld, last,
        edition, manifest, tuple(problems), destination.output,
    )  # fmt: skip


_FROM_THE_FUTURE = (
    "the last edition bears a time in the future, so its clock was wrong, or this one's is; "
    "what changed is dated later still, so that learners get it"
)


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
    said = (
        f"decks were named {last.manifest.deck!r} and are named {pattern!r} now: Anki moves no cards, so those that "
        "learners have stay in the old decks, and only new ones go to the new decks; a learner who renames his old "
        "deck to the new name has them together"
    )
    return (warning(said),)


def _cards(rows: Iterable[Row]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        found[row.note.kind] += len(row.note.cards)
    return found


def _inputs(pairing: Pairing, config: Config) -> Iterator[Path]:
    for job in pairing.jobs:
        yield from (job.native.path, job.target.path)
    yield from config.files
    for folder in config.templates:
        yield from folder.rglob("*.html")
        yield from folder.rglob("*.css")
