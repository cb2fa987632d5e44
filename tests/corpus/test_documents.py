"""Which files of a folder are versions of which article, in which language."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.errors import FlashgenError
from flashgen.records.location import Location

DANISH = (
    "Katten sover hele dagen i den varme vindueskarm og vågner først, når nogen åbner døren til køkkenet om aftenen. "
)
ITALIAN = "Il gatto dorme tutto il giorno sul davanzale caldo e si sveglia soltanto quando qualcuno apre la porta. "
POLISH = (
    "Kot śpi cały dzień na ciepłym parapecie i budzi się dopiero wtedy, gdy ktoś wieczorem otworzy drzwi do kuchni. "
)
TURKISH = (
    "Kedi bütün gün sıcak pencere kenarında uyur ve ancak akşam biri mutfağın kapısını açtığında uyanıp yemek ister. "
)
ENGLISH = (
    "The cat sleeps on the warm windowsill all day and wakes only when somebody opens the kitchen door in the evening. "
)


def write(folder: Path, *names: str, text: str = "# T\n\nx\n") -> Path:
    """Write files with one text below a folder, and return the folder."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def layout(corpus: Corpus) -> dict[str, dict[str, str]]:
    """{slug: {language: name of the file}}"""
    return {s: {lang: document.name for lang, document in found.items()} for s, found in corpus.versions.items()}


@pytest.mark.parametrize(
    ("italian", "polish", "slug"),
    [
        ("it/gatto.md", "pl/gatto.md", "gatto"),
        ("Texts/Italian/gatto.md", "Texts/Polish/gatto.md", "gatto"),
        ("italiano/casa/gatto.md", "polski/casa/gatto.md", "casa/gatto"),
        ("casa/it/gatto.md", "casa/pl/gatto.md", "gatto"),
        ("gatto.it.md", "gatto.pl.md", "gatto"),
        ("casa/gatto.it.md", "casa/gatto.pl.md", "casa/gatto"),
        ("gatto/it.md", "gatto/pl.md", "gatto"),
        ("gatto/index.it.md", "gatto/index.pl.md", "gatto"),
        ("it/gatto/index.md", "pl/gatto/index.md", "gatto"),
        ("it/gatto.markdown", "pl/gatto.txt", "gatto"),
        ("it/-gatto_2.md", "pl/-gatto_2.md", "-gatto_2"),
        ("it/v1.5.md", "pl/v1.5.md", "v1.5"),
    ],
)
def test_paths_name_language_and_article(tmp_path: Path, italian: str, polish: str, slug: str) -> None:
    corpus = read_corpus([write(tmp_path, italian, polish)])
    assert layout(corpus) == {slug: {"it": italian, "pl": polish}}
    assert corpus.problems == ()


@pytest.mark.parametrize(
    ("folder", "tag"), [("pt-BR", "pt-BR"), ("pt_br", "pt-BR"), ("日本語", "ja"), ("中文", "zh"), ("العربية", "ar")]
)
def test_a_folder_names_its_language_in_many_ways(tmp_path: Path, folder: str, tag: str) -> None:
    assert list(layout(read_corpus([write(tmp_path, f"{folder}/a.md", "it/a.md")]))["a"]) == sorted([tag, "it"])


def test_folders_above_the_language_tell_articles_apart(tmp_path: Path) -> None:
    corpus = read_corpus([write(tmp_path, "casa/it/a.md", "casa/pl/a.md", "orto/it/a.md", "orto/pl/a.md")])
    assert list(layout(corpus)) == ["casa/a", "orto/a"]


def test_an_article_named_like_a_language_stays_an_article(tmp_path: Path) -> None:
    corpus = read_corpus([write(tmp_path, "it/latin.md", "pl/latin.md", "it/gatto.md", "pl/gatto.md")])
    assert layout(corpus)["latin"] == {"it": "it/latin.md", "pl": "pl/latin.md"}


@pytest.mark.parametrize("suffix", ["old", "map", "doc", "the"])
def test_a_suffix_that_is_a_word_names_no_language(tmp_path: Path, suffix: str) -> None:
    write(tmp_path, f"gatto.{suffix}.md", text=f"# Gatto\n\n{ITALIAN * 2}")
    assert [list(found) for found in read_corpus([tmp_path]).versions.values()] == [["it"]]


def test_front_matter_names_the_language_before_the_path(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md")
    write(tmp_path, "misc/a.md", text="---\nlang: pl\ntranslationKey: a\n---\n# Kot\n")
    assert layout(read_corpus([tmp_path])) == {"a": {"it": "it/a.md", "pl": "misc/a.md"}}


@pytest.mark.parametrize(
    "line", ["lang: pl", "language: Polish", "locale: 'pl'", 'lang: "polski"', "lang: pl  # Polish"]
)
def test_front_matter_names_a_language_in_many_ways(tmp_path: Path, line: str) -> None:
    write(tmp_path, "a.md", text=f"---\n{line}\n---\n# Kot\n\nŚpi.\n")
    assert list(read_corpus([tmp_path]).counts()) == ["pl"]


@pytest.mark.parametrize("key", ["slug", "translationKey", "id"])
def test_front_matter_names_the_article_before_the_path(tmp_path: Path, key: str) -> None:
    for name in ("it/gatto.md", "pl/kot.md"):
        write(tmp_path, name, text=f"---\n{key}: cat\n---\n# T\n")
    assert layout(read_corpus([tmp_path])) == {"cat": {"it": "it/gatto.md", "pl": "pl/kot.md"}}


def test_a_translated_slug_does_not_part_versions(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md", text="---\nslug: gatto\n---\n# T\n")
    write(tmp_path, "pl/a.md", text="---\nslug: kot\n---\n# T\n")
    assert layout(read_corpus([tmp_path])) == {"a": {"it": "it/a.md", "pl": "pl/a.md"}}


def test_the_text_wins_over_the_folder_with_one_warning(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, f"Texts/Dutch/{name}.md", text=f"# T\n\n{DANISH * 3}")
        write(tmp_path, f"Texts/Polish/{name}.md", text=f"# T\n\n{POLISH * 3}")
    corpus = read_corpus([tmp_path])
    assert corpus.counts() == {"da": 3, "pl": 3}
    (problem,) = corpus.problems
    assert problem.severity == "warning"
    assert str(problem.location) == "Texts/Dutch"
    assert "Danish" in problem.message


def test_a_stray_text_does_not_rename_its_folder(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, f"it/{name}.md", text=f"# T\n\n{ITALIAN * 3}")
    write(tmp_path, "it/d.md", text=f"# T\n\n{POLISH * 3}")
    assert read_corpus([tmp_path]).counts() == {"it": 4}


def test_the_encoding_of_a_text_does_not_change_its_language(tmp_path: Path) -> None:
    (write(tmp_path, "it/a.md") / "it/a.md").write_text(f"# T\n\n{ITALIAN * 5}", "utf-16")
    corpus = read_corpus([tmp_path])
    assert (corpus.counts(), corpus.problems) == ({"it": 1}, ())


def test_front_matter_is_found_in_any_encoding(tmp_path: Path) -> None:
    (write(tmp_path, "it/a.md") / "it/a.md").write_text("---\nlang: pl\n---\n# Kot\n", "utf-16")
    assert read_corpus([tmp_path]).counts() == {"pl": 1}


def test_two_versions_in_one_language_cost_this_version_alone_and_are_both_named(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md", "it/a.txt", "pl/a.md", "it/b.md")
    corpus = read_corpus([tmp_path])
    assert layout(corpus) == {"a": {"pl": "pl/a.md"}, "b": {"it": "it/b.md"}}
    (problem,) = corpus.problems
    assert problem.severity == "warning"
    assert "it/a.md" in str(problem)
    assert "it/a.txt" in str(problem)


def test_versions_that_clash_across_corpora_are_told_apart(tmp_path: Path) -> None:
    (problem,) = read_corpus([write(tmp_path / "alfa", "it/a.md"), write(tmp_path / "beta", "it/a.md")]).problems
    assert "alfa" in str(problem)
    assert "beta" in str(problem)


def test_every_clash_is_told(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md", "it/a.txt", "it/b.md", "it/b.txt")
    assert len(read_corpus([tmp_path]).problems) == 2


def test_several_corpora_are_one(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one", "it/a.md"), write(tmp_path / "two", "pl/a.md")
    assert layout(read_corpus([one, two])) == {"a": {"it": "it/a.md", "pl": "pl/a.md"}}


def test_files_of_several_corpora_are_named_with_their_folders(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one", "it/a.md", "it/b.md", "it/b.txt"), write(tmp_path / "two", "pl/a.md")
    write(two, "it/LICENSE.md")
    (two / "it/pipe.md").symlink_to(one / "it/a.md")
    corpus = read_corpus([one, two])
    told = {str(problem.location) for problem in corpus.problems}
    assert told == {str(one / "it/b.md"), str(two / "it/LICENSE.md"), str(two / "it/pipe.md")}
    assert corpus.versions["a"]["pl"].location(3) == Location(str(two / "pl/a.md"), 3)


def test_corpora_that_are_named_for_a_language(tmp_path: Path) -> None:
    one, two = write(tmp_path / "Italian", "casa/a.md"), write(tmp_path / "pl", "casa/a.md")
    assert layout(read_corpus([one, two])) == {"casa/a": {"it": "casa/a.md", "pl": "casa/a.md"}}


@pytest.mark.parametrize(
    "name", ["README.md", "it/LICENSE.md", "CHANGELOG.md", "pl/CONTRIBUTING.txt", ".hidden.md", ".git/a.md"]
)
def test_files_about_a_repository_and_hidden_ones_are_no_articles(tmp_path: Path, name: str) -> None:
    assert list(layout(read_corpus([write(tmp_path, "it/a.md", "pl/a.md", name)]))) == ["a"]


@pytest.mark.parametrize("name", ["security-deposit.md", "license-fee.md", "notice-period.md", "authors_fee.md"])
def test_an_article_whose_name_begins_like_such_a_file_is_one(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"it/{name}", f"pl/{name}")
    assert len(read_corpus([tmp_path]).versions) == 1


def test_such_a_file_with_front_matter_is_an_article(tmp_path: Path) -> None:
    write(tmp_path, "it/notice.md", "pl/notice.md", text="---\ntitle: T\n---\nx\n")
    assert list(layout(read_corpus([tmp_path]))) == ["notice"]


def test_files_that_are_not_markdown_are_ignored(tmp_path: Path) -> None:
    assert list(layout(read_corpus([write(tmp_path, "it/a.md", "it/b.html", "it/c.png")]))) == ["a"]


def test_links_that_lead_out_of_the_corpus_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", "secret.md")
    corpus = write(tmp_path / "corpus", "it/a.md")
    (corpus / "it/b.md").symlink_to(outside / "secret.md")
    (corpus / "pl").symlink_to(outside, target_is_directory=True)
    assert layout(read_corpus([corpus])) == {"a": {"it": "it/a.md"}}


def test_a_link_inside_the_corpus_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md", "store/x.md")
    (tmp_path / "it/b.md").symlink_to(tmp_path / "it/a.md")
    assert "b" in layout(read_corpus([tmp_path / "it"]))


def test_a_link_to_itself_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md")
    (tmp_path / "it/b.md").symlink_to("b.md")
    assert "a" in layout(read_corpus([tmp_path]))


def test_a_link_to_nothing_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md")
    (tmp_path / "it/b.md").symlink_to("gone.md")
    assert "a" in layout(read_corpus([tmp_path]))


@pytest.mark.skipif(os.name == "nt", reason="needs a file name that is not text")
def test_a_file_name_that_is_not_utf8_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/it/gatto\xff.md")).write_text("# T\n\nx\n")
    assert "a" in layout(read_corpus([tmp_path]))


def test_a_control_character_in_a_language_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "it/a.md")
    write(tmp_path, "it/b.md", text="---\nlang: \x00\x00\x00\n---\n# T\n\nx\n")
    assert "a" in layout(read_corpus([tmp_path]))


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="does not exist") as caught:
        read_corpus([tmp_path / "gone"])
    assert caught.value.usage


def test_a_file_in_place_of_a_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="is a file") as caught:
        read_corpus([write(tmp_path, "a.md") / "a.md"])
    assert caught.value.usage


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="no documents"):
        read_corpus([tmp_path])


def test_a_text_that_tells_no_language_is_left_out(tmp_path: Path) -> None:
    corpus = read_corpus([write(tmp_path, "a.md", text="# 12\n\n34\n")])
    assert dict(corpus.versions) == {}
    assert "lang:" in corpus.problems[0].message


def test_flat_files_are_read_by_their_text(tmp_path: Path) -> None:
    for name, text in (("a", TURKISH), ("b", ENGLISH)):
        write(tmp_path, f"{name}.md", text=f"# T\n\n{text * 2}")
    assert read_corpus([tmp_path]).counts() == {"en": 1, "tr": 1}


def test_articles_are_counted_by_language(tmp_path: Path) -> None:
    assert read_corpus([write(tmp_path, "it/a.md", "it/b.md", "pl/a.md")]).counts() == {"it": 2, "pl": 1}


def test_a_variety_serves_one_who_asks_for_the_language(tmp_path: Path) -> None:
    assert read_corpus([write(tmp_path, "pt-BR/a.md", "it/a.md")]).resolve("pt", "--to") == "pt-BR"


def test_a_language_the_corpus_lacks_is_told_with_those_it_has(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match=r"it \(Italian\): 1"):
        read_corpus([write(tmp_path, "it/a.md")]).resolve("tr", "--to")


def test_a_language_that_is_one_letter_away_from_one_that_is_there_is_met_with_it(tmp_path: Path) -> None:
    said = r"--to sw: the corpus has no article in Swahili; did you mean sv \(Swedish\)\? it has sv \(Swedish\): 1"
    with pytest.raises(FlashgenError, match=said):
        read_corpus([write(tmp_path, "sv/a.md")]).resolve("sw", "--to")


def test_two_varieties_are_a_doubt(tmp_path: Path) -> None:
    with pytest.raises(FlashgenError, match="pt-BR and pt-PT"):
        read_corpus([write(tmp_path, "pt-BR/a.md", "pt-PT/a.md")]).resolve("pt", "--to")


def test_pages_of_the_site_are_no_articles_and_are_listed_when_asked_for(tmp_path: Path) -> None:
    corpus = read_corpus((write(tmp_path, "it/_index.md", "it/_TEMPLATE.md", "it/gatto.md", "pl/gatto.md"),))
    assert set(corpus.versions) == {"gatto"}
    assert [str(problem.location) for problem in corpus.problems] == ["it/_TEMPLATE.md", "it/_index.md"]
    assert {problem.severity for problem in corpus.problems} == {"omission"}


def test_an_index_in_a_folder_of_its_own_is_the_article_of_that_folder(tmp_path: Path) -> None:
    assert set(read_corpus((write(tmp_path, "it/gatto/_index.md", "pl/gatto/_index.md"),)).versions) == {"gatto"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_names_the_article_however_lines_end(tmp_path: Path, end: str) -> None:
    for name, language, text in (("pl/kot.md", "pl", POLISH), ("it/gatto.md", "it", ITALIAN)):
        body = f"---\nlang: {language}\ntranslationKey: cat\n---\n# T\n\n{text}\n"
        write(tmp_path, name)
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + body.replace("\n", end).encode())
    assert layout(read_corpus([tmp_path])) == {"cat": {"pl": "pl/kot.md", "it": "it/gatto.md"}}
