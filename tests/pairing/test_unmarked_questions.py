"""Questions that one version forgot to mark stand where the other version asks."""

from __future__ import annotations

import pytest

from flashgen.pairing.unmarked_questions import with_unmarked_questions
from flashgen.records.facts import Fact
from tests.support.samples import version

ENGLISH = (
    "# Mill\n\nA house.\n\n## Why does it turn?\n\nWater drives it.\n\nIt never stops.\n\n## Stones\n\nHeavy ones.\n"
)
ITALIAN = "# Mulino\n\nUna casa.\n\n## Perché gira\n\nLo muove l'acqua.\n\nNon si ferma.\n\n## Pietre\n\nPesanti.\n"


def asked(native: str, target: str, languages: str = "en it") -> list[tuple[Fact, ...]]:
    """The questions of both versions."""
    tags = languages.split()
    return [one.facts["faq"] for one in with_unmarked_questions(version(native, tags[0]), version(target, tags[1]))]


def test_a_heading_opposite_a_question_asks() -> None:
    for versions in ((ENGLISH, ITALIAN), (ITALIAN, ENGLISH)):
        ours, theirs = asked(*versions)
        assert [one.answer for one in (*ours, *theirs)] == [
            "Water drives it.\nIt never stops.", "Lo muove l'acqua.\nNon si ferma.",
        ][:: 1 if versions[0] == ENGLISH else -1]  # fmt: skip
        assert [one.block_index for one in ours] == [one.block_index for one in theirs]
        assert [one.location.line for one in ours] == [one.location.line for one in theirs]


def test_such_a_question_stands_in_its_document() -> None:
    _, theirs = with_unmarked_questions(version(ENGLISH, "en"), version(ITALIAN, "it"))
    (fact,) = theirs.facts["faq"]
    assert fact.location == theirs.document.location(fact.location.line)


def test_what_such_a_heading_asks_is_no_section_beside_it() -> None:
    _, theirs = with_unmarked_questions(version(ENGLISH, "en"), version(ITALIAN, "it"))
    assert [one.question for one in version(ITALIAN, "it").facts["section"]] == ["Perché gira", "Pietre"]
    assert [one.question for one in theirs.facts["section"]] == ["Pietre"]
    assert len(theirs.tokens["section"]) == 1


def test_tokens_stand_beside_the_facts_in_document_order() -> None:
    first = "## Cosa macina?\n\nGrano.\n\n"
    italian = ITALIAN.replace("## Perché", f"{first}## Perché")
    english = ENGLISH.replace("## Why", "## What does it grind?\n\nGrain.\n\n## Why")
    _, theirs = with_unmarked_questions(version(english, "en"), version(italian, "it"))
    assert [one.question for one in theirs.facts["faq"]] == ["Cosa macina?", "Perché gira"]
    assert [one.length for one in theirs.tokens["faq"]] == [len("Cosa macina? Grano."), 43]


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        (ENGLISH, ITALIAN.replace("## Pietre", "### Pietre")),
        (ENGLISH.replace("turn?", "turn"), ITALIAN),
        (ENGLISH, ITALIAN.replace("Lo muove l'acqua.\n\nNon si ferma.\n\n", "")),
        (ENGLISH, ITALIAN.replace("Non si ferma.", "Lo muovono:\n\n- acqua\n- vento")),
    ],
    ids=["another outline", "nobody asks", "no answer", "a list answers"],
)
def test_a_heading_asks_nothing(english: str, italian: str) -> None:
    _, theirs = asked(english, italian)
    assert theirs == ()


def test_where_each_version_asks_opposite_what_the_other_does_not_ask_a_section_has_moved() -> None:
    moved = "# Mulino\n\nUna casa.\n\n## Pietre\n\nPesanti.\n\n## Perché gira?\n\nLo muove l'acqua.\n\nNon si ferma.\n"
    ours, theirs = asked(ENGLISH, moved)
    assert ([one.question for one in ours], [one.question for one in theirs]) == (
        ["Why does it turn?"], ["Perché gira?"],
    )  # fmt: skip


def test_a_section_has_moved_whatever_answers_the_heading_opposite_a_question() -> None:
    english = "# Mill\n\n## Is it old?\n\nIt is.\n\n## Turning\n\nIt goes round.\n"
    italian = "# Mulino\n\n## Girare\n\n- Gira.\n- Torna.\n\n## È vecchio?\n\nLo è.\n"
    ours, theirs = asked(english, italian)
    assert ([one.question for one in ours], [one.question for one in theirs]) == (["Is it old?"], ["È vecchio?"])


def test_a_script_that_needs_no_mark_shows_no_loss() -> None:
    japanese = "# 水車\n\n家である。\n\n## 水車の回り方\n\n水が回す。\n\n止まらない。\n\n## 石\n\n重い石である。\n"
    _, theirs = asked(ENGLISH, japanese, "en ja")
    assert theirs == ()
