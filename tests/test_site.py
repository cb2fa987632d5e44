"""The documentation as a site: every page and the live previews are in it, and a broken link stops it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.plain_deck import HONEY, SLEEP, write_deck
from tests.test_docs import PAGES, ROOT


def build(source: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site))
    environment = {**os.environ, "SITE_SOURCE": str(source)}
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """What the site is made of, with one small deck."""
    deck = write_deck(tmp_path / "bees.apkg", HONEY, SLEEP)
    folder = tmp_path / "source"
    command = (sys.executable, str(ROOT / "docs" / "site_source.py"), str(folder), str(deck))
    subprocess.run(command, check=True)
    return folder


def test_every_page_and_the_live_previews_are_in_the_site(source: Path, tmp_path: Path) -> None:
    done = build(source, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    pages = {f"{name.removesuffix('.md')}.html" for name in PAGES} - {"README.html"} | {"index.html"}
    assert {name for name in pages if not (tmp_path / "site" / name).is_file()} == set()
    assert {path.name for path in (tmp_path / "site" / "decks").iterdir()} == {"index.html", "bees.html", "bees.apkg"}
    assert 'href="decks/index.html"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", ["docs/nowhere.md", "docs/anki.md#nowhere"])
def test_a_link_that_leads_nowhere_stops_it(link: str, source: Path, tmp_path: Path) -> None:
    with (source / "README.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[nowhere]({link})\n")
    done = build(source, tmp_path / "site")
    assert done.returncode != 0
    assert "nowhere" in done.stderr
