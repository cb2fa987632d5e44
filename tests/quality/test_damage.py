"""What damage leaves in a text."""

from __future__ import annotations

import pytest

from tests.support.suspects import callout, closing, question, rules

MILL = "The mill grinds all night."


@pytest.mark.parametrize(
    "damaged",
    [
        "Il mulino . macina tutta la notte.",
        "Il mulino . [macina](/macinare) tutta la notte.",
        "Il mulino, , macina tutta la notte.",
        "Il mulino,, macina tutta la notte.",
        "Il mulino ( ) macina tutta la notte.",
        "Il mulino (, detto vecchio) macina la notte.",
        "Il mulino « » macina tutta la notte.",
        'Il mulino "" macina tutta la notte.',
    ],
)
def test_a_hole_where_words_were_lost(damaged: str) -> None:
    assert rules(callout(MILL), callout(damaged)) == ["lost-words"]


@pytest.mark.parametrize("said", ["오래된 물레방아 는 곡식을 빻는다.", "곡식을 빻는 기계 입니다."])
def test_a_particle_that_stands_alone_tells_of_a_lost_link(said: str) -> None:
    assert rules(callout(MILL), callout(said)) == ["lost-words"]


@pytest.mark.parametrize("said", ["물레방아는 곡식을 빻는다.", "그 가 게에서 산 곡식.", "물레방아 은 그릇."])
def test_a_word_that_looks_like_a_particle_is_none(said: str) -> None:
    assert "lost-words" not in rules(callout(MILL), callout(said))


@pytest.mark.parametrize(
    "sound",
    [
        "Il mulino macina . La notte è lunga .",
        "Il mulino, (detto vecchio), macina la notte.",
        "Il mulino di print() macina tutta la notte.",
        "Si macina, ad es. di notte, ecc. e poi basta.",
        "Un mulino costa 1,,5 o anche meno di così.",
        "Il mulino .NET macina tutta la notte.",
    ],
)
def test_punctuation_that_only_stands_loosely_is_no_hole(sound: str) -> None:
    assert rules(callout(MILL), callout(sound)) == []


@pytest.mark.parametrize(
    "damaged",
    [
        "Il [mulino]((/mulino macina](/x tutta la notte.",
        "Il mu**lino macina tutta la notte.",
        "Il mulino {{nome macina tutta la notte.",
        "Il mulino &amp;amp;amp;amp; macina la notte.",
        "Il mulino</annotation> macina tutta la notte.",
        "Il mulino <spa n class='x'> macina tutta la notte.",
        "Il mulino < /span> macina tutta la notte.",
    ],
)
def test_damaged_markup_is_left_over(damaged: str) -> None:
    assert "leftover-markup" in rules(callout(MILL), callout(damaged))


@pytest.mark.parametrize(
    "sound",
    [
        "Il **mulino** [macina](/macinare) la notte.",
        "Il mulino <script>gira()</script> {{c1::di}} notte.",
        "Il mulino R&D; macina se a < b & c > d.",
    ],
)
def test_markup_that_is_whole_is_text(sound: str) -> None:
    assert rules(callout(MILL), callout(sound)) == []


def test_a_damaged_item_keeps_its_place_in_the_list() -> None:
    english = closing("It grinds.", "It turns.", "It stands.")
    assert rules(english, closing("Macina.", "Gira <spa n class='x'>.", "Sta.")) == ["leftover-markup"]


@pytest.mark.parametrize(
    "flat",
    [
        "Il mulino ha - una ruota - una macina - un tetto.",
        "Il mulino ha • una ruota • una macina • un tetto.",
        "Ruota - 35%, macina - 32%, tetto (nuovo)- 22% del tutto.",
    ],
)
def test_a_list_run_together(flat: str) -> None:
    assert rules(callout(MILL), callout(flat)) == ["flattened-list"]


@pytest.mark.parametrize(
    "sound",
    [
        "Il mulino – vecchio e grande – macina la notte.",
        "Un mulino - è una macina. Una macina - è una pietra. Una pietra - è dura.",
        "Il mulino a tre-quattro-cinque-sei pietre macina.",
        "Tra 5 - 3 e 2 il mulino macina la notte.",
    ],
)
def test_dashes_in_sentences_are_no_list(sound: str) -> None:
    assert rules(callout(MILL), callout(sound)) == []


def test_the_items_of_an_answer_are_no_flattened_list() -> None:
    assert rules(question("It has:\n\n- a\n- b\n- c"), question("Ha:\n\n- a\n- b\n- c")) == []


@pytest.mark.parametrize("sign", [":", "：", "﹕", "፦", "៖"])
def test_an_answer_that_leads_in_to_nothing_is_unfinished(sign: str) -> None:
    assert rules(question("It has many parts."), question(f"Ha molte parti, tra cui{sign}")) == ["unfinished"]


def test_the_rest_of_a_compound_word_is_no_mark_of_a_list() -> None:
    german = "Man nennt Kernstärken, -schwächen, -chancen und -risiken, wenn man mahlt."
    assert rules(callout("Name strengths, weaknesses, chances and risks."), callout(german), "en de") == []


@pytest.mark.parametrize(
    ("said", "is_damaged"),
    [
        ("Prima che il mulino macini, prima che il mulino macini, si aspetta.", True),
        ("Chi va piano va sano, e chi va sano va lontano.", False),
        ("Il mulino macina, e il mulino macina, e il mulino macina.", True),
        ("Macina macina macina tutta la notte.", False),
    ],
)
def test_a_run_of_words_that_follows_itself_is_damage(said: str, is_damaged: bool) -> None:
    assert rules(callout(MILL), callout(said)) == (["said-twice"] if is_damaged else [])


def test_what_both_versions_say_twice_is_meant() -> None:
    english, italian = "It grinds all the night, " * 2, "Macina per tutta la notte, " * 2
    assert rules(callout(f"{english}it sings."), callout(f"{italian}canta.")) == []
