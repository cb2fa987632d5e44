"""Repositories as their publishers lay them out: the corpus as a whole tells languages and articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.documents import read_corpus
from tests.corpus.test_documents import DANISH, ENGLISH, ITALIAN, POLISH, layout, write

TEXTS = {"en": ENGLISH, "it": ITALIAN, "pl": POLISH, "da": DANISH}
PORTUGUESE = "O gato dorme o dia inteiro no parapeito quente e acorda somente quando alguém abre a porta da cozinha. "
NAMES = ("kettle", "oven", "cellar")
ITALIAN_NAMES = {"kettle": "bollitore", "oven": "forno", "cellar": "cantina"}


def write_all(folder: Path, patterns: dict[str, str], front: str = "") -> Path:
    """The same articles by language, with paths such as `docs/{name}.md`; {own} is a translated name."""
    for language, pattern in patterns.items():
        for name in NAMES:
            values = {"name": name, "own": ITALIAN_NAMES[name] if language == "it" else name, "lang": language}
            matter = f"---\n{front.format(**values)}\n---\n" if front else ""
            write(folder, pattern.format(**values), text=f"{matter}# {name}\n\n{TEXTS[language] * 2}")
    return folder


@pytest.mark.parametrize(
    ("patterns", "head"),
    [
        ({"en": "docs/{name}.md", "it": "i18n/it/plugin-docs/current/{name}.md"}, ""),
        ({"en": "docs/a/{name}.md", "it": "i18n/it/plugin-docs/current/a/{name}.md"}, "a/"),
        ({"en": "docs/{name}.mdx", "it": "docs/it/{name}.mdx", "pl": "docs/pl/{name}.mdx"}, ""),
        ({"en": "docs/{name}.md", "it": "docs/translations/it_IT/{name}.md"}, ""),
        ({"en": "docs/{name}.md", "it": "docs-it/{name}.md", "pl": "docs.pl-pl/{name}.md"}, ""),
        ({"en": "pages/common/{name}.md", "it": "pages.it/common/{name}.md"}, "common/"),
        ({"en": "main/files/en-us/a/{name}/index.md", "it": "other/files/it/a/{name}/index.md"}, "files/a/"),
        ({"en": "content/en/docs/{name}.md", "it": "content/it/docs/{name}.md"}, "docs/"),
        ({"en": "lessons/en/basics/{name}.md", "it": "lessons/it/basics/{name}.md"}, "basics/"),
        ({"en": "{name}.html.markdown", "it": "it-it/{name}-it.html.markdown"}, ""),
        ({"en": "src/{name}.md", "it": "po-it/src/{name}.md"}, "src/"),
        ({"en": "src/{name}.md", "it": "po-it/src/{name}.md", "pl": "po-pl/src/{name}.md"}, "src/"),
        ({"en": "book/src/a/{name}.md", "pl": "book/pl_translation/src/a/{name}.md"}, "src/a/"),
        ({"en": "example.dev/src/{name}.md", "it": "it.example.dev/src/{name}.md"}, "src/"),
        ({"en": "{name}.md", "it": "{name}_it.md", "pl": "{name}-pl.md"}, ""),
        ({"en": "{name}.md", "it": "{name} (it).md", "pl": "{name} PL.md"}, ""),
        ({"en": "en_{name}.md", "it": "it_{name}.md"}, ""),
        ({"en": "{name}.md", "it": "{name}.italiano.md"}, ""),
        ({"en": "{name}/default.en.md", "it": "{name}/default.it.md"}, ""),
        ({"en": "docs/en/{name}.md", "da": "docs/dk/{name}.md", "it": "docs/it/{name}.md"}, ""),
        ({"en": "docs/{name}.mdx", "da": "docs/{name}.dk.mdx"}, "docs/"),
        ({"en": "{name}.md", "da": "translations/{name}.da.md", "it": "translations/{name}-it.md"}, ""),
        ({"en": "{name}/README.md", "it": "{name}/translations/README.it.md"}, ""),
        ({"en": "en/_posts/2021-03-04-{name}.md", "it": "it/_posts/2021-03-04-{name}.md"}, "_posts/2021-03-04-"),
    ],
)  # fmt: skip
def test_layouts_of_publishers(tmp_path: Path, patterns: dict[str, str], head: str) -> None:
    corpus = read_corpus([write_all(tmp_path, patterns)])
    assert corpus.problems == ()
    found = {slug: {tag.split("-")[0] for tag in versions} for slug, versions in layout(corpus).items()}
    assert found == {f"{head}{name}": set(patterns) for name in NAMES}


@pytest.mark.parametrize(
    "key", ["translationKey", "ref", "page_id", "uid", "slug", "id", "ms.assetid", "permalink", "original"]
)
def test_a_key_joins_versions_whose_names_are_translated(tmp_path: Path, key: str) -> None:
    write_all(tmp_path, {"en": "en/{name}.md", "it": "it/{own}.md"}, f"{key}: {{name}}")
    assert {slug: set(found) for slug, found in layout(read_corpus([tmp_path])).items()} == {
        name: {"en", "it"} for name in NAMES
    }


def test_a_permalink_may_begin_with_its_language(tmp_path: Path) -> None:
    write_all(tmp_path, {"en": "en/{name}.md", "it": "it/{own}.md"}, "permalink: /{lang}/{name}/")
    assert set(read_corpus([tmp_path]).versions) == set(NAMES)


def test_a_key_that_several_files_of_a_language_have_names_no_article(tmp_path: Path) -> None:
    for language in ("en", "it"):
        for folder in ("a", "b"):
            write(tmp_path, f"{language}/{folder}/intro.md", text=f"---\nid: intro\n---\n{TEXTS[language]}")
    assert set(read_corpus([tmp_path]).versions) == {"a/intro", "b/intro"}


def test_only_the_translation_may_point_at_its_original(tmp_path: Path) -> None:
    write_all(tmp_path, {"en": "en/lessons/{name}.md"})
    write_all(tmp_path, {"it": "it/lezioni/{own}.md"}, "original: {name}")
    assert {slug: set(found) for slug, found in layout(read_corpus([tmp_path])).items()} == {
        f"lessons/{name}": {"en", "it"} for name in NAMES
    }


def test_sister_repositories_are_one_corpus(tmp_path: Path) -> None:
    one = write_all(tmp_path / "example.dev", {"en": "src/{name}.md"})
    two = write_all(tmp_path / "it.example.dev", {"it": "src/{name}.md"})
    corpus = read_corpus([one, two])
    assert {slug: set(found) for slug, found in layout(corpus).items()} == {name: {"en", "it"} for name in NAMES}


@pytest.mark.parametrize("names", [("sun", "cat", "pan"), ("sign-in", "check-it", "what-is")])
def test_a_name_that_could_be_a_code_is_a_name_beside_its_translation(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        write(tmp_path, f"docs/{name}.md", text=ENGLISH * 2)
        write(tmp_path, f"docs/{name}.pl.md", text=POLISH * 2)
    assert {slug: set(found) for slug, found in layout(read_corpus([tmp_path])).items()} == {
        f"docs/{name}": {"en", "pl"} for name in names
    }


def test_a_part_of_a_name_is_no_language_in_which_its_text_is_not_written(tmp_path: Path) -> None:
    write(tmp_path, "docs/check.md", "docs/check-it.md", text=ENGLISH * 2)
    assert set(read_corpus([tmp_path]).versions) == {"check", "check-it"}


def test_a_folder_that_is_no_language_stays_in_the_name(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path, f"no/{name}.md", text=ENGLISH * 2)
        write(tmp_path, f"no/{name}.it.md", text=ITALIAN * 2)
    write(tmp_path, "no/attic.md", text=ENGLISH * 2)
    corpus = read_corpus([tmp_path])
    assert corpus.counts() == {"en": 4, "it": 3}
    assert set(corpus.versions) == {*(f"no/{name}" for name in NAMES), "no/attic"}


def test_a_command_named_like_a_language_is_no_language(tmp_path: Path) -> None:
    write_all(tmp_path, {"en": "pages/common/{name}.md", "it": "pages.it/common/{name}.md"})
    write(tmp_path, "pages/common/java.md", text=ENGLISH * 2)
    write(tmp_path, "pages.it/common/java.md", text=ITALIAN * 2)
    assert set(layout(read_corpus([tmp_path]))["common/java"]) == {"en", "it"}


def test_sections_with_equal_names_stay_apart(tmp_path: Path) -> None:
    for section in ("docs", "blog"):
        write_all(tmp_path, {"en": section + "/{name}.md", "it": "i18n/it/plugin-" + section + "/{name}.md"})
    found = {slug: set(versions) for slug, versions in layout(read_corpus([tmp_path])).items()}
    assert all(not {"en", "it"} <= languages or slug.startswith(("docs", "blog")) for slug, languages in found.items())


def test_a_text_in_another_language_is_still_told(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path, f"Dutch/{name}.md", text=DANISH * 3)
        write(tmp_path, f"Polish/{name}.md", text=POLISH * 3)
    assert read_corpus([tmp_path]).counts() == {"da": 3, "pl": 3}


def test_one_file_in_many_that_is_translated_is_found_in_its_branch(tmp_path: Path) -> None:
    write(tmp_path, *(f"docs/{name}.md" for name in ("is", "cat", *map(str, range(20)))), text=ENGLISH * 2)
    write(tmp_path, "i18n/it/plugin-docs/current/cat.md", text=ITALIAN * 2)
    assert {s: set(f) for s, f in layout(read_corpus([tmp_path])).items() if len(f) > 1} == {"cat": {"en", "it"}}


def test_folders_of_articles_are_no_languages(tmp_path: Path) -> None:
    for name in ("cat", "is", *NAMES):
        write(tmp_path, f"base/{name}/{name}.md", text=ENGLISH * 2)
        write(tmp_path, f"translations/it/base/{name}/{name}.md", text=ITALIAN * 2)
    corpus = read_corpus([tmp_path])
    assert (corpus.counts(), corpus.problems) == ({"en": 5, "it": 5}, ())
    assert all(len(found) == 2 for found in corpus.versions.values())


def test_a_programming_language_in_front_matter_is_none_that_people_speak(tmp_path: Path) -> None:
    for name in ("java", "kettle"):
        write(tmp_path, f"{name}.html.markdown", text=f"---\nlanguage: {name}\n---\n{ENGLISH * 2}")
        write(tmp_path, f"it-it/{name}-it.html.markdown", text=f"---\nlanguage: {name}\n---\n{ITALIAN * 2}")
    assert {slug: set(found) for slug, found in layout(read_corpus([tmp_path])).items()} == {
        name: {"en", "it-IT"} for name in ("java", "kettle")
    }


@pytest.mark.parametrize("code", ["Lua", "Ada"])
def test_a_programming_language_that_has_the_name_of_a_spoken_one_is_none(tmp_path: Path, code: str) -> None:
    write(tmp_path, f"{code.lower()}.html.markdown", text=f"---\nlanguage: {code}\n---\n{ENGLISH * 2}")
    write(tmp_path, f"it-it/{code.lower()}-it.html.markdown", text=f"---\nlanguage: {code}\n---\n{ITALIAN * 2}")
    assert set(layout(read_corpus([tmp_path]))[code.lower()]) == {"en", "it-IT"}


def test_a_language_that_texts_do_not_tell_is_believed_where_front_matter_names_it(tmp_path: Path) -> None:
    write(tmp_path, "it/kettle.md", text=f"---\nlang: scn\n---\n{ITALIAN * 2}")
    write(tmp_path, "pl/kettle.md", text=POLISH * 2)
    assert set(layout(read_corpus([tmp_path]))["kettle"]) == {"scn", "pl"}


@pytest.mark.parametrize("editions", [("1.0",), ("1.0", "2.0", "3.0")])
def test_older_editions_of_a_site_stand_beside_the_current_one(tmp_path: Path, editions: tuple[str, ...]) -> None:
    i18n = "i18n/{lang}/docusaurus-plugin-content-docs/"
    languages = ("it", "pl")
    write_all(tmp_path, {"en": "docs/a/{name}.md"} | dict.fromkeys(languages, i18n + "current/a/{name}.md"))
    for edition in editions:
        theirs = dict.fromkeys(languages, f"{i18n}version-{edition}/a/{{name}}.md")
        write_all(tmp_path, {"en": f"versioned_docs/version-{edition}/a/{{name}}.md"} | theirs)
    found = layout(read_corpus([tmp_path]))
    assert (len(found), {len(versions) for versions in found.values()}) == (len(NAMES) * (len(editions) + 1), {3})


def test_the_region_of_a_folder_may_end_the_name_of_its_files(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path, f"{name}.md", text=ENGLISH * 2)
        write(tmp_path, f"pl-pl/{name}-pl.md", text=POLISH * 2)
        write(tmp_path, f"it-ch/{name}-ch.md", text=ITALIAN * 2)
    assert set(map(len, read_corpus([tmp_path]).versions.values())) == {3}


def test_the_code_of_a_country_is_none_of_a_language_where_its_texts_are_in_that_of_the_country(tmp_path: Path) -> None:
    write_all(tmp_path, {"en": "docs/en/{name}.md"})
    for name in NAMES:
        write(tmp_path, f"docs/br/{name}.md", text=f"# {name}\n\n{PORTUGUESE * 2}")
    corpus = read_corpus([tmp_path])
    assert (corpus.counts(), corpus.problems) == ({"en": 3, "pt": 3}, ())


def test_folders_of_programs_are_no_countries(tmp_path: Path) -> None:
    write_all(tmp_path, {"en": "en/py/{name}.md", "it": "it/py/{name}.md"})
    write_all(tmp_path, {"en": "en/rs/{name}.md", "it": "it/rs/{name}.md"})
    corpus = read_corpus([tmp_path])
    assert (corpus.counts(), corpus.problems) == ({"en": 6, "it": 6}, ())
