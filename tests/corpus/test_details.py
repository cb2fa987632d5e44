"""Folds that ask are read."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Paragraph


def texts(source: str) -> list[str]:
    blocks = [block for section in parse_body(source, 1).sections for block in section.blocks]
    return [block.inline.text for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "fold",
    [
        "<details>\n<summary>Why &amp; when?</summary>\n\nAt night.\n\n</details>",
        "<details open><summary><b>Why &amp; when?</b></summary>\n\nAt night.\n</details>",
    ],
)
def test_a_summary_that_asks_is_a_question_in_bold(fold: str) -> None:
    body = parse_body(f"Before.\n\n{fold}\n\nAfter.", 1)
    assert texts(f"Before.\n\n{fold}\n\nAfter.") == ["Before.", "Why & when?", "At night.", "After."]
    assert body.unread == ()


def test_text_right_beneath_a_summary_answers_it() -> None:
    assert texts("<details><summary>Why?</summary>\nAt night.\n</details>") == ["Why? At night."]


@pytest.mark.parametrize("summary", ["More", "*Why*?"])
def test_of_other_folds_the_summary_is_told(summary: str) -> None:
    body = parse_body(f"<details>\n<summary>{summary}</summary>\n\nAt night.\n\n</details>", 1)
    assert [one.what for one in body.unread] == ["raw HTML (summary)"]


def test_folds_in_code_stay() -> None:
    assert texts("```\n<details><summary>Why?</summary>\n```\n\nText.") == ["Text."]
