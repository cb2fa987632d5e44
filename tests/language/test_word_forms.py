"""Words are found in whatever form."""

from __future__ import annotations

import pytest

from flashgen.language.word_forms import (
    first_words,
    holds_name,
    holds_words,
    letters_beside,
    share_a_form,
    share_a_word,
)


@pytest.mark.parametrize(
    ("title", "text", "holds"),
    [
        ("Ape", "Tante api lavorano.", True),
        ("Bee", "Many beehives hum.", False),
        ("Nodi", "Un nodo è un computer.", True),
        ("Client-Server Architecture", "Two architectures of clients", True),
        ("Canary Deployment", "by canary releases", False),
        ("capacité de mise à l'échelle", "qui passe à l'échelle", False),
        ("Crystallisation", "Crystallised honey keeps.", False),
        ("Kristallisierungen", "Eine Kristallisierung dauert.", True),
        ("抽象化", "ユーザーの抽象化です", True),
        ("抽象化", "ユーザーです", False),
        ("Route 66", "the route 66 there", True),
        ("كتاب", "في الكتاب", True),
    ],
)
def test_a_text_holds_a_title_by_two_thirds_of_its_words(title: str, text: str, holds: bool) -> None:
    assert holds_words(title, text) is holds


@pytest.mark.parametrize(
    ("name", "text", "holds"),
    [
        ("Vertical Milling", "They mill vertically and horizontally.", False),
        ("Vertical Milling", "There is horizontal and vertical milling.", True),
        ("Loosely Tied Sheaves", "Fields full of loosely-tied straw", False),
        ("Village Mill Apps", "the village mill application", True),
        ("Mise à la meule horizontale", "un passage à la meule horizontal", False),
        ("Nodo", "i singoli nodi", True),
        ("水車大工", "水車の大工", False),
        ("水車大工", "村の水車大工は", True),
    ],
)
def test_a_text_holds_a_name_only_with_its_first_and_its_last_word(name: str, text: str, holds: bool) -> None:
    assert holds_name(name, text) is holds


def test_words_of_two_texts_are_alike_by_their_beginnings() -> None:
    assert share_a_word("Steps of the miller", "Millers grind")
    assert not share_a_word("A deeper look at it", "Head of the mill")
    assert share_a_word("水車の部品", "水車")


def test_words_of_two_texts_are_forms_of_one_only_where_their_endings_alone_differ() -> None:
    assert share_a_form("Steps of the miller", "Millers grind")
    assert share_a_form("The reason of 1911", "Many reasons")
    assert share_a_form("In 1911", "1911")
    assert not share_a_form("There are reasons to do so:", "Neighbours feel reassured.")
    assert not share_a_form("Words", "Mills")
    assert share_a_form("水車の部品", "水車")


def test_first_words_are_letters_where_no_spaces_part_words() -> None:
    assert first_words("The mill turns all day", 2) == "The mill"
    assert first_words("水車は一日中回ります", 2) == "水車は一日中"


def test_a_text_says_as_much_as_it_has_letters_beside_the_words_of_a_title() -> None:
    assert letters_beside("Rye bread", "Rye bread is a bread of rye.") == 0
    assert letters_beside("Rye bread", "Rye bread is baked of dark flour.") == len("baked") + len("dark") + len("flour")
    assert letters_beside("水車", "水車は水に回る。") == 2 * len("は水に回る")
    assert letters_beside("", "It turns.") == len("turns")
