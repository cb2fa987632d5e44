"""The bundled templates hold together: one stylesheet, no loose ends, nothing that only some apps would show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flashgen.anki.note_types import NoteType
from flashgen.anki.unbroken import unbroken
from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.merging import CLOZE_CARD
from flashgen.config.note_types import load_note_types
from flashgen.config.schema import ANY_BACK, ANY_FRONT, CardTypes

SIZES = {"short", "medium", "long"}
"""The classes that a note brings: how long its answer is."""
ELEMENTS = {"div", "span", "details", "summary", "ul", "li"}
NIGHT = (".card.nightMode", ".nightMode .card", ".card.night_mode", ".night_mode .card")


@pytest.fixture(scope="module")
def card_types() -> CardTypes:
    return load_config(bundled("config")).card_types


@pytest.fixture(scope="module")
def note_types(card_types: CardTypes) -> dict[str, NoteType]:
    return load_note_types(card_types, (bundled("card_templates"),))


@pytest.fixture(scope="module")
def css(note_types: dict[str, NoteType]) -> str:
    """The stylesheet without its comments."""
    (style,) = {note_type.css for note_type in note_types.values()}
    return re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)


@pytest.fixture(scope="module")
def sides(note_types: dict[str, NoteType]) -> list[str]:
    return [side for each in note_types.values() for card in each.cards for side in (card.front, card.back)]


def classes(sides: list[str]) -> set[str]:
    found = {name for side in sides for value in re.findall(r'class="([^"]*)"', side) for name in value.split()}
    return found | SIZES if "{{TargetSize}}" in found else found


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Selector and declarations of each rule, those within @media among them."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        yield " ".join(selector.split()), body


def test_the_stylesheet_is_balanced(css: str) -> None:
    assert css.count("{") == css.count("}") > 50
    assert css.count("(") == css.count(")")


def test_the_stylesheet_loads_nothing_and_needs_no_force(css: str) -> None:
    assert not re.search(r"url\(|image-set\(|@import|@font-face|https?:|!important", css)


def test_every_custom_property_that_is_used_is_declared(css: str) -> None:
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+)\s*:", css))


def test_every_custom_property_that_is_declared_is_used(css: str) -> None:
    assert set(re.findall(r"(--[\w-]+)\s*:", css)) <= set(re.findall(r"var\((--[\w-]+)", css))


def test_colours_stand_in_one_place(css: str) -> None:
    coloured = {selector for selector, body in rules(css) if re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", body)}
    assert all(selector.split(",")[0] in (".card", NIGHT[0]) for selector in coloured)


def test_night_has_every_colour_of_the_day_by_every_class_that_an_app_sets(css: str) -> None:
    palettes = [(selector, set(re.findall(r"(--[\w-]+):\s*#", body))) for selector, body in rules(css)]
    palettes = [(selector, names) for selector, names in palettes if names]
    assert [selector for selector, _ in palettes] == [".card", ", ".join(NIGHT)] * 2
    by_day = palettes[0][1]
    assert all(names == by_day for _, names in palettes)


def test_sides_are_logical(css: str) -> None:
    named = r"(?:margin|padding|border|inset)-(?:left|right)|(?:^|[;{\s])(?:left|right|float)\s*:"
    # program text runs from left to right in every language
    assert [selector for selector, body in rules(css) if re.search(named + r"|text-align:\s*(?:left|right)", body)] == [
        ".fg .text pre"
    ]


def test_what_moves_asks_first(css: str) -> None:
    outside = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*\s*\}", "", css)
    assert not re.search(r"\b(?:transition|animation)\b", outside)


def test_every_rule_is_for_something_that_cards_have(css: str, sides: list[str]) -> None:
    known = classes([*sides, unbroken("25 %")]) | {"card", "nightMode", "night_mode"}
    assert {name for selector, _ in rules(css) for name in re.findall(r"\.([a-zA-Z][\w-]*)", selector)} <= known


def test_cards_are_of_few_and_harmless_elements(sides: list[str]) -> None:
    assert {name for side in sides for name in re.findall(r"<(\w+)", side)} <= ELEMENTS
    attributes = {name for side in sides for name in re.findall(r"\s([\w-]+)=\"", side)}
    assert attributes <= {"class", "dir", "id", "lang"}


def test_elements_are_closed(sides: list[str]) -> None:
    for side in sides:
        for name in ELEMENTS:
            assert len(re.findall(f"<{name}\\b", side)) == side.count(f"</{name}>")


def test_every_field_of_a_language_stands_in_that_language(sides: list[str]) -> None:
    shown = r"\{\{(Target|Native)(?!Language|Direction|Size|Url|EditUrl)\w+\}\}"
    inside = r'lang="\{\{(\w+?)Language\}\}"\s+dir="\{\{(\w+?)Direction\}\}">\{\{(Target|Native)\w+\}\}'
    for side in sides:
        found = re.findall(inside, side)
        assert len(found) == len(re.findall(shown, side)) > 0
        assert all(lang == direction == field for lang, direction, field in found)


def test_a_front_does_not_show_what_it_asks_for(card_types: CardTypes, note_types: dict[str, NoteType]) -> None:
    names = {field.name for field in card_types.fields}
    for card in (card for note_type in note_types.values() for card in note_type.cards):
        shown = set(re.findall(r"\{\{(\w+)\}\}", card.front))
        route = re.search(r"\{\{(\w+)Language\}\} → \{\{(\w+)Language\}\}", card.front)
        answers = {name for name in names if name.startswith(route[2])} if route else {"TargetAnswer", "TargetFigure"}
        assert shown & answers <= {f"{route[2]}Language"} if route else not shown & answers


def test_what_a_section_goes_on_with_is_open_and_what_others_do_is_not(note_types: dict[str, NoteType]) -> None:
    backs = {kind: [card.back for card in note_type.cards] for kind, note_type in note_types.items()}
    assert [kind for kind, found in backs.items() if any('class="fold more" open>' in back for back in found)] == [
        "section"
    ]


@pytest.mark.parametrize("name", ["pair", "question", "term", "card"])
def test_every_partial_is_used(name: str) -> None:
    folder = bundled("card_templates")
    others = [path for path in folder.rglob("*.html") if path.stem != name]
    assert any(f"partials/{name}.html" in path.read_text(encoding="utf-8") for path in others)


def test_every_file_is_used(card_types: CardTypes) -> None:
    folder = bundled("card_templates")
    named = {name for each in card_types.note_types for card in each.cards for name in (card.front, card.back)}
    named |= {ANY_FRONT, ANY_BACK, CLOZE_CARD["front"], CLOZE_CARD["back"]}  # of card types that only a user has
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in files - named - {card_types.style} if f'"{name}"' not in texts} == set()


def test_one_part_of_the_stylesheet_can_be_replaced(card_types: CardTypes, tmp_path: Path) -> None:
    own = tmp_path / "styles" / "colours.css"
    own.parent.mkdir()
    own.write_text(".card { --paper: navy; }", encoding="utf-8")
    css = load_note_types(card_types, (tmp_path, bundled("card_templates")))["faq"].css
    assert "--paper: navy" in css and "#fbfaf6" not in css and ".fg .answer" in css
