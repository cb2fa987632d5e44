"""Finished packages, judged by a real Anki."""

from __future__ import annotations

import os
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flashgen.config.load import load_config
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from tests.support.anki_collection import AnkiCard, AnkiCollection, AnkiNote, open_collection

PAIRS = (("ru", "it"), ("it", "ar"), ("ar", "ru"), ("en", "pl"), ("da", "en"))
VOID = frozenset(("br", "hr", "wbr", "img"))
EARLIER, LATER = 1_700_000_000, 1_700_100_000


@dataclass(frozen=True)
class Imported:
    """A package of the sample, and the collection it was imported into."""

    native: str
    target: str
    package: Path
    report: Report
    outcome: dict[str, frozenset[str]]
    collection: AnkiCollection
    notes: list[AnkiNote]

    @property
    def cards(self) -> list[AnkiCard]:
        return [card for note in self.notes for card in note.cards]


def build_deck(
    native: str, target: str, output: Path, corpus: Path | None = None, settings: Path | None = None
) -> Report:
    config = load_config(settings)
    folders = (corpus,) if corpus else config.corpus
    request = Request(native, target, folders, jobs=1)
    return build(request, config, Destination(output), Surroundings())


@pytest.fixture(scope="module", params=PAIRS, ids="-".join)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    native, target = request.param
    package = tmp_path_factory.mktemp("sample") / "deck.apkg"
    report = build_deck(native, target, package)
    with open_collection() as collection:
        outcome = collection.import_package(package)
        yield Imported(native, target, package, report, outcome, collection, collection.notes())


class Reader(HTMLParser):
    """Reads HTML as a browser would: its visible text, its elements, and how `innerHTML` would write it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.homeless: list[str] = []
        """Texts that stand in no element with both a language and a direction."""
        self.written = ""
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()
        self.written += "".join(f"</{tag}>" for tag, _ in reversed(self._open))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        self.written += f"<{tag}{''.join(_attribute(*pair) for pair in attributes.items())}>"
        if tag not in VOID:
            is_home = bool(attributes.get("lang") and attributes.get("dir"))
            self._open.append((tag, is_home or any(home for _, home in self._open)))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == opened for opened, _ in self._open):
            while self._open:
                closed, _ = self._open.pop()
                self.written += f"</{closed}>"
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "style":
            return
        self.text += data
        self.written += _escaped(data)
        if data.strip() and not any(home for _, home in self._open):
            self.homeless.append(data)

    def handle_comment(self, data: str) -> None:
        self.written += f"<!--{data}-->"


def _escaped(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\u00a0", "&nbsp;")):
        text = text.replace(character, entity)
    return text


def _attribute(name: str, value: str) -> str:
    return ' {}="{}"'.format(name, value.replace("&", "&amp;").replace("\u00a0", "&nbsp;").replace('"', "&quot;"))


def sides(cards: list[AnkiCard]) -> Iterator[str]:
    for card in cards:
        yield card.front
        yield card.back


def packed_cards(package: Path, folder: Path) -> dict[str, tuple[int, ...]]:
    """The card positions that flashgen wrote, by guid."""
    with zipfile.ZipFile(package) as members:
        connection = sqlite3.connect(members.extract("collection.anki2", folder))
    rows = connection.execute("select n.guid, c.ord from notes n join cards c on c.nid = n.id order by c.ord")
    found: dict[str, tuple[int, ...]] = {}
    for guid, position in rows:
        found[guid] = (*found.get(guid, ()), position)
    connection.close()
    return found


def test_a_first_import_is_all_new(imported: Imported) -> None:
    found = {outcome: len(guids) for outcome, guids in imported.outcome.items()}
    assert found == {"new": imported.report.tally.notes.total(), "updated": 0, "duplicate": 0, "conflicting": 0}


def test_each_kind_has_the_notes_and_cards_of_the_report(imported: Imported) -> None:
    for kind, count in imported.report.tally.notes.items():
        notes = [note for note in imported.notes if note.note_type == f"flashgen {kind}"]
        assert (len(notes), sum(len(note.cards) for note in notes)) == (count, imported.report.tally.cards[kind])


def test_no_card_is_empty(imported: Imported) -> None:
    assert imported.collection.empty_cards() == []


def test_anki_would_make_exactly_the_packed_cards(imported: Imported, tmp_path: Path) -> None:
    packed = packed_cards(imported.package, tmp_path)
    imported.collection.generate_missing_cards()
    assert imported.collection.card_positions() == packed


def test_check_database_finds_nothing(imported: Imported) -> None:
    text, is_clean = imported.collection.check_database()
    assert is_clean, text


def test_both_sides_of_every_card_show_text(imported: Imported) -> None:
    assert all(Reader(side).text.strip() for side in sides(imported.cards))


def test_the_back_shows_more_than_the_front(imported: Imported) -> None:
    assert all(len(Reader(card.back).text) > len(Reader(card.front).text) for card in imported.cards)


def test_no_template_language_is_left_on_a_card(imported: Imported) -> None:
    left = re.compile(r"\{\{|\}\}|<%|%>|<<|no field called|template problem|card template|invalid", re.IGNORECASE)
    assert not [side for side in sides(imported.cards) if left.search(side.split("</style>")[-1])]


def test_cards_are_silent(imported: Imported) -> None:
    assert sum(card.sounds for card in imported.cards) == 0
    assert imported.collection.media() == []


def test_every_text_element_has_a_language_and_a_direction(imported: Imported) -> None:
    for side in sides(imported.cards):
        texts = [attributes for _, attributes in Reader(side).elements if "text" in attributes.get("class", "").split()]
        assert texts
        assert all(attributes.get("lang") and attributes.get("dir") for attributes in texts)


def test_no_text_stands_outside_a_language(imported: Imported) -> None:
    assert [text for side in sides(imported.cards) for text in Reader(side).homeless] == []


def test_arabic_and_only_arabic_runs_from_right_to_left(imported: Imported) -> None:
    found = {
        (attributes["lang"], attributes["dir"])
        for side in sides(imported.cards)
        for _, attributes in Reader(side).elements
        if attributes.get("lang")
    }
    expected = {(tag, "rtl" if tag == "ar" else "ltr") for tag in (imported.native, imported.target, "en")}
    assert found == expected


def test_target_elements_are_in_the_target_language(imported: Imported) -> None:
    for side in sides(imported.cards):
        for _, attributes in Reader(side).elements:
            words = attributes.get("class", "").split()
            if "text" in words:
                assert attributes["lang"] == (imported.target if "target" in words else imported.native)


def test_a_browser_would_write_every_field_as_it_is(imported: Imported) -> None:
    values = [value for note in imported.notes for value in note.fields.values()]
    assert [value for value in values if Reader(value).written != value] == []


def test_decks_are_named_for_the_two_languages(imported: Imported) -> None:
    prefix = f"flashgen {imported.native}→{imported.target}"
    assert all(card.deck.split("::")[0] == prefix for card in imported.cards)


def test_importing_the_same_package_again_changes_nothing(imported: Imported) -> None:
    outcome = imported.collection.import_package(imported.package)
    guids = frozenset(note.guid for note in imported.notes)
    empty: frozenset[str] = frozenset()
    assert outcome == {"new": empty, "updated": empty, "duplicate": guids, "conflicting": empty}


def test_building_over_it_gives_the_same_bytes(imported: Imported) -> None:
    before = imported.package.read_bytes()
    report = build_deck(imported.native, imported.target, imported.package)
    assert imported.package.read_bytes() == before
    assert report.tally.changes["unchanged"] == report.tally.notes.total()


def test_building_elsewhere_gives_the_same_bytes(imported: Imported, tmp_path: Path) -> None:
    build_deck(imported.native, imported.target, tmp_path / "other.apkg")
    assert (tmp_path / "other.apkg").read_bytes() == imported.package.read_bytes()


def test_two_directions_of_one_pair_share_no_note(tmp_path: Path) -> None:
    build_deck("ru", "it", tmp_path / "one.apkg")
    build_deck("it", "ru", tmp_path / "other.apkg")
    with open_collection() as collection:
        collection.import_package(tmp_path / "one.apkg")
        outcome = collection.import_package(tmp_path / "other.apkg")
    assert outcome["new"] and not outcome["updated"] | outcome["duplicate"] | outcome["conflicting"]


# Markdown, and what the learner must see of it
MATH = "a+b"
DRAWN = re.compile(r"\\([(\[])a\+b\\[)\]]")
"""A formula: plain text, and the same between the marks of MathJax, in or on a line, where that is on."""
HOSTILE = {
    "script": ("<script>alert(7)</script>", "<script>alert(7)</script>"),
    "script with entities": ("&lt;script&gt;alert(8)&lt;/script&gt;", "<script>alert(8)</script>"),
    "iframe": ('<iframe srcdoc="boo">', '<iframe srcdoc="boo">'),
    # a picture that is one stands for nothing that a card shows, and its fact is withheld: this one is written
    "picture": (r"\<img src=x onerror=alert(9)>", "<img src=x onerror=alert(9)>"),
    "comment, escaped": ("&lt;!-- hush", "<!-- hush"),
    "sound": ("[sound:gong.mp3]", "[sound:gong.mp3]"),
    "speech": ("[anki:tts lang=en_US]hello[/anki:tts]", "[anki:tts lang=en_US]hello[/anki:tts]"),
    "play button": ("[anki:play:q:0]", "[anki:play:q:0]"),
    "latex": ("[latex]a+b[/latex]", "[latex]a+b[/latex]"),
    "latex in capitals": ("[LaTeX]a+b[/LaTeX]", "[LaTeX]a+b[/LaTeX]"),
    "dollar latex": ("[$]a+b[/$]", "[$]a+b[/$]"),
    "math": (r"\\(a+b\\)", MATH),
    "display math": (r"\\[a+b\\]", MATH),
    "math that is none": (r"$\href{javascript:alert(1)}{x^2}$", r"\href{javascript:alert(1)}{x^2}"),
    "math in code": (r"`\(a+b\)`", r"\(a+b\)"),
    "cloze": ("{{c1::hidden::hint}}", "{{c1::hidden::hint}}"),
    "field": ("{{TargetTitle}}", "{{TargetTitle}}"),
    "conditional": ("{{#Spare1}}x{{/Spare1}}", "{{#Spare1}}x{{/Spare1}}"),
    "typing box": ("[[type:Source]]", "type:Source"),
    "typing box in code": ("`[[type:Source]]`", "[[type:Source]]"),
    "field separator": ("un\x1fit", "un it"),
    "bell and escape": ("be\x07ll\x1b", "be\ufffdll\ufffd"),
    "ampersands": ("AT&amp;T &amp;amp; co", "AT&T & co"),
}
ALIVE = re.compile(r"\[sound:|\[anki:|\[latex\]|\[\$|\[\[type:|\\\(|\\\[|\{\{|\}\}", re.IGNORECASE)
HARMLESS = {"style", "div", "span", "b", "code", "br", "hr", "details", "summary", "ul", "li"}


def write_corpus(folder: Path, versions: dict[str, str], mtime: int = EARLIER) -> Path:
    for name, text in versions.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        os.utime(path, (mtime, mtime))
    return folder


def lantern(bullets: list[str], *, english: bool, title: str = "") -> str:
    about = (
        "A lantern is a lamp with a handle and glass walls that protect its flame from the wind."
        if english
        else "Una lanterna è una lampada con un manico e pareti di vetro che proteggono la fiamma dal vento."
    )
    name = title or ("Lantern" if english else "Lanterna")
    listed = "\n".join(f"- {bullet}" for bullet in bullets)
    heading = "Highlights" if english else "In sintesi"
    return f"---\ntitle: '{name}'\ndescription: {about}\nkeywords: Light\n---\n\n## {heading}\n\n{listed}\n"


@pytest.fixture(scope="module", params=["text", "mathjax"])
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[AnkiCollection, dict[str, AnkiNote]]]:
    """A deck with one bullet for each hostile text; its notes by the text's name."""
    folder = tmp_path_factory.mktemp("hostile")
    english = [f"The old sailor wrote {text} for the {name} of his lantern." for name, (text, _) in HOSTILE.items()]
    italian = [f"Il vecchio marinaio scrisse {text} come {name} della lanterna." for name, (text, _) in HOSTILE.items()]
    corpus = write_corpus(
        folder / "corpus",
        {
            "en/lantern.md": lantern(english, english=True, title="Lantern {{c1::x}} [sound:a.mp3]"),
            "it/lantern.md": lantern(italian, english=False, title="Lanterna <script>x</script>"),
        },
    )
    settings = folder / "flashgen.yaml"
    # the rule would withhold most of it
    settings.write_text(f"rules: {{template: false}}\nmath: {request.param}\n", encoding="utf-8")
    build_deck("it", "en", folder / "deck.apkg", corpus, settings)
    with open_collection() as collection:
        assert collection.import_package(folder / "deck.apkg")["conflicting"] == frozenset()
        by_name = {
            name: note
            for name in HOSTILE
            for note in collection.notes()
            if f"for the {name} of his lantern" in Reader(note.fields["TargetAnswer"]).text
        }
        yield collection, by_name


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_as_written(hostile: tuple[AnkiCollection, dict[str, AnkiNote]], name: str) -> None:
    visible = HOSTILE[name][1]
    note = hostile[1][name]
    for card in note.cards:
        shown = DRAWN.sub(MATH, Reader(card.back).text) if visible == MATH else Reader(card.back).text
        assert f"wrote {visible} for" in shown
        assert f"scrisse {visible} come" in shown


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_to_no_life(hostile: tuple[AnkiCollection, dict[str, AnkiNote]], name: str) -> None:
    for side in sides(list(hostile[1][name].cards)):
        shown = side.split("</style>")[-1]
        assert not ALIVE.search(DRAWN.sub("", shown) if HOSTILE[name][1] == MATH else shown)
        elements = Reader(side).elements
        assert {tag for tag, _ in elements} <= HARMLESS
        assert {attribute for _, attributes in elements for attribute in attributes} <= {"class", "lang", "dir", "id"}


def test_hostile_fields_stay_as_a_browser_writes_them(hostile: tuple[AnkiCollection, dict[str, AnkiNote]]) -> None:
    values = [value for note in hostile[0].notes() for value in note.fields.values()]
    assert [value for value in values if Reader(value).written != value] == []


def test_hostile_text_brings_neither_media_nor_cards(hostile: tuple[AnkiCollection, dict[str, AnkiNote]]) -> None:
    collection, by_name = hostile
    before = collection.card_positions()
    collection.generate_missing_cards()
    assert collection.card_positions() == before
    assert {len(note.cards) for note in by_name.values()} == {2}
    assert collection.media() == []
    assert sum(card.sounds for note in collection.notes() for card in note.cards) == 0


def test_a_deck_of_hostile_text_passes_check_database(hostile: tuple[AnkiCollection, dict[str, AnkiNote]]) -> None:
    assert hostile[0].empty_cards() == []
    text, is_clean = hostile[0].check_database()
    assert is_clean, text


ENGLISH = [
    "The glass of a lantern keeps the wind away from the flame.",
    "A full tank of oil lasts through the whole night.",
    "Travellers hung lanterns on the front of their carriages.",
]
ITALIAN = [
    "Il vetro di una lanterna tiene il vento lontano dalla fiamma.",
    "Un serbatoio pieno d'olio dura per tutta la notte.",
    "I viaggiatori appendevano le lanterne davanti alle carrozze.",
]


def build_lantern(folder: Path, english: list[str], italian: list[str], mtime: int) -> Path:
    versions = {"en/lantern.md": lantern(english, english=True), "it/lantern.md": lantern(italian, english=False)}
    corpus = write_corpus(folder / "corpus", versions, mtime)
    build_deck("it", "en", folder / "deck.apkg", corpus)
    return folder / "deck.apkg"


def guid_of(notes: list[AnkiNote], answer: str) -> str:
    return next(note.guid for note in notes if note.fields["TargetAnswer"] == answer)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[tuple[AnkiCollection, Path]]:
    """A collection that holds the first edition of the lantern deck, and the folder it is built in."""
    with open_collection() as collection:
        collection.import_package(build_lantern(tmp_path, ENGLISH, ITALIAN, EARLIER))
        yield collection, tmp_path


EDITED = (
    [ENGLISH[0], "A full tank of oil lasts through a long winter night.", ENGLISH[2]],
    [ITALIAN[0], "Un serbatoio pieno d'olio dura per una lunga notte d'inverno.", ITALIAN[2]],
)


def test_after_an_edit_the_other_notes_are_left_alone(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    edited = guid_of(collection.notes(), ENGLISH[1])
    others = frozenset(note.guid for note in collection.notes()) - {edited}
    outcome = collection.import_package(build_lantern(folder, *EDITED, LATER))
    assert others <= outcome["duplicate"]
    assert not others & (outcome["updated"] | outcome["new"])
    assert outcome["conflicting"] == frozenset()


def test_an_edit_of_the_native_side_alone_updates_its_note(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    edited = guid_of(collection.notes(), ENGLISH[1])
    outcome = collection.import_package(build_lantern(folder, ENGLISH, EDITED[1], LATER))
    assert outcome["updated"] == frozenset((edited,))
    assert not outcome["new"]


def test_an_edit_reaches_the_learner_though_no_time_moved(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    edited = guid_of(collection.notes(), ENGLISH[1])
    outcome = collection.import_package(build_lantern(folder, ENGLISH, EDITED[1], EARLIER))
    assert outcome["updated"] == frozenset((edited,))


def test_reordered_bullets_keep_their_notes(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    outcome = collection.import_package(build_lantern(folder, ENGLISH[::-1], ITALIAN[::-1], LATER))
    assert not outcome["new"] | outcome["updated"] | outcome["conflicting"]


def test_an_inserted_bullet_is_the_only_new_note(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    english = [ENGLISH[0], "A wick that is too long makes a lantern smoke.", *ENGLISH[1:]]
    italian = [ITALIAN[0], "Uno stoppino troppo lungo fa fumare la lanterna.", *ITALIAN[1:]]
    outcome = collection.import_package(build_lantern(folder, english, italian, LATER))
    assert len(outcome["new"]) == 1
    assert not outcome["updated"] | outcome["conflicting"]


def test_a_touched_but_unchanged_corpus_changes_no_note(learner: tuple[AnkiCollection, Path]) -> None:
    collection, folder = learner
    outcome = collection.import_package(build_lantern(folder, ENGLISH, ITALIAN, LATER))
    assert not outcome["new"] | outcome["updated"] | outcome["conflicting"]
