"""Sentences of the body from documents to cards, judged by a real Anki."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from flashgen.anki.field_text import plain_text
from flashgen.config.load import load_config
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from tests.support.anki_collection import AnkiNote, open_collection

Sentence = tuple[str, str]
WHEEL = ("The wheel of Venezia turned in 1911.", "La ruota di Venezia girava nel 1911.")
OVENS = (
    "A mill of 1925 stands beside the [bakery](/bakery) of Roma with its 4 ovens.",
    "Un mulino del 1925 sta accanto al [forno](/bakery) di Roma con le sue 4 bocche.",
)
SACKS = ("In 1930 the mills of Milano ground 12 tons.", "Nel 1930 i mulini di Milano macinavano 12 tonnellate.")
NOTHING = "kinds: {}\n"
ON = "kinds: {sentence: true}\n"
ONE = f"{ON}sentences_per_article: 1\n"


def built(folder: Path, sentences: Sequence[Sentence], settings: str = ON, card_types: str = "") -> Report:
    """Build an article with these sentences in its body over `deck.apkg`."""
    described = ("A mill grinds grain into flour.", "Un mulino macina il grano e ne fa farina.")
    for tag, title, description, said in zip(
        ("en", "it"), ("Mill", "Mulino"), described, map(list, zip(*sentences, strict=True)), strict=True
    ):
        path = folder / "corpus" / tag / "mill.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {title}\ndescription: {description}\n---\n"
        path.write_text(f"{head}\n## {title}\n\n{' '.join(said)}\n", encoding="utf-8")
    for name, text in (("flashgen.yaml", settings), ("card_types.yaml", card_types)):
        (folder / "config").mkdir(exist_ok=True)
        (folder / "config" / name).write_text(text, encoding="utf-8")
    request = Request("en", "it", (folder / "corpus",), jobs=1)
    surroundings = Surroundings(Clock(fixed=1_750_000_000))
    return build(request, load_config(folder / "config"), Destination(folder / "deck.apkg"), surroundings)


def imported(folder: Path) -> list[AnkiNote]:
    """The sentences that Anki finds in the package."""
    with open_collection() as collection:
        collection.import_package(folder / "deck.apkg")
        assert collection.empty_cards() == []
        return [note for note in collection.notes() if note.note_type.startswith("flashgen sentence")]


def answers(notes: list[AnkiNote]) -> list[str]:
    return [plain_text(note.fields["TargetAnswer"]) for note in notes]


def test_there_are_no_sentences_unless_they_are_asked_for(tmp_path: Path) -> None:
    assert built(tmp_path, [WHEEL, OVENS], NOTHING).tally.notes["sentence"] == 0


def test_each_sentence_asks_in_both_languages_with_its_terms_in_bold(tmp_path: Path) -> None:
    built(tmp_path, [WHEEL, OVENS])
    notes = imported(tmp_path)
    assert [[card.position for card in note.cards] for note in notes] == [[0, 1], [0, 1]]
    note = next(note for note in notes if "Roma" in note.fields["TargetAnswer"])
    understand, produce = note.cards
    assert "accanto al <b>forno</b> di Roma" in understand.front
    assert "beside the <b>bakery</b> of Roma" not in understand.front
    assert "beside the <b>bakery</b> of Roma" in produce.front
    assert "accanto al <b>forno</b> di Roma" not in produce.front
    for card in note.cards:
        assert "accanto al <b>forno</b> di Roma" in card.back
        assert "beside the <b>bakery</b> of Roma" in card.back


def test_the_limit_keeps_the_sentence_that_was_published(tmp_path: Path) -> None:
    built(tmp_path, [OVENS], ONE)
    assert len(imported(tmp_path)) == 1
    report = built(tmp_path, [SACKS, OVENS, WHEEL], ONE)
    assert [text.split()[:3] for text in answers(imported(tmp_path))] == [["Un", "mulino", "del"]]
    assert report.tally.notes["sentence"] == 1


def test_a_cloze_hides_the_first_term_of_a_sentence(tmp_path: Path) -> None:
    built(tmp_path, [OVENS], card_types="note_types: [{kind: sentence, cloze: true}]\n")
    (note,) = imported(tmp_path)
    assert "accanto al {{c1::forno}} di Roma" in note.fields["TargetCloze"]
    assert "forno" not in plain_text(note.cards[0].front)


def test_a_pair_of_sentences_that_a_person_denies_makes_no_note(tmp_path: Path) -> None:
    assert built(tmp_path, [WHEEL, OVENS]).tally.notes["sentence"] == 2
    entry = {"article": "mill", "same": False, "texts": dict(zip(("en", "it"), WHEEL, strict=True))}
    (tmp_path / "corpus" / "pairs.yaml").write_text(json.dumps({"pairs": [entry]}), encoding="utf-8")
    tally = built(tmp_path, [WHEEL, OVENS]).tally
    assert tally.notes["sentence"] == 1
    assert not [problem for problem in tally.problems if "no effect" in problem.message]
