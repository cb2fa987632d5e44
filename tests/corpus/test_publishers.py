"""The repositories of known publishers, read from their roots and without options."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from flashgen.anki.field_text import plain_text
from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.corpus.article import parse_article, read_bytes
from flashgen.corpus.documents import read_corpus
from flashgen.facts.version import make_version
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from tests.support.publishers import LANGUAGES, REPOSITORIES, SECTION_OF, UNTRANSLATED

DEBRIS = re.compile(r"\{\{|\}\}|\{%|%\}|<!--|-->|:::|\[!|whatsnext|Sidebar|import |reviewers|minutes|^%")
LEAST = {"definition": 9, "purpose": 18, "statistic": 7, "callout": 5, "highlight": 20, "faq": 8}
"""Notes of each kind that the articles give at least; the sample gives a few more."""
NO_ARTICLES = {"Element.tide"}
"""What links lead to elsewhere on the site."""
EDITIONS = {"Docusaurus": 2}
"""How often an article stands in a repository, where older editions of it do."""


@pytest.mark.parametrize("publisher", REPOSITORIES)
def test_every_article_finds_its_versions(tmp_path: Path, publisher: str) -> None:
    corpus = read_corpus(REPOSITORIES[publisher](tmp_path))
    assert [str(problem) for problem in corpus.problems if problem.severity == "warning"] == []
    found: dict[str, list[set[str]]] = defaultdict(list)
    for versions in corpus.versions.values():
        (name,) = {name for name in SECTION_OF for one in versions.values() if re.search(rf"\b{name}\b", one.name)}
        found[name].append({tag.split("-")[0] for tag in versions})
    wanted = {name: {tag for tag in LANGUAGES if (tag, name) != UNTRANSLATED} for name in SECTION_OF}
    assert found == {name: [tags] * EDITIONS.get(publisher, 1) for name, tags in wanted.items()}


@pytest.mark.parametrize("publisher", REPOSITORIES)
def test_every_link_leads_to_the_article_that_the_site_would_show(tmp_path: Path, publisher: str) -> None:
    corpus = read_corpus(REPOSITORIES[publisher](tmp_path))
    links = set()
    for versions in corpus.versions.values():
        for document in versions.values():
            data, _ = read_bytes(document)
            article, _ = parse_article(document, data or b"", corpus.links.resolve)
            assert article
            texts = [text for section in make_version(article).sections for text in section.texts]
            links |= {(document.language, link.target) for text in texts for link in text.links if link.target}
    assert len(links) > 5 * len(LANGUAGES)
    assert {target for _, target in links} - corpus.versions.keys() <= NO_ARTICLES


@pytest.mark.parametrize("publisher", [name for name in REPOSITORIES if name not in EDITIONS])
def test_its_notes_are_those_of_its_articles_and_hold_no_debris(tmp_path: Path, publisher: str) -> None:
    corpora = REPOSITORIES[publisher](tmp_path / "corpus")
    deck = tmp_path / "deck.apkg"
    build(Request("en", "it", tuple(corpora), jobs=1), load_config(), Destination(deck), Surroundings(Clock(fixed=9)))
    edition = read_edition(deck)
    counts: dict[str, int] = defaultdict(int)
    for note in edition.notes.values():
        counts[note.kind] += 1
        read = edition.layout.reader(note.kind, note.field_values)
        for value in ("question", "answer", "context", "title", "term", "rest"):
            for side in ("native", "target"):
                assert not DEBRIS.search(plain_text(read(f"{side}.{value}")))
    assert {kind: counts[kind] for kind, least in LEAST.items() if counts[kind] < least} == {}
