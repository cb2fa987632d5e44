"""Editions of invented corpora, built one over the other, and which of their facts are served by which guids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flashgen.anki.field_text import plain_text
from flashgen.anki.package_reader import Edition
from flashgen.config.load import Config, load_config
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from tests.support.editing import Corpus, Fact


def publish(
    files: Mapping[str, str], folder: Path, moment: int, config: Config | None = None, *, retire: bool = False
) -> Report:
    """Write the files into a folder, and build their `corpus` over `deck.apkg` there, as of a moment.

    Without a configuration that has been read, the one among the files is.
    """
    for path in folder.glob("corpus/**/*.md"):
        if str(path.relative_to(folder)) not in files:
            path.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    request = Request("en", "it", (folder / "corpus",), jobs=1)
    destination = Destination(folder / "deck.apkg", retire=retire)
    surroundings = Surroundings(Clock(fixed=moment))
    return build(request, config or load_config(folder / "config"), destination, surroundings)


@dataclass(frozen=True)
class Survival:
    """What became of the history of a fact that is still there."""

    edit: str
    was_kept: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    guid: str


class Ledger:
    """Which fact was published under which guid."""

    def __init__(self) -> None:
        self._published: set[str] = set()
        self.usurped: list[tuple[str, Fact]] = []
        """Guids that came to serve another fact, and that fact."""
        self.withheld = 0
        """Facts that had no note, counted in each edition: their two languages differ too much."""

    def enter(self, corpus: Corpus, edition: Edition) -> list[Survival]:
        """Take down an edition: for each fact that was published before, whether its guid still is its own."""
        guids = _guids(edition)
        facts = {fact: guids.get((article.name, fact.kind, fact.texts[1]), "") for article, fact in corpus.facts()}
        served = {fact: guid for fact, guid in facts.items() if guid}
        survivors: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for fact, guid in served.items():
            if guid in self._published and guid not in fact.bore:
                self.usurped.append((guid, fact))
            if fact.known_as:
                survivors[fact.known_as].append(fact)
        found = []
        for known_as, made in survivors.items():
            fact = next((fact for fact in made if served[fact] in known_as), made[0])
            edit = "was withheld" if fact.is_withheld else fact.edit or "none"
            found.append(Survival(edit, served[fact] in known_as, fact.once, fact.texts, served[fact]))
        taken = frozenset(served.values())
        for fact in (*facts, *(fact for _, _, fact in corpus.deleted)):
            own = frozenset((served[fact],)) if fact in served else fact.known_as - taken
            fact.known_as, fact.bore, fact.edit = own, (fact.bore - taken) | own, ""
            fact.once = fact.texts if fact in served else fact.once
            fact.is_withheld = fact in facts and fact not in served
        self._published |= taken
        self.withheld += len(facts) - len(served)
        return found


def _guids(edition: Edition) -> dict[tuple[str, str, str], str]:
    """By article, kind and Italian text."""
    found = {}
    for note in edition.notes.values():
        value = edition.layout.reader(note.kind, note.field_values)
        found[value("article"), note.kind, plain_text(value("target.answer"))] = note.guid
    return found
