"""Anki's template language: what a front shows, and which conditionals are broken."""

from __future__ import annotations

import pytest

from flashgen.anki.template import Conditional, Replacement, TemplateError, is_filled, parse, walk


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
    ("text", "said"),
    [
        ("{{#A}}x", "{{#A}} is never closed"),
        ("x{{/A}}", "{{/A}} closes what is not open here (nothing is open)"),
        ("{{#A}}{{#B}}{{/A}}{{/B}}", "{{/A}} closes what is not open here ({{#B}} is open)"),
        ("{{#A}}{{/a}}", "{{/a}} closes what is not open here ({{#A}} is open)"),
    ],
)
def test_unbalanced_conditionals_are_refused(text: str, said: str) -> None:
    with pytest.raises(TemplateError) as raised:
        parse(text)
    assert str(raised.value) == said


def test_a_negated_conditional_is_named_as_it_was_written() -> None:
    with pytest.raises(TemplateError) as raised:
        parse("{{^A}}x")
    assert "{{^A}}" in str(raised.value)


@pytest.mark.parametrize("text", ["{{A", "x {{A} y", "{{#B}}{{A}{{/B}}"])
def test_a_tag_that_is_never_closed_is_refused(text: str) -> None:
    with pytest.raises(TemplateError):
        parse(text)


# (front, filled fields, whether Anki 25 makes the card): asked of Anki itself
ANKI_SAYS = [
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
]


@pytest.mark.parametrize(("front", "filled", "expected"), ANKI_SAYS)
def test_a_card_exists_when_its_front_shows_a_filled_field(front: str, filled: str, expected: bool) -> None:
    assert is_filled(parse(front), set(filled)) is expected


@pytest.mark.parametrize("name", ["Deck", "Subdeck", "Card", "CardFlag", "Type"])
def test_what_anki_fills_itself_counts_as_filled(name: str) -> None:
    assert is_filled(parse(f"{{{{{name}}}}}"), set())


def test_a_field_in_a_comment_is_not_shown() -> None:
    assert not is_filled(parse("<!-- {{A}} -->"), {"A"})
