"""A finished outcome has an article's notes and what others need of it, and is known again under the same settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.notes.meetings import TermPlace
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.topics import Spellings
from flashgen.pipeline.bitexts import Job, Outcome
from flashgen.pipeline.finished_outcomes import finish_with
from flashgen.pipeline.held_notes import NOTES
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Mention
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.records.pairs import Bead, Bitext, Side
from tests.support.note_makers import note_maker
from tests.support.samples import fact


def side(language: str, title: str) -> Side:
    mention = Mention("hive", "A hive", 2, 6, (0, 0), Location("x.md", 3))
    return Side(Document("x.md", f"{language}/bee.md", "bee", language), title, True, (mention,))


DEFINITION = Bead("definition", fact("definition", "An insect."), fact("definition", "Un insetto."))
WAX = Bead("highlight", fact("highlight", "Bees make wax."), fact("highlight", "Le api fanno la cera."))
ALONE = Bead("highlight", fact("highlight", "Bees sleep."), None)
BEE = Bitext("bee", ("Natur",), side("en", "Bee"), side("it", "Ape"), (DEFINITION, WAX, ALONE))
OUTCOME = Outcome("bee", BEE, ())
BARE = replace(
    BEE, native=replace(BEE.native, mentions=()), target=replace(BEE.target, mentions=()), beads=(DEFINITION, ALONE)
)
"""Without its links, and the pair that its own note shows."""
JOB = Job("bee", BEE.native.document, BEE.target.document, ("definition", "highlight"))
KEY = b"key"


def unpacked(outcome: Outcome) -> tuple[Note, ...]:
    assert isinstance(outcome.notes, bytes)
    return NOTES.unpack(outcome.notes)


@dataclass
class Shop:
    """A store, and how often notes were made."""

    folder: Path
    made: list[str] = field(default_factory=list)

    def run(
        self, key: bytes = KEY, maker: NoteMaker | None = None, spellings: Spellings | None = None,
        outcome: Outcome = OUTCOME, job: Job = JOB,
    ) -> Outcome:  # fmt: skip
        """As a later process would."""
        store = Store(self.folder)
        notes = KeptNotes(maker or note_maker(), Gate(), store)
        finish = finish_with({"Natur": "Nature"} if spellings is None else spellings, notes, store)
        found = finish.find(key, job) or finish(outcome, key)
        store.close()
        return found


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    found = Shop(tmp_path)
    make = NoteMaker.notes

    def make_and_note(maker: NoteMaker, bitext: Bitext) -> tuple[Note, ...]:
        found.made.append(bitext.slug)
        return make(maker, bitext)

    monkeypatch.setattr(NoteMaker, "notes", make_and_note)
    return found


def test_a_finished_outcome_has_all_notes_and_no_pair_but_the_definition(shop: Shop) -> None:
    finished = shop.run()
    assert unpacked(finished) == note_maker().notes(replace(BEE, keywords=("Nature",)))
    assert finished.bitext == replace(BARE, keywords=("Nature",))


def test_it_says_where_other_articles_are_met(shop: Shop) -> None:
    shop.run()
    (met,) = shop.run().meetings
    assert met.slug == "hive"
    assert [place.unpacked for place in met.places] == [TermPlace(BEE.native.mentions[0], BEE.target.mentions[0])]


def test_it_is_made_once(shop: Shop) -> None:
    assert shop.run() == shop.run()
    assert shop.made == ["bee"]


def test_another_outcome_and_other_settings_are_made_anew(shop: Shop) -> None:
    shop.run()
    other = replace(OUTCOME, bitext=replace(BEE, beads=(WAX,)))
    assert len(unpacked(shop.run(b"other", outcome=other))) == 1
    settled = replace(note_maker(), settings=replace(note_maker().settings, deck="Bees"))
    assert {note.deck for note in unpacked(shop.run(maker=settled))} == {"Bees"}
    assert shop.run(spellings={}).bitext == BARE
    assert shop.made == ["bee"] * 4


def test_what_has_no_key_is_not_kept(shop: Shop) -> None:
    assert shop.run(b"") == shop.run(b"")
    assert shop.made == ["bee"] * 2


def test_it_knows_where_the_documents_are_now(shop: Shop) -> None:
    shop.run()
    moved = replace(JOB, native=replace(JOB.native, path="moved/x.md"))
    bitext = shop.run(job=moved).bitext
    assert bitext is not None
    assert bitext.native.document == moved.native
    assert shop.made == ["bee"]


def test_without_a_maker_a_bitext_stays_whole(tmp_path: Path) -> None:
    finish = finish_with({"Natur": "Nature"}, None, Store(tmp_path))
    assert finish(OUTCOME, KEY) == replace(OUTCOME, bitext=replace(BEE, keywords=("Nature",)))
    assert finish.find(KEY, JOB) is None


def test_an_article_that_could_not_be_read_stays_one(shop: Shop) -> None:
    unread = Outcome("bee", None, ())
    assert shop.run(outcome=unread) == unread
    assert shop.made == []
