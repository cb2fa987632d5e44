"""One article's two documents -> its bitext: read, extract, pair. Runs in worker processes: plain values in and out."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.corpus.article import read_article
from flashgen.corpus.pins import drop_repeated_pins
from flashgen.errors import Problem, warning
from flashgen.facts.links import mentions, title_is_used
from flashgen.language.identification import contradicts
from flashgen.language.tags import english_name
from flashgen.pairing.articles import NEEDED, Version, pair_articles
from flashgen.pairing.model import Studied
from flashgen.quality.headings import with_headings
from flashgen.quality.inspection import inspect
from flashgen.quality.links import swallows_sentence_end
from flashgen.quality.rules import LINKED_SENTENCE_END, UNUSED_TITLE
from flashgen.quality.settings import Gate
from flashgen.records import Article, Bitext, Document, Location, Paragraph, Side


@dataclass(frozen=True, slots=True)
class Job:
    """Two versions of one article, and the kinds of facts to pair."""

    slug: str
    native: Document
    target: Document
    kinds: tuple[str, ...]
    further: tuple[Document, ...] = ()
    """Versions in other languages, to be asked where the two leave a doubt."""
    gate: Gate = Gate()
    needed: float = NEEDED
    """The confidence from which facts are paired."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; `bitext` is None when one of the documents could not be used."""

    slug: str
    bitext: Bitext | None
    problems: tuple[Problem, ...]


def read_bitext(job: Job, studied: Studied | None = None) -> Outcome:
    """Read and pair one article. Never raises for what a document holds.

    `studied` is what the corpus teaches of its languages.
    """
    native, problems = read_version(job.native)
    target, more = read_version(job.target)
    problems += more
    if native is None or target is None:
        return Outcome(job.slug, None, problems)
    studied = studied or Studied()
    tags = job.native.language, job.target.language

    def further() -> list[Version]:
        read = (read_version(document)[0] for document in job.further)
        return [
            Version(
                article, studied.of(tags[0], article.document.language), studied.of(article.document.language, tags[1])
            )
            for article in read
            if article
        ]

    paired = pair_articles(native, target, job.kinds, studied.of(*tags), further, job.needed)
    beads, more = drop_repeated_pins(paired)
    problems += more
    sides = _side(native, job.gate), _side(target, job.gate)
    if UNUSED_TITLE not in job.gate.off:
        sides = with_headings(job.slug, *sides)
    bitext = Bitext(
        slug=job.slug,
        keywords=target.keywords or native.keywords,
        native=sides[0],
        target=sides[1],
        beads=inspect(beads, native, target, job.gate),
    )
    return Outcome(job.slug, bitext, problems)


def read_version(document: Document) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read one document; left out, with a warning, when its text is plainly in another language."""
    article, problems = read_article(document)
    if article is None:
        return None, problems
    text = " ".join(
        (article.description, *(b.text.text for s in article.sections for b in s.blocks if isinstance(b, Paragraph)))
    )
    if found := contradicts(text, document.language):
        names = english_name(found), english_name(document.language)
        said = f"written in {names[0]}, but it stands for {names[1]}: left out; move it or set `lang:`"
        return None, (*problems, warning(said, Location(document.name)))
    return article, problems


def _side(article: Article, gate: Gate) -> Side:
    passed_over = None if LINKED_SENTENCE_END in gate.off else swallows_sentence_end
    return Side(article.document, article.title, title_is_used(article), mentions(article, passed_over))
