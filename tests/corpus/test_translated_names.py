"""Files whose names are translated, too: versions are found by what they say, or a message says how to name them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flashgen.config.bundled import bundled
from flashgen.corpus.documents import Corpus, read_corpus
from tests.corpus.test_documents import layout

NAMES = {
    "compass": {"en": "compass", "it": "bussola", "ru": "kompas", "ar": "بوصلة"},
    "tide": {"en": "tide", "it": "marea", "ru": "priliv", "ar": "مد"},
    "honey": {"en": "honey", "it": "miele", "ru": "med", "ar": "عسل"},
    "wind-turbine": {"en": "wind-turbine", "it": "turbina-eolica", "ru": "vetryak", "ar": "توربين"},
    "greenhouse": {"en": "greenhouse", "it": "serra", "ru": "teplitsa", "ar": "دفيئة"},
    "sourdough-starter": {"en": "sourdough-starter", "it": "lievito-madre", "ru": "zakvaska", "ar": "خميرة"},
    "sundial": {"en": "sundial", "it": "meridiana", "ru": "chasy", "ar": "مزولة"},
}
"""Articles of the sample, and what a site would call them in each language."""
FOLDERS = {"en": "English", "it": "Italian", "ru": "Russian", "ar": "Arabic"}
FOUND = {"compass", "tide", "honey", "wind-turbine", "greenhouse"}
"""Those that hold three figures or more."""


def write_article(folder: Path, name: str, language: str, path: str = "docs/{language}/{name}.md") -> None:
    """An article of the sample under its name in a language, its links following the names."""
    text = (bundled("sample") / "Texts" / FOLDERS[language] / f"{name}.md").read_text("utf-8")
    text = re.sub(r"\]\(/([\w-]+)\)", lambda link: f"]({NAMES.get(link[1], {}).get(language, link[1])}.md)", text)
    file = folder / path.format(language=language, name=NAMES[name][language])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def write_short(folder: Path, path: str, title: str, *sentences: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {title}\n---\n# {title}\n\n" + "\n\n".join(sentences) + "\n", "utf-8")


def pairs_of(corpus: Corpus) -> set[frozenset[str]]:
    """The names of the files that are versions of one article."""
    return {
        frozenset(Path(document.path).stem for document in versions.values())
        for versions in corpus.versions.values() if len(versions) > 1
    }  # fmt: skip


@pytest.mark.parametrize("other", ["it", "ru", "ar"])
def test_articles_whose_file_names_are_translated_are_paired_by_what_they_say(tmp_path: Path, other: str) -> None:
    for name in NAMES:
        write_article(tmp_path, name, "en")
        write_article(tmp_path, name, other)
    corpus = read_corpus([tmp_path])
    wanted = {name: frozenset((NAMES[name]["en"], NAMES[name][other])) for name in NAMES}
    assert pairs_of(corpus) >= {wanted[name] for name in FOUND}
    assert pairs_of(corpus) <= set(wanted.values())
    assert {name for name in FOUND if corpus.versions[name].keys() == {"en", other}} == FOUND
    assert corpus.problems == ()


def test_links_lead_to_the_article_under_its_translated_name(tmp_path: Path) -> None:
    for name in NAMES:
        write_article(tmp_path, name, "en")
        write_article(tmp_path, name, "it")
    corpus = read_corpus([tmp_path])
    italian = corpus.versions["compass"]["it"]
    assert corpus.links.resolve("turbina-eolica", italian) == "wind-turbine"


def test_articles_without_a_version_join_no_other(tmp_path: Path) -> None:
    for name in ("compass", "tide", "honey"):
        write_article(tmp_path, name, "en")
    for name in ("wind-turbine", "greenhouse", "sundial"):
        write_article(tmp_path, name, "it")
    assert pairs_of(read_corpus([tmp_path])) == set()


def test_one_translated_name_among_many_that_are_not_is_found(tmp_path: Path) -> None:
    for name in NAMES:
        write_article(tmp_path, name, "en")
        write_article(tmp_path, name, "it", "docs/it/turbine.md" if name == "wind-turbine" else f"docs/it/{name}.md")
    corpus = read_corpus([tmp_path])
    assert layout(corpus)["wind-turbine"] == {"en": "docs/en/wind-turbine.md", "it": "docs/it/turbine.md"}
    assert corpus.versions.keys() == NAMES.keys()


def test_what_has_versions_keeps_its_name_and_a_third_language_joins_it(tmp_path: Path) -> None:
    for name in FOUND:
        write_article(tmp_path, name, "en")
        write_article(tmp_path, name, "ru", f"docs/ru/{name}.md")
        write_article(tmp_path, name, "it")
    corpus = read_corpus([tmp_path])
    assert {name: sorted(versions) for name, versions in corpus.versions.items()} == {
        name: ["en", "it", "ru"] for name in FOUND
    }


def test_the_english_name_names_an_article_else_the_first_in_latin_script(tmp_path: Path) -> None:
    for name in FOUND:
        write_article(tmp_path, name, "ar")
        write_article(tmp_path, name, "it")
    assert read_corpus([tmp_path]).versions.keys() == {NAMES[name]["it"] for name in FOUND}


def test_flat_files_that_nothing_names_are_paired_without_links_too(tmp_path: Path) -> None:
    for name in FOUND:
        for language in ("en", "it"):
            write_article(tmp_path, name, language, "{name}.md")
    for file in tmp_path.iterdir():
        file.write_text(re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", file.read_text("utf-8")), "utf-8")
    assert pairs_of(read_corpus([tmp_path])) == {frozenset((NAMES[name]["en"], NAMES[name]["it"])) for name in FOUND}


LESSONS = (
    ("family", "My uncle Antonio sings in the opera.", "famiglia", "Mio zio Antonio canta all'opera."),
    ("hotel", "The hotel has a sauna and a piano.", "albergo", "L'albergo ha una sauna e un piano."),
    ("music", "The guitar and the violin play a sonata.", "musica", "La chitarra e il violino suonano una sonata."),
    ("farm", "The cows eat grass in the morning.", "fattoria", "Le mucche mangiano erba la mattina."),
)
"""(English name, text, Italian name, text): too little to be sure of by itself."""


def write_lessons(folder: Path, english: str, italian: str) -> Corpus:
    for number, (name, text, other, translation) in enumerate(LESSONS, 1):
        write_short(folder, english.format(number=number, name=name), name.capitalize(), text)
        write_short(folder, italian.format(number=number, name=other), other.capitalize(), translation)
    return read_corpus([folder])


def test_numbered_lessons_are_paired_by_their_numbers(tmp_path: Path) -> None:
    corpus = write_lessons(tmp_path, "en/{number:02} {name}.md", "it/{number:02} {name}.md")
    assert pairs_of(corpus) == {
        frozenset((f"{number:02} {name}", f"{number:02} {other}"))
        for number, (name, _, other, _) in enumerate(LESSONS, 1)
    }


def test_two_courses_that_are_numbered_alike_are_two_courses(tmp_path: Path) -> None:
    texts = [(english, italian) for english, (*_, italian) in zip("abcd", LESSONS, strict=True)]
    for number, (name, italian) in enumerate(texts, 1):
        write_short(tmp_path, f"en/{number:02} {name}.md", name, "Cold rain falls upon the grey roofs.")
        write_short(tmp_path, f"it/{number:02} {name * 2}.md", name * 2, italian)
    assert pairs_of(read_corpus([tmp_path])) == set()


def test_what_cannot_be_told_is_listed_with_the_reason_and_three_ways_to_name_it(tmp_path: Path) -> None:
    corpus = write_lessons(tmp_path, "en/{name}.md", "it/{name}.md")
    (problem,) = corpus.problems
    assert problem.severity == "warning"
    assert problem.message == (
        "many documents have no version in another language (4 of 4 in English, 4 of 4 in Italian), such as "
        "en/family.md and it/albergo.md: their names differ, and what they say does not tell surely which belong "
        "together; call the versions of an article alike (en/tide.md, it/tide.md), give them one `translationKey:` in "
        "the front matter, or say with `layout` in flashgen.yaml how paths are made; `flashgen pairs --missing all` "
        "lists them"
    )


def test_few_articles_without_a_version_need_no_message(tmp_path: Path) -> None:
    for name in NAMES:
        write_article(tmp_path, name, "en")
        write_article(tmp_path, name, "it", f"docs/it/{name}.md")
    write_short(tmp_path, "docs/it/lumaca.md", "Lumaca", "La lumaca porta la sua casa sul dorso.")
    write_short(tmp_path, "docs/en/umbrella.md", "Umbrella", "An umbrella keeps the rain off.")
    assert read_corpus([tmp_path]).problems == ()
