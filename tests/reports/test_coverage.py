"""Which languages have which articles, for people and for programs."""

from __future__ import annotations

import json

from flashgen.corpus.documents import Corpus
from flashgen.errors import warning
from flashgen.records.documents import Document
from flashgen.reports.coverage import coverage_json, coverage_text, missing_text


def documents(slug: str, *languages: str) -> dict[str, Document]:
    return {tag: Document(f"{tag}/{slug}.md", f"{tag}/{slug}.md", slug, tag) for tag in languages}


CORPUS = Corpus(
    {"tide": documents("tide", "en", "it"), "wave": documents("wave", "en"), "foam": documents("foam", "it", "en")},
    (warning("a file that could not be placed"),),
)


def test_a_cell_counts_the_articles_of_two_languages() -> None:
    assert coverage_text(CORPUS).split("\n") == [
        "3 articles in 2 languages; a cell is how many both have",
        "",
        "    en  it",
        "en   3   2  English",
        "it   2   2  Italian",
    ]


def test_an_article_that_lacks_a_language_is_listed_with_those_it_has() -> None:
    assert missing_text(CORPUS, ["it"]) == "wave: no it; has en"
    assert missing_text(CORPUS, ["en"]) == "every article has en"


def test_programs_get_every_file_and_what_could_not_be_placed() -> None:
    content = json.loads(coverage_json(CORPUS))
    assert content["languages"] == {"en": 3, "it": 2}
    assert content["articles"]["wave"] == {"files": {"en": "en/wave.md"}, "missing": ["it"]}
    assert content["problems"] == [{"severity": "warning", "message": "a file that could not be placed"}]
