"""`pairs.yaml`: what people say of pairs, read with its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.config.pairs_file import decisions_between, read_pairs, without_article
from flashgen.errors import FlashgenError
from flashgen.records.location import Location
from flashgen.records.pairs import Decision

TIDE = """\
pairs:
  - article: tide
    same: true
    texts: {en: The tide rises., it: La marea sale., pt_br: A maré sobe.}
  - article: tide
    same: false
    texts: {en: The tide falls., it: La luna sorge.}
"""


def read(folder: Path, text: str) -> dict[str, list[Decision]]:
    """What the file says of English and Italian, by article."""
    (folder / "pairs.yaml").write_text(text, encoding="utf-8")
    return {slug: list(decisions_between(pairs, "en", "it")) for slug, pairs in read_pairs([folder]).items()}


def test_a_pair_is_confirmed_or_denied_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "pairs.yaml"
    assert read(tmp_path, TIDE) == {
        "tide": [
            Decision("The tide rises.", "La marea sale.", True, Location(str(path), 2)),
            Decision("The tide falls.", "La luna sorge.", False, Location(str(path), 5)),
        ]
    }


def test_an_entry_speaks_of_every_two_languages_that_it_has(tmp_path: Path) -> None:
    read(tmp_path, TIDE)
    (found,) = decisions_between(read_pairs([tmp_path])["tide"], "pt-BR", "en")
    assert (found.native, found.target) == ("A maré sobe.", "The tide rises.")


def test_each_entry_about_an_article_that_is_not_there_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    read(tmp_path, TIDE.replace("article: tide", "article: tied", 1))
    (told,) = without_article(read_pairs([tmp_path]), ["moon", "tide"])
    assert str(told) == (
        f"{tmp_path / 'pairs.yaml'}:2: there is no article 'tied', so that this entry has no effect; "
        "did you mean 'tide'?"
    )


def test_a_corpus_without_the_file_says_nothing(tmp_path: Path) -> None:
    assert read_pairs([tmp_path]) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- tide\n", "expected `pairs:` and a list, found a list"),
        ("", "expected `pairs:` and a list, found nothing"),
        (TIDE.replace("same: true", "same: maybe"), "pairs.yaml:3"),
        (TIDE.replace("article: tide", "aticle: tide"), "did you mean 'article'?"),
        (TIDE.replace("{en: The tide falls., it: La luna sorge.}", "{en: The tide falls.}"), "at least 2"),
        (TIDE.replace("pt_br", "Portuguese"), "'Portuguese' is no language tag"),
        (TIDE.replace("pairs:", "pairs: ["), "pairs.yaml:"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(FlashgenError) as raised:
        read(tmp_path, text)
    assert said in str(raised.value)


def test_a_link_that_leads_out_of_the_corpus_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: 12345\n", encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "pairs.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(FlashgenError, match="leads out of the corpus") as caught:
        read_pairs((corpus,))
    assert "password" not in str(caught.value)
