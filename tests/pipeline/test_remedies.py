"""Each rule says what to do about what it found."""

from __future__ import annotations

from flashgen.pipeline.remedies import REMEDIES, remedy_for, rule_name
from flashgen.quality.rules import RULES, UNUSED_TITLE


def test_every_rule_has_a_remedy_of_its_own() -> None:
    assert {*RULES, UNUSED_TITLE} <= REMEDIES.keys()


def test_any_other_reason_is_looked_at() -> None:
    assert "flashgen show" in remedy_for("no such code")


def test_a_reason_is_named_like_a_rule() -> None:
    assert rule_name("No partner, in the other version") == "no-partner-in-the-other-version"
