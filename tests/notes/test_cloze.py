"""What a cloze hides: the figure, the title's words, or the answer beneath its question."""

from __future__ import annotations

import pytest

from flashgen.anki.field_text import cloze_html, field_html, plain_text
from flashgen.notes.cloze import hidden_in_fact
from flashgen.record import replace
from tests.support.samples import fact


@pytest.mark.parametrize(
    ("answer", "question", "figure", "expected"),
    [
        ("Il 40 % è sale.", "Il ____ è sale.", "40 %", "Il {{c1::40 %}} è sale."),
        ("40 o 40 kg", "____ o ____ kg", "40", "{{c1::40}} o {{c1::40}} kg"),
        ("Sale: 40, miele: 41", "____: ____, ____: ____", "40", "{{c1::Sale}}: {{c1::40}}, {{c1::miele}}: {{c1::41}}"),
        ("40", "____ kg", "40 kg", "{{c1::40 kg}}\n40"),
        ("Quasi la metà.", "Quasi la metà.", "48 %", "{{c1::48 %}}\nQuasi la metà."),
    ],
)
def test_a_statistic_hides_its_figure(answer: str, question: str, figure: str, expected: str) -> None:
    assert plain_text(hidden_in_fact(fact("statistic", answer, question, figure), question, "Sale")) == expected


def test_the_words_of_the_title_are_hidden_wherever_they_stand() -> None:
    made = hidden_in_fact(fact("definition", "L'ape è un insetto; Ape viene da apis."), "Che cos'è?", "Ape")
    assert made == "L'{{c1::ape}} è un insetto; {{c1::Ape}} viene da apis."


def test_the_first_marked_term_of_a_sentence_is_hidden() -> None:
    sentence = replace(fact("sentence", "Il miele e la cera."), marks=((3, 8), (14, 18)))
    assert hidden_in_fact(sentence, "Ape", "Ape") == "Il {{c1::miele}} e la cera."


def test_a_sentence_without_a_term_has_nothing_to_hide() -> None:
    assert not hidden_in_fact(fact("sentence", "Il miele e la cera."), "Ape", "Ape")
    assert hidden_in_fact(fact("sentence", "Il miele e la cera."), "Miele", "Miele") == "Il {{c1::miele}} e la cera."


def test_a_part_of_a_word_is_not_the_title() -> None:
    made = hidden_in_fact(fact("purpose", "Dà la capezza."), "Che cosa?", "ape")
    assert made == "Che cosa?<br>{{c1::Dà la capezza.}}"


@pytest.mark.parametrize("title", ["Miele", ""])
def test_an_answer_without_its_title_is_hidden_whole(title: str) -> None:
    assert hidden_in_fact(fact("faq", "Di notte.", "Quando?"), "Quando?", title) == "Quando?<br>{{c1::Di notte.}}"


def test_a_text_that_is_nothing_but_its_title_is_hidden_beneath_its_question() -> None:
    assert hidden_in_fact(fact("purpose", "miele"), "Che cosa?", "Miele") == "Che cosa?<br>{{c1::miele}}"


@pytest.mark.parametrize("text", ["}}", "{{c2::x}}", "a::b", ":x", "x:", "{", "}", "{{", "[sound:x]"])
def test_braces_and_colons_of_a_text_neither_begin_nor_end_what_is_hidden(text: str) -> None:
    made = cloze_html(f"{text}", text, f"{text}")
    assert made.count("{{c1::") == made.count("}}") == 1
    assert made.count("::") == 1
    assert "{{{" not in made
    assert plain_text(made.replace("{{c1::", "", 1).replace("}}", "", 1)) == text * 3


def test_spaces_beside_what_is_hidden_stay() -> None:
    assert cloze_html("Danno il ", "miele", " dolce.") == "Danno il {{c1::miele}} dolce."
    assert field_html("Danno il miele dolce.") == plain_text(cloze_html("Danno il ", "miele", " dolce.")).replace(
        "{{c1::miele}}", "miele"
    )
