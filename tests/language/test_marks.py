"""Marks of sentences stand in one module, and every stage reads those of every script from there."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

import flashgen
from flashgen.language import marks

CODE = Path(flashgen.__file__).parent
OF_SCRIPTS = "؟।॥۔։።፧。？！"
"""Signs that nobody types but for the end of a sentence."""


def literals(path: Path) -> list[str]:
    """All texts that stand in the code of a module, but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def test_no_other_module_names_the_ends_of_sentences() -> None:
    modules = [path for path in CODE.rglob("*.py") if path.name != "marks.py"]
    assert {
        str(path.relative_to(CODE)): text
        for path in modules
        for text in literals(path)
        if any(sign in text for sign in OF_SCRIPTS)
    } == {}


@pytest.mark.parametrize("name", [name for name in vars(marks) if name.strip("_").isupper()])
def test_a_sign_stands_once_in_a_selection(name: str) -> None:
    signs = getattr(marks, name).replace("\\", "")
    assert sorted(signs) == sorted(set(signs))


def test_nothing_that_ends_a_sentence_parts_it() -> None:
    parting = {*marks.COMMAS, *marks.SEMICOLONS, *marks.COLONS, *marks.CLOSERS}
    assert parting.isdisjoint(marks.ENDS)


def test_every_stop_and_every_question_mark_ends_a_sentence() -> None:
    assert set(marks.STOPS) | set(marks.QUESTION_MARKS) <= set(marks.ENDS)


def test_marks_are_punctuation() -> None:
    signs = {*marks.ENDS, *marks.COMMAS, *marks.SEMICOLONS, *marks.COLONS, *marks.CLOSERS}
    assert {sign for sign in signs if unicodedata.category(sign)[0] != "P"} == set()
