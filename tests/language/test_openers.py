"""Words that lean on what was said before are learnt from where sentences stand."""

from __future__ import annotations

import pytest

from flashgen.language.openers import (
    connective,
    leaning,
    learn_connectives,
    learn_followers,
    learn_openers,
    opener,
    pointing_back,
    points_back,
    rough_sentences,
    sentence_around,
    sentence_leans,
    without_connective,
    words_within,
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("This mill turns.", "this"),
        ("«Questo» gira.", "questo"),
        ("これは水車です。", "これ"),
        ("12 mills", ""),
        ("", ""),
    ],
)
def test_a_text_begins_with_a_word_or_with_two_letters_where_no_spaces_part_them(text: str, word: str) -> None:
    assert opener(text) == word


def test_marks_end_sentences_in_any_script() -> None:
    assert rough_sentences("It turns. Does it? Yes!") == ["It turns", "Does it", "Yes!"]
    assert rough_sentences("回ります。水です。") == ["回ります", "水です"]


def test_what_opens_sentences_within_paragraphs_alone_leans() -> None:
    odds = learn_openers(["a", "the", "water", "a"] * 20, ["this"] * 20 + ["a", "the"] * 10)
    assert leaning("This mill turns.", odds) > 2
    assert max(leaning(text, odds) for text in ("The mill turns.", "A mill turns.", "Wind blows.")) < 0.1


def test_a_word_that_was_seen_too_seldom_is_not_known() -> None:
    assert learn_openers(["a"] * 20, ["this"] * 3) == {}


def test_the_sentence_around_a_place_is_looked_at() -> None:
    text, odds = "The mill turns. This wheel helps. Water too.", {"this": 2.5}
    around = [sentence_around(text, text.index(word)) for word in ("mill", "wheel", "too")]
    assert [sentence for sentence, _ in around] == ["The mill turns", "This wheel helps", "Water too."]
    assert [sentence_leans(beginning, odds) for _, beginning in around] == [False, True, False]


def test_words_that_point_back_are_learnt_wherever_they_stand() -> None:
    alone = [words_within(text) for text in ("The mill turns.", "A wheel turns in the mill.") * 20]
    behind = [[words_within("All of these wheels turn."), words_within("The mill turns.")]] * 10
    odds = learn_followers(alone, behind, {})
    text = "These wheels turn. The mill turns. Both of these turn."
    sentences = [sentence_around(text, text.index(word))[0] for word in ("wheels", "mill", "Both")]
    assert [pointing_back(sentence, odds) > 2 for sentence in sentences] == [True, False, True]


def test_a_word_that_one_text_is_about_points_at_nothing() -> None:
    behind = [[words_within("The sluice opens.")] * 20, *([[words_within("The mill turns.")]] * 50)]
    assert "sluice" not in learn_followers([words_within("The mill turns.")] * 20, behind, {})


def test_where_no_spaces_part_words_the_letters_that_open_sentences_point_wherever_they_stand() -> None:
    alone = [words_within("水車は川で回る。")] * 20
    behind = [[words_within("川でこの水車は止まる。")]] * 10
    odds = learn_followers(alone, behind, {"この": 2.5})
    assert odds == {"この": 2.5}
    assert pointing_back("水車はこの川で回る。", odds) == 2.5


def test_an_apostrophe_parts_words() -> None:
    assert words_within("dell'acqua, l’ora") == {"dell", "acqua", "l", "ora"}


def test_a_text_points_back_by_a_word_that_also_opens_sentences() -> None:
    openers, followers = {"this": 2.5, "the": 1.0}, {"this": 2.0, "water": 3.0}
    texts = ("The mill does this task.", "This mill turns.", "The water falls.", "The mill turns. It does this.")
    assert [points_back(text, openers, followers) for text in texts] == [2.0, 0.0, 0.0, 0.0]


def test_of_a_sentence_without_end_only_what_is_near_is_looked_at() -> None:
    endless = "These wheels turn " + "and turn " * 1000 + "these"
    around = [sentence_around(endless, place) for place in (10, 5000, len(endless) - 20)]
    assert [sentence_leans(beginning, {"these": 2.5}) for _, beginning in around] == [True, False, False]
    assert [pointing_back(sentence, {"these": 2.5}) for sentence, _ in around] == [2.5, 0.0, 2.5]


JOINING = {"however,": 2.0, "for example,": 1.5, "しかし、": 3.0, "si,": 0.1}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("However, mills may be sold:", "Mills may be sold:"),
        ("For example, it may hold:", "It may hold:"),
        ("If needed, it may hold:", "If needed, it may hold:"),
        ("Si, gira:", "Si, gira:"),
        ("However mills are built:", "However mills are built:"),
        ("しかし、水車は売れます：", "水車は売れます："),
    ],
)
def test_words_that_join_a_sentence_to_the_one_before_it_are_left_out(text: str, shown: str) -> None:
    assert without_connective(text, JOINING, "en") == shown


@pytest.mark.parametrize("text", ["Mills turn.", "On Rhodes, mills turn.", "In 1911, mills turned.", "A, B and C"])
def test_names_and_figures_join_no_sentences(text: str) -> None:
    assert connective(text) == ""


def test_what_joins_sentences_is_learnt_from_where_sentences_with_it_stand() -> None:
    odds = learn_connectives(["", "if needed,"] * 20, ["however,", "if needed,", ""] * 15)
    assert odds["however,"] > 1
    assert odds.get("if needed,", 0.0) == 0.0
