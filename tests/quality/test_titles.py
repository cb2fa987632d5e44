"""Titles that no card should name its thing by."""

from __future__ import annotations

import pytest

from flashgen.quality.settings import Gate
from flashgen.quality.titles import title_flaws

LANGUAGES = "en", "it"


@pytest.mark.parametrize(
    ("native", "target"),
    [
        ("Mill", "Mulino"),
        ("mill", "Mulino"),
        ("8(a) Firm", "Azienda 8(a)"),
        ("C++", "C++"),
        ('Mill 12"', 'Mulino 12"'),
    ],
)
def test_a_title_need_be_no_sentence_and_may_be_as_odd_as_the_other(native: str, target: str) -> None:
    assert title_flaws(native, target, LANGUAGES, Gate()) == {}


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Mulino &nbsp; a vento", "leftover-markup"),
        ("Mulino {{< param nome >}}", "template"),
        ("Mulino, , a vento", "lost-words"),
        ("Mulino (a vento", "unbalanced"),
    ],
)
def test_what_is_damaged_is_found_on_either_side(title: str, rule: str) -> None:
    assert {name: flaw.rule for name, flaw in title_flaws("Mill", title, LANGUAGES, Gate()).items()} == {"target": rule}
    assert {name: flaw.rule for name, flaw in title_flaws(title, "Mill", LANGUAGES, Gate()).items()} == {"native": rule}


def test_nothing_is_found_where_suspects_are_let_pass_or_the_rule_is_off() -> None:
    for gate in (Gate("keep"), Gate("tag"), Gate(off=frozenset({"unbalanced"}))):
        assert title_flaws("Mill", "Mulino (a vento", LANGUAGES, gate) == {}
