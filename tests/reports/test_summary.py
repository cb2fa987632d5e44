"""The summary of a build."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from flashgen.anki.package_reader import Edition
from flashgen.editions.absence import BuildScope
from flashgen.editions.next_edition import NextEdition, make_manifest
from flashgen.errors import Problem, repair, warning
from flashgen.pipeline.report import Editions, Report, Tally
from flashgen.record import replace
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.reports.summary import summary_text
from tests.support.plain_deck import HONEY, NOTHING, POLLEN, SLEEP, WAX, following, note, published

MANY = tuple(note(f"{n} kilos of honey", f"{n} chili di miele") for n in range(14))


def report_of(
    last: Edition,
    edition: NextEdition,
    *problems: Problem,
    one_sided: int = 0,
    withheld: Counter[str] | None = None,
    is_written: bool = True,
) -> Report:
    kinds = Counter(row.note.kind for row in edition.rows)
    manifest = make_manifest(("en", "it"), "{topic}", (), edition)
    tally = Tally("en", "it", 1, one_sided, 0, kinds, kinds, edition.changes, withheld or Counter(), 0, problems)
    return Report(tally, Path("deck.apkg"), is_written, last.manifest is None, Editions(last, edition, manifest))


def summarise(
    last: Edition, *notes: Note, retire: bool = False, verbose: bool = False, scope: BuildScope | None = None
) -> str:
    """The summary of a build that continues the last edition with these notes."""
    edition = following(last, *notes, retire=retire, scope=scope)
    return summary_text(report_of(last, edition), wrote=True, verbose=verbose, retiring=retire)


def test_a_first_build_is_summarised_in_a_few_lines() -> None:
    assert summarise(NOTHING, HONEY, WAX, SLEEP).split("\n") == [
        "en → it: 1 article paired",
        "3 notes, 3 cards: 2 purpose, 1 faq",
        "no earlier package at deck.apkg: a first edition; "
        "was the deck published before? --previous names the last package, whose notes are continued",
        "3 new, 0 changed, 0 unchanged, 0 gone",
        "Next: in Anki, File > Import deck.apkg (the default options are right)",
    ]


def test_what_changed_is_counted() -> None:
    last = published(NOTHING, HONEY, WAX)
    assert "1 new, 1 changed, 1 unchanged, 0 gone" in summarise(
        last, HONEY, note("wax for fine candles", "cera per candele fini"), SLEEP
    )


def test_what_comes_back_is_counted_only_where_something_does() -> None:
    away = published(published(NOTHING, HONEY, WAX), HONEY)
    assert "0 new, 1 back, 0 changed, 1 unchanged, 0 gone" in summarise(away, HONEY, WAX)
    assert "back," not in summarise(away, HONEY)


def test_facts_that_are_gone_are_listed() -> None:
    lines = summarise(published(NOTHING, HONEY, WAX), HONEY).split("\n")
    assert lines[2:5] == [
        "0 new, 0 changed, 1 unchanged, 1 gone",
        "1 gone from the documents (kept by learners; --retire tag marks what is gone):",
        "  ape, purpose: cera per candele",
    ]


def test_a_long_list_is_cut_unless_all_is_asked_for() -> None:
    last = published(NOTHING, SLEEP, *MANY)
    short, long = summarise(last, SLEEP), summarise(last, SLEEP, verbose=True)
    assert short.count("chili di miele") == 10
    assert "  and 4 more (-v lists them)" in short
    assert long.count("chili di miele") == 14
    assert "more (-v" not in long


def test_a_long_text_is_shortened_and_stays_on_its_line() -> None:
    words = "miele " * 40
    lines = summarise(published(NOTHING, HONEY, note("x", f"{words}<br>{words}")), HONEY).split("\n")
    (listed,) = [line for line in lines if line.startswith("  ape, purpose: ")]
    assert listed.endswith("...")
    assert len(listed) <= 100


def test_retired_facts_are_announced() -> None:
    last = published(NOTHING, HONEY, WAX)
    assert "1 gone from the documents (published once more, as flashgen::retired):" in summarise(
        last, HONEY, retire=True
    )


def test_facts_of_earlier_editions_that_are_retired_are_announced() -> None:
    away = published(published(NOTHING, HONEY, WAX), HONEY)
    assert "1 gone in earlier editions, published once more, as flashgen::retired" in summarise(
        away, HONEY, retire=True
    )


def test_facts_that_are_withheld_now_are_listed() -> None:
    scope = BuildScope((), None)
    scope.add_unread("ape")
    lines = summarise(published(NOTHING, HONEY, POLLEN), HONEY, scope=scope).split("\n")
    assert "1 published before, and withheld now (kept by learners; may come back):" in lines
    assert "  ape, purpose: molto polline" in lines


def test_facts_that_were_not_asked_for_are_counted_alone() -> None:
    text = summarise(published(NOTHING, HONEY, SLEEP), SLEEP, scope=BuildScope(["faq"], None))
    assert "1 published before, and not asked for now (kept by learners)" in text
    assert "miele" not in text


def test_withheld_facts_repairs_and_one_sided_articles_are_counted() -> None:
    problems = (repair("mended a table"), repair("mended a list"), warning("odd"))
    report = report_of(
        NOTHING, following(NOTHING, HONEY), *problems, one_sided=2, withheld=Counter({"no partner": 3, "in doubt": 1})
    )
    lines = summary_text(report, wrote=True).split("\n")
    assert lines[0] == "en → it: 1 article paired, 2 in one language only (flashgen pairs --missing all lists them)"
    assert "4 facts withheld: 3 × no partner; 1 × in doubt" in lines
    assert "2 documents repaired (-v lists them)" in lines


def test_a_document_that_was_repaired_in_two_ways_is_one() -> None:
    problems = (repair("mended a table", Location("a.md", 3)), repair("mended a list", Location("a.md", 9)))
    lines = summary_text(report_of(NOTHING, following(NOTHING, HONEY), *problems), wrote=True).split("\n")
    assert "1 document repaired (-v lists them)" in lines


def test_a_build_that_wrote_nothing_says_so() -> None:
    report = report_of(NOTHING, following(NOTHING, HONEY))
    assert summary_text(report, wrote=False).endswith("Nothing was written (deck.apkg would be)")


def test_a_package_that_was_left_as_it_is_is_said_to_be_so() -> None:
    report = report_of(NOTHING, following(NOTHING, HONEY), is_written=False)
    assert summary_text(report, wrote=True).endswith("deck.apkg holds the same already, and was left as it is")


def test_one_of_a_thing_is_spoken_of_as_one() -> None:
    report = report_of(NOTHING, following(NOTHING, HONEY))
    one = replace(report, tally=replace(report.tally, files_left_out=1, omitted=1))
    two = replace(report, tally=replace(report.tally, files_left_out=2, omitted=2))
    assert "1 file left out, which is no article (" in summary_text(one, wrote=True)
    assert "1 fact left out, which would be no good card (" in summary_text(one, wrote=True)
    assert "2 files left out, which are no articles (" in summary_text(two, wrote=True)
    assert "2 facts left out, which would be no good cards (" in summary_text(two, wrote=True)
