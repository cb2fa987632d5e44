"""What a package holds: counts by kind, topic and length, as people read them and as programs do."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote, PublishedNotes
from flashgen.errors import FlashgenError
from flashgen.record import replace
from flashgen.reports.number_text import share_text
from flashgen.reports.stats import LENGTH_NAMES, LENGTHS, Group, Statistics, count_notes, read_statistics
from flashgen.reports.stats_text import TOPICS, merge_small_topics, statistics_json, statistics_text
from flashgen.scratch.note_fields import Fields
from tests.support.plain_deck import HONEY, NOTHING, POLLEN, SLEEP, VALUES, WAX, note, published, write_deck
from tests.support.publishing import publish

BEES = published(NOTHING, HONEY, WAX, SLEEP)
TERM = replace(note("bee", "", "term", guid="t"), fields=Fields.of(("t", "ape", *[""] * 6, "ape regina", "queen")))
DOCUMENTS = {
    "it": ("Ape", "Insetto che vive in colonie e raccoglie il nettare dei fiori."),
    "en": ("Bee", "An insect that lives in colonies and gathers the nectar of flowers."),
}


def with_topics(*sizes: int) -> Statistics:
    """Statistics with topics of these sizes: `topic 1`, `topic 2` and so on."""
    topics = tuple(Group(f"topic {number}", size, 2 * size) for number, size in enumerate(sizes, 1))
    whole = sum(sizes)
    lengths = tuple(Group(name, 0, 0) for name in LENGTH_NAMES[1:])
    return Statistics(
        "en", "it", 1, whole, 2 * whole, 0, 0, 9,
        (Group("faq", whole, 2 * whole),), topics, (Group("1–40", whole, 2 * whole), *lengths),
    )  # fmt: skip


def rewritten(edition: Edition, guid: str, value: str, html: str) -> Edition:
    """The edition with one value of one note replaced."""
    old: PublishedNote = edition.notes[guid]
    fields = edition.layout.with_value(old.kind, old.field_values, value, html)
    notes = {**edition.notes, guid: replace(old, fields=Fields.of(fields))}
    return replace(edition, notes=PublishedNotes(notes.values(), edition.layout))


def of_length(length: int) -> Statistics:
    return count_notes(rewritten(published(NOTHING, HONEY), HONEY.guid, "target.answer", "x" * length))


def held(groups: tuple[Group, ...]) -> dict[str, int]:
    return {group.name: group.notes for group in groups if group.notes}


def test_notes_are_counted_by_kind_in_the_order_of_kinds() -> None:
    assert [(group.name, group.notes) for group in count_notes(BEES).kinds] == [("purpose", 2), ("faq", 1)]


def test_cards_are_counted_as_they_were_published(tmp_path: Path) -> None:
    found = read_statistics(write_deck(tmp_path / "bees.apkg", HONEY, WAX, SLEEP))
    assert (found.notes, found.cards) == (3, 6)
    assert found.kinds == (Group("purpose", 2, 4), Group("faq", 1, 2))


def test_a_card_that_was_left_out_is_not_counted() -> None:
    found = count_notes(published(NOTHING, HONEY, replace(WAX, cards=(1,)), SLEEP))
    assert found.cards == 5
    assert found.kinds[0] == Group("purpose", 2, 3)


def test_a_build_is_counted_by_its_topics(tmp_path: Path) -> None:
    def document(language: str, name: str, topic: str) -> str:
        title, text = DOCUMENTS[language]
        front = f"---\ntitle: {title}\nslug: {name}\ndescription: {text}\nkeywords: [{topic}]\n---\n\n"
        return f"{front}# {title}\n\n{title}: {text}\n"

    files = {
        f"corpus/{language}/{name}.md": document(language, name, topic)
        for language in ("en", "it")
        for name, topic in (("ape", "Food & Drink"), ("ape2", "Nature"), ("ape3", "Nature"))
    }
    files["config/flashgen.yaml"] = "suspects: keep\n"
    publish(files, tmp_path, 1_750_000_000)
    found = read_statistics(tmp_path / "deck.apkg")
    assert (found.native, found.target, found.articles) == ("en", "it", 3)
    assert [(group.name, group.notes) for group in found.topics] == [("Nature", 2), ("Food & Drink", 1)]


def test_the_largest_topic_comes_first_and_equal_ones_by_name() -> None:
    edition = published(NOTHING, HONEY, WAX, SLEEP)
    types = [
        kind.model_copy(update={"fields": [
            field.model_copy(update={"value": "topic"}) if field.value == "native.term" else field
            for field in kind.fields
        ]})
        for kind in (edition.manifest.note_types if edition.manifest else ())
    ]  # fmt: skip
    assert edition.manifest
    edition = replace(edition, manifest=edition.manifest.model_copy(update={"note_types": types}))
    for guid, topic in ((HONEY.guid, "Wax &amp; honey"), (WAX.guid, "Sleep"), (SLEEP.guid, "Wax &amp; honey")):
        edition = rewritten(edition, guid, "topic", topic)
    assert held(count_notes(edition).topics) == {"Wax & honey": 2, "Sleep": 1}
    equal = rewritten(edition, SLEEP.guid, "topic", "Bed")
    assert [group.name for group in count_notes(equal).topics] == ["Bed", "Sleep", "Wax & honey"]


def test_notes_without_a_topic_are_listed_as_such() -> None:
    assert held(count_notes(BEES).topics) == {"": 3}
    assert statistics_text(count_notes(BEES)).endswith("\n      3   100%      6  (no topic)")


@pytest.mark.parametrize(
    ("length", "name"),
    [(1, "1–40"), (40, "1–40"), (41, "41–80"), (240, "201–240"), (241, "over 240"), (9000, "over 240")],
)
def test_an_answer_falls_into_the_class_of_its_length(length: int, name: str) -> None:
    assert held(of_length(length).lengths) == {name: 1}


def test_all_classes_of_lengths_are_listed() -> None:
    assert tuple(group.name for group in of_length(1).lengths) == LENGTH_NAMES
    assert len(LENGTH_NAMES) == len(LENGTHS) + 1


def test_a_length_is_that_of_the_text_and_not_of_its_html() -> None:
    edition = rewritten(published(NOTHING, HONEY), HONEY.guid, "target.answer", "a&amp;b<br><b>c</b>")
    assert count_notes(edition).median == len("a&b\nc")


def test_the_answer_of_a_term_is_the_term() -> None:
    assert VALUES[8] == "target.term"
    assert count_notes(published(NOTHING, TERM)).median == len("ape regina")


def test_half_of_the_answers_are_no_longer_than_the_median() -> None:
    assert count_notes(BEES).median == sorted(len(n.fields.values[2]) for n in (HONEY, WAX, SLEEP))[1]


def test_notes_of_earlier_editions_are_counted_apart() -> None:
    found = count_notes(published(BEES, HONEY))
    assert (found.notes, found.absent, found.retired) == (1, 2, 0)
    assert "2 notes of earlier editions remembered, and not in the package\n" in statistics_text(found)


def test_notes_that_are_there_for_a_last_time_are_counted() -> None:
    found = count_notes(published(BEES, HONEY, WAX, retire=True))
    assert (found.notes, found.retired) == (3, 1)
    assert "1 note published for a last time (flashgen::retired)\n" in statistics_text(found)


def test_every_note_is_counted_once_in_every_way() -> None:
    found = count_notes(published(NOTHING, HONEY, WAX, SLEEP, POLLEN, TERM))
    assert [sum(group.notes for group in way) for way in (found.kinds, found.topics, found.lengths)] == [5, 5, 5]


def test_an_empty_package_is_summed_up_in_one_line() -> None:
    assert statistics_text(count_notes(published(NOTHING))) == "en → it: 0 notes, 0 cards, 0 articles"


def test_the_table_has_aligned_columns_and_the_topics_come_last() -> None:
    assert statistics_text(with_topics(1200, 34)).split("\n") == [
        "en → it: 1,234 notes, 2,468 cards, 1 article",
        "half of the answers have 9 characters or fewer",
        "",
        "kind  notes  share  cards     characters  notes  share  cards",
        "faq   1,234   100%  2,468     1–40        1,234   100%  2,468",
        "                              41–80           0     0%      0",
        "                              81–120          0     0%      0",
        "                              121–160         0     0%      0",
        "                              161–200         0     0%      0",
        "                              201–240         0     0%      0",
        "                              over 240        0     0%      0",
        "",
        "  notes  share  cards  topic",
        "  1,200    97%  2,400  topic 1",
        "     34     3%     68  topic 2",
    ]


def test_the_table_stays_short_however_many_topics_there_are() -> None:
    lines = statistics_text(dataclasses.replace(with_topics(*range(500, 0, -1)), retired=1, absent=1)).split("\n")
    assert len(lines) == 28
    assert lines[-2].endswith("topic 12")
    assert lines[-1].endswith("(488 more topics)")


def test_topics_beyond_the_first_are_summed_up() -> None:
    shown = merge_small_topics(with_topics(*[5] * TOPICS, 3, 2, 1))
    assert len(shown) == TOPICS + 1
    assert shown[-1] == Group("(3 more topics)", 6, 12)


def test_a_single_topic_beyond_the_first_is_named() -> None:
    assert merge_small_topics(with_topics(*[5] * TOPICS, 3))[-1] == Group("topic 13", 3, 6)


def test_a_long_topic_is_cut() -> None:
    found = dataclasses.replace(with_topics(1), topics=(Group("t" * 61, 1, 2),))
    assert merge_small_topics(found)[0].name == "t" * 59 + "…"
    assert merge_small_topics(dataclasses.replace(found, topics=(Group("t" * 60, 1, 2),)))[0].name == "t" * 60


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 0, "0%"), (0, 9, "0%"), (1, 1000, "<1%"), (1, 3, "33%"), (999, 1000, ">99%"), (9, 9, "100%")],
)
def test_a_share_says_all_or_nothing_only_where_it_is_so(part: int, whole: int, text: str) -> None:
    assert share_text(part, whole) == text


def test_json_holds_every_topic_and_every_count() -> None:
    statistics = with_topics(*range(20, 0, -1))
    found = json.loads(statistics_json(statistics))
    assert found == json.loads(json.dumps(dataclasses.asdict(statistics)))
    assert found["topics"][19] == {"name": "topic 20", "notes": 1, "cards": 2}
    assert found["median"] == 9


def test_json_is_written_in_the_letters_of_the_language() -> None:
    assert "سوق" in statistics_json(dataclasses.replace(with_topics(1), topics=(Group("سوق", 1, 2),)))


def test_a_file_that_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.apkg").write_text("rope, tar, lamp oil\n", encoding="utf-8")
    with pytest.raises(FlashgenError, match=r"x\.apkg cannot be used: it is damaged, or no package at all"):
        read_statistics(tmp_path / "x.apkg")
