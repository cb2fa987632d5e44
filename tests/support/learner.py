"""A learner who imports one edition after the other in a real Anki, and what must be true after each import."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flashgen.anki.package_reader import read_edition
from tests.support.anki_collection import AnkiCollection
from tests.support.lantern import BOATS, CARRIAGE, Edit, Files
from tests.support.publishing import publish

Outcome = dict[str, frozenset[str]]
"""Guids, by what became of their notes at an import."""
BEGUN, STUDIED, DAY = 1_700_000_000, 1_700_040_000, 86_400
OWN = {
    "scare foxes away": ("TargetContext", "la volpe!"),
    CARRIAGE[0]: ("NativeAnswer", "Coaches had lanterns."),
    "a lid against leaves and mice": ("NativeContext", "Ask grandmother."),
}
"""What the learner writes into notes, by a text in each; he marks and tags them too."""


@dataclass(frozen=True)
class Step:
    """One edition and its import: the edit, and what the import reports of it."""

    edit: Edit
    new: int = 0
    updated: int = 0
    conflicting: int = 0
    gone: int = 0
    """How many notes the package holds no more."""
    returned: int = 0
    """How many it holds again, as they were."""
    cards: int = 0
    """How many the learner gets."""
    merge: bool = False
    retire: bool = False
    warning: str = ""


@dataclass(frozen=True)
class Learner:
    """A learner who imports every edition, and the folder in which they are built."""

    collection: AnkiCollection
    folder: Path
    files: Files
    guids: Mapping[str, str]
    """By each text of the first edition, the guid of its note."""


def plain(text: str) -> str:
    """A bullet's text without its marks, as fields hold it."""
    return text.removeprefix("- ").removesuffix("\n").removesuffix(" {#foxes}")


def guid_of(collection: AnkiCollection, text: str) -> str:
    (guid,) = (guid for guid, (fields, _) in collection.contents().items() if text in fields)
    return guid


def take(learner: Learner, step: Step, moment: int) -> None:
    """Edit, build, import, and compare what the learner has with what he had."""
    collection, package = learner.collection, learner.folder / "deck.apkg"
    last = read_edition(package).notes
    step.edit(learner.files)
    report = publish(learner.files, learner.folder, moment, retire=step.retire)
    said = [str(problem) for problem in report.tally.problems]
    assert all(step.warning in message for message in said) and bool(step.warning) == bool(said), said
    outcome = bring(collection, package, merge=step.merge, cards=step.cards)
    unchanged = len(last) - step.gone + step.returned - step.updated - step.conflicting
    expected = {"new": step.new, "updated": step.updated, "duplicate": unchanged, "conflicting": step.conflicting}
    assert {name: len(guids) for name, guids in outcome.items()} == expected
    again = collection.import_package(package)
    assert (again["new"] | again["updated"], again["conflicting"]) == (frozenset(), outcome["conflicting"])


def bring(collection: AnkiCollection, package: Path, *, merge: bool = False, cards: int | None = None) -> Outcome:
    """Import an edition. No card and no answer may be lost or altered, and no note that did not change.

    `cards`: how many the learner gets.
    """
    histories, answers, contents = collection.histories(), collection.review_log(), collection.contents()
    outcome = collection.import_package(package, merge=merge)
    later, now, edition = collection.histories(), collection.contents(), read_edition(package).notes
    assert {number: history for number, history in later.items() if number in histories} == histories
    assert collection.review_log() == answers
    assert cards is None or len(later) - len(histories) == cards
    for guid in contents.keys() - outcome["updated"]:
        assert now[guid] == contents[guid]
    for guid in outcome["new"] | outcome["updated"]:
        assert now[guid] == (tuple(edition[guid].field_values), tuple(edition[guid].tags.split()))
    return outcome


def agrees(collection: AnkiCollection, package: Path) -> None:
    """A learner who writes nothing of his own has the notes of a package as the package has them."""
    contents = collection.contents()
    for guid, note in read_edition(package).notes.items():
        assert contents[guid] == (tuple(note.field_values), tuple(note.tags.split()))


def held(learner: Learner, text: str) -> str:
    """What the note that bore a text of the first edition holds now."""
    return "\n".join(learner.collection.contents()[learner.guids[plain(text)]][0])


def is_retired(learner: Learner) -> None:
    assert learner.collection.found("tag:flashgen::retired") == {learner.guids[plain(BOATS[0])]}


def blank(count: int) -> Callable[[Learner], None]:
    def check(learner: Learner) -> None:
        assert len(learner.collection.empty_cards()) == count

    return check


def has_cards(kind: str, *names: str) -> Callable[[Learner], None]:
    def check(learner: Learner) -> None:
        assert learner.collection.card_type_names(f"tag:flashgen::kind::{kind}") == {names}

    return check


def shows(text: str, times: int) -> Callable[[Learner], None]:
    def check(learner: Learner) -> None:
        fronts = [card.front for note in learner.collection.notes() for card in note.cards]
        assert sum(text in front for front in fronts) == times

    return check


def has_fields(present: str, absent: str) -> Callable[[Learner], None]:
    def check(learner: Learner) -> None:
        for note in learner.collection.notes():
            assert present in note.fields and absent not in note.fields

    return check


def has_decks(*names: str) -> Callable[[Learner], None]:
    def check(learner: Learner) -> None:
        assert {card.deck for note in learner.collection.notes() for card in note.cards} == set(names)

    return check
