"""Folds of HTML whose summary is a question (`<details><summary>Why?</summary>`): a question in bold and its answer."""

from __future__ import annotations

import re
from html import unescape

from flashgen.corpus.lists import Line
from flashgen.language.text_types import is_question

_SUMMARY = re.compile(r"\s*(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(.+)</summary>\s*", re.IGNORECASE)
_OPENED = re.compile(r"\s*<details\b[^<>]*>\s*", re.IGNORECASE)
_CLOSED = re.compile(r"\s*</details>\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def details_as_questions(lines: list[Line], code: frozenset[int]) -> list[Line]:
    """The lines, those of such folds without their tags and the question in bold; all others as they are."""
    if not any("<summary" in line for _, line in lines):
        return lines
    found = list(lines)
    is_open = False
    for index, (number, line) in enumerate(lines):
        if number in code or "<" not in line:
            continue
        if question := _question(line):
            found[index] = number, f"**{question}**"
            if index and _OPENED.fullmatch(lines[index - 1][1]):
                found[index - 1] = lines[index - 1][0], ""
            is_open = True
        elif is_open and _CLOSED.fullmatch(line):
            found[index] = number, ""
            is_open = False
    return found


def _question(line: str) -> str:
    """The question of a summary; empty where the line holds none."""
    match = _SUMMARY.fullmatch(line)
    text = unescape(_TAG.sub("", match[1])).strip() if match else ""
    return text if is_question(text) and "*" not in text else ""
