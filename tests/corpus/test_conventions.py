"""What publishers' ways of laying out versions have in common with each other: four languages, folders in folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.documents import read_corpus
from tests.corpus.test_documents import DANISH, ENGLISH, ITALIAN, POLISH, layout, write

TEXTS = {"en": ENGLISH, "it": ITALIAN, "pl": POLISH, "da": DANISH}
REGIONS = {"en": "en-US", "it": "it_IT", "pl": "pl-pl", "da": "da"}
LANGUAGES = {"en": "english", "it": "italiano", "pl": "polski", "da": "dansk"}
SECTIONS = ("home/tools", "home/rooms/cellar", "garden")
NAMES = {
    "kettle": {"en": "kettle", "it": "bollitore", "pl": "czajnik", "da": "kedel"},
    "oven": {"en": "oven", "it": "forno", "pl": "piec", "da": "ovn"},
    "ladder": {"en": "ladder", "it": "scala", "pl": "drabina", "da": "stige"},
}
LAYOUTS = {
    "a folder of content": ("content/{lang}/{section}/{name}.md",),
    "a suffix beside the default": ("content/{section}/{name}.md", "content/{section}/{name}.{lang}.md"),
    "a bundle": ("content/{section}/{name}/index.{lang}.md",),
    "a bundle in a folder of a language": ("content/{lang}/{section}/{name}/_index.md",),
    "i18n": ("docs/{section}/{name}.mdx", "i18n/{lang}/plugin-docs/current/{section}/{name}.mdx"),
    "the default in the root": ("src/docs/{section}/{name}.mdx", "src/docs/{lang}/{section}/{name}.mdx"),
    "locales": ("locales/{region}/{section}/{name}.md",),
    "names of languages": ("texts/{language}/{section}/{name}.md",),
    "a folder of translations": ("{section}/{name}.md", "translations/{language}/{section}/{name}.md"),
    "a folder for each article": ("{section}/{name}/{lang}.md",),
    "dated posts": ("_posts/{lang}/{section}/2021-03-04-{name}.md",),
    "dated posts with suffixes": ("_posts/{section}/2021-03-04-{name}-{lang}.md",),
    "folders with suffixes": ("pages/{section}/{name}.md", "pages.{lang}/{section}/{name}.md"),
    "repositories by locale": ("docs-{region}/articles/{section}/{name}.md",),
    "a folder of files by locale": ("files/{region}/{section}/{name}/index.md",),
    "twice": ("{section}/{name}.html.markdown", "{region}/{section}/{name}-{lang}.html.markdown"),
    "sections above languages": ("docs/{section}/{lang}/x/{name}.md",),
    "suffixes by locale": ("pages/{section}/{name}.{region}.mdx",),
    "numbered folders": ("pages/01.{section}/02.{name}/default.{lang}.md",),
    "prefixes": ("{section}/{lang}_{name}.md",),
    "other endings": ("{section}/{name}.qmd", "{section}/{name}.{lang}.qmd"),
}
"""How paths are made: of the default language and of the others, where they differ."""
KEYS = {
    "translationKey: {section}/{name}": "content/{lang}/{section}/{own}.md",
    "lang: {lang}\nref: {section}-{name}": "_{lang}/{section}/{own}.md",
    "permalink: /{lang}/{section}/{name}/": "{lang}/{section}/{own}.md",
    "uid: org.{section}.{name}": "{lang}/articles/{section}/{own}.md",
    "ms.assetid: {section}-{name}": "{lang}/articles/{section}/{own}.md",
    "lang: {lang}\npage_id: {section}/{name}": "posts/{section}/{own}.md",
    "lang: {lang}\nslug: {section}/{name}": "posts/{section}/{own}-{lang}.md",
}
"""How paths are made where names are translated, by the front matter that joins the versions."""


def write_all(folder: Path, patterns: tuple[str, ...], front: str = "") -> Path:
    """Three articles in each of three sections, in four languages; each links to another of its section."""
    for tag, text in TEXTS.items():
        for section in SECTIONS:
            for name, own in NAMES.items():
                values = {
                    "lang": tag, "region": REGIONS[tag], "language": LANGUAGES[tag], "section": section, "name": name,
                    "own": own[tag],
                }  # fmt: skip
                path = (patterns[0] if tag == "en" else patterns[-1]).format(**values)
                matter = f"---\n{front.format(**values)}\n---\n" if front else ""
                write(folder, path, text=f"{matter}# {own[tag]}\n\n{text * 2}")
    return folder


@pytest.mark.parametrize("patterns", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_articles_in_four_languages_and_nested_sections_find_their_versions(
    tmp_path: Path, patterns: tuple[str, ...]
) -> None:
    corpus = read_corpus([write_all(tmp_path, patterns)])
    assert corpus.problems == ()
    found = layout(corpus)
    assert (len(found), {len(versions) for versions in found.values()}) == (len(SECTIONS) * len(NAMES), {len(TEXTS)})


@pytest.mark.parametrize(("front", "pattern"), KEYS.items(), ids=[front.split(":")[-2].split()[-1] for front in KEYS])
def test_a_key_joins_versions_with_translated_names_in_nested_sections(
    tmp_path: Path, front: str, pattern: str
) -> None:
    corpus = read_corpus([write_all(tmp_path, (pattern,), front)])
    assert corpus.problems == ()
    found = layout(corpus)
    assert (len(found), {len(versions) for versions in found.values()}) == (len(SECTIONS) * len(NAMES), {len(TEXTS)})


@pytest.mark.parametrize("left_out", ["it", "pl", "da"])
def test_a_language_that_lacks_some_articles_is_joined_all_the_same(tmp_path: Path, left_out: str) -> None:
    write_all(tmp_path, LAYOUTS["i18n"])
    for section in SECTIONS[:2]:
        (tmp_path / f"i18n/{left_out}/plugin-docs/current/{section}/oven.mdx").unlink()
    found = layout(read_corpus([tmp_path]))
    assert sorted(len(versions) for versions in found.values()) == [3, 3, *[4] * 7]
