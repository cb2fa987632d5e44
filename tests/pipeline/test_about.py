"""What a deck says of itself: from the configuration, the command line and the front matter of its articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.anki.package_reader import read_edition
from flashgen.pipeline.about import About
from flashgen.records.documents import Document
from flashgen.records.pairs import Bitext, Side
from tests.support.anki_collection import open_collection
from tests.support.publishing import publish

DAY = 1_790_000_000
SAID = "Texts by {front.author}"


def bitext(native: dict[str, str], target: dict[str, str]) -> Bitext:
    """An article with this front matter."""
    ours, theirs = (
        Side(Document(f"{tag}/bee.md", f"{tag}/bee.md", "bee", tag), "bee", True, (), front=front)
        for tag, front in (("en", native), ("it", target))
    )
    return Bitext("bee", (), ours, theirs, ())


def attribution(*authors: str, text: str = SAID) -> str:
    """What is said of articles by these, both versions alike."""
    about = About({"attribution": text}, "")
    for author in authors:
        about.add(bitext({"author": author}, {"author": author}))
    return about.said().get("attribution", "")


def test_whoever_wrote_most_is_named_first_and_everyone_once() -> None:
    assert attribution("Ada", "Eva", "Bo", "Eva") == "Texts by Eva, Ada, Bo"


def test_both_versions_are_asked() -> None:
    about = About({"attribution": SAID}, "")
    about.add(bitext({"author": "Ada"}, {"author": "Eva"}))
    assert about.said() == {"attribution": "Texts by Ada, Eva"}


def test_a_text_that_nothing_fills_is_left_out() -> None:
    assert attribution() == attribution("") == ""


def test_a_list_has_an_end() -> None:
    assert attribution(*(f"author {number:02}" for number in range(30))).endswith("author 18, author 19, …")


@pytest.mark.parametrize("author", ["Ada\nLovelace", "Ada \x00Lovelace", "Ada \u202eLovelace"])
def test_a_value_is_one_line_of_plain_text(author: str) -> None:
    assert attribution(author) == "Texts by Ada Lovelace"


def test_a_key_counts_in_any_case_and_other_braces_are_text() -> None:
    assert attribution("Ada", text="{front.Author} {sic") == "Ada {sic"


def test_a_release_is_the_version() -> None:
    assert About({"version": "1", "licence": "CC0"}, "2").said() == {"version": "2", "licence": "CC0"}
    assert About({"version": "1", "licence": ""}, "").said() == {"version": "1"}


def test_anki_shows_over_the_deck_whom_its_articles_name(tmp_path: Path) -> None:
    text = "---\ntitle: {0}\ndescription: {0} {1}\nauthor: Ada & <b>Eva</b>\n---\nText.\n"
    files = {
        "corpus/en/oven.md": text.format("Oven", "is a closed chamber in which bread is baked."),
        "corpus/it/oven.md": text.format("Forno", "è una camera chiusa in cui si cuoce il pane."),
        "config/flashgen.yaml": f"about: {{attribution: '{SAID}'}}\n",
    }
    publish(files, tmp_path, DAY)
    assert read_edition(tmp_path / "deck.apkg").about[0] == "Texts by Ada & <b>Eva</b>"
    with open_collection() as collection:
        collection.import_package(tmp_path / "deck.apkg")
        assert any("Texts by Ada &amp; &lt;b&gt;Eva" in one for one in collection.deck_descriptions().values())
