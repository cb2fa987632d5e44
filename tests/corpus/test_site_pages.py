"""Pages of a site or repository among the documents: a name counts where the rest of the corpus bears it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.documents import read_corpus
from flashgen.errors import omission
from flashgen.records.location import location_below
from tests.corpus.test_documents import ENGLISH, ITALIAN, write

LANGUAGES = ("it", "pl")
ARTICLES = 6
FRONT = "---\ntitle: T\nstatus: done\ntags: [a]\n---\n\nTekst.\n"
BARE = "# T\n\nTekst.\n"
LINKS = "# T\n\n" + "".join(f"- [Nome {number}](https://example.org/{number})\n" for number in range(8))


def slugs(folder: Path) -> set[str]:
    return set(read_corpus([folder]).versions)


def corpus(folder: Path, text: str, **pages: str) -> Path:
    """Articles of one text in two languages, with further pages by name."""
    write(folder, *(f"{tag}/a{number}.md" for tag in LANGUAGES for number in range(ARTICLES)), text=text)
    for name, own in pages.items():
        write(folder, *(f"{tag}/{name.replace('__', '-')}.md" for tag in LANGUAGES), text=own)
    return folder


@pytest.mark.parametrize("name", ["contributors", "security", "style__guide", "about", "how__to__contribute"])
@pytest.mark.parametrize(
    ("page", "is_article"),
    [
        (FRONT, True),
        ("---\ntitle: T\ntags: [a]\n---\nTekst.\n", True),
        ("---\ntitle: T\nlayout: wide\n---\nTekst.\n", False),
        (FRONT.replace("Tekst.", LINKS), False),
    ],
    ids=["as the articles", "a key less", "of another kind", "made of links"],
)
def test_a_page_that_is_named_so_is_an_article_only_if_it_looks_like_one(
    tmp_path: Path, name: str, page: str, *, is_article: bool
) -> None:
    assert (name.replace("__", "-") in slugs(corpus(tmp_path, FRONT, **{name: page}))) == is_article


@pytest.mark.parametrize("name", ["history", "security", "about", "support"])
def test_a_teacher_who_writes_no_front_matter_may_call_an_article_so(tmp_path: Path, name: str) -> None:
    assert name in slugs(corpus(tmp_path, BARE, **{name: BARE}))


@pytest.mark.parametrize("name", ["SECURITY", "license", "contributing"])
def test_a_page_of_a_repository_is_none_without_front_matter(tmp_path: Path, name: str) -> None:
    assert name not in slugs(corpus(tmp_path, BARE, **{name: BARE}))


def test_a_layout_that_no_article_has_tells_a_page(tmp_path: Path) -> None:
    article, page = (f"---\ntitle: T\nlayout: {name}\n---\nTekst.\n" for name in ("lesson", "page"))
    assert "about" in slugs(corpus(tmp_path / "alike", article, about=article))
    assert "about" not in slugs(corpus(tmp_path / "other", article, about=page))


def test_an_unusual_layout_of_another_name_is_an_article(tmp_path: Path) -> None:
    article, page = (f"---\ntitle: T\nlayout: {name}\n---\nTekst.\n" for name in ("lesson", "page"))
    assert "tide" in slugs(corpus(tmp_path, article, tide=page))


def test_one_translator_who_forgets_the_front_matter_loses_no_article(tmp_path: Path) -> None:
    corpus(tmp_path, FRONT, security=FRONT)
    write(tmp_path, "de/security.md", "de/a1.md", text=BARE)
    assert set(read_corpus([tmp_path]).versions["security"]) == {"it", "pl", "de"}


def test_a_table_of_contents_is_known_by_its_links_and_its_place(tmp_path: Path) -> None:
    corpus(tmp_path, FRONT, index=LINKS)
    assert "index" not in {slug.split("/")[-1] for slug in slugs(tmp_path)}
    assert [problem.message for problem in read_corpus([tmp_path]).problems] == 2 * [
        "a table of contents, made of links: left out"
    ]


def test_an_index_that_says_something_is_an_article(tmp_path: Path) -> None:
    corpus(tmp_path, FRONT, index=FRONT + "Il porto ha molte barche e tre moli. " * 20 + LINKS)
    assert len(slugs(tmp_path)) == ARTICLES + 1


def test_an_article_that_is_the_index_of_its_own_folder_may_be_made_of_links(tmp_path: Path) -> None:
    write(tmp_path, *(f"{tag}/{name}/index.md" for tag in LANGUAGES for name in "abc"), text=LINKS)
    assert slugs(tmp_path) == {"a", "b", "c"}


def test_where_all_articles_are_lists_of_links_none_is_a_page_for_that(tmp_path: Path) -> None:
    assert len(slugs(corpus(tmp_path, LINKS, history=LINKS, index=LINKS))) == ARTICLES + 2


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("{}/README.md", "{}/translations/README.it.md"),
        ("{}/README.md", "translations/it/{}/README.md"),
        ("part/{}/readme.md", "part/{}/readme.it.md"),
    ],
)
def test_a_course_with_a_folder_for_each_lesson_calls_its_articles_readme(
    tmp_path: Path, original: str, translation: str
) -> None:
    for name in ("1-lamp", "2-oven", "3-kettle"):
        write(tmp_path, original.format(name), text=f"# T\n\n{ENGLISH}")
        write(tmp_path, translation.format(name), text=f"# T\n\n{ITALIAN}")
    write(tmp_path, "README.md", "CONTRIBUTING.md", "translations/README.it.md", text=f"# T\n\n{ENGLISH}")
    found = read_corpus([tmp_path]).versions
    assert {slug.rpartition("/")[2]: set(versions) for slug, versions in found.items()} == {
        name: {"en", "it"} for name in ("1-lamp", "2-oven", "3-kettle")
    }


def test_a_readme_in_every_language_is_no_lesson(tmp_path: Path) -> None:
    write(corpus(tmp_path, BARE), *(f"{tag}/README.md" for tag in (*LANGUAGES, "en", "fr", "de")), text=BARE)
    assert slugs(tmp_path) == {f"a{number}" for number in range(ARTICLES)}


def test_a_landing_page_without_a_title_is_no_article(tmp_path: Path) -> None:
    write(corpus(tmp_path, FRONT), *(f"{tag}/index.md" for tag in LANGUAGES), text="---\nlayout: home\n---\n")
    assert read_corpus([tmp_path]).problems == tuple(
        omission("the index of a folder, without a title: left out", location_below("", f"{tag}/index.md"))
        for tag in LANGUAGES
    )


@pytest.mark.parametrize("text", ["# T\n\n```{toctree}\na0\n```\n", "---\ntitle: T\n---\n{{% children %}}\n"])
def test_an_index_of_nothing_but_marks_of_its_site_is_no_article(tmp_path: Path, text: str) -> None:
    write(corpus(tmp_path, BARE), *(f"{tag}/index.md" for tag in LANGUAGES), text=text)
    found = read_corpus([tmp_path])
    assert {problem.message for problem in found.problems} == {"the index of a folder, without a text: left out"}
    assert set(found.versions) == {f"a{number}" for number in range(ARTICLES)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("archetypes/default.md", "---\ntitle: '{{ replace .Name }}'\ndraft: true\n---\n"),
        ("scaffolds/post.md", "---\ntitle: {{ title }}\n---\n"),
        ("it/includes/note.md", "Tekst.\n"),
        ("pl/_snippets/note.mdx", "Tekst.\n"),
    ],
)
def test_what_is_set_into_pages_or_begins_new_ones_is_none(tmp_path: Path, name: str, text: str) -> None:
    write(corpus(tmp_path, FRONT), name, text=text)
    found = read_corpus([tmp_path])
    assert (set(found.versions), found.left_out) == ({f"a{number}" for number in range(ARTICLES)}, 1)


def test_an_article_with_a_title_may_stand_in_a_folder_named_so(tmp_path: Path) -> None:
    write(corpus(tmp_path, FRONT), *(f"{tag}/templates/note.md" for tag in LANGUAGES), text=FRONT)
    assert "templates/note" in slugs(tmp_path)
