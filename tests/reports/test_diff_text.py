"""A difference as people read it, and as programs do."""

from __future__ import annotations

import json

from flashgen.anki.manifest import WithheldFact
from flashgen.reports.diff import Change, Difference, Rewording
from flashgen.reports.diff_text import difference_json, difference_text, plain_mark
from flashgen.reports.entries import Entry

NEW = Entry("g1", "ape", "purpose", "honey\nand wax", "miele\ne cera")
CHANGED = Change(Entry("g2", "ape", "faq", "Yes.", "Sì."), (Rewording("target.answer", "Sì, di notte.", "Sì."),))
GONE = Entry("g3", "vespa", "callout", "sting", "pungiglione")
PASSED_OVER = Change(Entry("g4", "ape", "term", "Bee", "Ape"), (Rewording("tags", "old", "new"),))
NOTHING = Difference((), (), 0, (), (), (), None)
WITHHELD = WithheldFact(article="ape", kind="faq", native="Seven.", target="", reason="no partner", sort="alone")
EVERYTHING = Difference(
    (NEW,), (CHANGED,), 7, (GONE,), (PASSED_OVER,), ("flashgen faq 2",), ("Old::{topic}", "New"), (WITHHELD,)
)


def test_each_note_is_a_small_block_and_the_counts_come_last() -> None:
    assert difference_text(Difference((NEW,), (CHANGED,), 7, (GONE,), (), (), None), "en", "it").split("\n") == [
        "new: ape, purpose",
        "    en: honey",
        "        and wax",
        "    it: miele",
        "        e cera",
        "changed: ape, faq",
        "    it answer: Sì[-, di notte-].",
        "gone: vespa, callout",
        "    en: sting",
        "    it: pungiglione",
        "",
        "1 new, 1 changed, 7 unchanged, 1 gone",
    ]


def test_no_difference_is_one_line() -> None:
    assert difference_text(NOTHING, "en", "it") == "0 new, 0 changed, 0 unchanged, 0 gone"


def test_what_learners_must_look_out_for_comes_at_the_end() -> None:
    assert difference_text(EVERYTHING, "en", "it").split("\n")[-5:] == [
        "1 new, 1 changed, 7 unchanged, 1 gone",
        "1 changed note without being newer: passed over by Anki",
        "1 fact withheld that the older edition did not withhold",
        'learners must tick "Merge note types" at the import: flashgen faq 2',
        "deck names go from 'Old::{topic}' to 'New': cards that learners have stay where they are",
    ]


def test_a_note_that_is_passed_over_shows_what_differs() -> None:
    text = difference_text(EVERYTHING, "en", "it")
    assert "passed over: ape, term\n    tags: [-old-]{+new+}\n" in text


def test_a_note_that_only_changed_its_note_type_shows_its_texts() -> None:
    moved = Change(Entry("g", "ape", "faq", "Yes.", "Sì."), ())
    text = difference_text(Difference((), (moved,), 0, (), (), (), None), "en", "it")
    assert text.startswith("changed: ape, faq\n    en: Yes.\n    it: Sì.\n")


def test_a_fact_that_is_withheld_shows_its_texts_and_the_reason() -> None:
    text = difference_text(EVERYTHING, "en", "it")
    assert "\nwithheld: ape, faq\n    en: Seven.\n    because: no partner\n" in text


def test_words_can_be_marked_in_another_way() -> None:
    text = difference_text(EVERYTHING, "en", "it", lambda what, text: f"<{what}>{text}")
    assert "    it answer: <equal>Sì<delete>, di notte<equal>." in text


def test_words_are_marked_as_wdiff_does() -> None:
    assert [plain_mark(what, "x") for what in ("equal", "delete", "insert")] == ["x", "[-x-]", "{+x+}"]


def test_json_holds_everything() -> None:
    found = json.loads(difference_json(EVERYTHING, "en", "it"))
    assert {name: found[name] for name in ("native", "target", "unchanged", "note_types_to_merge", "decks")} == {
        "native": "en",
        "target": "it",
        "unchanged": 7,
        "note_types_to_merge": ["flashgen faq 2"],
        "decks": ["Old::{topic}", "New"],
    }
    assert found["new"] == [
        {"guid": "g1", "article": "ape", "kind": "purpose", "native": NEW.native, "target": NEW.target, "changes": []}
    ]
    assert found["changed"][0]["changes"] == [
        {
            "value": "target.answer",
            "old": "Sì, di notte.",
            "new": "Sì.",
            "words": [
                {"what": "equal", "text": "Sì"},
                {"what": "delete", "text": ", di notte"},
                {"what": "equal", "text": "."},
            ],
        }
    ]
    assert [entry["guid"] for entry in found["gone"]] == ["g3"]
    assert [entry["guid"] for entry in found["passed_over"]] == ["g4"]
    assert found["withheld"] == [
        {"article": "ape", "kind": "faq", "native": "Seven.", "target": "", "reason": "no partner"}
    ]


def test_json_of_no_difference_has_the_same_keys() -> None:
    one, other = (json.loads(difference_json(difference, "en", "it")) for difference in (NOTHING, EVERYTHING))
    assert one.keys() == other.keys()
    assert one["decks"] is None


def test_json_is_written_in_the_letters_of_the_language() -> None:
    assert "Sì" in difference_json(EVERYTHING, "en", "it")
