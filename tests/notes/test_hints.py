"""What may help with a term without giving away what is asked."""

from __future__ import annotations

import pytest

from flashgen.notes.hints import hint_of_term


@pytest.mark.parametrize(
    ("definition", "title", "asked", "hint"),
    [
        ("Le pain au levain (sourdough) lève.", "Pain au levain", "Sourdough", "Le pain au levain lève."),
        ("Le levain bleu (ou Blue/Green) lève.", "Levain bleu", "ブルーグリーン", "Le levain bleu lève."),
        ("发酵（Fermentation）是一种方法。", "发酵", "Gärung", "发酵是一种方法。"),
        ("A loaf of dough (in Italian: pane) is baked.", "Bread", "Pane", "A loaf of dough is baked."),
    ],
)  # fmt: skip
def test_a_bracket_that_says_the_title_otherwise_is_left_for_the_back(
    definition: str, title: str, asked: str, hint: str
) -> None:
    assert hint_of_term(definition, title, asked) == hint


@pytest.mark.parametrize("asked", ["Kastenform", "Forma per loaf", "Tinello di loaf"])
def test_a_bracket_stays_that_says_the_title_behind_another_name(asked: str) -> None:
    definition = "Bread tin (or loaf tin) is what dough is baked in."
    assert hint_of_term(definition, "Loaf tin", asked) == definition


def test_other_brackets_stay() -> None:
    definition = "A loaf is dough that was baked (mostly in an oven)."
    assert hint_of_term(definition, "Loaf", "Pagnotta") == definition


@pytest.mark.parametrize(
    ("definition", "title"),
    [
        ("Ein 9(c)-Brot ist ein Brot aus Roggen.", "9 Brote"),
        ("Das Brot 9(c) ist ein Brot aus Roggen.", "Brot 9(c)"),
    ],
)
def test_a_bracket_that_belongs_to_a_name_stays(definition: str, title: str) -> None:
    assert hint_of_term(definition, title, "pão") == definition


def test_a_definition_that_names_what_is_asked_gives_no_hint() -> None:
    assert hint_of_term("Sourdough, le pain au levain, lève.", "Pain au levain", "Sourdough") == ""
