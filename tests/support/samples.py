"""Small records for tests, made from Markdown that stands in the test itself."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from flashgen.corpus.article import read_article
from flashgen.facts.extraction import extract_facts
from flashgen.records import Article, Document, Fact, Location


def article(text: str, language: str = "it", slug: str = "x") -> Article:
    """The article that a document with this text holds. No file is left behind."""
    name = f"{language}/{slug}.md"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.md"
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        read, problems = read_article(Document(path, name, slug, language))
    assert read is not None, problems
    return read


def facts(text: str, kinds: str, language: str = "it", slug: str = "x") -> tuple[Fact, ...]:
    """The facts of the named kinds (parted by spaces) in a document with this text."""
    return extract_facts(article(text, language, slug), kinds.split())


def fact(kind: str, answer: str, question: str = "", figure: str = "", context: str = "") -> Fact:
    """A fact that stands nowhere in particular."""
    return Fact(kind, question, answer, Location("it/x.md", 7), figure=figure, context=context)
