"""A build is known to change nothing where one like it was done, as long as all that it depends on is the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki import package_writer
from flashgen.anki.package_writer import Package, make_package
from flashgen.cache.store import Store
from flashgen.config.load import Config, load_config
from flashgen.errors import warning
from flashgen.pipeline import build as building
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from flashgen.pipeline.sources import read_sources
from flashgen.record import replace

NOW = 1_750_000_000
TEXTS = {
    "en/bee.md": "# Bee\n\n## Uses\n\n- Bees carry pollen from flower to flower.\n- Wax serves for candles.\n",
    "it/bee.md": "# Ape\n\n## Usi\n\n- Le api portano il polline di fiore in fiore.\n- La cera serve per candele.\n",
    "fr/bee.md": "# Abeille\n\n## Usages\n\n- Les abeilles portent le pollen.\n- La cire sert aux bougies.\n",
    "de/ant.md": "# Ameise\n\nDie Ameise ist ein Insekt.\n",
}


@dataclass
class Workshop:
    """A corpus, its configuration, a package and a store."""

    folder: Path
    request: Request
    destination: Destination
    config: Config

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self) -> Report:
        """As a process of its own would."""
        store = Store(self.folder / "store")
        sources = read_sources(self.request.folders, self.config, store)
        report = build(self.request, self.config, self.destination, Surroundings(Clock(fixed=NOW)), sources)
        store.close()
        return report

    def is_done(self) -> bool:
        """Whether the next build is done, rather than known."""
        return self.run().editions is not None


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config()


@pytest.fixture
def workshop(tmp_path: Path, config: Config) -> Workshop:
    """One that has built."""
    request = Request("en", "it", (tmp_path / "corpus",), jobs=1)
    shop = Workshop(tmp_path, request, Destination(tmp_path / "deck.apkg"), config)
    for name, text in TEXTS.items():
        shop.write(f"corpus/{name}", text)
    assert shop.is_done()
    return shop


def test_what_is_known_is_told_as_the_build_told_it(workshop: Workshop) -> None:
    workshop.config = replace(workshop.config, problems=(warning("nothing reads this file"),))
    with_store = workshop.run()
    (workshop.folder / "store").rename(workshop.folder / "old store")
    done, known = workshop.run(), workshop.run()
    assert with_store.editions and done.editions
    assert not known.editions
    assert known == replace(done, editions=None)
    assert known.tally.problems
    assert known.tally.changes == {"unchanged": 2}


def test_what_is_known_is_not_done(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "read_edition", None)
    monkeypatch.setattr(building, "run_jobs", None)
    assert not workshop.is_done()


def test_the_number_of_workers_makes_no_difference(workshop: Workshop) -> None:
    workshop.request = replace(workshop.request, jobs=2)
    assert not workshop.is_done()


def edit(shop: Workshop) -> None:
    shop.write("corpus/it/bee.md", TEXTS["it/bee.md"].replace("candele", "lucido"))


def edit_pivot(shop: Workshop) -> None:
    shop.write("corpus/fr/bee.md", TEXTS["fr/bee.md"].replace("bougies", "chandelles"))


def add_article(shop: Workshop) -> None:
    shop.write("corpus/it/ant.md", "# Formica\n\nLa formica è un insetto.\n")


def configure(shop: Workshop) -> None:
    settings = shop.config.settings.model_copy(update={"confidence": 0.5})
    shop.config = replace(shop.config, settings=settings)


def decide(shop: Workshop) -> None:
    shop.write(
        "corpus/pairs.yaml",
        "pairs:\n- {article: bee, same: true, texts: {en: Wax serves for candles., it: La cera serve per candele.}}\n",
    )


def ask_for_a_kind(shop: Workshop) -> None:
    shop.request = replace(shop.request, kinds=("purpose",))


def retire(shop: Workshop) -> None:
    shop.destination = replace(shop.destination, retire=True)


def try_it(shop: Workshop) -> None:
    shop.destination = replace(shop.destination, write=False)


def begin_afresh(shop: Workshop) -> None:
    shop.destination = replace(shop.destination, fresh=True)


def continue_another(shop: Workshop) -> None:
    (shop.folder / "old.apkg").write_bytes(shop.destination.output.read_bytes())
    shop.destination = replace(shop.destination, previous=shop.folder / "old.apkg")


def remove_the_package(shop: Workshop) -> None:
    shop.destination.output.unlink()


@pytest.mark.parametrize(
    "change",
    [
        edit, edit_pivot, add_article, configure, decide, ask_for_a_kind, retire, try_it, begin_afresh,
        continue_another, remove_the_package,
    ],
)  # fmt: skip
def test_whatever_may_change_something_has_a_build_done(workshop: Workshop, change: Callable[[Workshop], None]) -> None:
    workshop.run()
    change(workshop)
    assert workshop.is_done()


def test_another_package_of_the_same_deck_is_continued(workshop: Workshop) -> None:
    unchanged = workshop.destination.output.read_bytes()
    edit(workshop)
    workshop.run()
    edited = workshop.destination.output.read_bytes()
    workshop.write("corpus/it/bee.md", TEXTS["it/bee.md"])
    workshop.destination.output.write_bytes(edited)
    assert workshop.run().tally.changes["changed"] == 1
    assert workshop.destination.output.read_bytes() != unchanged


def test_a_build_whose_documents_change_meanwhile_is_not_known(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(workshop)

    def edit_and_make(*arguments: Any) -> Package:
        workshop.write("corpus/it/bee.md", TEXTS["it/bee.md"])
        return make_package(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(package_writer, "make_package", edit_and_make)
        assert workshop.run().is_written
    edit(workshop)
    assert workshop.is_done()


@pytest.mark.parametrize("damage", ["zeroblob(length(value))", "CAST(value || 'x' AS BLOB)", "'text'", "x''"])
def test_a_damaged_record_has_the_build_done_and_changes_nothing(workshop: Workshop, damage: str) -> None:
    known, package = workshop.run(), workshop.destination.output.read_bytes()
    assert known.editions is None
    with closing(sqlite3.connect(Store(workshop.folder / "store").file)) as entries, entries:
        entries.execute(f"UPDATE entries SET value = {damage}")
    done = workshop.run()
    assert done.editions
    assert replace(done, editions=None) == known
    assert workshop.destination.output.read_bytes() == package


def test_a_deck_with_images_is_always_built(workshop: Workshop) -> None:
    settings = workshop.config.settings.model_copy(update={"media": True})
    workshop.config = replace(workshop.config, settings=settings)
    workshop.run()
    assert workshop.is_done()


def test_a_build_that_tells_what_the_next_one_will_not_is_done_again(workshop: Workshop) -> None:
    settings = workshop.config.settings.model_copy(update={"deck": "Insects"})
    workshop.config = replace(workshop.config, settings=settings)
    assert any("decks were named" in str(problem) for problem in workshop.run().tally.problems)
    told = workshop.run()
    assert told.editions
    assert not told.tally.problems


def test_notes_that_are_published_for_a_last_time_have_the_next_build_done(workshop: Workshop) -> None:
    retire(workshop)
    for name, item in (("en/bee.md", "- Wax serves for candles.\n"), ("it/bee.md", "- La cera serve per candele.\n")):
        workshop.write(f"corpus/{name}", TEXTS[name].replace(item, ""))
    assert workshop.run().tally.changes["retired"] == 1
    assert workshop.is_done()
    assert not workshop.is_done()


def test_a_first_edition_that_was_begun_afresh_is_continued(workshop: Workshop) -> None:
    begin_afresh(workshop)
    assert workshop.is_done()
    assert workshop.is_done()
    workshop.destination = replace(workshop.destination, fresh=False)
    assert not workshop.is_done()
