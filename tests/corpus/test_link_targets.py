"""Links lead to the article that the site would lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.article import parse_article
from flashgen.corpus.documents import read_corpus
from flashgen.records.documents import Document, Paragraph
from tests.corpus.test_documents import write


def target(folder: Path, name: str, link: str) -> str:
    """The article that a link in a document leads to."""
    corpus = read_corpus([folder])
    (document,) = [d for found in corpus.versions.values() for d in found.values() if d.name == name]
    article, _ = parse_article(document, f"# T\n\nSee {link}.\n".encode(), corpus.links.resolve)
    assert article
    (paragraph,) = article.sections[-1].blocks
    assert isinstance(paragraph, Paragraph)
    (found,) = paragraph.inline.links
    return found.target


@pytest.mark.parametrize(
    "link",
    [
        "[x](oven.md)",
        "[x](./oven.md#use)",
        "[x](../home/oven/)",
        "[x](/home/oven)",
        "[x](/it/home/oven/)",
        "[x](/docs/home/oven.html?a=b)",
        "[x](@/home/oven.md)",
        "[x]({filename}oven.md)",
        "[x](link://slug/home/oven)",
        '[x]({{< relref "/home/oven" >}})',
        "[[home/oven|x]]",
        "[x](/home/Oven/index.md)",
    ],
)
def test_a_link_leads_to_the_article_below_its_folder(tmp_path: Path, link: str) -> None:
    names = ("home/kettle.md", "home/oven.md", "lab/oven.md")
    write(tmp_path, *(f"{tag}/{name}" for tag in ("it", "pl") for name in names))
    assert target(tmp_path, "it/home/kettle.md", link) == "home/oven"


@pytest.mark.parametrize(
    "link", ["[x](oven (it).md)", "[x](oven%20(it).md)", "[x](./oven (it).md#use)", "[x](oven.md)"]
)
def test_a_link_may_name_the_file_that_its_author_sees(tmp_path: Path, link: str) -> None:
    write(tmp_path, *(f"{name} ({tag}).md" for tag in ("it", "pl") for name in ("kettle", "oven")))
    assert target(tmp_path, "kettle (it).md", link) == "oven"


@pytest.mark.parametrize("layout", ["{}.it.md", "{}_it.md", "it_{}.md"])
def test_a_link_may_name_the_language_as_its_file_does(tmp_path: Path, layout: str) -> None:
    for name in ("kettle", "oven"):
        write(tmp_path, layout.format(name), layout.replace("it", "pl").format(name))
    assert target(tmp_path, layout.format("kettle"), f"[x]({layout.format('oven')})") == "oven"


def test_a_name_that_is_unique_needs_no_path(tmp_path: Path) -> None:
    write(tmp_path, "it/home/kettle.md", "pl/home/kettle.md", "it/lab/hot_oven.md", "pl/lab/hot_oven.md")
    assert target(tmp_path, "it/home/kettle.md", '{{Glossary("Hot Oven", "x")}}') == "lab/hot_oven"


def test_a_translated_name_leads_to_the_article(tmp_path: Path) -> None:
    for name, key in (("en/oven", "oven"), ("it/forno", "oven"), ("en/kettle", "kettle"), ("it/bollitore", "kettle")):
        write(tmp_path, f"{name}.md", text=f"---\ntranslationKey: {key}\n---\n# T\n\nx\n")
    assert target(tmp_path, "it/bollitore.md", "[x](/it/forno/)") == "oven"


def test_a_name_may_begin_with_a_date_or_a_place(tmp_path: Path) -> None:
    write(tmp_path, *(f"{tag}/{n}.md" for tag in ("it", "pl") for n in ("2020-01-01-oven", "02.kettle")))
    assert target(tmp_path, "it/02.kettle.md", "[x](/oven)") == "2020-01-01-oven"


def test_a_link_to_no_article_keeps_its_last_part(tmp_path: Path) -> None:
    write(tmp_path, "it/oven.md", "pl/oven.md")
    assert target(tmp_path, "it/oven.md", "[x](/shop/Tea_Cup)") == "Tea_Cup"


def test_a_link_to_another_site_leads_nowhere() -> None:
    document = Document("a.md", "a.md", "a", "it")
    article, _ = parse_article(document, b"# T\n\nSee [x](https://example.org/oven).\n")
    assert article
    (paragraph,) = article.sections[-1].blocks
    assert isinstance(paragraph, Paragraph)
    assert not any(link.target for link in paragraph.inline.links)
