"""The regular expressions of the pages' scripts, as Python's that match the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.regex_sources import ROOT, Expression

ASSETS = ROOT / "flashgen/preview/assets"
_TOKEN = re.compile(
    r"(?P<comment>/\*(?:[^*]|\*(?!/))*+\*/|//[^\n]*)"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+')"
    r"|(?P<template>`)"
    r"|(?P<word>[\w$]+)"
    r"|(?P<expression>/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/[a-z]*)"
    r"|(?P<sign>\S)"
)
_QUOTED = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*+(?P<end>`|\$\{)", re.DOTALL)
_BEFORE_AN_EXPRESSION = frozenset("(,=:[!&|?{};+-*%~^<>")
"""Signs after which a slash divides nothing."""
_SETS = {"[^]": "(?s:.)", r"\p{M}": "[\u0300-\u036f]", r"\/": "/", r"\d": "[0-9]", r"\v": r"\x0b"}
"""What scripts write otherwise than Python does; all marks are stood for by some."""
_WRITTEN = re.compile(r"\[\^\]|\\p\{M\}|\[(?:[^\]\\]|\\.)*+\]|\\.")


def script_expressions() -> Iterator[Expression]:
    """Every pattern that a script holds, to be looked for everywhere, which takes longest."""
    for path in sorted(ASSETS.glob("*.js")):
        for line, literal in expressions_in(path.read_text(encoding="utf-8")):
            yield Expression(f"{path.name}:{line}", translated(literal), "search")


def expressions_in(script: str) -> Iterator[tuple[int, str]]:
    """(line, literal) of the patterns of a script."""
    at, before, depths = 0, "(", [0]
    while match := _TOKEN.search(script, at):
        at, kind, said = match.end(), match.lastgroup, match[0]
        if kind == "comment":
            continue
        if kind == "expression" and (before in _BEFORE_AN_EXPRESSION or before == "return"):
            yield script.count("\n", 0, match.start()) + 1, said
        elif kind == "expression":
            at, said = match.start() + 1, "/"
        elif kind == "template" or (said == "}" and not depths[-1] and len(depths) > 1):
            # `depths` holds how many braces are open in each `${...}` of a template that is open
            depths = depths if kind == "template" else depths[:-1]
            quoted = _QUOTED.match(script, at)
            assert quoted is not None
            at = quoted.end()
            depths += [0] if quoted["end"] == "${" else []
            said = "{" if quoted["end"] == "${" else "`"
        elif said in "{}":
            depths[-1] += 1 if said == "{" else -1
        before = said


def translated(literal: str) -> re.Pattern[str]:
    """A pattern as Python writes it."""
    written, _, flags = literal[1:].rpartition("/")
    assert set(flags) <= set("giu"), f"{literal}: a flag that nobody has thought of"
    # without the flag `m`, `$` is the end of the text and no line end before it
    source = _WRITTEN.sub(_in_python, written).replace("$", r"\Z")
    return re.compile(source, re.IGNORECASE if "i" in flags else 0)


def _in_python(match: re.Match[str]) -> str:
    said = match[0]
    if said.startswith("[") and said != "[^]":
        return said.replace(r"\d", "0-9").replace(r"\/", "/").replace("[", r"\[").replace(r"\[", "[", 1)
    return _SETS.get(said, said)
