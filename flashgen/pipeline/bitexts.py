"""One article's two versions -> its bitext: read, pair, inspect. Runs in worker processes: plain values in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flashgen.corpus.catalogs import catalogued_pairs
from flashgen.corpus.faults import SHARED_TABLE, unread_rule
from flashgen.errors import Problem, warning
from flashgen.kinds import KINDS
from flashgen.language.glosses import bracket_at_end, ends_in, split_glosses
from flashgen.language.openers import pointing, sentence_around, sentence_leans
from flashgen.language.pointing import Pointing, begins_by_joining, begins_by_referring
from flashgen.language.text_types import normalised
from flashgen.language.word_forms import find_words, share_of_words
from flashgen.pairing.articles import NEEDED, PivotVersion, pair_articles
from flashgen.pairing.body_sentences import SENTENCE, pair_sentences, without_known
from flashgen.pairing.decisions import apply_decisions, denied_titles, published_pairs, without_texts
from flashgen.pairing.figures import withhold_contradicting
from flashgen.pairing.fitting import CardSize, Fitting
from flashgen.pairing.labels import without_lone_numbers
from flashgen.pairing.list_ends import without_list_ends
from flashgen.pairing.model import TranslationModel, TranslationModels
from flashgen.pairing.pins import drop_repeated_pins
from flashgen.pairing.sentence_order import order_sentences
from flashgen.pairing.surplus import withhold_surplus
from flashgen.pipeline.held_notes import PackedNotes
from flashgen.pipeline.remedies import remedy_for
from flashgen.pipeline.versions import ReadVersion
from flashgen.quality.inspection import inspect
from flashgen.quality.repeated_examples import drop_repeated_examples
from flashgen.quality.repeated_questions import withhold_repeated_questions
from flashgen.quality.rules import UNUSED_TITLE
from flashgen.quality.settings import Gate
from flashgen.quality.titles import title_flaws
from flashgen.record import Record, replace
from flashgen.records.documents import Document
from flashgen.records.facts import Mention, Version
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


class Outcome(Record):
    """What became of a job."""

    slug: str
    bitext: Bitext | None
    """None when one of the documents could not be used."""
    problems: tuple[Problem, ...]
    notes: PackedNotes = b""
    """Those of the bitext, once they are made."""


def make_bitext(job: Job, models: TranslationModels, read: Read) -> Outcome:
    """Read and pair one article. Never raises for what a document holds.

    `models` are what the corpus teaches of its languages; `read` reads a document.
    """
    native, problems = read(job.native)
    target, more = read(job.target)
    problems += more
    if native is None or target is None:
        return Outcome(job.slug, None, problems)

    def read_pivots() -> list[PivotVersion]:
        versions = (read(document)[0] for document in job.pivots)
        return [_pivot(version, job, models) for version in versions if version]

    if _translates_title(native, target) or _translates_title(target, native):
        native, target = replace(native, title_is_used=True), replace(target, title_is_used=True)
    languages = native.language, target.language
    model = models.between(*languages)
    titles = _title(native, target)[0], _title(target, native)[0]
    flaws = title_flaws(*titles, languages, job.gate)
    documents: dict[SideName, Document] = {"native": native.document, "target": target.document}
    problems += tuple(_title_problem(documents[name], flaw) for name, flaw in flaws.items())
    titles_are_used = not flaws and (UNUSED_TITLE in job.gate.off or (native.title_is_used and target.title_is_used))
    pointing = job.gate.pointing_in(native.language), job.gate.pointing_in(target.language)
    fitting = Fitting(job.slug, languages, model, job.size, titles_are_used, titles, pointing)

    given = tuple(Decision(*texts, is_pair=True) for texts in catalogued_pairs(job.native, job.target))
    decisions = *given, *job.decisions
    published = published_pairs(decisions)

    def finish(beads: Iterable[Bead], kinds: Iterable[str] = ()) -> tuple[Bead, ...]:
        inspected = inspect(withhold_contradicting(fitting.fit_all(beads)), native, target, job.gate, kinds)
        return withhold_surplus(inspected, job.slug, languages, model, published)

    def choose(readings: Iterable[list[Bead]]) -> list[Bead]:
        """The first reading without a fault: a description may be damaged where the text's opening is not."""
        seen: list[list[Bead]] = []
        others = [kind for kind in job.kinds if not KINDS[kind].is_single]
        for found in readings:
            if all(map(_is_sound, finish(found, others))):
                return found
            seen.append(found)
        return seen[0]

    beads = pair_articles(native, target, job.kinds, model, read_pivots, job.needed, choose)
    decided, unused = apply_decisions(beads, decisions, titles)
    beads, more = drop_repeated_pins(decided)
    facts = drop_repeated_examples(withhold_repeated_questions(finish(beads)))
    facts = without_list_ends(without_lone_numbers(facts))
    if SENTENCE in job.kinds:
        sentences = without_known(pair_sentences(native, target, model, job.needed), facts)
        sentences, unused = apply_decisions(sentences, [one for one in unused if one.source])
        shares = model.lexicon.target_shares
        facts += order_sentences(inspect(sentences, native, target, job.gate), target.title, facts, shares)
    bitext = Bitext(
        slug=job.slug,
        keywords=target.keywords or native.keywords,
        native=_side(native, target, job.gate, model, is_damaged="native" in flaws),
        target=_side(target, native, job.gate, model.opposite, is_damaged="target" in flaws),
        beads=facts,
        titles_denied=denied_titles(*titles, job.decisions),
    )
    more += without_texts(unused, native, target)
    return Outcome(job.slug, bitext, _without_read_tables(problems, (native, target), facts) + more)


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


def _is_sound(bead: Bead) -> bool:
    return bead.is_pair and not bead.suspicions


def _pivot(version: Version, job: Job, models: TranslationModels) -> PivotVersion:
    return PivotVersion(
        version,
        models.between(job.native.language, version.language),
        models.between(version.language, job.target.language),
    )


def _title_problem(document: Document, flaw: Suspicion) -> Problem:
    """What is told of a title that no card names its thing by."""
    message = f"{flaw}: the title {flaw.text!r} is shown on no card"
    return warning(message, document.location(), flaw.rule, remedy_for(flaw.rule))


def _side(version: Version, other: Version, gate: Gate, model: TranslationModel, *, is_damaged: bool) -> Side:
    """A side, its title without what would give the other's away. `model`: of its language and the other.

    A title that is damaged is not shown; nothing takes its place.
    """
    title, glosses = _title(version, other)
    asked, _ = _title(other, version)
    phrases = gate.pointing_in(version.language)
    return Side(
        document=version.document,
        title="" if is_damaged else title,
        title_is_used=not is_damaged and (version.title_is_used or UNUSED_TITLE in gate.off),
        mentions=tuple(_in_context(version.mentions, model, phrases)),
        gloss=", ".join(filter(None, (_beside_asked(gloss, asked) for gloss in glosses))),
        styled=version.styled,
        front=version.front,
        images=version.images,
    )


def _beside_asked(gloss: str, asked: str) -> str:
    """What a gloss says that the title which a card asks with does not: of "Beehives (BH)" beside "Beehive", "BH"."""
    core, inside = bracket_at_end(gloss) or (gloss, "")
    is_asked = normalised(core) == normalised(asked) or (
        len(find_words(core)) == len(find_words(asked)) and share_of_words(asked, core) == 1
    )
    return inside if is_asked else gloss


def _translates_title(version: Version, other: Version) -> bool:
    """Whether a title has the other one in a bracket behind it: whether texts use them or not, they mean the same."""
    core, _ = bracket_at_end(other.name) or (other.name, "")
    return bool(core) and any(ends_in(gloss, core) for gloss in (*_title(version, other)[1], *version.glosses))


def _in_context(mentions: Iterable[Mention], model: TranslationModel, phrases: Pointing) -> Iterator[Mention]:
    """Mentions with what their sentences owe to those before them, or to the article that they send their reader to."""
    known: dict[tuple[str, str], tuple[bool, float]] = {}  # many a sentence mentions several things
    for mention in mentions:
        place = sentence, beginning = sentence_around(mention.paragraph, mention.start)
        if place not in known:
            refers = begins_by_referring(beginning, phrases) or begins_by_joining(beginning, phrases)
            leans = refers or sentence_leans(beginning, model.native_openers)
            known[place] = leans, pointing(sentence, model.native_followers)
        leans, points = known[place]
        yield replace(mention, leans=leans, pointing=points) if leans or points else mention


def _title(version: Version, other: Version) -> tuple[str, tuple[str, ...]]:
    core, _ = bracket_at_end(other.name) or (other.name, "")
    title, glosses = split_glosses(version.name, (other.name, *other.glosses), within=core)
    return title, (*glosses, *version.glosses)
