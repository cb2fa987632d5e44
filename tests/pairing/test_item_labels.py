"""Labels of items that are pairs: words to learn that are too short to tell by themselves."""

from __future__ import annotations

import pytest

from flashgen.pairing.articles import pair_articles
from flashgen.pairing.item_labels import pair_labels, sentence_endings, without_statements
from flashgen.pairing.reasons import IN_DOUBT
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead, Reason
from tests.support.samples import version

DOUBT = Reason(IN_DOUBT, "41.0% sure, 96.0% are needed")


def fact(kind: str, answer: str, line: int, label: str = "") -> Fact:
    return Fact(kind, "", answer, Location("mill.md", line), label=label)


def word(answer: str, line: int) -> Fact:
    return fact("vocabulary", answer, line)


def item(label: str, line: int) -> Fact:
    return fact("purpose", f"{label} does something.", line, label)


HOPPER = Bead("purpose", item("Hopper", 3), item("Tramoggia", 13), confidence=0.99)
STONE = Bead("purpose", item("Stone", 4), item("Macina", 14), confidence=0.98)


def test_a_label_in_doubt_is_as_sure_as_its_item() -> None:
    doubtful = Bead("vocabulary", word("Hopper", 3), word("Tramoggia", 13), DOUBT, 0.41)
    assert list(pair_labels([doubtful, HOPPER])) == [
        Bead("vocabulary", doubtful.native, doubtful.target, None, 0.99),
        HOPPER,
    ]


def test_labels_that_stand_alone_are_joined_in_the_place_of_the_native_one() -> None:
    alone = [
        Bead("vocabulary", word("Hopper", 3), None),
        Bead("vocabulary", word("Stone", 4), None),
        Bead("vocabulary", None, word("Tramoggia", 13)),
    ]
    assert list(pair_labels([*alone, HOPPER])) == [
        Bead("vocabulary", word("Hopper", 3), word("Tramoggia", 13), None, 0.99),
        alone[1],
        HOPPER,
    ]


def test_labels_that_were_taken_for_each_others_partners_change_them() -> None:
    crossed = [
        Bead("vocabulary", word("Hopper", 3), word("Macina", 14), DOUBT, 0.3),
        Bead("vocabulary", word("Stone", 4), word("Tramoggia", 13), DOUBT, 0.3),
    ]
    found = list(pair_labels([*crossed, HOPPER, STONE]))
    assert [(bead.native, bead.target) for bead in found[:2]] == [
        (word("Hopper", 3), word("Tramoggia", 13)),
        (word("Stone", 4), word("Macina", 14)),
    ]
    assert len(found) == 4
    half = list(pair_labels([*crossed, HOPPER]))
    assert [(bead.native, bead.target) for bead in half[:3]] == [
        (word("Hopper", 3), word("Tramoggia", 13)),
        (None, word("Macina", 14)),
        (word("Stone", 4), None),
    ]


def test_only_pairs_of_items_with_labels_on_both_sides_tell() -> None:
    doubtful = Bead("vocabulary", word("Hopper", 3), word("Tramoggia", 13), DOUBT, 0.41)
    unsure = Bead("purpose", HOPPER.native, HOPPER.target, DOUBT, 0.9)
    half = Bead("purpose", HOPPER.native, fact("purpose", "Versa il grano.", 13))
    assert list(pair_labels([doubtful, unsure])) == [doubtful, unsure]
    assert list(pair_labels([doubtful, half])) == [doubtful, half]


def test_what_was_decided_of_a_label_stays() -> None:
    same = Bead("vocabulary", word("Hopper", 3), word("Tramoggia", 13), Reason("the same text in both languages"))
    sure = Bead("vocabulary", word("Stone", 4), word("Pietra", 19), confidence=0.97)
    assert list(pair_labels([same, sure, HOPPER, STONE])) == [same, sure, HOPPER, STONE]


def test_a_label_that_both_versions_write_alike_is_no_word_to_learn_whatever_its_item() -> None:
    native = "# Mill\n\n- **README**: The miller wrote 12 pages about 340 stones.\n- **Hopper**: It holds 77 kg.\n"
    target = "# Mulino\n\n- **README**: Il mugnaio scrisse 12 pagine su 340 macine.\n- **Tramoggia**: Contiene 77 kg.\n"
    beads = pair_articles(version(native, "en", "mill"), version(target, "it", "mill"), ("vocabulary", "purpose"))
    words = {bead.native.answer: bead for bead in beads if bead.kind == "vocabulary" and bead.native}
    assert words["Hopper"].target is not None
    assert words["Hopper"].is_pair
    assert not words["README"].is_pair


@pytest.mark.parametrize(
    ("native", "target", "is_word"),
    [
        ("The lower stone", "La pietra che sta sotto", True),
        ("The stone lies beneath", "La pietra che sta sotto", False),
        ("The stone that lies beneath", "La pietra che sta sotto", False),
        ("The stone that turns", "La pietra che gira", True),
        ("下の石", "La pietra che sta sotto", False),
        ("下の石", "La pietra di sotto", True),
        ("下の石", "下石", True),
    ],
)
def test_a_label_of_many_words_is_a_word_beside_one_of_few(native: str, target: str, is_word: bool) -> None:
    ours, theirs = (replace(word(answer, 3), context="It lies still.") for answer in (native, target))
    assert without_statements(Bead("vocabulary", ours, theirs)).is_pair is is_word
    assert without_statements(Bead("vocabulary", word(native, 3), word(target, 3))).is_pair, "words of a table"


def test_a_label_of_many_words_that_stands_alone_is_no_word_that_was_lost() -> None:
    alone = Bead("vocabulary", replace(word("The stone that lies beneath", 3), context="It lies still."), None)
    reason = without_statements(alone).reason
    assert reason is not None
    assert reason.is_choice


KOREAN = "# 벌집\n\n벌이 꿀을 만듭니다. 벌집은 나무로 만듭니다. 꿀은 답니다.\n\n## 상자\n\n겨울에는 벌이 잡니다.\n"


def test_a_label_that_ends_as_sentences_do_names_nothing() -> None:
    endings = sentence_endings(version(KOREAN, "ko"))
    assert endings == {"니다"}

    def is_word(label: str) -> bool:
        ours, theirs = (replace(word(answer, 3), context="It lies still.") for answer in (label, "Full hive"))
        return without_statements(Bead("vocabulary", ours, theirs), endings).is_pair

    assert is_word("가득 찬 벌집")
    assert not is_word("벌집이 가득 찹니다")


def test_only_endings_of_syllables_that_many_sentences_have_tell() -> None:
    assert (
        sentence_endings(version("# Hive\n\nBees made it. I made it. You made it. We made it.\n", "en")) == frozenset()
    )
    assert sentence_endings(version("# 벌집\n\n벌이 꿀을 만듭니다. 벌집은 나무로 만듭니다.\n", "ko")) == frozenset()
