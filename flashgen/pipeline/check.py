"""Read everything, build nothing: every problem of a corpus, or of one language pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from flashgen.config.load import Config
from flashgen.errors import FlashgenError, Problem, Severity, counted, warning
from flashgen.notes.meetings import find_meetings
from flashgen.notes.term_places import TermPlaces, are_headlines
from flashgen.pairing.beads import is_in_doubt
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.pipeline.remedies import CONFIRM, remedy_for
from flashgen.pipeline.sources import Sources, note_types_of
from flashgen.pipeline.versions import VersionReader
from flashgen.pipeline.withheld import article_problems, suspect_problems
from flashgen.quality.rules import UNUSED_TITLE
from flashgen.record import Record, replace
from flashgen.records.pairs import Bitext, Reason


class CheckResult(Record):
    """The problems found, and a line or two that count them."""

    problems: tuple[Problem, ...]
    documents: int
    rules: tuple[tuple[str, int], ...] = ()
    """How often each rule of the quality gate found something, most often first."""
    without_term: tuple[tuple[str, Reason], ...] = ()
    """The articles that give no term note, each with why."""
    doubted: int = 0
    """Pairs that are less sure than needed."""

    @property
    def errors(self) -> int:
        return self._count("error")

    @property
    def warnings(self) -> int:
        return self._count("warning")

    @property
    def summary(self) -> str:
        always: tuple[Severity, ...] = ("error", "warning", "repair")
        counts = [(self._count(severity), severity) for severity in always]
        counts += [(omitted, "omission")] if (omitted := self._count("omission")) else []
        severities = ", ".join(counted(count, severity) for count, severity in counts)
        line = f"{counted(self.documents, 'document')}: {severities}"
        reasons = Counter(str(reason) for _, reason in self.without_term)
        lines = (
            line,
            _counts("suspects", self.rules),
            _counts("no term note", reasons.most_common()),
            CONFIRM if self.doubted else "",
        )
        return "\n".join(filter(None, lines))

    @property
    def term_lines(self) -> tuple[str, ...]:
        """Why each article gives no term note, if it gives none."""
        return tuple(f"{slug}: no term note: {reason}" for slug, reason in self.without_term)

    def _count(self, severity: str) -> int:
        return sum(problem.severity == severity for problem in self.problems)


def _counts(title: str, counts: Iterable[tuple[str, int]]) -> str:
    counted_names = ", ".join(f"{count} × {name}" for name, count in counts)
    return f"{title}: {counted_names}" if counted_names else ""


def check_config(config: Config) -> str:
    """Check card types and templates; what to say when all is well. Raises FlashgenError with every mistake."""
    note_types = config.load_note_types()
    cards = sum(len(note_type.cards) for note_type in note_types.values())
    counts = ((len(note_types), "note type"), (cards, "card type"), (len(config.card_phrases), "language"))
    held = ", ".join(counted(count, noun) for count, noun in counts)
    return f"configuration and templates are in order: {held}; no article was read"


def check_corpus(sources: Sources) -> CheckResult:
    """Read every document of every language."""
    corpus = sources.corpus
    documents = [document for versions in corpus.versions.values() for document in versions.values()]
    read = VersionReader(replace(sources.reading, shows_images=False), sources.store)
    found = [problem for document in documents for problem in read(document)[1]]
    return CheckResult((*corpus.problems, *found), len(documents))


def check_pair(request: Request, config: Config, sources: Sources | None = None) -> CheckResult:
    """Read and pair the articles of a request; each fact that would make no note is a warning.

    Raises FlashgenError as a build would: for mistakes in templates, and where nothing can be paired.
    """
    note_types_of(config, sources)
    pairing = pair_up(request, config, sources)
    problems = [*config.problems, *pairing.corpus.problems]
    rules: Counter[str] = Counter()
    doubted = 0
    terms = TermPlaces()
    for outcome in run_jobs(pairing, request.jobs):
        problems.extend(outcome.problems)
        if outcome.bitext:
            terms.add(outcome.bitext, find_meetings(outcome.bitext))
            problems.extend(article_problems(outcome.bitext.beads))
            problems.extend(_unused_titles(outcome.bitext))
            doubted += sum(is_in_doubt(bead) for bead in outcome.bitext.beads)
            rules.update(problem.rule for bead in outcome.bitext.beads for problem in suspect_problems(bead))
            rules[UNUSED_TITLE] += len(list(_unused_titles(outcome.bitext)))
    counts = tuple((+rules).most_common())
    is_asked = "term" in (request.kinds or config.kinds)
    without_term = tuple(_without_term(terms)) if is_asked else ()
    return CheckResult(tuple(problems), 2 * len(pairing.jobs), counts, without_term, doubted)


def check_pairs(requests: Sequence[Request], config: Config, sources: Sources) -> CheckResult:
    """Check several pairs of one corpus; what is found in several is told once.

    Raises FlashgenError with every pair that cannot be paired at all.
    """
    results: list[CheckResult] = []
    failures: dict[Problem, None] = {}
    for request in requests:
        try:
            results.append(check_pair(request, config, sources))
        except FlashgenError as fault:
            failures.update(dict.fromkeys(fault.problems))
    if failures:
        raise FlashgenError(failures)
    rules: Counter[str] = Counter()
    for result in results:
        rules.update(dict(result.rules))
    return CheckResult(
        tuple(dict.fromkeys(problem for result in results for problem in result.problems)),
        sum(len(versions) for versions in sources.corpus.versions.values()),
        tuple(rules.most_common()),
        tuple(dict.fromkeys(entry for result in results for entry in result.without_term)),
        sum(result.doubted for result in results),
    )


def _without_term(terms: TermPlaces) -> Iterator[tuple[str, Reason]]:
    for bitext in terms.articles():
        if reason := terms.why_no_term(bitext):
            yield bitext.slug, reason


def _unused_titles(bitext: Bitext) -> Iterator[Problem]:
    """A title that its text does not use, where the other version uses its own: it may be a wrong translation.

    Where neither does ("Introduction"), and where it is a headline, it is no term, and there is nothing to mend.
    """
    if are_headlines(bitext) or not any(side.title and side.title_is_used for _, side in bitext.sides):
        return
    for _, side in bitext.sides:
        if side.title and not side.title_is_used:
            message = f"{UNUSED_TITLE}: the text does not call it {side.title!r}, so that it is not asked as a term"
            yield warning(message, side.document.location(), UNUSED_TITLE, remedy_for(UNUSED_TITLE))
