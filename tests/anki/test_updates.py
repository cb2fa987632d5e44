"""Each row of the table of edits in docs/updates.md, with a learner who has studied, in a real Anki."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.anki_collection import open_collection
from tests.support.lantern import (
    ABOUT,
    ADD_RECALL,
    BOATS,
    EN,
    FEW_WORDS,
    FIGURE,
    FIGURE_BACK,
    FOXES,
    GLASS,
    HOME,
    IT,
    KITE,
    LAST_FIELD,
    MICE,
    NEW_WORDS,
    NOT_SHOWN,
    NOTES,
    ONE_OF_TWO,
    POLISH,
    PRODUCE,
    SETTINGS,
    SOURCE,
    TWO_OF_ONE,
    TYPES,
    UNDERSTAND,
    WELL_EN,
    WELL_IT,
    WICK,
    add,
    append,
    back_to_first,
    delete,
    exchange,
    first_edition,
    in_both,
    insert,
    nothing,
    remove,
    rename,
    replace,
    together,
)
from tests.support.learner import (
    BEGUN,
    DAY,
    OWN,
    STUDIED,
    Learner,
    Step,
    blank,
    guid_of,
    has_cards,
    has_decks,
    has_fields,
    held,
    is_retired,
    plain,
    shows,
    take,
)
from tests.support.publishing import publish


@dataclass(frozen=True)
class Case:
    """One thing that a publisher does; `row` begins its line in the table of docs/updates.md ("When I ...")."""

    row: str
    steps: tuple[Step, ...]
    follows: tuple[tuple[str, str], ...] = ()
    """Texts of the first edition, and texts that stand in the same notes at the end."""
    then: Callable[[Learner], None] | None = None


TICK = 'learners must tick "Merge note types" once'
CASES = {
    "nothing": Case("change nothing, and build again", (Step(nothing),)),
    "one language": Case(
        "reword a bullet in one language",
        (Step(replace(IT, BOATS[1], "- mandare segnali alle navi in ritardo\n"), updated=1),),
        follows=((BOATS[0], "mandare segnali alle navi in ritardo"),),
    ),
    "both languages": Case(
        "reword a bullet in both languages, so that most of it stays",
        (Step(NEW_WORDS, updated=1),),
        follows=((WICK[0], FEW_WORDS[0]), (WICK[1], FEW_WORDS[1])),
    ),
    "beyond recognition": Case(
        "rewrite a bullet beyond recognition, in both languages",
        (Step(in_both((BOATS[0], MICE[0]), (BOATS[1], MICE[1])), new=1, cards=2, gone=1),),
        follows=((BOATS[0], BOATS[0]),),
    ),
    "pinned": Case(
        "rewrite a bullet that is pinned with `{#id}`, however much",
        (Step(in_both((FOXES[0], "- ring {#foxes}\n"), (FOXES[1], "- per un anello {#foxes}\n")), updated=1),),
        follows=(("scare foxes away", "per un anello"),),
    ),
    "insert first": Case("insert a bullet: first, last or between", (Step(insert(MICE, HOME), new=1, cards=2),)),
    "insert between": Case("insert a bullet: first, last or between", (Step(insert(MICE, BOATS), new=1, cards=2),)),
    "insert last": Case("insert a bullet: first, last or between", (Step(append(MICE, FOXES), new=1, cards=2),)),
    "delete": Case("delete a bullet", (Step(delete(BOATS), gone=1),), follows=((BOATS[0], BOATS[1]),)),
    "put back": Case(
        "delete a bullet, and put it back in a later edition",
        (Step(delete(BOATS), gone=1), Step(insert(MICE, HOME), new=1, cards=2), Step(append(BOATS, HOME), returned=1)),
    ),
    "retire": Case(
        "delete a bullet, and build with `--retire tag`",
        (Step(delete(BOATS), updated=1, retire=True), Step(nothing, retire=True)),
        then=is_retired,
    ),
    "swap": Case("swap two bullets", (Step(exchange(GLASS, WICK)),)),
    "merge": Case(
        "merge two bullets into one",
        (Step(in_both((GLASS[0] + WICK[0], ONE_OF_TWO[0]), (GLASS[1] + WICK[1], ONE_OF_TWO[1])), updated=1, gone=1),),
        follows=((GLASS[0], ONE_OF_TWO[0]), (WICK[0], WICK[1])),
    ),
    "split": Case(
        "split a bullet in two",
        (Step(in_both((WICK[0], TWO_OF_ONE[0]), (WICK[1], TWO_OF_ONE[1])), new=1, updated=1, cards=2),),
        follows=((WICK[0], "Uno stoppino troppo lungo annerisce il vetro."),),
    ),
    "one language first": Case(
        "delete a fact in one language only, and put it back in a later edition",
        (
            Step(replace(IT, FIGURE[1], ""), gone=1),
            Step(NEW_WORDS, updated=1),
            Step(replace(IT, *FIGURE_BACK), returned=1),
        ),
    ),
    "translation later": Case(
        "add a bullet in one language, and its translation in a later edition",
        (
            Step(replace(IT, FOXES[1], FOXES[1] + MICE[1])),
            Step(replace(EN, FOXES[0], FOXES[0] + MICE[0]), new=1, cards=2),
        ),
    ),
    "lead-in": Case(
        "reword the sentence before a list",
        (Step(in_both(("People took", "Farmers took"), ("La gente portava", "Ogni contadino portava")), updated=4),),
        follows=((BOATS[0], "Farmers took a lantern along to:"),),
    ),
    "description": Case(
        "rewrite the description of an article, however much",
        (Step(in_both((ABOUT[0], "Light to carry."), (ABOUT[1], "Luce a mano.")), updated=1),),
        follows=((ABOUT[0], "Luce a mano."),),
    ),
    "figure": Case(
        "change the figure of a statistic",
        (Step(in_both(("### 48 hours", "### 52 hours"), ("### 48 ore", "### 52 ore")), updated=1),),
        follows=(("48 hours", "52 hours"),),
    ),
    "question": Case(
        "reword a question, and leave its answer",
        (Step(in_both(("Which oil burns best?", "What to use?"), ("Quale olio brucia", "Che cosa va")), updated=1),),
        follows=(("Which oil burns best?", "What to use?"),),
    ),
    "file": Case(
        "rename the files of an article",
        (Step(rename((EN, "corpus/en/lamp.md"), (IT, "corpus/it/lamp.md")), updated=12),),
        follows=((BOATS[0], "lamp"), (ABOUT[0], "lamp")),
    ),
    "title": Case(
        "change the title of an article",
        (Step(in_both(("title: L", "title: Old l"), ("title: Lanterna", "title: La lanterna")), updated=12),),
        follows=((BOATS[0], "Old lantern"),),
    ),
    "keywords": Case(
        "change the keywords of an article",
        (Step(in_both(("keywords: Light", "keywords: Fire"), ("keywords: Light", "keywords: Fire")), updated=12),),
        then=has_decks("flashgen en→it::Light", "flashgen en→it::Water"),
    ),
    "new article": Case(
        "add an article",
        (Step(together(add("corpus/en/kite.md", KITE[0]), add("corpus/it/kite.md", KITE[1])), new=1, cards=2),),
    ),
    "no article": Case(
        "delete an article",
        (Step(remove(WELL_EN, WELL_IT), gone=5),),
        follows=(("a lid against leaves and mice", "un coperchio contro foglie e topi"),),
    ),
    "third language": Case("add a language", (Step(add("corpus/pl/lantern.md", POLISH)),)),
    "template": Case(
        "change a template or the style sheet",
        (
            Step(
                together(
                    add("card_templates/style.css", ".card { color: navy }\n"),
                    replace("card_templates/highlight/produce.front.html", "<< front", "Say it:\n<< front"),
                )
            ),
        ),
        then=shows("Say it:", 3),
    ),
    "add card type": Case(
        "add a card type, and learners tick *Merge note types*",
        (
            Step(ADD_RECALL, updated=3, cards=3, merge=True, warning=TICK),
            Step(NEW_WORDS, updated=1),
        ),
        then=has_cards("highlight", "Understand", "Produce", "Recall"),
    ),
    "add card type, not ticked": Case(
        "add a card type, and learners tick nothing until later",
        (
            Step(ADD_RECALL, conflicting=3, warning=TICK),
            Step(NEW_WORDS, conflicting=3),
            Step(nothing, updated=3, cards=3, merge=True),
        ),
        follows=((WICK[0], FEW_WORDS[0]),),
        then=has_cards("highlight", "Understand", "Produce", "Recall"),
    ),
    "drop card type": Case(
        "drop a card type",
        (Step(replace(TYPES, PRODUCE, ""), warning="is no longer configured"), Step(NEW_WORDS, updated=1)),
        then=blank(3),
    ),
    "restore card type": Case(
        "drop a card type, and restore it in a later edition",
        (
            Step(replace(TYPES, PRODUCE, ""), warning="is no longer configured"),
            Step(NEW_WORDS, updated=1),
            Step(back_to_first(TYPES)),
        ),
        then=blank(0),
    ),
    "rename card type": Case(
        "rename a card type",
        (Step(replace(TYPES, PRODUCE, PRODUCE.replace("name: Produce", "name: Speak"))),),
        then=has_cards("highlight", "Understand", "Speak"),
    ),
    "order of card types": Case(
        "put card types in another order, and learners tick *Merge note types*",
        (Step(replace(TYPES, UNDERSTAND + PRODUCE, PRODUCE + UNDERSTAND), updated=3, merge=True, warning=TICK),),
        then=has_cards("highlight", "Produce", "Understand"),
    ),
    "add field": Case(
        "add a field, and learners tick *Merge note types*",
        (
            Step(
                replace(TYPES, LAST_FIELD, f"{LAST_FIELD}  - {{id: 78, name: Origin, value: article}}\n"),
                updated=NOTES, merge=True, warning=TICK,
            ),
            Step(NEW_WORDS, updated=1),
        ),
        then=has_fields("Origin", "Sources"),
    ),
    "drop field": Case(
        "drop a field",
        (Step(together(replace(TYPES, SOURCE, ""), NOT_SHOWN), updated=NOTES), Step(NEW_WORDS, updated=1)),
        then=shows("en/lantern.md", 0),
    ),
    "rename field": Case(
        "rename a field",
        (Step(together(replace(TYPES, SOURCE, SOURCE.replace("name: Source", "name: Origin")), NOT_SHOWN)),),
        then=has_fields("Origin", "Source"),
    ),
    "deck": Case(
        "change the pattern of deck names",
        (
            Step(replace(SETTINGS, '"flashgen {native}→{target}::{topic}"', '"Lamps"'), warning="decks were named"),
            Step(insert(MICE, HOME), new=1, cards=2),
        ),
        then=has_decks("flashgen en→it::Light", "flashgen en→it::Water", "Lamps"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The first edition, and a closed collection of a learner who has studied it and written into it."""
    folder = tmp_path_factory.mktemp("studied")
    publish(first_edition(), folder, BEGUN)
    with open_collection(keep=folder / "learner.anki2") as collection:
        collection.import_package(folder / "deck.apkg")
        text, is_clean = collection.check_database()
        assert is_clean, text
        collection.study()
        for text, (name, html) in OWN.items():
            collection.change(guid_of(collection, plain(text)), name, html, ("mine", "marked"), STUDIED)
    return folder / "deck.apkg", folder / "learner.anki2"


@pytest.fixture
def learner(studied: tuple[Path, Path], tmp_path: Path) -> Iterator[Learner]:
    package, start = studied
    shutil.copyfile(package, tmp_path / "deck.apkg")
    with open_collection(start) as collection:
        texts = {field: guid for guid, (fields, _) in collection.contents().items() for field in fields}
        yield Learner(collection, tmp_path, first_edition(), texts)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_edit_costs_a_learner_nothing(learner: Learner, case: Case) -> None:
    for number, step in enumerate(case.steps, 1):
        take(learner, step, BEGUN + number * DAY)
    assert [plain(text) for old, text in case.follows if plain(text) not in held(learner, old)] == []
    if case.then:
        case.then(learner)
    text, is_clean = learner.collection.check_database()
    assert is_clean, text


def test_answers_at_the_turn_of_a_second_leave_nothing_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(first_edition(), tmp_path, BEGUN)
    monkeypatch.setattr("anki.scheduler.v3.int_time", lambda _scale: int(time.time()) * 1000 + 999)
    with open_collection() as collection:
        collection.import_package(tmp_path / "deck.apkg")
        collection.study()
        text, is_clean = collection.check_database()
        assert is_clean, text


def test_the_learner_has_cards_of_every_sort(learner: Learner) -> None:
    histories = learner.collection.histories().values()
    assert {history.schedule[1] for history in histories} == {0, 1, 2, 3}
    assert {history.schedule[2] for history in histories} >= {-1, 0, 2}
    assert max(history.schedule[-3] for history in histories) > 0
    assert len(learner.collection.found("tag:mine")) == len(learner.collection.found("tag:marked")) == len(OWN)
