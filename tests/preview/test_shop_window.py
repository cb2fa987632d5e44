"""Several packages in one folder: the index, what it says and leads to, and what is never overwritten."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flashgen.errors import FlashgenError
from flashgen.preview.shop_window import write_shop_window
from tests.preview.test_write import data_in, policy_of
from tests.support.plain_deck import HONEY, SLEEP, write_deck


class Links(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    return [write_deck(tmp_path / "in" / f"{name}.apkg", HONEY, SLEEP) for name in ("bees", "honey & wax")]


def test_every_deck_has_a_page_and_a_download(packages: list[Path], tmp_path: Path) -> None:
    index = write_shop_window(packages, tmp_path / "site")
    assert index == tmp_path / "site" / "index.html"
    assert Links(index).found == ["bees.html", "bees.apkg", "honey%20%26%20wax.html", "honey%20%26%20wax.apkg"]
    for package in packages:
        assert (tmp_path / "site" / package.name).read_bytes() == package.read_bytes()
        assert data_in(tmp_path / "site" / f"{package.stem}.html")["name"] == package.name


def test_a_package_whose_name_is_no_unicode_is_linked_by_its_bytes(packages: list[Path], tmp_path: Path) -> None:
    odd = packages[0].rename(packages[0].with_name("caf\udce9.apkg"))
    index = write_shop_window([odd, packages[1]], tmp_path / "site")
    assert Links(index).found[:2] == ["caf%E9.html", "caf%E9.apkg"]
    assert (tmp_path / "site" / odd.name).read_bytes() == odd.read_bytes()


def test_without_a_folder_the_pages_stand_beside_the_packages(packages: list[Path]) -> None:
    assert write_shop_window(packages) == packages[0].parent / "index.html"
    names = {path.name for path in packages[0].parent.iterdir()}
    assert names == {"bees.apkg", "bees.html", "honey & wax.apkg", "honey & wax.html", "index.html"}


def test_the_index_counts_decks_notes_and_cards_and_names_languages(packages: list[Path]) -> None:
    page = write_shop_window(packages).read_text(encoding="utf-8")
    assert page.count("Notes: 2</p>") == 2
    assert 'English <span class="arrow">→</span> Italian' in page
    assert '<bdi lang="it" dir="ltr">italiano</bdi>' in page


def test_the_index_speaks_to_those_who_learn_with_each_deck(tmp_path: Path) -> None:
    one = write_deck(tmp_path / "he-it.apkg", HONEY, languages=("he", "it"))
    two = write_deck(tmp_path / "de-it.apkg", HONEY, languages=("de", "it"))
    three = write_deck(tmp_path / "eo-it.apkg", HONEY, languages=("eo", "it"))
    page = write_shop_window([one, two]).read_text(encoding="utf-8")
    assert '<html lang="mul"' in page
    assert '<p lang="de" dir="ltr">Laden Sie einen Stapel herunter und öffnen Sie die Datei mit Anki.</p>' in page
    assert '<p lang="he" dir="rtl">הורידו חפיסה ופתחו את הקובץ ב־Anki.</p>' in page
    assert '<h2>Deutsch <span class="arrow">→</span> Italienisch</h2>' in page
    assert "Karten: 2 · Notizen: 1" in page
    assert "Import" not in page
    assert "Cards" not in page
    assert '<html lang="de" dir="ltr">' in write_shop_window([two]).read_text(encoding="utf-8")
    assert "Download a deck and open the file with Anki." in write_shop_window([three]).read_text(encoding="utf-8")


def test_the_index_runs_nothing_and_loads_nothing(packages: list[Path]) -> None:
    page = write_shop_window(packages).read_text(encoding="utf-8")
    rules = policy_of(page)
    assert rules["default-src"] == ["'none'"]
    assert rules.keys() == {"default-src", "style-src", "base-uri", "form-action"}
    assert not re.search("<script|<iframe|<img", page)


def test_the_same_packages_give_the_same_bytes_and_earlier_pages_are_replaced(packages: list[Path]) -> None:
    before = write_shop_window(packages).read_bytes()
    assert write_shop_window(packages).read_bytes() == before


def test_two_packages_of_one_name_are_refused_before_anything_is_written(packages: list[Path], tmp_path: Path) -> None:
    other = write_deck(tmp_path / "other" / "bees.apkg", HONEY)
    with pytest.raises(FlashgenError, match=r"another page is called bees\.html, too; nothing was written"):
        write_shop_window([*packages, other], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_package_that_would_be_the_index_is_refused(packages: list[Path], tmp_path: Path) -> None:
    other = write_deck(tmp_path / "other" / "index.apkg", HONEY)
    with pytest.raises(FlashgenError, match=r"another page is called index\.html"):
        write_shop_window([*packages, other], tmp_path / "site")


@pytest.mark.parametrize("name", ["index.html", "bees.html", "bees.apkg"])
def test_what_somebody_else_wrote_is_left_as_it_is(name: str, packages: list[Path], tmp_path: Path) -> None:
    mine = tmp_path / "site" / name
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(FlashgenError):
        write_shop_window(packages, tmp_path / "site")
    assert mine.read_text() == "mine"


def test_a_file_is_no_folder_for_pages(packages: list[Path], tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(FlashgenError, match="is a file; name a folder"):
        write_shop_window(packages, tmp_path / "site")
