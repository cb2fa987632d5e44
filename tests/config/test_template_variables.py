"""The variables of templates for a card type that lists its fields, or leaves them to its kind."""

from __future__ import annotations

from typing import Any

import pytest

from flashgen.config.schema import CardConfig
from flashgen.config.template_variables import template_variables


def shown(kind: str, **keys: Any) -> dict[str, Any]:
    values = template_variables(kind, CardConfig(id=1, name="Mine", **keys))
    names = {key: [field.whole for field in values[key]] for key in ("question", "answer")}  # type: ignore[attr-defined]
    return {**values, **names}


@pytest.mark.parametrize(
    ("kind", "ask", "question", "answer"),
    [
        ("term", "native", ["NativeTerm", "NativeContext"], ["TargetTerm", "TargetContext"]),
        ("term", "target", ["TargetTerm", "TargetContext"], ["NativeTerm", "NativeContext"]),
        ("definition", "target", ["TargetQuestion"], ["TargetAnswer"]),
        ("definition", "native", ["NativeQuestion"], ["TargetAnswer"]),
        ("statistic", "native", ["NativeQuestion"], ["TargetFigure", "TargetAnswer"]),
        ("callout", "native", ["NativeContext", "NativeAnswer"], ["TargetAnswer"]),
        ("purpose", "target", ["TargetContext", "TargetAnswer"], ["NativeAnswer"]),
    ],
)
def test_the_direction_alone_says_what_is_shown(kind: str, ask: str, question: list[str], answer: list[str]) -> None:
    values = shown(kind, ask=ask)
    assert (values["question"], values["answer"]) == (question, answer)


def test_fields_that_are_listed_are_shown() -> None:
    values = shown("faq", question=["TargetAnswer", "Topic"], answer=["TargetQuestion"])
    assert (values["question"], values["answer"]) == (["TargetAnswer", "Topic"], ["TargetQuestion"])
    assert (values["ask"], values["reply"], values["towards"]) == ("Target", "Target", "")


def test_a_typed_answer_is_asked_for_in_the_other_language() -> None:
    values = shown("term", typed="TargetTerm")
    assert (values["ask"], values["reply"], values["towards"]) == ("Native", "Target", "Target")
    assert values["needs"] == ["NativeTerm", "TargetTerm"]


def test_a_question_tells_the_language_that_asks() -> None:
    assert shown("purpose", question=["NativeAnswer"])["ask"] == "Native"


def test_the_title_is_not_shown_where_it_is_asked_or_answered() -> None:
    assert not shown("definition", question=["TargetAnswer"], typed="TargetTerm")["title"]
    assert shown("definition", ask="native")["title"]


def test_a_lead_in_may_be_missing_and_the_item_may_not() -> None:
    assert shown("purpose", ask="native")["needs"] == ["NativeAnswer", "TargetAnswer"]
