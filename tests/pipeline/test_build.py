"""A build as a whole: the times that it stamps, what it waits for, and what it hands to its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from flashgen.pipeline.bitexts import Outcome
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock, clock_of
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report

NOW = 1_750_000_000
BEES = {
    "Bees carry pollen from flower to flower.": "Le api portano il polline di fiore in fiore.",
    "Wax serves for candles and polish.": "La cera serve per candele e lucido.",
    "One queen lays all the eggs.": "Una sola regina depone tutte le uova.",
}
BELOW = {
    "en": "\n## Questions\n\n### Do bees sleep?\n\nYes, bees sleep at night.\n",
    "it": "\n## Domande\n\n### Le api dormono?\n\nSì, le api dormono di notte.\n",
}
MORE_BEES = {**BEES, "Bees carry pollen from flower to flower.": "Le api portano molto polline di fiore in fiore."}


def clock(naps: list[float], now: float = NOW + 0.5, fixed: int = NOW) -> Clock:
    """A clock that stands still, and tells how long each sleep was to last."""
    return Clock(lambda: now, naps.append, fixed)


def built(
    folder: Path, bullets: Mapping[str, str], surroundings: Surroundings, *, settings: str = "", write: bool = True,
    below: Mapping[str, str] | None = None, kinds: tuple[str, ...] = (),
) -> Report:  # fmt: skip
    """Build a corpus whose one article has these bullets (English: Italian) over `deck.apkg`.

    `below` them may stand more, by language.
    """
    for tag, heading, listed in (("en", "Uses", bullets.keys()), ("it", "Usi", bullets.values())):
        path = folder / "corpus" / tag / "bee.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {tag}\n\n## {heading}\n\n" + "".join(f"- {one}\n" for one in listed), encoding="utf-8")
        if below:
            path.write_text(path.read_text(encoding="utf-8") + below[tag], encoding="utf-8")
    (folder / "flashgen.yaml").write_text(settings, encoding="utf-8")
    request = Request("en", "it", (folder / "corpus",), kinds=kinds, jobs=1)
    destination = Destination(folder / "deck.apkg", write=write)
    return build(request, load_config(folder / "flashgen.yaml"), destination, surroundings)


def times(folder: Path) -> dict[str, int]:
    """When each note was modified, by its Italian answer."""
    edition = read_edition(folder / "deck.apkg")
    return {
        edition.layout.reader(note.kind, note.field_values)("target.answer"): note.modified
        for note in edition.notes.values()
    }


def test_source_date_epoch_reaches_every_note(tmp_path: Path) -> None:
    built(tmp_path, BEES, Surroundings(clock_of({"SOURCE_DATE_EPOCH": str(NOW)})))
    assert times(tmp_path) == dict.fromkeys(BEES.values(), NOW)


def test_what_is_past_is_not_waited_for(tmp_path: Path) -> None:
    naps: list[float] = []
    assert built(tmp_path, BEES, Surroundings(clock(naps))).tally.problems == ()
    assert sum(naps) == 0


def test_a_note_that_changes_twice_within_a_second_is_a_second_newer_and_waited_for(tmp_path: Path) -> None:
    naps: list[float] = []
    built(tmp_path, BEES, Surroundings(clock(naps)))
    report = built(tmp_path, MORE_BEES, Surroundings(clock(naps)))
    assert times(tmp_path) == {text: NOW + (text not in BEES.values()) for text in MORE_BEES.values()}
    assert sum(naps) == 0.5
    assert report.tally.problems == ()


def test_an_edition_from_the_future_is_told_and_continued_without_waiting(tmp_path: Path) -> None:
    naps: list[float] = []
    built(tmp_path, BEES, Surroundings(clock(naps, NOW + 5000, NOW + 5000)))
    report = built(tmp_path, MORE_BEES, Surroundings(clock(naps)))
    (problem,) = report.tally.problems
    assert problem.severity == "warning"
    assert problem.message.startswith("the last edition bears a time in the future")
    assert times(tmp_path) == {text: NOW + 5000 + (text not in BEES.values()) for text in MORE_BEES.values()}
    assert sum(naps) == 0


def test_a_build_that_writes_nothing_waits_for_nothing(tmp_path: Path) -> None:
    naps: list[float] = []
    built(tmp_path, BEES, Surroundings(clock(naps)))
    before = (tmp_path / "deck.apkg").read_bytes()
    naps.clear()
    report = built(tmp_path, MORE_BEES, Surroundings(clock(naps)), write=False)
    assert report.tally.changes == {"changed": 1, "unchanged": 2}
    assert ((tmp_path / "deck.apkg").read_bytes(), naps) == (before, [])


def test_an_unchanged_corpus_keeps_every_time(tmp_path: Path) -> None:
    built(tmp_path, BEES, Surroundings(clock([])))
    built(tmp_path, BEES, Surroundings(clock([], NOW + 99.5, NOW + 99)))
    assert times(tmp_path) == dict.fromkeys(BEES.values(), NOW)


def test_note_types_that_are_not_written_do_not_count_in_the_time(tmp_path: Path) -> None:
    """Anki's records of them are in no package, so that a build cannot know their time."""
    built(tmp_path, BEES, Surroundings(clock([])))
    first = (tmp_path / "deck.apkg").read_bytes()
    kinds = {note.kind for note in read_edition(tmp_path / "deck.apkg").notes.values()}
    assert kinds < load_config(None).load_note_types().keys()
    for later in (NOW + 99, NOW + 200):
        built(tmp_path, BEES, Surroundings(clock([], later + 0.5, later)))
        assert (tmp_path / "deck.apkg").read_bytes() == first


def test_one_kind_built_twice_gives_the_same_bytes_whatever_was_touched(tmp_path: Path) -> None:
    everything = built(tmp_path, BEES, Surroundings(clock([])), below=BELOW)
    assert everything.tally.notes == {"purpose": 3, "faq": 1}
    decks = set()
    for later in (NOW + 99, NOW + 200):
        report = built(tmp_path, BEES, Surroundings(clock([], later + 0.5, later)), below=BELOW, kinds=("purpose",))
        assert report.tally.notes == {"purpose": 3}
        decks.add((tmp_path / "deck.apkg").read_bytes())
    assert len(decks) == 1


def test_progress_is_told_of_every_article_and_how_many_there_are(tmp_path: Path) -> None:
    seen: list[str | int] = []

    def progress(outcomes: Iterable[Outcome], count: int) -> Iterable[Outcome]:
        seen.append(count)
        for outcome in outcomes:
            seen.append(outcome.slug)
            yield outcome

    built(tmp_path, BEES, Surroundings(clock([]), progress))
    assert seen == [1, "bee"]


TORN = {**BEES, "Smoke calms a colony.": ", il fumo calma la colonia."}


@pytest.mark.parametrize(
    ("choice", "notes", "tagged", "withheld"),
    [("withhold", 3, 0, {"mid-sentence": 1}), ("tag", 4, 1, {}), ("keep", 4, 0, {})],
)
def test_suspects_become_what_the_configuration_says(
    tmp_path: Path, choice: str, notes: int, tagged: int, withheld: dict[str, int]
) -> None:
    report = built(tmp_path, TORN, Surroundings(clock([])), settings=f"suspects: {choice}\n")
    assert report.editions
    rows = report.editions.next.rows
    tags = [tag for row in rows for tag in row.note.tags if tag.startswith("flashgen::suspect::")]
    assert len(rows) == notes
    assert len(tags) == tagged
    assert report.tally.withheld == withheld


SURE, STRICT = "confidence: 0.5\n", "confidence: 1.0\n"
"""Stricter than any evidence: a stand-in for a corpus that teaches less than it did."""


def test_a_published_pair_of_unchanged_texts_stays_when_the_corpus_teaches_less(tmp_path: Path) -> None:
    built(tmp_path, BEES, Surroundings(clock([])), settings=SURE)
    again = built(tmp_path, BEES, Surroundings(clock([])), settings=STRICT)
    assert again.tally.changes == {"unchanged": 3}
    assert not again.tally.withheld


def test_a_pair_whose_texts_changed_has_to_convince_again(tmp_path: Path) -> None:
    built(tmp_path, BEES, Surroundings(clock([])), settings=SURE)
    again = built(tmp_path, MORE_BEES, Surroundings(clock([])), settings=STRICT)
    assert again.tally.changes == {"unchanged": 2}
    assert again.tally.withheld == {"in doubt": 1}
