"""Texts that begin in the middle of a sentence."""

from __future__ import annotations

import pytest

from flashgen.language.doubled_words import Conjunctions
from flashgen.quality.settings import Gate
from tests.support.suspects import callout, closing, question, rules

MILL = "The mill grinds all night."


@pytest.mark.parametrize("sign", [",", ";", ")", "،", "、", ". "])
def test_a_text_that_begins_with_a_closing_sign_is_torn_off(sign: str) -> None:
    assert rules(callout(MILL), callout(f"{sign} il mulino macina la notte."))[0] == "mid-sentence"


@pytest.mark.parametrize("start", ['"Il"', "«Il»", "»Il«", "(Qui) il", "'Il", "¿Il", "... Il", "2 pietre: il"])
def test_opening_signs_and_figures_begin_a_sentence(start: str) -> None:
    assert rules(callout(MILL), callout(f"{start} mulino macina tutta la notte.")) == []


def test_lower_case_beside_a_partner_with_a_capital_is_suspect() -> None:
    assert rules(callout(MILL), callout("macina tutta la notte il mulino.")) == ["mid-sentence"]


def test_lower_case_beside_a_partner_in_a_script_without_capitals_is_suspect() -> None:
    arabic = "الطاحونة تعمل طوال الليل."
    assert rules(callout(arabic), callout("macina tutta la notte il mulino."), "ar it") == ["mid-sentence"]


def test_a_script_without_capitals_is_not_suspect() -> None:
    assert rules(callout(MILL), callout("الطاحونة تعمل طوال الليل."), "en ar") == []
    assert rules(callout(MILL), callout("წისქვილი მთელი ღამე მუშაობს."), "en ka") == []


def test_a_word_of_latin_letters_begins_a_text_of_a_language_without_capitals() -> None:
    korean, chinese = "mill 서버는 밤새도록 곡식을 빻는다.", "mill 服务器整夜磨粮食。"
    assert rules(callout(MILL), callout(korean), "en ko") == []
    assert rules(callout(korean), callout(chinese), "ko zh") == []
    assert rules(callout(korean), callout("macina tutta la notte il mulino."), "ko it") == ["mid-sentence"]


def test_lower_case_on_both_sides_is_the_authors_way() -> None:
    assert rules(callout("the mill grinds all night."), callout("il mulino macina la notte.")) == []


@pytest.mark.parametrize("name", ["eBay", "mRNA", "e-mail", "p53", "ph.d.", "k-means"])
def test_a_name_that_begins_in_lower_case_begins_a_sentence(name: str) -> None:
    assert rules(callout(MILL), callout(f"{name} macina tutta la notte qui.")) == []


def test_a_title_in_lower_case_begins_a_sentence() -> None:
    assert rules(callout(MILL), callout("mulino è chi macina tutta la notte.", title="mulino")) == []


ENGLISH = ("It grinds.", "It turns.", "It stands.")


def test_an_item_in_lower_case_among_items_with_capitals_is_suspect() -> None:
    assert rules(closing(*ENGLISH), closing("Macina.", "e gira.", "Sta.")) == ["mid-sentence"]


def test_two_items_show_no_style() -> None:
    assert rules(closing(*ENGLISH[:2]), closing("macina.", "Gira.")) == []


@pytest.mark.parametrize("sign", [",", ";"])
def test_behind_an_item_that_ends_in_a_comma_the_sentence_goes_on(sign: str) -> None:
    assert rules(closing(*ENGLISH), closing(f"Macina{sign}", "e gira.", "Sta.")) == []


def test_an_item_that_begins_with_or_is_half_of_a_sentence() -> None:
    gate = Gate(conjunctions=(("it", Conjunctions(choosing=("o",))),))
    english, italian = closing("The mill grinds grain.", MILL), closing("Il mulino macina grano.", "o gira di notte.")
    assert rules(english, italian, gate=gate) == ["mid-sentence"]
    assert rules(english, italian.replace("o gira", "oggi gira"), gate=gate) == []


def test_a_list_all_in_lower_case_is_a_matter_of_style() -> None:
    assert rules(closing(*ENGLISH), closing("macina.", "gira.", "sta.")) == []


def test_a_list_in_either_case_tells_nothing() -> None:
    assert rules(closing(*ENGLISH), closing("macina.", "gira.", "Sta.")) == []


def test_a_lead_in_is_looked_at_too() -> None:
    english = "# Mill\n\nIt serves to:\n\n- grind grain\n"
    assert rules(english, "# Mulino\n\nserve a:\n\n- macinare\n") == ["mid-sentence"]


def test_an_answer_is_looked_at_too() -> None:
    assert rules(question(MILL), question("e macina tutta la notte.")) == ["mid-sentence"]


def asked(question: str, answer: str) -> str:
    """A document with a description, and a heading that asks for it."""
    return f"---\ntitle: Mill\ndescription: {answer}\n---\n## {question}\n\nText.\n"


def test_a_definition_of_a_numbered_name_that_begins_behind_its_number_is_torn_off() -> None:
    english = asked("What are the 5 W's?", "The five W's are what a reporter asks.")
    assert rules(english, asked("Quali sono le 5 W?", "W, sono le domande dei cronisti.")) == ["mid-sentence"]
    assert rules(english, asked("Quali sono le 5 W?", "W, le 5 domande, sono dei cronisti.")) == []
    assert rules(english, asked("Quali sono le 5 W?", "Le W sono le domande dei cronisti.")) == []


def test_what_goes_on_from_a_figure_may_begin_small_beside_a_script_without_capitals() -> None:
    arabic = "# طاحونة\n\nتطحن الطاحونة.\n\n> ## 40 %\n>\n> من الحبوب تطحن هنا طوال الليل.\n"
    italian = "# Mulino\n\nIl mulino gira.\n\n> ## 40 %\n>\n> del grano si macina qui tutta la notte.\n"
    assert rules(arabic, italian, "ar it") == []
