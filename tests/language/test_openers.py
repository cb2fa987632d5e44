"""Words that lean on what was said before are learnt from where sentences stand."""

from __future__ import annotations

import pytest

from flashgen.language.openers import leaning, learn_openers, opener, rough_sentences, sentence_leans


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
    assert [sentence_leans(text, text.index(word), odds) for word in ("mill", "wheel", "too")] == [False, True, False]
