"""Files whose paths name no language and whose texts are too short to tell one."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.corpus.documents import read_corpus
from flashgen.errors import FlashgenError
from tests.corpus.test_documents import DANISH, ENGLISH, ITALIAN, layout, write

TINY = {
    "kettle": ("# Kettle\n\nIt boils the water for the tea.\n", "# Bollitore\n\nBolle l'acqua per il tè.\n"),
    "oven": ("# Oven\n\nIt bakes the bread in the morning.\n", "# Forno\n\nCuoce il pane di mattina.\n"),
    "attic": ("# Attic\n\nThe old chairs are kept there.\n", "# Soffitta\n\nCi stanno le vecchie sedie.\n"),
    "cellar": ("# Cellar\n\nThe wine stays cool in this room.\n", "# Cantina\n\nIl vino sta al fresco.\n"),
    "ladder": ("# Ladder\n\nWith it we pick the apples.\n", "# Scala\n\nCon essa si colgono le mele.\n"),
}


def write_tiny(folder: Path, english: str, italian: str) -> Path:
    for name, (original, translation) in TINY.items():
        write(folder, english.format(name), text=original)
        write(folder, italian.format(name), text=translation)
    return folder


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("docs/{}.md", "i18n/it/docusaurus-plugin-content-docs/current/{}.md"),
        ("{}.md", "it/{}.md"),
        ("{}.html.markdown", "it-it/{}-it.html.markdown"),
        ("docs/guide/{}.md", "docs/it/guide/{}.md"),
        ("docs/{}.md", "docs/{}.it.md"),
    ],
)
def test_originals_of_a_few_words_are_told_by_all_of_them_together(tmp_path: Path, english: str, italian: str) -> None:
    corpus = read_corpus([write_tiny(tmp_path, english, italian)])
    assert corpus.problems == ()
    assert corpus.counts() in ({"en": 5, "it": 5}, {"en": 5, "it-IT": 5})


def test_originals_of_a_few_words_in_a_sister_repository_are_told_together(tmp_path: Path) -> None:
    write_tiny(tmp_path, "docs/src/guide/{}.md", "docs-it/src/guide/{}.md")
    corpus = read_corpus([tmp_path / "docs", tmp_path / "docs-it"])
    assert (corpus.counts(), corpus.problems) == ({"en": 5, "it": 5}, ())


def test_each_sister_repository_has_a_language_of_its_own(tmp_path: Path) -> None:
    for name in ("kettle", "oven", "attic"):
        write(tmp_path / "one", f"src/{name}.md", text=ENGLISH * 2)
        write(tmp_path / "two", f"src/{name}.md", text=DANISH * 2)
        write(tmp_path / "docs-it", f"src/{name}.md", text=ITALIAN * 2)
    corpus = read_corpus([tmp_path / name for name in ("one", "two", "docs-it")])
    assert corpus.counts() == {"da": 3, "en": 3, "it": 3}


def test_a_short_file_is_in_the_language_of_those_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "kettle.md", "oven.md", "attic.md", text=ENGLISH * 2)
    write(tmp_path, "cellar.md", text=TINY["cellar"][0])
    assert read_corpus([tmp_path]).counts() == {"en": 4}


def test_a_short_file_among_files_in_several_languages_is_left_out_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "kettle.md", "oven.md", text=ENGLISH * 2)
    write(tmp_path, "bollitore.md", "forno.md", text=ITALIAN * 2)
    write(tmp_path, "cellar.md", text=TINY["cellar"][0])
    apart, problem = read_corpus([tmp_path]).problems
    assert apart.message.startswith("many documents have no version in another language")
    assert str(problem).startswith(
        "cellar.md: its path names no language, and its text is too short to tell one by (32 letters; 100 are needed): "
        "left out; add `lang:` to its front matter, keep files of one language in a folder named for it"
    )


def test_whoever_asks_for_the_language_that_could_not_be_told_is_told_why(tmp_path: Path) -> None:
    write(tmp_path, "docs/kettle.md", text="# Kettle\n\nIt boils.\n")
    write(tmp_path, "docs/it/kettle.md", text=ITALIAN * 2)
    corpus = read_corpus([tmp_path])
    assert layout(corpus) == {"kettle": {"it": "docs/it/kettle.md"}}
    with pytest.raises(FlashgenError) as failure:
        corpus.resolve("en", "--from")
    about, missed = failure.value.problems
    assert str(about).startswith("docs/kettle.md: its path names no language, and its text is too short to tell one by")
    assert missed.message.startswith("--from en: the corpus has no article in English")
