"""Hyphen or underscore: one name."""

from __future__ import annotations

from pathlib import Path

from flashgen.corpus.documents import read_corpus
from flashgen.corpus.spellings import join_spellings
from flashgen.records.documents import Document


def slugs(*names: str) -> list[str]:
    """The slugs of documents such as `it/tide_mill`."""
    parts = [name.split("/") for name in names]
    documents = [Document(f"{slug}.md", f"{slug}.md", slug, language) for language, slug in parts]
    return [document.slug for document in join_spellings(documents)]


def test_a_document_that_is_spelt_alone_takes_the_name_of_the_others() -> None:
    assert slugs("en/tide-mill", "fr/tide-mill", "it/tide_mill") == ["tide-mill"] * 3
    assert slugs("en/tide_mill", "fr/tide_mill", "it/tide-mill") == ["tide_mill"] * 3
    assert slugs("en/tide_mill", "it/tide-mill") == ["tide-mill"] * 2


def test_an_article_that_has_the_language_is_another_one() -> None:
    assert slugs("en/a-b", "it/a-b", "it/a_b") == ["a-b", "a-b", "a_b"]


def test_what_has_a_version_of_its_own_keeps_its_name() -> None:
    assert slugs("en/a-b", "fr/a-b", "it/a_b", "de/a_b") == ["a-b", "a-b", "a_b", "a_b"]


def test_a_name_that_two_others_may_stand_for_is_left_alone() -> None:
    assert slugs("en/a-b-c", "fr/a_b-c", "it/a-b_c") == ["a-b-c", "a_b-c", "a-b_c"]


def test_a_corpus_joins_them(tmp_path: Path) -> None:
    for name in ("en/tide-mill", "en/wind", "it/tide_mill", "it/wind"):
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("# A\n\nText.\n", "utf-8")
    assert set(read_corpus([tmp_path]).versions) == {"tide-mill", "wind"}
