"""Why a note is absent from an edition: gone from the documents, withheld, or not asked for."""

from __future__ import annotations

import pytest

from flashgen.editions.absence import BuildScope
from flashgen.records.notes import Note
from flashgen.records.pairs import Bead, Reason
from tests.support.plain_deck import HONEY, NOTHING, note, published
from tests.support.samples import fact


def why(one: Note, scope: BuildScope) -> str:
    """Why a note is absent from a build that looked for something and did not find it."""
    last = published(NOTHING, one)
    return scope.why_absent(last.notes[one.guid], last.layout)


def test_a_note_whose_article_was_not_asked_for_is_left_out() -> None:
    assert why(HONEY, BuildScope((), ["vespa"])) == "left out"


def test_a_note_whose_kind_was_not_asked_for_is_left_out() -> None:
    assert why(HONEY, BuildScope(["faq"], None)) == "left out"


def test_a_note_that_was_asked_for_and_not_found_is_gone() -> None:
    assert why(HONEY, BuildScope(["faq", "purpose"], ["ape"])) == "gone"


def test_a_note_of_an_article_that_could_not_be_read_is_withheld() -> None:
    scope = BuildScope((), None)
    scope.add_unread("ape")
    assert why(HONEY, scope) == "withheld"


@pytest.mark.parametrize(
    "bead",
    [
        Bead("purpose", fact("purpose", "honey"), None),
        Bead("purpose", None, fact("purpose", "miele")),
        Bead("purpose", fact("purpose", "honey"), fact("purpose", "something else"), Reason("in doubt")),
    ],
    ids=["native side", "target side", "doubtful pair"],
)
def test_a_note_whose_fact_still_stands_there_is_withheld(bead: Bead) -> None:
    scope = BuildScope((), None)
    scope.add_doubted("ape", bead)
    assert why(HONEY, scope) == "withheld"


@pytest.mark.parametrize(
    ("article", "bead"),
    [
        ("vespa", Bead("purpose", fact("purpose", "honey"), None)),
        ("ape", Bead("callout", fact("callout", "honey"), None)),
        ("ape", Bead("purpose", fact("purpose", "wax"), None)),
    ],
    ids=["another article", "another kind", "another text"],
)
def test_a_doubt_about_something_else_withholds_nothing(article: str, bead: Bead) -> None:
    scope = BuildScope((), None)
    scope.add_doubted(article, bead)
    assert why(HONEY, scope) == "gone"


def test_a_doubted_fact_is_known_by_its_text_as_fields_hold_it() -> None:
    scope = BuildScope((), None)
    scope.add_doubted("R&D", Bead("purpose", fact("purpose", "a < b"), None))
    assert why(note("a &lt; b", "x", article="R&amp;D"), scope) == "withheld"


def test_a_note_beyond_the_limit_of_its_article_is_left_out() -> None:
    scope = BuildScope((), None)
    scope.leave_out([HONEY.guid])
    assert why(HONEY, scope) == "left out"


TERM = note("", "", "term", guid="term", article="ape")


def test_a_term_is_left_out_where_not_all_articles_were_asked_for() -> None:
    assert why(TERM, BuildScope((), ["ape"])) == "left out"
    assert why(TERM, BuildScope((), None)) == "gone"


def test_a_term_is_withheld_where_any_article_could_not_be_read() -> None:
    scope = BuildScope((), None)
    scope.add_unread("vespa")
    assert why(TERM, scope) == "withheld"
