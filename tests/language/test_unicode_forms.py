"""Normal forms of texts that heap marks on letters."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.unicode_forms import unicode_form

MARKS = "\u0301\u0323\u0338"
ROOT = Path(__file__).parent.parent.parent / "flashgen"


def longest_run(text: str) -> int:
    return max(map(len, "".join("m" if unicodedata.combining(sign) else " " for sign in text).split()), default=0)


@given(st.text(st.sampled_from("ae é한" + MARKS)).filter(lambda text: longest_run(text) <= 30))
def test_a_text_that_people_write_has_the_form_that_unicode_says(text: str) -> None:
    assert unicode_form("NFC", text) == unicodedata.normalize("NFC", text)


@given(st.integers(0, 40), st.integers(31, 200))
def test_marks_stand_in_runs_that_can_be_put_in_order(before: int, count: int) -> None:
    written = "a" * before + (MARKS * count)[:count] + "z"
    found = unicode_form("NFKD", written)
    assert longest_run(found) <= 30
    assert sorted(found.replace("\u034f", "")) == sorted(written)
    assert unicode_form("NFKD", found) == found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_module_asks_for_normal_forms(path: Path) -> None:
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "unicodedata"
    }
    assert "normalize" not in called or path.name == "unicode_forms.py"
