"""One article's two versions -> its bitext: read, pair, inspect. Runs in worker processes: plain values in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flashgen.corpus.catalogs import catalogued_pairs
from flashgen.corpus.faults import SHARED_TABLE, unread_rule
from flashgen.errors import Problem, repair, warning
from flashgen.facts.links import mentions_in_context
from flashgen.kinds import KINDS
from flashgen.language.pairs import in_order
from flashgen.notes.meetings import Meeting
from flashgen.pairing.articles import NEEDED, PivotVersion, pair_articles
from flashgen.pairing.body_sentences import SENTENCE, pair_sentences, without_known
from flashgen.pairing.card_size import CardSize
from flashgen.pairing.decisions import apply_decisions, denied_titles, published_pairs, without_texts
from flashgen.pairing.doubled_words import with_words_said_once
from flashgen.pairing.figures import withhold_contradicting
from flashgen.pairing.fitting import Fitting
from flashgen.pairing.labels import without_lone_numbers
from flashgen.pairing.list_ends import without_list_ends
from flashgen.pairing.model import TranslationModel, TranslationModels
from flashgen.pairing.pins import drop_repeated_pins
from flashgen.pairing.sentence_order import order_sentences
from flashgen.pairing.surplus import withhold_surplus
from flashgen.pairing.titles import ShownTitle, shown_titles, with_translated_titles
from flashgen.pipeline.held_notes import PackedNotes
from flashgen.pipeline.remedies import remedy_for
from flashgen.pipeline.versions import ReadVersion
from flashgen.quality.inspection import inspect
from flashgen.quality.repeated_definitions import withhold_repeated_definitions
from flashgen.quality.repeated_examples import drop_repeated_examples
from flashgen.quality.repeated_questions import withhold_repeated_questions
from flashgen.quality.rules import UNUSED_TITLE
from flashgen.quality.settings import Gate
from flashgen.quality.titles import title_flaws
from flashgen.record import Record, replace
from flashgen.records.documents import Document
from flashgen.records.facts import Version
from flashgen.records.pairs import Bead, Bitext, Decision, Side, SideName, Suspicion

Read = Callable[[Document], ReadVersion]


class Job(Record):
    """Two versions of one article, and the kinds of facts to pair."""

    slug: str
    native: Document
    target: Document
    kinds: tuple[str, ...]
    pivots: tuple[Document, ...] = ()
    """Versions in other languages, to be asked where the two leave a doubt."""
    gate: Gate = Gate()
    needed: float = NEEDED
    """The confidence from which facts are paired."""
    size: CardSize = CardSize()
    decisions: tuple[Decision, ...] = ()
    """What is known of the article's pairs from elsewhere."""

    @property
    def in_order(self) -> Job:
        """The job as it is done: for the two languages in one order, so that decks of opposite pairs hold the same.

        Only sentences are found for one order alone: which comes first depends on what language is learnt.
        """
        languages = self.native.language, self.target.language
        if SENTENCE in self.kinds or languages == in_order(*languages):
            return self
        decisions = tuple(decision.opposite for decision in self.decisions)
        return replace(self, native=self.target, target=self.native, decisions=decisions)


class Outcome(Record):
    """What became of a job."""

    slug: str
    bitext: Bitext | None
    """None when one of the documents could not be used."""
    problems: tuple[Problem, ...]
    notes: PackedNotes = b""
    """Those of the bitext, once they are made."""
    meetings: tuple[Meeting, ...] = ()
    """What its links say of other articles, once its notes are made."""

    def turned_for(self, job: Job) -> Outcome:
        """The outcome of a job that was done in order."""
        return self if job.in_order is job or not self.bitext else replace(self, bitext=self.bitext.opposite)


def make_bitext(job: Job, models: TranslationModels, read: Read) -> Outcome:
    """Read and pair one article. Never raises for what a document holds.

    `models` are what the corpus teaches of its languages; `read` reads a document.
    """
    return _make_in_order(job.in_order, models, read).turned_for(job)


def _make_in_order(job: Job, models: TranslationModels, read: Read) -> Outcome:
    native, problems = read(job.native)
    target, more = read(job.target)
    problems += more
    if native is None or target is None:
        return Outcome(job.slug, None, problems)

    def read_pivots() -> list[PivotVersion]:
        versions = (read(document)[0] for document in job.pivots)
        return [_pivot(version, job, models) for version in versions if version]

    native, target = with_translated_titles(native, target)
    languages = native.language, target.language
    model = models.between(*languages)
    shown = shown_titles(native, target)
    titles = shown[0].text, shown[1].text
    flaws = title_flaws(*titles, languages, job.gate)
    problems += tuple(_title_problem(job, side, flaw) for side, flaw in flaws.items())
    ours = _side(native, shown[0], job.gate, model, is_damaged="native" in flaws)
    theirs = _side(target, shown[1], job.gate, model.opposite, is_damaged="target" in flaws)

    given = tuple(Decision(*texts, is_pair=True) for texts in catalogued_pairs(job.native, job.target))
    decisions = *given, *job.decisions
    are_used = ours.title_is_used and theirs.title_is_used
    phrases = job.gate.pointing_in(native.language), job.gate.pointing_in(target.language)
    joining = job.gate.conjunctions_in(native.language), job.gate.conjunctions_in(target.language)
    fitting = Fitting(job.slug, languages, model, job.size, are_used, titles, phrases)
    judge = _Judge(job, native, target, fitting, published_pairs(decisions))
    beads = pair_articles(native, target, job.kinds, model, read_pivots, job.needed, judge.choose, joining)
    decided, unused = apply_decisions(beads, decisions, titles, joining)
    beads, more = drop_repeated_pins(decided)
    facts = withhold_repeated_definitions(withhold_repeated_questions(judge.judged(beads)))
    facts = drop_repeated_examples(facts)
    facts = without_list_ends(without_lone_numbers(facts))
    if SENTENCE in job.kinds:
        found = (with_words_said_once(one, joining) for one in pair_sentences(native, target, model, job.needed))
        told = [one for one in unused if one.source]
        sentences, unused = apply_decisions(without_known(found, facts), told, joining=joining)
        inspected = inspect(sentences, native, target, job.gate)
        facts += order_sentences(inspected, target.title, facts, model.lexicon.target_shares)
    denied = denied_titles(*titles, job.decisions)
    bitext = Bitext(job.slug, target.keywords or native.keywords, ours, theirs, facts, denied)
    problems = _without_read_tables(problems, (native, target), facts)
    more += tuple(_said_once(facts))
    return Outcome(job.slug, bitext, problems + more + without_texts(unused, native, target))


def _said_once(beads: Iterable[Bead]) -> Iterator[Problem]:
    """What is told of words that a translation joined with themselves, once for each file, where it first stands."""
    told: set[tuple[str, str]] = set()
    for bead in beads:
        for _, fact in bead.sides if bead.is_pair else ():
            for said in fact.said_once:
                if (place := (fact.location.path, said)) not in told:
                    told.add(place)
                    yield repair(f"{said!r} joins words with themselves: said once on cards", fact.location)


class _Judge(Record):
    """Brings the beads of an article to the size of a card, and withholds what should not be studied."""

    job: Job
    native: Version
    target: Version
    fitting: Fitting
    published: frozenset[tuple[str, str]]
    """As of `published_pairs`."""

    def judged(self, beads: Iterable[Bead], kinds: Iterable[str] = ()) -> tuple[Bead, ...]:
        """The beads as cards show them; `kinds` are those of the article's other facts, as `inspect` takes them."""
        fitting = self.fitting
        fitted = withhold_contradicting(fitting.fit_all(beads))
        inspected = inspect(fitted, self.native, self.target, self.job.gate, kinds)
        return withhold_surplus(inspected, fitting.slug, fitting.languages, fitting.model, self.published)

    def choose(self, readings: Iterable[list[Bead]]) -> list[Bead]:
        """The first reading without a fault: a description may be damaged where the text's opening is not."""
        seen: list[list[Bead]] = []
        others = [kind for kind in self.job.kinds if not KINDS[kind].is_single]
        for found in readings:
            if all(bead.is_pair and not bead.suspicions for bead in self.judged(found, others)):
                return found
            seen.append(found)
        return seen[0]


def _without_read_tables(
    problems: tuple[Problem, ...], versions: Iterable[Version], beads: Iterable[Bead]
) -> tuple[Problem, ...]:
    """The problems without those of tables that turned out to be lists of words."""
    told = unread_rule(SHARED_TABLE)
    if all(one.rule != told for one in problems):
        return problems
    read = {(fact.location.path, fact.location.line) for bead in beads for _, fact in bead.sides}
    heads = {
        version.document.location(table.line)
        for version in versions for table in version.tables
        if any((version.document.location().path, line) in read for line in table.lines)
    }  # fmt: skip
    return tuple(one for one in problems if one.rule != told or one.location not in heads)


def _pivot(version: Version, job: Job, models: TranslationModels) -> PivotVersion:
    return PivotVersion(
        version,
        models.between(job.native.language, version.language),
        models.between(version.language, job.target.language),
    )


def _title_problem(job: Job, side: SideName, flaw: Suspicion) -> Problem:
    """What is told of a title that no card names its thing by."""
    document = job.native if side == "native" else job.target
    message = f"{flaw}: the title {flaw.text!r} is shown on no card"
    return warning(message, document.location(), flaw.rule, remedy_for(flaw.rule))


def _side(version: Version, title: ShownTitle, gate: Gate, model: TranslationModel, *, is_damaged: bool) -> Side:
    """A side; nothing takes the place of a title that is damaged. `model`: of its language and the other."""
    phrases = gate.pointing_in(version.language)
    mentions = mentions_in_context(version.mentions, model.native_openers, model.native_followers, phrases)
    return Side(
        document=version.document,
        title="" if is_damaged else title.text,
        title_is_used=not is_damaged and (version.title_is_used or UNUSED_TITLE in gate.off),
        mentions=tuple(mentions),
        gloss=title.gloss,
        styled=version.styled,
        front=version.front,
        images=version.images,
        keywords=version.keywords,
    )
