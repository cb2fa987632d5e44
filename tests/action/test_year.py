"""A publisher's year: thirteen releases, one learner who takes each and one who skips six, with a real Anki."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.anki.package_reader import Edition, read_edition
from flashgen.reports.diff import compare
from flashgen.reports.diff_text import difference_data
from tests.action.corpus import first_articles, oven
from tests.action.publisher import Article, Publisher
from tests.support.anki_collection import AnkiCollection, open_collection
from tests.support.warm_flashgen import warm_flashgen

Articles = dict[str, Article]


def reword_item(articles: Articles) -> None:
    articles["lantern"].items[0] = ("a case of clear glass and brass", "un involucro di vetro trasparente e ottone")


def insert_item(articles: Articles) -> None:
    articles["lantern"].items.insert(0, ("a tank that holds the oil", "un serbatoio che contiene l'olio"))


def remove_item(articles: Articles) -> None:
    del articles["kettle"].items[1]


def reorder_items(articles: Articles) -> None:
    articles["lantern"].items.reverse()


def reword_definition(articles: Articles) -> None:
    articles["kettle"].definition = (
        "A kettle is a metal vessel in which water is boiled for tea.",
        "Un bollitore è un recipiente di metallo in cui si fa bollire l'acqua per il tè.",
    )


def add_article(articles: Articles) -> None:
    articles["oven"] = oven()


def mend_one_language(articles: Articles) -> None:
    english, italian = articles["oven"].items[0]
    articles["oven"].items[0] = (english, italian.replace("spesso", "molto spesso"))


def add_items(articles: Articles) -> None:
    articles["kettle"].items.append(("a base that stands firm", "una base che sta ferma"))
    articles["oven"].items.append(("a lamp that shows the bread", "una lampada che mostra il pane"))


def change_topic(articles: Articles) -> None:
    articles["oven"].topic = "Tools"


def remove_article(articles: Articles) -> None:
    del articles["oven"]


def bring_article_back(articles: Articles) -> None:
    articles["oven"] = oven()
    mend_one_language(articles)


def rename_article(articles: Articles) -> None:
    articles["storm-lantern"] = articles.pop("lantern")


EDITS: tuple[Callable[[Articles], None], ...] = (
    reword_item, insert_item, remove_item, reorder_items, reword_definition, add_article,
    mend_one_language, add_items, change_topic, remove_article, bring_article_back, rename_article,
)  # fmt: skip
SKIPPED = (2, 3, 5, 8, 9, 11)
"""Releases that the second learner does not take, counted from 0."""


def texts(edition: Edition) -> dict[str, tuple[str, str, str]]:
    """The kind and both answers of each note, by guid."""
    found = {}
    for note in edition.notes.values():
        value = edition.layout.text_reader(note.kind, note.field_values)
        found[note.guid] = (note.kind, value("native.answer"), value("target.answer"))
    return found


def true_pairs(articles: Articles) -> set[tuple[str, str]]:
    return {pair for one in articles.values() for pair in (*one.items, one.definition)}


def shown(old: Path, new: Path) -> dict[str, set[str]]:
    """The guids of the notes in the difference that people are shown."""
    before = read_edition(old)
    after = read_edition(new)
    found = difference_data(compare(before, after), *after.pair)
    return {key: {note["guid"] for note in found[key]} for key in ("new", "changed", "gone", "passed_over")}


class Learner:
    """Studies every release that is taken, and keeps account of what was learnt."""

    def __init__(self, collection: AnkiCollection) -> None:
        self.collection = collection
        self.last: Path | None = None

    def take(self, package: Path) -> dict[str, set[str]]:
        """Import a release: what it does is what was shown, and no history is lost. Returns what was shown."""
        before, log = self.collection.histories(), self.collection.review_log()
        known = self.collection.contents()
        outcome = self.collection.import_package(package)
        told = shown(self.last, package) if self.last else {}
        if told:
            came_back = told["new"] & known.keys()
            assert set(outcome["new"]) == told["new"] - known.keys()
            assert set(outcome["updated"]) - came_back == told["changed"]
            assert came_back <= {*outcome["updated"], *outcome["duplicate"]}
            assert not told["passed_over"]
        after = self.collection.histories()
        assert {number: after[number] for number in before} == before
        assert self.collection.review_log() == log
        assert not outcome["conflicting"]
        self.collection.study()
        self.last = package
        return told

    def check(self, edition: Edition) -> None:
        """The collection says what the release says, once, and nothing has to be mended."""
        contents = self.collection.contents()
        for guid, note in edition.notes.items():
            assert tuple(contents[guid][0]) == note.field_values
        said = [text for text in texts(edition).values() if text[1]]
        assert len(said) == len(set(said))
        assert self.collection.empty_cards() == []
        text, is_clean = self.collection.check_database()
        assert is_clean, text


@pytest.mark.slow
def test_a_year_loses_no_history_and_shows_no_wrong_pair(tmp_path: Path) -> None:
    known: dict[tuple[str, str, str], str] = {}
    with (
        tempfile.TemporaryDirectory() as short,
        warm_flashgen(Path(short)) as command,
        open_collection() as first,
        open_collection() as second,
    ):
        publisher = Publisher(tmp_path, first_articles(), exports="", flashgen=command)
        learners = (Learner(first), Learner(second))
        for number, edit in enumerate((None, *EDITS)):
            if edit:
                edit(publisher.articles)
            reviewed = publisher.edit(edit.__name__ if edit else "first articles")
            package = publisher.release()
            assert not edit or reviewed == publisher.difference
            edition = read_edition(package)
            said = texts(edition)
            wanted = true_pairs(publisher.articles)
            assert {(native, target) for _, native, target in said.values() if native} == wanted
            for guid, text in said.items():
                # whoever says the same is the same note, however often it was moved, removed or brought back
                assert not text[1] or known.setdefault(text, guid) == guid
            told = learners[0].take(package)
            assert not edit or f"\n\n    {len(told['new'])} new, {len(told['changed'])} changed" in reviewed
            if number not in SKIPPED:
                learners[1].take(package)
        for learner in learners:
            learner.check(edition)
    assert publisher.released == len(EDITS) + 1
