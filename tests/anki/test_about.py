"""What a deck says of itself reaches learners in Anki, and nothing in it can do harm there."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.anki.about import about_html, about_lines
from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from tests.support.anki_collection import open_collection

ABOUT = {"description": "Tools & <b>trades</b>.", "licence": "CC BY 4.0 https://example.org/by/4.0/.", "version": "2"}
DAY = 1_790_000_000


def test_a_deck_of_which_nothing_is_said_says_nothing() -> None:
    assert about_lines({}, DAY) == ()
    assert about_lines({"licence": ""}, DAY) == ()


def test_the_version_stands_last_with_the_day_of_the_latest_change() -> None:
    assert about_lines(ABOUT, DAY)[-1] == "2 · 2026-09-21"
    assert about_lines({"licence": "CC0"}, DAY) == ("CC0", "2026-09-21")


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("<img src=x>", "&lt;img src=x&gt;"),
        (
            "see https://example.org/a?b&c.",
            'see <a href="https://example.org/a?b&amp;c">https://example.org/a?b&amp;c</a>.',
        ),
        ("javascript:alert(1) http://example.org", "javascript:alert(1) http://example.org"),
        ('https://example.org/"onclick', '<a href="https://example.org/">https://example.org/</a>&quot;onclick'),
    ],
)
def test_it_is_text_with_links(line: str, html: str) -> None:
    assert about_html((line,)) == html


def publish(folder: Path, release: str, moment: int, text: str = "") -> Path:
    """A small deck that says something of itself."""
    texts = {"en": "Oven\ndescription: An oven bakes bread", "it": f"Forno\ndescription: Un forno cuoce il pane{text}"}
    for language, title in texts.items():
        (folder / "corpus" / language).mkdir(parents=True, exist_ok=True)
        document = f"---\ntitle: {title}.\n---\n# About\n\nA text.\n"
        (folder / "corpus" / language / "oven.md").write_text(document, encoding="utf-8")
    (folder / "flashgen.yaml").write_text(
        "deck: 'Tools::{native}::Deep'\nabout: {description: 'Tools & trades.', licence: CC0, version: none}\n"
    )
    request = Request("en", "it", (folder / "corpus",), jobs=1)
    destination = Destination(folder / "deck.apkg", release=release)
    build(request, load_config(folder / "flashgen.yaml"), destination, Surroundings(Clock(fixed=moment)))
    return folder / "deck.apkg"


def test_learners_read_it_over_every_deck_and_read_the_next_release_too(tmp_path: Path) -> None:
    with open_collection() as collection:
        collection.import_package(publish(tmp_path, "1.0", DAY))
        said = collection.deck_descriptions()
        assert said.pop("Default") == ""
        assert said.keys() == {"Tools", "Tools::en", "Tools::en::Deep"}
        assert set(said.values()) == {"Tools &amp; trades.<br>CC0<br>1.0 · 2026-09-21"}
        collection.import_package(publish(tmp_path, "1.1", DAY + 86_400, " e la pizza"))
        assert collection.deck_descriptions()["Tools::en::Deep"].endswith("1.1 · 2026-09-22")


def test_the_same_release_gives_the_same_bytes(tmp_path: Path) -> None:
    first = publish(tmp_path, "1.0", DAY).read_bytes()
    assert publish(tmp_path, "1.0", DAY + 999).read_bytes() == first
    assert read_edition(tmp_path / "deck.apkg").about == ("Tools & trades.", "CC0", "1.0 · 2026-09-21")
