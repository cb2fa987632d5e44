"""Notes are made once of the same texts and settings, and are what a maker makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.notes.meetings import TermPlace
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_places import MetTerm
from flashgen.pipeline import kept_notes
from flashgen.pipeline.held_notes import NOTES, PackedNotes
from flashgen.pipeline.kept_notes import KeptNotes, KeptSoundness
from flashgen.quality.sentences import are_sound
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
    return Side(Document("x.md", f"{language}/bee.md", "bee", language), title, True, ())


def mention(paragraph: str, words: str) -> Mention:
    start = paragraph.index(words)
    return Mention("bee", paragraph, start, start + len(words), (0, 0), Location("x.md", 3))


WAX = Bead("highlight", fact("highlight", "Bees make wax."), fact("highlight", "Le api fanno la cera."))
BEE = Bitext("bee", ("Nature",), side("en", "Bee"), side("it", "Ape"), (WAX,))
MEADOW = TermPlace(mention("Here every bee works.", "bee"), mention("Qui ogni ape lavora.", "ape"))
IN_RUSSIAN = "Пчёлы делают воск, а люди делают из него свечи.", "Le api fanno la cera, e gli uomini le candele."
OTHER = replace(WAX, target=fact("highlight", "Le api fanno molta cera."))


def met(linked: Bitext = BEE, *places: TermPlace) -> MetTerm:
    said = (repr(one).encode("utf-8", "surrogatepass") for one in (linked, *(places or (MEADOW,))))
    return MetTerm(linked, places or (MEADOW,), tuple(said))


def unpacked(notes: PackedNotes) -> tuple[Note, ...]:
    return NOTES.unpack(notes) if isinstance(notes, bytes) else notes


@dataclass
class Kept:
    """A maker with a store, which tells what it made rather than knew."""

    folder: Path
    made: list[str] = field(default_factory=list)

    def term(
        self, linked: Bitext = BEE, *places: TermPlace, gate: Gate | None = None, maker: NoteMaker | None = None
    ) -> Note | None:
        opened, term = self._opened(maker, gate), met(linked, *places)
        known = opened.known_term(term)
        return next(iter(unpacked(opened.make_term(term) if known is None else known)), None)

    def _opened(self, maker: NoteMaker | None, gate: Gate | None = None) -> KeptNotes:
        return KeptNotes(maker or note_maker(), gate or Gate(), Store(self.folder))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    found = Kept(tmp_path)
    make = NoteMaker.term

    def make_and_note(
        maker: NoteMaker, linked: Bitext, places: Sequence[TermPlace], *, is_asked_twice: bool = False
    ) -> tuple[Note, int] | None:
        found.made.append(linked.slug)
        return make(maker, linked, places, is_asked_twice=is_asked_twice)

    monkeypatch.setattr(NoteMaker, "term", make_and_note)
    return found


def test_a_term_is_made_once(kept: Kept) -> None:
    first = kept.term()
    assert first is not None
    assert kept.term() == first
    assert kept.made == ["bee"]


def test_that_there_is_no_term_is_known_too(kept: Kept) -> None:
    same = replace(BEE, target=side("it", "Bee"))
    assert kept.term(same) is None
    assert kept.term(same) is None
    assert kept.made == ["bee"]


def test_other_sentences_are_another_term(kept: Kept) -> None:
    kept.term()
    kept.term(BEE, TermPlace(mention("There every bee works.", "bee"), mention("Là ogni ape lavora.", "ape")))
    assert kept.made == ["bee", "bee"]


def test_the_place_that_is_shown_may_come_first_in_the_next_build(kept: Kept) -> None:
    torn = TermPlace(mention("bee", "bee"), mention("Un'ape.", "ape"))
    first = kept.term(BEE, torn, MEADOW)
    assert kept.term(BEE, MEADOW, torn) == first == kept.term(BEE, torn, MEADOW)
    assert kept.made == ["bee"]
    made = note_maker().term(BEE, (MEADOW, torn))
    assert made and made[0] == first


def test_a_term_that_was_asked_for_before_is_another(kept: Kept) -> None:
    kept.term()
    asked = replace(met(), is_asked_twice=True)
    assert KeptNotes(note_maker(), Gate(), Store(kept.folder)).known_term(asked) is None


def test_other_settings_are_another_term(kept: Kept) -> None:
    kept.term()
    settled = kept.term(maker=replace(note_maker(), settings=replace(note_maker().settings, deck="Bees")))
    assert settled is not None
    assert settled.deck == "Bees"
    turned = note_maker("it", "en").term(BEE, (MEADOW,))
    assert turned and kept.term(maker=note_maker("it", "en")) == turned[0]


def test_another_gate_is_another_term(kept: Kept) -> None:
    kept.term()
    kept.term(gate=Gate(off=frozenset(["label"])))
    assert kept.made == ["bee", "bee"]


def test_without_a_store_nothing_is_kept(kept: Kept) -> None:
    maker = KeptNotes(note_maker(), Gate())
    maker.make_term(met())
    assert maker.known_term(met()) is None


def test_a_file_whose_name_is_no_unicode_makes_notes_and_terms(kept: Kept) -> None:
    document = Document("x\udcff.md", "x\udcff.md", "bee", "it")
    odd = replace(BEE, target=replace(BEE.target, document=document))
    assert len(unpacked(KeptNotes(note_maker(), Gate()).notes(odd))) == 1
    assert kept.term(odd) == kept.term(odd) is not None


def test_sentences_are_judged_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def judge(native: str, target: str, languages: tuple[str, str], gate: Gate) -> bool:
        asked.append(native)
        return are_sound(native, target, languages, gate)

    monkeypatch.setattr(kept_notes, "are_sound", judge)
    for _ in range(2):
        soundness = KeptSoundness(("en", "it"), Gate(), Store(tmp_path))
        assert soundness("Bees make wax.", "Le api fanno la cera.")
        assert not soundness(*IN_RUSSIAN)
    assert asked == ["Bees make wax.", IN_RUSSIAN[0]]


def test_another_gate_and_other_languages_judge_for_themselves(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert not KeptSoundness(("en", "it"), Gate(), store)(*IN_RUSSIAN)
    assert KeptSoundness(("en", "it"), Gate(suspects="tag"), store)(*IN_RUSSIAN)
    assert KeptSoundness(("ru", "it"), Gate(), store)(*IN_RUSSIAN)


def test_without_a_store_sentences_are_judged_each_time() -> None:
    assert KeptSoundness(("en", "it"), Gate(), None)("Bees make wax.", "Le api fanno la cera.")
