"""Each rule says what to do about what it found."""

from __future__ import annotations

from typing import get_args

from flashgen.config.phrases import InterfaceWord
from flashgen.pipeline.remedies import REMEDIES, remedy_for, rule_name, sort_of
from flashgen.quality.rules import RULES, UNUSED_TITLE


def test_every_rule_has_a_remedy_of_its_own() -> None:
    assert {*RULES, UNUSED_TITLE} <= REMEDIES.keys()


def test_any_other_reason_is_looked_at() -> None:
    assert "flashgen show" in remedy_for("no such code")


def test_the_preview_page_has_a_word_for_everything_that_can_be_mended() -> None:
    sorts = {code: sort_of(code) for code in REMEDIES if code != UNUSED_TITLE}
    assert all(f"why_{sort}" in get_args(InterfaceWord) for sort in sorts.values())
    assert (sorts["the figures differ"], sorts["codes-differ"], sorts["mid-sentence"]) == (
        "differs",
        "differs",
        "damaged",
    )
    assert sort_of("no such code") == ""


def test_a_reason_is_named_like_a_rule() -> None:
    assert rule_name("No partner, in the other version") == "no-partner-in-the-other-version"
