"""Card types that a user made in YAML, judged by a real Anki: which cards there are, and what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from flashgen.anki.field_text import field_html, plain_text, typable_html
from flashgen.config.bundled import bundled
from flashgen.config.load import Config, load_config
from flashgen.kinds import KINDS
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from tests.support.anki_collection import AnkiCollection, AnkiNote, open_collection

ALL_SORTS = """
note_types:
  - kind: term
    cards:
      - {name: Recognise}
      - {name: Spell, ask: native, question: [NativeTerm], typed: TargetTerm}
  - {kind: statistic, cloze: true}
  - {kind: callout, cloze: true}
  - kind: definition
    cards:
      - {name: Question}
      - {name: Reverse, ask: native}
  - {kind: highlight, cards: [{name: Understand}]}
  - {kind: faq, cards: [{name: Backwards, question: [TargetAnswer, Topic], answer: [TargetQuestion]}]}
  - {kind: purpose, cloze: true, cards: [{name: Gap, ask: native}]}
"""


def configured(folder: Path, card_types: str = "", settings: str = "") -> Config:
    for name, text in (("card_types.yaml", card_types), ("flashgen.yaml", settings)):
        (folder / "config").mkdir(parents=True, exist_ok=True)
        (folder / "config" / name).write_text(text, encoding="utf-8")
    return load_config(folder / "config")


def make(
    package: Path, config: Config, pair: tuple[str, str] = ("ru", "it"), corpus: Path | None = None,
    moment: int | None = None,
) -> Path:  # fmt: skip
    folders = (corpus,) if corpus else config.corpus
    build(Request(*pair, folders, jobs=1), config, Destination(package), Surroundings(Clock(fixed=moment)))
    return package


@dataclass(frozen=True)
class Imported:
    collection: AnkiCollection
    notes: list[AnkiNote]

    def of(self, kind: str) -> list[AnkiNote]:
        return [note for note in self.notes if note.note_type.startswith(f"flashgen {kind}")]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    folder = tmp_path_factory.mktemp("sorts")
    with open_collection() as collection:
        collection.import_package(make(folder / "deck.apkg", configured(folder, ALL_SORTS, "kinds: {sentence: true}")))
        yield Imported(collection, collection.notes())


def test_the_cards_are_those_that_anki_itself_would_make(imported: Imported) -> None:
    before = imported.collection.card_positions()
    imported.collection.generate_missing_cards()
    assert imported.collection.card_positions() == before
    assert imported.collection.empty_cards() == []
    text, is_clean = imported.collection.check_database()
    assert is_clean, text


def test_every_kind_has_notes_with_cards(imported: Imported) -> None:
    assert [kind for kind in KINDS if not imported.of(kind)] == []
    assert all(note.cards for note in imported.notes)


def test_a_card_type_that_is_not_listed_is_dropped(imported: Imported) -> None:
    assert {len(note.cards) for note in imported.of("highlight")} == {1}


def test_a_typed_answer_stands_in_an_element_with_the_direction_of_its_field(imported: Imported) -> None:
    for note in imported.of("term"):
        recognise, spell = note.cards
        assert "[[type:" not in recognise.front
        for side in (spell.front, spell.back):
            assert re.search(r'<div class="typed" lang="it" dir="ltr">\[\[type:TargetTerm\]\]</div>', side)
        assert note.fields["TargetTerm"] not in spell.front
        assert note.fields["NativeTerm"] in spell.front


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("l\u2019ape regina", "l'ape regina"),
        ("\u2067مرحبا\u2069", "مرحبا"),
        ("so\u00adft \u200bhyphen\ufeff", "soft hyphen"),
        ("a\u00a0b\u2003c  d\ne", "a b c d e"),
        ("1914\u20131918 \u2026", "1914-1918 ..."),
        ("\u201cstd::vector\u201d {{x}} <b> & c", '"std::vector" {{x}} <b> & c'),
        ("[\u200bsound:bee.mp3]", "[sound:bee.mp3]"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_a_keyboard_writes_is_right(written: str, typed: str) -> None:
    html = typable_html(field_html(written))
    with open_collection() as collection:
        assert "typeBad" not in collection.compared(html, typed)
        assert "typeMissed" not in collection.compared(html, typed)
    assert typable_html(html) == html
    assert "[sound:" not in html


def test_only_the_field_that_is_typed_is_written_as_a_keyboard_would(imported: Imported) -> None:
    plain = load_config(bundled("config")).load_note_types()["term"]
    assert plain.typed == frozenset()
    assert plain.fill({"target.term": "l\u2019ape"})[13] == "l\u2019ape"


def test_the_direction_of_a_card_type_is_the_language_that_asks(imported: Imported) -> None:
    for note in imported.of("definition"):
        reverse = next(card for card in note.cards if card.position == 1)
        assert note.fields["NativeQuestion"] in reverse.front
        assert note.fields["TargetQuestion"] not in reverse.front
        assert note.fields["TargetAnswer"] in reverse.back


def test_a_card_shows_the_fields_that_are_listed(imported: Imported) -> None:
    for note in imported.of("faq"):
        (card,) = note.cards
        assert note.fields["TargetAnswer"] in card.front
        assert note.fields["TargetQuestion"] not in card.front
        assert note.fields["TargetQuestion"] in card.back


def test_a_cloze_hides_the_figure_in_its_statement(imported: Imported) -> None:
    for note in imported.of("statistic"):
        assert "{{c1::" in note.fields["TargetCloze"]
        (card,) = note.cards
        assert ">[...]</span>" in card.front
        assert ">[...]</span>" not in card.back


def test_a_cloze_may_be_asked_in_the_known_language(imported: Imported) -> None:
    for note in imported.of("purpose"):
        assert 'lang="ru"' in note.cards[0].front.split("[...]")[0].rsplit("<div", 1)[1]


def test_no_card_speaks(imported: Imported) -> None:
    assert sum(card.sounds for note in imported.notes for card in note.cards) == 0


HOSTILE = {
    "en": ("Brace }} and {{c2::no}}", "The {{c1::mill}} of C++ std::vector, {x} and }}: ends with a brace }"),
    "it": ("Graffa }} e {{c2::no}}", "Il {{c1::mulino}} di C++ std::vector, {x} e }}: finisce con una graffa }"),
}


def test_braces_and_colons_of_the_document_stay_literal_in_a_cloze(tmp_path: Path) -> None:
    for language, (question, answer) in HOSTILE.items():
        path = tmp_path / "corpus" / language / "mill.md"
        path.parent.mkdir(parents=True)
        words = ("Mill", "The mill grinds grain.") if language == "en" else ("Mulino", "Il mulino macina il grano.")
        path.write_text(
            f"---\ntitle: {words[0]}\ndescription: {words[1]}\n---\n\n## FAQ\n### {question}?\n{answer}\n"
            f"### {words[1]}?\n{words[1]}\n",
            encoding="utf-8",
        )
    config = configured(tmp_path, "note_types: [{kind: faq, cloze: true}]", "confidence: 0.5\nsuspects: keep")
    with open_collection() as collection:
        collection.import_package(make(tmp_path / "deck.apkg", config, ("en", "it"), tmp_path / "corpus"))
        collection.generate_missing_cards()
        found = [note for note in collection.notes() if "vector" in note.fields.get("TargetCloze", "")]
        assert found
        for note in found:
            (card,) = note.cards
            shown = re.sub(r"<[^>]*>", "", card.back)
            assert "{{c1::mulino}} di C++ std::vector, {x}" in unescape(shown)
            assert plain_text(note.fields["TargetAnswer"]) in unescape(shown)
            assert "Il {{c1::[...]}} di C++ std::vector" in unescape(re.sub(r"<[^>]*>", "", card.front))


def test_a_kind_that_becomes_a_cloze_and_back_begins_anew_and_never_fails_at_the_import(tmp_path: Path) -> None:
    cloze = "note_types: [{kind: statistic, cloze: true}]"
    package = make(tmp_path / "deck.apkg", configured(tmp_path))
    with open_collection() as collection:
        collection.import_package(package)
        before = {note.guid: note.note_type for note in collection.notes()}
        collection.study()
        histories = collection.histories()
        for card_types in (cloze, "", cloze):
            make(package, configured(tmp_path, card_types))
            collection.import_package(package, merge=True)
        after = {note.guid: note.note_type for note in collection.notes()}
        statistics = [guid for guid, name in before.items() if "statistic" in name]
        new = {guid: name for guid, name in after.items() if guid not in before}
        assert {guid: after[guid] for guid in before} == before
        assert list(new.values()) == ["flashgen statistic cloze"] * len(statistics)
        assert {number: collection.histories()[number] for number in histories} == histories
        assert collection.empty_cards() == []


def test_a_build_warns_where_a_kind_became_a_cloze(tmp_path: Path) -> None:
    package = make(tmp_path / "deck.apkg", configured(tmp_path))
    config = configured(tmp_path, "note_types: [{kind: statistic, cloze: true}]")
    request = Request("ru", "it", config.corpus, jobs=1)
    report = build(request, config, Destination(package, write=False), Surroundings())
    assert any(
        'cannot turn the note type "flashgen statistic" into "flashgen statistic cloze"' in problem.message
        for problem in report.tally.problems
    )


@pytest.mark.parametrize(
    "front",
    [
        "{{type:TargetTerm}}",
        "{{TargetHint}}{{type:nc:TargetContext}}",
        "{{^TargetHint}}{{type:NativeTerm}}{{/TargetHint}}",
        "{{#Topic}}{{NativeContext}} {{type:TargetTerm}}{{/Topic}}",
    ],
)
def test_a_typed_answer_on_an_own_front_gives_the_cards_that_anki_would_make(tmp_path: Path, front: str) -> None:
    for name, text in (("front", front), ("back", "{{FrontSide}}")):
        path = tmp_path / "card_templates" / "mine" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    text = "note_types: [{kind: term, cards: [{name: Mine, front: mine/front.html, back: mine/back.html}]}]"
    with open_collection() as collection:
        collection.import_package(make(tmp_path / "deck.apkg", configured(tmp_path, text)))
        before = collection.card_positions()
        collection.generate_missing_cards()
        assert collection.card_positions() == before
        assert collection.empty_cards() == []
        assert any(note.note_type == "flashgen term" for note in collection.notes())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ask", ["native", "target"])
def test_every_kind_can_be_asked_in_both_languages(tmp_path: Path, kind: str, ask: str) -> None:
    text = f"note_types: [{{kind: {kind}, cards: [{{name: Mine, ask: {ask}}}]}}]"
    config = configured(tmp_path, text)
    (card,) = config.load_note_types()[kind].cards
    assert f'<div class="fg {kind}" lang="{{{{{ask.title()}Language}}}}"' in card.front


def test_a_new_card_type_has_an_id_of_its_own_that_its_name_gives(tmp_path: Path) -> None:
    text = "note_types: [{kind: term, cards: [{name: Produce}, {name: NAME, ask: native, typed: TargetTerm}]}]"
    one, again, other = (
        configured(tmp_path, text.replace("NAME", name)).card_types.note_types[0].cards
        for name in ("Spell", "Spell", "Write")
    )
    default = next(t for t in load_config(bundled("config")).card_types.note_types if t.kind == "term")
    assert one[0] == default.cards[0]
    assert one[1].id == again[1].id != other[1].id
    assert one[1].id not in {card.id for card in default.cards}


def test_the_note_types_that_a_user_leaves_out_stay_as_they_are(tmp_path: Path) -> None:
    config = configured(tmp_path, "note_types: [{kind: faq, name: my questions}]")
    kinds = {note_type.kind: note_type for note_type in config.card_types.note_types}
    default = {note_type.kind: note_type for note_type in load_config(bundled("config")).card_types.note_types}
    assert kinds.pop("faq").id == default.pop("faq").id
    assert kinds == default


def test_a_configuration_that_changes_nothing_gives_the_same_package(tmp_path: Path) -> None:
    moment = 1_700_000_000
    plain = make(tmp_path / "one.apkg", load_config(bundled("config")), moment=moment)
    config = configured(
        tmp_path, "note_types: [{kind: faq}, {kind: term, cards: [{name: Produce}, {name: Recognise}]}]"
    )
    assert make(tmp_path / "two.apkg", config, moment=moment).read_bytes() == plain.read_bytes()


@pytest.mark.parametrize("order", ["articles", "kinds", "frequency"])
def test_new_cards_come_in_the_order_that_was_asked_for(tmp_path: Path, order: str) -> None:
    package = make(tmp_path / "deck.apkg", configured(tmp_path, settings=f"order: {order}"))
    with open_collection() as collection:
        collection.import_package(package)
        notes = sorted(collection.notes(), key=lambda note: note.cards[0].due)
    kinds = [tuple(KINDS).index(note.note_type.split()[1]) for note in notes]
    articles = [note.fields["Article"] for note in notes]
    if order == "kinds":
        assert kinds == sorted(kinds)
    else:
        assert len(list(dict.fromkeys(articles))) == sum(
            one != two for one, two in zip(articles, articles[1:] + [""], strict=True)
        )
        assert (articles == sorted(articles)) == (order == "articles")


def test_a_limit_keeps_the_definition_and_what_comes_first(tmp_path: Path) -> None:
    package = tmp_path / "deck.apkg"
    make(package, configured(tmp_path))
    report = build(
        Request("ru", "it", (bundled("sample"),), jobs=1), configured(tmp_path, settings="notes_per_article: 2"),
        Destination(package), Surroundings(),
    )  # fmt: skip
    by_article: dict[str, list[str]] = {}
    assert report.editions
    for row in report.editions.next.rows:
        by_article.setdefault(row.note.article, []).append(row.note.kind)
    assert all(kinds[0] == "definition" and len(kinds) == 2 for kinds in by_article.values())
    assert report.left_out
    assert not report.gone
