"""Every mistake in a template is found before anything is written, and is named in the user's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.anki.note_types import NoteField, NoteType
from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.note_types import load_note_types
from flashgen.config.schema import CardTypes
from flashgen.errors import FlashgenError
from flashgen.kinds import KINDS

FRONT, BACK = "faq/question.front.html", "faq/question.back.html"
GOOD = "{{#TargetQuestion}}{{TargetQuestion}}{{/TargetQuestion}}"


def card_types() -> CardTypes:
    return load_config(bundled("config")).card_types


def load(folder: Path, files: dict[str, str]) -> dict[str, NoteType]:
    """The note types with some template files replaced."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_note_types(card_types(), (folder, bundled("card_templates")))


def problems(folder: Path, files: dict[str, str]) -> list[str]:
    with pytest.raises(FlashgenError) as raised:
        load(folder, files)
    return [str(problem) for problem in raised.value.problems]


def test_the_bundled_templates_have_no_mistake(tmp_path: Path) -> None:
    assert set(load(tmp_path, {})) == set(KINDS)


def test_the_bundled_templates_keep_ankis_marks(tmp_path: Path) -> None:
    card = load(tmp_path, {})["faq"].cards[0]
    assert "{{TargetQuestion}}" in card.front
    assert not any(mark in card.front + card.back for mark in ("<<", "<%", "<#"))


def test_one_file_can_be_overridden_by_its_name(tmp_path: Path) -> None:
    assert load(tmp_path, {FRONT: GOOD})["faq"].cards[0].front == GOOD


def test_the_stylesheet_can_be_overridden(tmp_path: Path) -> None:
    assert load(tmp_path, {"style.css": ".card { color: navy }"})["faq"].css == ".card { color: navy }"


def test_a_partial_can_be_overridden(tmp_path: Path) -> None:
    partial = (
        "<% macro front(kind) %>{{TargetQuestion}}<% endmacro %><% macro back(kind) %>{{TargetAnswer}}<% endmacro %>"
    )
    assert load(tmp_path, {"partials/question.html": partial})["faq"].cards[0].front == "{{TargetQuestion}}"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (FRONT, "{{TargetQestion}}", "there is no field {{TargetQestion}}; did you mean 'TargetQuestion'?"),
        (BACK, "{{targetanswer}}", "there is no field {{targetanswer}}"),
        (BACK, "{{#Nativ}}x{{/Nativ}}", "there is no field {{#Nativ}}"),
        (BACK, "{{^TargetHnt}}x{{/TargetHnt}}", "there is no field {{^TargetHnt}}; did you mean 'TargetHint'?"),
        (BACK, "{{#FrontSide}}x{{/FrontSide}}", "there is no field {{#FrontSide}}"),
        (FRONT, "{{#TargetQuestion}}{{TargetQuestion}}", "{{#TargetQuestion}} is never closed"),
        (BACK, "x{{/Topic}}", "{{/Topic}} closes what is not open here (nothing is open)"),
        (FRONT, "{{hint:TargetQuestion}}", "filters and FrontSide do not belong on a front"),
        (FRONT, "{{FrontSide}}{{TargetQuestion}}", "filters and FrontSide do not belong on a front"),
        (BACK, "[sound:bee.mp3]", "'[sound:' plays sound"),
        (BACK, "[anki:tts lang=it_IT]x[/anki:tts]", "'[anki:' plays sound"),
        (BACK, "<audio controls></audio>", "'<audio' plays sound"),
        (BACK, "{{tts it_IT:TargetAnswer}}", "{{tts it_IT:TargetAnswer}} speaks; cards are silent"),
        (BACK, "<script>go()</script>", "'<script' runs script"),
        (BACK, '<b onclick="go()">x</b>', "'onclick=' runs script"),
        (BACK, '<a href="JavaScript:go()">x</a>', "'href=' leads elsewhere"),
        (BACK, "<style>b { background: url(bee.png) }</style>", "'<style': styles belong into the stylesheet"),
        (BACK, "<img src='bee.png'>", "'<img' loads something from elsewhere"),
        ("style.css", "@import 'more.css';", "'@import' loads something from elsewhere"),
        ("style.css", ".card { background: url(bee.png) }", "'url(' loads something from elsewhere"),
        (BACK, "[latex]x[/latex]", "'[latex]' starts LaTeX"),
        (BACK, "[$]x[/$]", "'[$]' starts LaTeX"),
        (FRONT, "a question", "no note can fill this front; show a field on it"),
        (FRONT, "{{TargetLanguage}}: {{TargetQuestion}}", "this front is filled even for an empty note"),
        (BACK, '<% from "partials/qestion.html" import back %>', "partials/qestion.html does not exist"),
        (BACK, "<% include 'partials/carrd.html' %>", "did you mean 'partials/card.html'?"),
        (BACK, "<% if %>", f"{BACK}:1: "),
        (BACK, "x\n\n<% endfor %>", f"{BACK}:3: "),
        (BACK, "<< nobody >>", "'nobody' is undefined"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file(tmp_path: Path, name: str, text: str, said: str) -> None:
    found = problems(tmp_path, {name: text})
    assert [line for line in found if line.startswith(str(tmp_path / name)) and said in line], found


@pytest.mark.parametrize("field", ["NativeLanguage", "NativeDirection", "TargetDirection", "Article", "Id"])
def test_a_front_that_is_filled_for_every_note_is_refused(tmp_path: Path, field: str) -> None:
    front = f"{{{{#TargetQuestion}}}}{{{{TargetQuestion}}}}{{{{/TargetQuestion}}}} {{{{{field}}}}}"
    assert any("filled even for an empty note" in line for line in problems(tmp_path, {FRONT: front}))


@pytest.mark.parametrize("name", ["Card", "Deck", "Type"])
def test_a_front_that_anki_itself_fills_is_refused(tmp_path: Path, name: str) -> None:
    front = f"{GOOD} {{{{{name}}}}}"
    assert any("filled even for an empty note" in line for line in problems(tmp_path, {FRONT: front}))


@pytest.mark.parametrize("name", [FRONT, BACK])
def test_a_tag_that_is_never_closed_is_refused(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, {name: GOOD + "{{TargetAnswer}"})


@pytest.mark.parametrize(
    "text",
    [
        '<img srcset="//example.org/bee.png 2x">',
        '<object data="//example.org/bee.svg"></object>',
        '<iframe srcdoc="x"></iframe>',
    ],
)
def test_other_ways_to_load_something_are_refused(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, {BACK: text})


def test_two_card_types_with_equal_fronts_are_refused(tmp_path: Path) -> None:
    files = dict.fromkeys(("term/produce.front.html", "term/recognise.front.html"), "{{#Id}}{{NativeTerm}}{{/Id}}")
    assert problems(tmp_path, files) == ["flashgen term: the card types Produce and Recognise have the same front"]


def test_a_template_that_does_not_exist_is_named_with_the_nearest(tmp_path: Path) -> None:
    config = card_types()
    faq = config.note_types[-1]
    card = faq.cards[0].model_copy(update={"front": "faq/qestion.front.html"})
    broken = config.model_copy(update={"note_types": [faq.model_copy(update={"cards": [card]})]})
    with pytest.raises(FlashgenError, match=r"does not exist; did you mean 'faq/question\.front\.html'\?"):
        load_note_types(broken, (tmp_path, bundled("card_templates")))


def test_a_template_outside_the_folders_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("{{TargetQuestion}}")
    with pytest.raises(FlashgenError, match="does not exist"):
        load(tmp_path / "own", {FRONT: "<% include '../secret.html' %>"})


def test_all_mistakes_are_listed_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, {FRONT: "{{A1}}{{B1}}", BACK: "[sound:x]", "style.css": "@import 'x';"})
    assert len(found) >= 4
    assert len(set(found)) == len(found)


def test_an_empty_note_has_no_card(tmp_path: Path) -> None:
    for note_type in load(tmp_path, {}).values():
        assert note_type.filled_cards([""] * len(note_type.fields)) == ()
        assert note_type.filled_cards([" "] * len(note_type.fields)) == ()


def test_a_full_note_has_every_card(tmp_path: Path) -> None:
    for note_type in load(tmp_path, {}).values():
        assert note_type.filled_cards(["x"] * len(note_type.fields)) == tuple(range(len(note_type.cards)))


def test_ids_and_fields_come_from_the_configuration(tmp_path: Path) -> None:
    config = card_types()
    for note_type in config.note_types:
        loaded = load(tmp_path, {})[note_type.kind]
        assert (loaded.id, loaded.name) == (note_type.id, note_type.name)
        assert [card.id for card in loaded.cards] == [card.id for card in note_type.cards]
        assert loaded.fields == tuple(NoteField(field.id, field.name, field.value or "") for field in config.fields)
        assert loaded.fields[loaded.sort_field].name == config.sort_field
