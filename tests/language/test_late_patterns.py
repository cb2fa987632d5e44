"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from flashgen.language.late_patterns import LatePattern, late_pattern


def test_an_expression_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really = re.compile

    def note(expression: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(expression)
        return really(expression, flags)

    monkeypatch.setattr(re, "compile", note)
    word = late_pattern("[a-z]+")
    assert compiled == []
    assert word.findall("one 2 three") == ["one", "three"]
    assert word.sub("-", "one 2") == "- 2"
    assert compiled == ["[a-z]+"]


def test_it_is_used_as_if_it_were_compiled() -> None:
    late, compiled = late_pattern("(?i:(?P<word>b+))"), re.compile("(?i:(?P<word>b+))")
    assert late.fullmatch("Bb")
    assert not late.match("ab")
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)
    assert late.groupindex == compiled.groupindex
    assert [found[0] for found in late.finditer("abBab")] == ["bB", "b"]


def test_what_an_expression_has_not_is_not_there() -> None:
    with pytest.raises(AttributeError, match="missing"):
        _ = LatePattern("a").missing
