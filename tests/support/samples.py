"""Small records for tests, made from Markdown that stands in the test itself."""

from __future__ import annotations

from textwrap import dedent

from flashgen.corpus.article import parse_article
from flashgen.facts.extraction import facts_by_reading
from flashgen.facts.version import make_version
from flashgen.records.documents import Article, Document
from flashgen.records.facts import Fact, Version
from flashgen.records.location import Location

QUESTIONS = """
## Domande

### Le api pungono?

Sì, se disturbate.

### Le api dormono?

Sì, di notte.
"""


def article(text: str, language: str = "it", slug: str = "x") -> Article:
    """The article that a document with this text holds."""
    name = f"{language}/{slug}.md"
    document = Document(name, name, slug, language)
    read, problems = parse_article(document, dedent(text).lstrip("\n").encode())
    assert read is not None, problems
    return read


def version(text: str, language: str = "it", slug: str = "x") -> Version:
    """The version that a document with this text holds."""
    return make_version(article(text, language, slug))


def facts(text: str, kinds: str, language: str = "it", slug: str = "x") -> tuple[Fact, ...]:
    """The facts of the named readings (parted by spaces) in a document with this text."""
    found = facts_by_reading(article(text, language, slug))
    return tuple(fact for kind in kinds.split() for fact in found[kind])


def fact(kind: str, answer: str, question: str = "", figure: str = "", context: str = "") -> Fact:
    """A fact that stands nowhere in particular."""
    return Fact(kind, question, answer, Location("it/x.md", 7), figure=figure, context=context)


def answers(found: tuple[Fact, ...]) -> list[str]:
    """What facts answer."""
    return [fact.answer for fact in found]
