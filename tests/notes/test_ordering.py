"""Which notes of an article stay under a limit, and in which order a learner meets new notes."""

from __future__ import annotations

import pytest

from flashgen.notes.ordering import in_order, within_limit, within_limit_of_kind
from flashgen.records.notes import Note
from tests.support.plain_deck import note

NOTES = tuple(
    note(f"{article} {kind} {number}", f"{article} {kind} {number} it", kind, article=article)
    for article in ("bee", "ant")
    for kind in ("faq", "definition", "purpose")
    for number in ((1, 2) if kind == "purpose" else (1,))
)


def said(notes: tuple[Note, ...]) -> list[str]:
    return [one.fields.values[3] for one in notes]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("articles", "ant definition 1", "bee faq 1"),
        ("kinds", "ant definition 1", "bee faq 1"),
        ("frequency", "bee definition 1", "ant faq 1"),
    ],
)
def test_the_order_is_by_article_kind_or_frequency(order: str, first: str, last: str) -> None:
    ordered = said(tuple(in_order(NOTES, order, {"bee": 3})))
    assert (ordered[0], ordered[-1]) == (first, last)
    assert sorted(ordered) == sorted(said(NOTES))


def test_kind_by_kind_all_definitions_come_first() -> None:
    assert said(tuple(in_order(NOTES, "kinds", {})))[:2] == ["ant definition 1", "bee definition 1"]


@pytest.mark.parametrize("order", ["articles", "kinds", "frequency"])
def test_facts_of_one_kind_keep_the_order_of_their_document(order: str) -> None:
    ordered = said(tuple(in_order(NOTES, order, {})))
    assert ordered.index("bee purpose 1") < ordered.index("bee purpose 2")


def test_articles_that_are_spoken_of_equally_come_by_name() -> None:
    assert said(tuple(in_order(NOTES, "frequency", {})))[0] == "ant definition 1"


def test_a_limit_keeps_the_first_notes_of_each_article() -> None:
    kept, left_out = within_limit(in_order(NOTES, "articles", {}), 2)
    assert said(kept) == ["ant definition 1", "ant purpose 1", "bee definition 1", "bee purpose 1"]
    assert said(left_out) == ["ant purpose 2", "ant faq 1", "bee purpose 2", "bee faq 1"]


def test_no_limit_keeps_all() -> None:
    assert within_limit(NOTES, 0) == (NOTES, ())


def test_an_article_keeps_so_many_notes_of_a_kind_and_all_of_the_others() -> None:
    kept, left_out = within_limit_of_kind(NOTES, "purpose", 1, ())
    assert said(left_out) == ["bee purpose 2", "ant purpose 2"]
    assert len(kept) == len(NOTES) - 2
    assert within_limit_of_kind(NOTES, "purpose", 0, ()) == (NOTES, ())


def test_published_notes_of_a_kind_are_kept_before_others() -> None:
    second = next(one for one in NOTES if said((one,)) == ["bee purpose 2"])
    _, left_out = within_limit_of_kind(NOTES, "purpose", 1, {second.guid})
    assert said(left_out) == ["bee purpose 1", "ant purpose 2"]
