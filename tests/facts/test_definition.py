"""What an article is about is read from its description, its opening or a highlight."""

from __future__ import annotations

import pytest

from flashgen.records.location import Location as Place
from tests.support.samples import answers, facts


def test_the_description_answers_and_the_heading_asks() -> None:
    (first,) = facts(
        """
        ---
        title: Alveare
        description: Una casa per le api.
        ---
        ## Che cos'è un alveare?
        Un alveare ospita una colonia.
        """,
        "definition",
    )
    assert (first.question, first.answer) == ("Che cos'è un alveare?", "Una casa per le api.")
    assert first.location == Place("it/x.md", 3, is_below=True)


def test_a_leading_question_of_the_description_is_dropped() -> None:
    (first,) = facts(
        """
        ---
        title: Alveare
        description: Che cos'è un alveare? Un alveare è una casa per le api.
        ---
        ## Storia
        Un alveare ospita una colonia.
        """,
        "definition",
    )
    assert first.answer == "Un alveare è una casa per le api."


def test_a_heading_that_only_names_the_thing_is_no_question_to_drop() -> None:
    (first,) = facts(
        """
        ---
        title: Alveare
        description: Alveare è la casa delle api.
        ---
        ## Alveare
        Un alveare ospita una colonia.
        """,
        "definition",
    )
    assert first.answer == "Alveare è la casa delle api."


def test_a_heading_that_asks_nothing_leaves_the_question_to_the_prompt() -> None:
    found = facts("# Alveare\n\n## Storia\n\nUn alveare ospita una colonia.\n", "definition opening")
    assert [fact.question for fact in found] == [""]


def test_text_before_the_first_question_leaves_the_question_to_the_prompt() -> None:
    found = facts(
        "# Alveare\n\nUn alveare ospita api.\n\n## Che cos'è un alveare?\n\nUna casa.\n", "definition opening"
    )
    assert [fact.question for fact in found] == [""]


def test_a_first_heading_that_is_not_the_title_may_ask() -> None:
    text = """
        ---
        title: "Parole: l'alveare"
        description: Un alveare è la casa delle api.
        ---
        # Che cos'è un alveare?

        Un alveare ospita una colonia.
        """
    assert [fact.question for fact in facts(text, "definition")] == ["Che cos'è un alveare?"]


def test_a_heading_that_asks_for_something_else_leaves_the_question_to_the_prompt() -> None:
    """Met in the Open Source Guides: "Why measure anything?" beneath the title "Open Source Metrics"."""
    text = """
        ---
        title: Alveare
        description: Una casa per le api.
        ---
        ## Perché contare sempre tutto?
        Chi conta impara.
        """
    assert [fact.question for fact in facts(text, "definition")] == [""]
    assert [fact.question for fact in facts(text, "faq")] == ["Perché contare sempre tutto?"]


@pytest.mark.parametrize(
    ("title", "question", "said"),
    [
        ("API", "Che cos'è un'API?", "Un modo di parlarsi."),
        ("Casa delle api", "Che cosa ospita un alveare?", "Un alveare ospita api."),
        ("養蜂", "養蜂とは何ですか？", "蜂を飼うこと。"),
    ],
)
def test_a_heading_that_names_the_title_or_what_is_said_asks(title: str, question: str, said: str) -> None:
    text = f"---\ntitle: {title}\ndescription: {said}\n---\n## {question}\nTesto.\n"
    assert [fact.question for fact in facts(text, "definition")] == [question]


@pytest.mark.parametrize(
    ("title", "said", "is_definition"),
    [
        ("Come tenere le api in casa", "Una guida per chi comincia e per chi sa.", False),
        ("Come si tengono le api d'inverno?", "Al caldo e con molto miele.", True),
        ("Casa delle api da miele", "Una casa delle api da miele è fatta di legno.", True),
        ("Ape (Apis mellifera dei nostri prati)", "Un insetto che fa il miele.", True),
    ],
)
def test_the_description_of_a_headline_defines_only_what_it_names(title: str, said: str, is_definition: bool) -> None:
    found = facts(f"---\ntitle: {title}\ndescription: {said}\n---\n## Storia\nTesto.\n", "definition")
    assert bool(found) is is_definition


@pytest.mark.parametrize(
    ("title", "said", "is_definition"),
    [
        ("Regole dell'alveare", "Tenere in pace le api di un giardino grande con le regole dell'alveare.", False),
        ("Regole dell'alveare", "Le regole di un alveare dicono chi può entrare.", True),
        ("Regole dell'alveare", "Quello che tiene in pace le api.", True),
        ("Regole dell'alveare", "Quello che tiene in pace un alveare, per chi non legge altre regole.", True),
        ("Alveare", "Dove le api di un giardino grande fanno il loro alveare.", True),
    ],
)
def test_a_description_that_comes_to_a_name_late_tells_what_the_thing_is_good_for(
    title: str, said: str, is_definition: bool
) -> None:
    found = facts(f"---\ntitle: {title}\ndescription: {said}\n---\n## Storia\nTesto.\n", "definition")
    assert bool(found) is is_definition


def test_a_description_that_breaks_off_is_passed_over() -> None:
    for dots in ("...", "…"):
        found = facts(
            f"---\ntitle: Alveare\ndescription: Una casa per{dots}\n---\nUn alveare ospita api.\n",
            "definition opening",
        )
        assert answers(found) == ["Un alveare ospita api."]


def test_a_description_that_is_only_a_question_is_passed_over() -> None:
    found = facts(
        "---\ntitle: Alveare\ndescription: Che cos'è un alveare?\n---\nUn alveare ospita api.\n",
        "definition opening",
    )
    assert answers(found) == ["Un alveare ospita api."]


def test_a_lead_in_defines_nothing() -> None:
    assert facts("# Alveare\n\nServe a molte cose:\n\n- miele\n", "definition") == ()


def test_the_opening_ends_before_a_paragraph_that_leads_in_to_a_list() -> None:
    text = "# Alveare\n\nUn alveare ospita api.\n\nEcco le sue parti:\n\n- il tetto\n- il fondo\n"
    assert answers(facts(text, "opening")) == ["Un alveare ospita api."]


def test_the_opening_is_the_first_paragraphs_however_they_are_parted() -> None:
    """What a card holds of it is decided for both versions together (`flashgen.pairing.fitting`)."""
    text = "# Alveare\n\nUn alveare ospita colonie. Sta nei prati.\n\nÈ di legno.\n\n- un tetto\n\nE poi?\n"
    assert answers(facts(text, "opening")) == ["Un alveare ospita colonie. Sta nei prati.\nÈ di legno."]


def test_a_sentence_about_a_part_of_the_title_leaves_the_definition_to_the_next() -> None:
    text = "# Sciame primario\n\n«Primario» in sciame primario vuol dire primo. {}\n"
    whole = text.format("Uno sciame primario parte con la regina vecchia.")
    assert facts(whole, "opening") == ()
    assert answers(facts(whole, "second_sentence")) == ["Uno sciame primario parte con la regina vecchia."]
    assert facts(text.format("Parte con la regina."), "opening second_sentence") == ()


def test_another_name_in_brackets_is_no_part_of_the_title() -> None:
    text = "# Sciame primario\n\nIl volo primario (o sciame primario) parte con la regina vecchia.\n"
    assert len(facts(text, "opening")) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "Da secoli gli uomini vivono vicino alle api e ne prendono con cura il miele dalla casa che ospita tutte.",
        "Chi ospita l'alveare?",
        "Alveare",
        "Si noti che la parola alveare ha due sensi.",
    ],
)
def test_an_opening_that_states_nothing_of_the_title_defines_nothing(opening: str) -> None:
    assert facts(f"# Alveare\n\n{opening}\n", "opening") == ()


def test_most_words_of_a_title_will_do_in_whatever_form() -> None:
    text = "# Colonia regina giovane\n\nLe colonie hanno regine che depongono tutte le uova.\n"
    assert len(facts(text, "opening")) == 1


def test_half_the_words_of_a_title_will_do_at_the_very_start() -> None:
    at_start = "# Favo mobile\n\nUn favo è una casa di cera che le api fanno da sé.\n"
    later = "# Favo mobile\n\nTra le molte cose che le api fanno da sé un favo è la più bella.\n"
    assert [len(facts(text, "opening")) for text in (at_start, later)] == [1, 0]


def test_what_stands_in_brackets_may_stand_for_the_title() -> None:
    text = "# Acido acetilsalicilico puro (ASA)\n\nASA è un noto farmaco contro il dolore.\n"
    assert len(facts(text, "opening")) == 1


def test_the_opening_of_an_unspaced_script_is_looked_at_by_characters() -> None:
    assert len(facts("# 蜂巢\n\n蜂巢是蜜蜂居住的地方。\n", "opening", "zh")) == 1
    assert facts(f"# 蜂巢\n\n{'很多人喜欢' * 10}蜂巢。\n", "opening", "zh") == ()


def test_the_first_highlight_that_defines_serves_too() -> None:
    text = """
        # Alveare

        ## Che cos'è un alveare?

        Testo.

        ## In breve

        - Le api danno miele.
        - Un alveare ospita una colonia.
        - Un alveare ha un tetto.
        """
    (found,) = facts(text, "defining_highlight")
    assert (found.kind, found.question) == ("definition", "Che cos'è un alveare?")
    assert (found.answer, found.location.line) == ("Un alveare ospita una colonia.", 10)


def test_the_highlight_that_is_most_like_the_description_defines() -> None:
    text = """
        ---
        description: Un alveare ospita "una colonia di api.
        ---
        # Alveare

        Testo.

        ## In breve

        - Un alveare conta molto per chi coltiva fiori.
        - Un alveare ospita una grande colonia.
        """
    (found,) = facts(text, "defining_highlight")
    assert found.answer == "Un alveare ospita una grande colonia."


@pytest.mark.parametrize(
    "below", ["**Da fare:** tenerlo all'ombra.", "**Nota** : tenerlo all'ombra.", "**Perché all'ombra?**\n\nFa caldo."]
)
def test_an_opening_ends_before_what_a_bold_label_or_a_question_begins(below: str) -> None:
    (first,) = facts(f"# Alveare\n\nUn alveare ospita api.\n\n{below}\n", "opening")
    assert first.answer == "Un alveare ospita api."


def test_an_opening_ends_before_the_sentence_that_leads_in_to_a_list() -> None:
    (first,) = facts(
        "# Alveare\n\nUn alveare ospita la colonia. Queste sono le sue parti:\n\n- il tetto\n- il fondo\n", "opening"
    )
    assert first.answer == "Un alveare ospita la colonia."
    assert facts("# Alveare\n\nUn alveare ha queste parti:\n\n- il tetto\n- il fondo\n", "opening") == ()


@pytest.mark.parametrize(
    ("description", "is_told"),
    [
        ("Come riparare un alveare.", False),
        ("Tutto quello che c'è da sapere sull'alveare.", False),
        ("Un alveare ospita api.", True),
        ("La casa delle api", True),
        ("L'alveare, come funziona", False),
    ],
)
def test_a_description_that_comes_to_its_title_late_does_not_say_at_once_what_it_is(
    description: str, is_told: bool
) -> None:
    (first,) = facts(f"---\ntitle: Alveare\ndescription: {description}\n---\nTesto.\n", "definition")
    assert first.names_question == is_told
