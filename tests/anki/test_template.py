"""Anki's template language: what a front shows, which conditionals are broken, and which cards a note has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from anki.collection import Collection

from flashgen.anki.template import (
    Conditional,
    Replacement,
    TemplateError,
    filled_cards,
    is_filled,
    parse,
    walk,
)
from tests.support.anki_note import add_note, empty_collection


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    with empty_collection() as opened:
        yield opened


def cards_of_anki(
    collection: Collection, fronts: Sequence[str], fields: Mapping[str, str], *, is_cloze: bool = False
) -> tuple[int, ...]:
    """The positions of the cards that Anki makes of a note without tags."""
    templates = [(front, front if is_cloze else f"{{{{FrontSide}}}} {n}") for n, front in enumerate(fronts)]
    note = add_note(collection, fields, templates, is_cloze=is_cloze)
    return tuple(dict.fromkeys(card.ord for card in note.cards()))


def cards_of_rule(fronts: Sequence[str], fields: Mapping[str, str], *, is_cloze: bool = False) -> tuple[int, ...]:
    return filled_cards([parse(front) for front in fronts], fields, cloze=is_cloze)


def test_a_replacement_has_a_name_and_filters() -> None:
    assert parse("a {{ text : type:Front }} b") == (Replacement("Front", ("text", "type")),)


def test_conditionals_nest() -> None:
    assert parse("{{#A}}{{^B}}{{C}}{{/B}}{{/A}}") == (
        Conditional("A", False, (Conditional("B", True, (Replacement("C", ()),)),)),
    )


def test_plain_text_holds_nothing() -> None:
    assert parse("<p>{ not a field } {}</p>") == ()


def test_walk_visits_every_node() -> None:
    assert [node.name for node in walk(parse("{{A}}{{#B}}{{C}}{{/B}}"))] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{#A}}x", "{{#A}} is never closed"),
        ("x{{/A}}", "{{/A}} closes what is not open here (nothing is open)"),
        ("{{#A}}{{#B}}{{/A}}{{/B}}", "{{/A}} closes what is not open here ({{#B}} is open)"),
        ("{{#A}}{{/a}}", "{{/a}} closes what is not open here ({{#A}} is open)"),
    ],
)
def test_unbalanced_conditionals_are_refused(text: str, message: str) -> None:
    with pytest.raises(TemplateError) as raised:
        parse(text)
    assert str(raised.value) == message


def test_a_negated_conditional_is_named_as_it_was_written() -> None:
    with pytest.raises(TemplateError) as raised:
        parse("{{^A}}x")
    assert "{{^A}}" in str(raised.value)


@pytest.mark.parametrize("text", ["{{A", "x {{A} y", "{{#B}}{{A}{{/B}}"])
def test_a_tag_that_is_never_closed_is_refused(text: str) -> None:
    with pytest.raises(TemplateError):
        parse(text)


# (front, filled fields, whether Anki makes the card)
FRONTS = [
    ("{{A}}", "A", True),
    ("{{A}}", "B", False),
    ("{{#B}}{{A}}{{/B}}", "A", False),
    ("{{#B}}{{A}}{{/B}}", "B", False),
    ("{{#B}}{{A}}{{/B}}", "AB", True),
    ("{{^B}}{{A}}{{/B}}", "A", True),
    ("{{^B}}{{A}}{{/B}}", "AB", False),
    ("{{#A}}words{{/A}}", "A", False),
    ("{{^B}}words{{/B}}", "A", False),
    ("{{Tags}}", "A", False),
    ("{{foo:A}}", "A", True),
    ("{{#A}}{{#B}}{{A}}{{/B}}{{/A}}", "AB", True),
    ("{{FrontSide}}", "A", False),
    ("{{{A}}}", "A", True),
    ("{{ # A }}{{A}}{{ / A }}", "A", True),
    ("{{#Type}}{{A}}{{/Type}}", "A", True),
    ("{{^Type}}{{A}}{{/Type}}", "A", False),
    ("{{#Type}}words{{/Type}}", "A", False),
    ("{{#Tags}}{{A}}{{/Tags}}", "A", False),
    ("{{^Tags}}{{A}}{{/Tags}}", "A", True),
    ("{{#c1}}{{A}}{{/c1}}", "A", False),
    ("{{^c1}}{{A}}{{/c1}}", "A", True),
    ("<!-- {{A}} -->{{B}}", "A", False),
]
EMPTY_OR_NOT = (
    "", " ", "\t\n\v\f\r", "<br>", "<br/>", "<br />", "<BR>", "</br>", "<div></div>", " <div><br></div>\n",
    "0", "&nbsp;", "\u00a0", "\u3000", "\u2028", "<br  />", "<p></p>", "<div class=x></div>", "<span></span>", "<br>x",
)  # fmt: skip
CLOZES = (
    "{{c1::a}}", "{{c2::a}} {{c1,4::b}}", "{{c0::a}} {{c2::b}}", "{{c,1,,2,::a}}", "{{c1::}}", "{{c01::a}}",
    "{{c1::a}} {{c3::never closed", "{{c1::a {{c2::b}}", "{{c1::a {{c2::b {{c3::c}} d}} e}}",
    "}} {{c1::closed twice}} }}", "{{c::a}}", "{{c,::a}} {{c1::b}}", "{{c1::{{c::a}}}}",
    "{{c1,x::a}}", "{{C1::a}}", "{{c1:a}}", "{{c१::a}}",
    "{{c1\n::a}}", "{<span></span>{c1::a}}", "{{c1::<!-- }} -->{{c2::b}}",
    "{{c500::a}} {{c900::b}}", "{{c65535::a}}", "{{c65536::a}}", "{{c1::a}} {{c65536,2::b}}",
    "".join(f"{{{{c{number}::" for number in range(1, 13)) + "deep" + "}}" * 12,
)  # fmt: skip


@pytest.mark.parametrize(("front", "filled", "expected"), FRONTS)
def test_a_card_exists_when_its_front_shows_a_filled_field(
    front: str, filled: str, expected: bool, collection: Collection
) -> None:
    assert is_filled(parse(front), set(filled)) is expected
    fields = {"Sure": "s", **{name: name * (name in filled) for name in "AB"}}
    cards = (0, 1) if expected else (0,)
    assert cards_of_rule(("{{Sure}}", front), fields) == cards
    assert cards_of_anki(collection, ("{{Sure}}", front.replace("foo:", "text:")), fields) == cards


@pytest.mark.parametrize("html", EMPTY_OR_NOT)
def test_a_field_is_empty_where_anki_says_so(html: str, collection: Collection) -> None:
    fronts = ("{{Sure}}", "{{A}}", "{{^A}}{{Sure}}{{/A}}")
    fields = {"Sure": "s", "A": html}
    cards = cards_of_rule(fronts, fields)
    assert cards in ((0, 1), (0, 2))
    assert cards == cards_of_anki(collection, fronts, fields)


@pytest.mark.parametrize("html", CLOZES)
def test_a_cloze_note_has_the_cards_that_anki_makes(html: str, collection: Collection) -> None:
    fields = {"Text": html, "Sure": "{{c7::s}}"}
    cards = cards_of_rule(("{{cloze:Text}}",), fields, is_cloze=True)
    assert set(cards) == set(cards_of_anki(collection, ("{{cloze:Text}}",), fields, is_cloze=True))
    assert list(cards) == sorted(cards)


def test_a_note_without_a_filled_front_or_a_cloze_has_no_card() -> None:
    assert cards_of_rule(("{{A}}", "{{#A}}{{B}}{{/A}}"), {"A": "<br>", "B": "b"}) == ()
    assert cards_of_rule(("{{cloze:A}}",), {"A": "a", "B": "{{c1::never closed"}, is_cloze=True) == ()


@pytest.mark.parametrize("name", ["Deck", "Subdeck", "Card", "CardFlag", "Type"])
def test_what_anki_fills_itself_counts_as_filled(name: str) -> None:
    assert is_filled(parse(f"{{{{{name}}}}}"), set())


def test_a_field_in_a_comment_is_not_shown() -> None:
    assert not is_filled(parse("<!-- {{A}} -->"), {"A"})
