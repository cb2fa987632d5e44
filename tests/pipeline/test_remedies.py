"""Each rule says what to do about what it found."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

import flashgen.pairing
from flashgen.config.phrases import InterfaceWord
from flashgen.pairing.reasons import CODES, FIGURES_DIFFER
from flashgen.pipeline.remedies import REMEDIES, remedy_for, rule_name, sort_of
from flashgen.quality.repeated_questions import ASKED_BEFORE
from flashgen.quality.rules import RULES, UNUSED_TITLE

PAIRING = Path(flashgen.pairing.__file__).parent


def test_every_rule_has_a_remedy_of_its_own() -> None:
    assert {*RULES, UNUSED_TITLE} <= REMEDIES.keys()


@pytest.mark.parametrize("code", [*CODES, ASKED_BEFORE.code])
def test_every_reason_that_withholds_has_a_sort_and_a_remedy(code: str) -> None:
    assert code in REMEDIES
    assert sort_of(code)


def test_reasons_are_worded_in_one_place() -> None:
    said = [
        (path.name, call.args[0].value)
        for path in PAIRING.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Reason"
        if isinstance(call.args[0], ast.Constant) and "is_choice" not in {one.arg for one in call.keywords}
    ]
    assert said == []


def test_any_other_reason_is_looked_at() -> None:
    assert "flashgen show" in remedy_for("no such code")


def test_the_preview_page_has_a_word_for_everything_that_can_be_mended() -> None:
    sorts = {code: sort_of(code) for code in REMEDIES if code != UNUSED_TITLE}
    assert all(f"why_{sort}" in get_args(InterfaceWord) for sort in sorts.values())
    assert (sorts[FIGURES_DIFFER], sorts["codes-differ"], sorts["mid-sentence"]) == (
        "differs",
        "differs",
        "damaged",
    )
    assert sort_of("no such code") == ""


def test_a_reason_is_named_like_a_rule() -> None:
    assert rule_name("No partner, in the other version") == "no-partner-in-the-other-version"
