"""One article's two documents -> its bitext: read, extract, pair. Runs in worker processes: plain values in and out."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen import identify, languages
from flashgen.article import read_article
from flashgen.errors import Problem, warning
from flashgen.pairing import pair_articles
from flashgen.pins import drop_repeated_pins
from flashgen.records import Article, Bitext, Document, Location, Paragraph, Side
from flashgen.terms import mentions, title_is_used


@dataclass(frozen=True, slots=True)
class Job:
    """Two versions of one article, and the kinds of facts to pair."""

    slug: str
    native: Document
    target: Document
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; `bitext` is None when one of the documents could not be used."""

    slug: str
    bitext: Bitext | None
    problems: tuple[Problem, ...]


def read_bitext(job: Job) -> Outcome:
    """Read and pair one article. Never raises for what a document holds."""
    native, problems = read_version(job.native)
    target, more = read_version(job.target)
    problems += more
    if native is None or target is None:
        return Outcome(job.slug, None, problems)
    beads, more = drop_repeated_pins(pair_articles(native, target, job.kinds))
    problems += more
    bitext = Bitext(
        slug=job.slug,
        keywords=target.keywords or native.keywords,
        native=_side(native),
        target=_side(target),
        beads=beads,
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
    if found := identify.contradicts(text, document.language):
        names = languages.english_name(found), languages.english_name(document.language)
        said = f"written in {names[0]}, but it stands for {names[1]}: left out; move it or set `lang:`"
        return None, (*problems, warning(said, Location(document.name)))
    return article, problems


def _side(article: Article) -> Side:
    return Side(article.document, article.title, title_is_used(article), mentions(article))
