"""Pins: read off the end of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.pins import split_pin


@pytest.mark.parametrize(
    ("source", "text", "pin"),
    [
        ("Bees make honey. {#honey}", "Bees make honey.", "honey"),
        ("Bees make honey.{#honey}", "Bees make honey.", "honey"),
        ("Bees make honey. {#honey}  \n", "Bees make honey.", "honey"),
        ("Bees make\nhoney.\n{#honey}", "Bees make\nhoney.", "honey"),
        ("Le api {#miele-2.è}", "Le api", "miele-2.è"),
        ("{#honey}", "", "honey"),
        ("Le api { #miele }", "Le api", "miele"),
        ("Le api {#miele .nota data-x=1}", "Le api", "miele"),
        ("Two {#one} {#two}", "Two {#one}", "two"),
    ],
)
def test_a_pin_at_the_end_is_split_off(source: str, text: str, pin: str) -> None:
    assert split_pin(source) == (text, pin)


@pytest.mark.parametrize(
    "source",
    ["", "Bees.", "Bees {honey}", "Bees {#}", "Bees {# honey}", "Bees {#two words}", "{#honey} bees", "Bees {#a{b}"],
)
def test_what_is_no_pin_stays_text(source: str) -> None:
    assert split_pin(source) == (source, "")


@given(st.text(), st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1))
def test_any_text_can_be_pinned(text: str, pin: str) -> None:
    assert split_pin(f"{text} {{#{pin}}}") == (text.rstrip(), pin)


def test_an_anchor_in_square_brackets_at_the_end_of_a_heading_is_a_pin() -> None:
    body = parse_body("# Koty [#koty]\n\nŚpią.\n\n## Dom [1]\n\nStoi [#3]\n", 1)
    assert [(section.heading.text, section.pin) for section in body.sections] == [("Koty", "koty"), ("Dom [1]", "")]
