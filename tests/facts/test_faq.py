"""Questions and their answers are read from headings, folds and bold paragraphs."""

from __future__ import annotations

import pytest

from tests.support.samples import QUESTIONS, facts


def test_a_run_of_questions_gives_one_fact_each() -> None:
    found = facts("# Api\n\nTesto.\n" + QUESTIONS, "faq")
    assert [(fact.question, fact.answer) for fact in found] == [
        ("Le api pungono?", "Sì, se disturbate."),
        ("Le api dormono?", "Sì, di notte."),
    ]
    assert found[0].location.line == 7


def test_a_question_of_any_level_that_stands_alone_is_a_fact() -> None:
    for level in ("##", "###"):
        (found,) = facts(f"# Api\n\nTesto.\n\n{level} Le api pungono?\n\nSì, molto.\n", "faq")
        assert (found.question, found.answer) == ("Le api pungono?", "Sì, molto.")


def test_the_question_that_the_definition_answers_is_not_asked_again() -> None:
    text = """
        # Alveare

        ## Che cos'è un alveare?

        Un alveare ospita una colonia.

        ## Chi ci vive?

        Le api.

        ## Che cos'è un alveare?

        Una casa.
        """
    assert [fact.question for fact in facts(text, "faq")] == ["Chi ci vive?"]


def test_the_first_question_is_a_fact_where_nothing_defines() -> None:
    text = "# Alveare\n\n## Che cos'è un alveare?\n\nUna casa.\n"
    assert [fact.question for fact in facts(text, "faq")] == ["Che cos'è un alveare?"]


def test_a_question_that_is_asked_twice_is_answered_once() -> None:
    text = "# Api\n\nTesto.\n\n## Le api pungono?\n\nSì.\n\n## Fine\n\nTesto.\n" + QUESTIONS
    assert [fact.question for fact in facts(text, "faq")] == ["Le api pungono?", "Le api dormono?"]


def test_a_list_beneath_a_question_that_stands_alone_is_a_list_like_any_other() -> None:
    """And what stands before it is not the whole answer, so that the question is not asked."""
    text = "# Api\n\nTesto.\n\n## Che cosa danno?\n\nMolto a tutti.\n\nPer esempio:\n\n- miele\n\nFine.\n"
    assert [(fact.kind, fact.answer) for fact in facts(text, "faq purpose")] == [("purpose", "miele")]


@pytest.mark.parametrize(("text", "asked"), [("Molto.\n\nAnche altro.", False), ("Molte cose.", True)])
def test_a_list_behind_several_paragraphs_answers_in_their_place(text: str, *, asked: bool) -> None:
    found = facts(f"# Api\n\nTesto.\n\n## Che cosa danno?\n\n{text * 12}\n\n- miele\n- cera\n", "faq")
    assert bool(found) == asked


def test_questions_in_bold_ask_for_what_follows_them() -> None:
    text = "# Api\n\nTesto.\n\n## Dubbi\n\n**Pungono?** Sì, molto.\n\n**Dormono?**\n:\n\nDi notte.\n\n**Volano?**\n"
    found = facts(text, "faq")
    assert [(fact.question, fact.answer) for fact in found] == [
        ("Pungono?", "Sì, molto."),
        ("Dormono?", "Di notte."),
    ]


@pytest.mark.parametrize("line", ["**Attenzione** pungono?", "Le api *pungono?* Sì.", "**Pungono molto.** Sì."])
def test_what_begins_with_no_question_in_bold_asks_nothing(line: str) -> None:
    assert facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{line}\n", "faq") == ()


@pytest.mark.parametrize("text", ["**{q}**\n{a}\n", "**{q}**\n\n{a}\n", "### {q}\n\n{a}\n"])
def test_words_that_only_say_which_is_question_and_which_answer_are_left_out(text: str) -> None:
    pairs = [("D: Le api pungono?", "R: Sì."), ("D: Le api dormono?", "R: Di notte sì.")]
    body = "\n".join(text.format(q=q, a=a) for q, a in pairs)
    found = facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{body}", "faq")
    assert [(fact.question, fact.answer) for fact in found] == [
        ("Le api pungono?", "Sì."),
        ("Le api dormono?", "Di notte sì."),
    ]


@pytest.mark.parametrize("parted", [" ", "\n", "\n\n"])
@pytest.mark.parametrize("bold", ["", "**"])
def test_questions_and_answers_behind_the_same_words_are_told_apart(parted: str, bold: str) -> None:
    pairs = [("Pungono?", "Sì, molto."), ("Dormono di notte?", "Sempre.")]
    lines = "".join(f"{bold}D:{bold} {asks}{parted}{bold}R:{bold} {said}\n\n" for asks, said in pairs)
    found = facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{lines}", "faq")
    assert [(fact.question, fact.answer) for fact in found] == pairs


def test_a_word_before_one_question_and_one_answer_shows_nothing() -> None:
    assert facts("# Api\n\nTesto.\n\n## Dubbi\n\nNota: dormono? Forse: chissà.\n", "faq") == ()


def test_questions_in_bold_beneath_a_question_belong_to_its_answer() -> None:
    text = "# Api\n\nTesto.\n\n## Che cosa fanno?\n\n**Pungono?** Sì, molto.\n"
    assert [fact.question for fact in facts(text, "faq")] == ["Che cosa fanno?"]


def test_what_leads_in_to_code_that_is_not_read_answers_nothing() -> None:
    code = "```compare\n+ miele\n+ cera\n```"
    start = "# Api\n\nTesto.\n\n## Che cosa danno?\n\n"
    assert facts(f"{start}Danno due cose:\n\n{code}\n\nNessun altro le dà.\n", "faq") == ()
    (whole,) = facts(f"{start}La regola è questa:\n\nDanno miele.\n", "faq")
    assert whole.answer == "La regola è questa:\nDanno miele."


def test_headings_that_mostly_ask_nothing_are_no_faq() -> None:
    assert facts("# Api\n\nTesto.\n\n## Tipi\n\n### Regina\n\nDepone.\n\n### Fuco\n\nVola.\n", "faq") == ()


def test_a_heading_without_its_mark_among_questions_asks_as_well() -> None:
    text = "# Api\n\nTesto.\n" + QUESTIONS + "\n### Perché volano\n\nPer i fiori.\n"
    assert len(facts(text, "faq")) == 3


def test_a_question_without_an_answer_says_nothing() -> None:
    assert len(facts("# Api\n\nTesto.\n" + QUESTIONS + "\n### E poi?\n", "faq")) == 2


def test_a_list_in_an_answer_is_kept_and_is_no_purpose() -> None:
    text = "# Api\n\nTesto.\n" + QUESTIONS + "\n### Che cosa danno?\n\nDanno:\n\n- miele\n- cera\n"
    assert facts(text, "faq")[-1].answer == "Danno:\n• miele\n• cera"
    assert facts(text, "purpose") == ()


def test_thai_asks_without_question_marks() -> None:
    text = "# ผึ้ง\n\nผึ้งอยู่เป็นฝูง\n\n## คำถาม\n\n### ผึ้งต่อยหรือไม่\n\nต่อยเมื่อถูกรบกวน\n\n### ผึ้งนอนหรือไม่\n\nนอนตอนกลางคืน\n"
    assert [fact.question for fact in facts(text, "faq", "th")] == ["ผึ้งต่อยหรือไม่", "ผึ้งนอนหรือไม่"]


def test_unmarked_headings_of_a_language_with_question_marks_are_no_faq() -> None:
    text = "# Api\n\nTesto.\n\n## Domande\n\n### Regina\n\nDepone uova.\n\n### Fuco\n\nVola in alto.\n"
    assert facts(text, "faq") == ()


def test_the_words_before_questions_and_answers_may_have_signs_and_end_in_a_full_stop() -> None:
    for asks, says in (("प्र.", "उ."), ("ప్ర:", "జ:"), ("D.", "R.")):
        lines = f"{asks} Pungono?\n\n{says} Sì, molto.\n\n{asks} Dormono?\n\n{says} Di notte.\n"
        found = facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{lines}", "faq")
        assert [(fact.question, fact.answer) for fact in found] == [
            ("Pungono?", "Sì, molto."),
            ("Dormono?", "Di notte."),
        ]


def test_words_with_a_full_stop_that_answer_or_stand_before_both_are_no_words_before_an_answer() -> None:
    assert facts("# Api\n\n## Dubbi\n\n" + "S. Ada dorme?\n\nS. Ada dorme spesso.\n\n" * 2, "faq") == ()
    lines = "D. Pungono?\n\nSì. Molto.\n\nD. Dormono?\n\nSì. Di notte.\n\nD. Volano?\n\nNo. Mai.\n"
    assert facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{lines}", "faq") == ()
