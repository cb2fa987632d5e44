"""What leads in to a list, and what does not."""

from __future__ import annotations

import pytest

from flashgen.facts.lead_ins import find_lead_in
from flashgen.records.documents import Block, Inline, Item, Listing, Paragraph, Quotation, Style

LONG = "Da secoli gli uomini tengono le api vicino alle case, e in molti paesi lo fanno ancora oggi con grande cura, "
HONEY = Listing((Item(Inline("miele"), 1), Item(Inline("cera"), 2)), 1)
FLOWERS = Listing((Item(Inline("fiori"), 9),), 9)


def paragraph(text: str) -> Paragraph:
    return Paragraph(Inline(text), 1)


def lead_in(*before: Block, language: str = "it", said: str = "") -> str:
    """What leads in to a list behind these blocks; cards show what is `said` beside it."""
    return find_lead_in((*before, FLOWERS), len(before), language, said)


@pytest.mark.parametrize("colon", [":", "："])
def test_the_last_sentence_leads_in_if_it_ends_in_a_colon(colon: str) -> None:
    assert (
        lead_in(paragraph(f"{LONG}come si vede. Le api danno agli uomini{colon}")) == f"Le api danno agli uomini{colon}"
    )


def test_a_short_paragraph_leads_in_without_a_colon() -> None:
    assert lead_in(paragraph("Le api danno agli uomini tre cose.")) == "Le api danno agli uomini tre cose."


def test_a_long_paragraph_without_a_colon_leads_in_to_nothing() -> None:
    assert lead_in(paragraph(f"{LONG}come si vede. Le api danno tre cose a tutti.")) == ""


def test_a_sentence_behind_others_leads_in_where_its_script_uses_no_colon_and_the_other_language_is_asked() -> None:
    bees = "꿀벌은 오래전부터 사람과 함께 살아 왔습니다. " * 3
    korean = (paragraph(f"{bees}꿀벌은 사람에게 세 가지를 줍니다."), FLOWERS)
    assert find_lead_in(korean, 1, "ko") == ""
    assert find_lead_in(korean, 1, "ko", may_be_behind=True) == "꿀벌은 사람에게 세 가지를 줍니다."
    italian = (paragraph(f"{LONG}come si vede. Le api danno tre cose a tutti."), FLOWERS)
    assert find_lead_in(italian, 1, "it", may_be_behind=True) == ""


def test_a_sentence_that_leans_on_the_one_before_it_leads_in_with_that() -> None:
    assert (
        lead_in(paragraph("Lo sanno tutti. Si crede che dormano. Non è così:")) == "Si crede che dormano. Non è così:"
    )
    assert lead_in(paragraph("蜜蜂是昆虫。它们很有用。例如：")) == "它们很有用。例如："
    assert lead_in(paragraph("Danno:")) == "Danno:"


@pytest.mark.parametrize(
    ("before", "last", "shown"),
    [
        ("Chi alleva api ne trae profitto.", "Ci sono diverse ragioni per farlo:", "both"),
        ("Chi alleva api ne trae profitto.", "Con i fiori si può fare molto:", "last"),  # it names what follows
        ("Chi alleva api ne trae profitto.", "Che cosa si può ottenere in questo modo?", "last"),
        (f"{LONG}come si vede.", "Ci sono diverse ragioni per farlo:", "last"),
    ],
)
def test_a_sentence_that_names_nothing_of_what_it_leads_in_to_takes_the_one_before_it(
    before: str, last: str, shown: str
) -> None:
    expected = f"{before} {last}" if shown == "both" else last
    assert lead_in(paragraph(f"{before} {last}"), said="Primavera Molti fiori") == expected


def test_a_sentence_that_leans_on_a_long_one_leads_in_to_nothing() -> None:
    assert lead_in(paragraph(f"{LONG}come si vede in ogni villaggio. Non è così:")) == ""


def test_nothing_leads_in_to_a_list_that_begins_its_section() -> None:
    assert lead_in() == ""


@pytest.mark.parametrize("torn", ["quando piove molto", ", e anche la cera", "lo sciame che vola via."])
def test_an_item_that_lost_its_bullet_and_its_beginning_leads_in_to_nothing(torn: str) -> None:
    assert lead_in(paragraph(torn)) == ""
    assert lead_in(paragraph("Le api danno:"), HONEY, paragraph(torn)) == "Le api danno:"


def test_an_item_that_lost_its_bullet_between_two_parts_of_a_list_is_passed_over() -> None:
    assert lead_in(paragraph("Le api danno:"), HONEY, paragraph("Propoli")) == "Le api danno:"


def test_a_sentence_behind_a_list_leads_in_to_nothing() -> None:
    assert lead_in(paragraph("Le api danno:"), HONEY, paragraph("Ognuna vale molto.")) == ""


def test_a_new_lead_in_behind_a_list_leads_in_to_the_next() -> None:
    assert lead_in(paragraph("Le api danno:"), HONEY, paragraph("Le api vogliono:")) == "Le api vogliono:"


def test_two_lists_with_nothing_between_them_are_led_in_together() -> None:
    assert lead_in(paragraph("Le api danno:"), HONEY) == "Le api danno:"


def test_a_formula_leads_in_to_nothing() -> None:
    assert lead_in(paragraph("m = a + b")) == ""
    assert lead_in(paragraph("Le api danno:"), HONEY, paragraph("m = a + b")) == ""


def test_what_leads_in_to_a_formula_leads_in_to_the_list_beneath_it() -> None:
    assert (
        lead_in(paragraph("Il peso si calcola così, dove:"), paragraph("m = a + b")) == "Il peso si calcola così, dove:"
    )


def test_a_quotation_parts_a_list_from_what_stands_before() -> None:
    quotation = Quotation(Inline(""), (paragraph("Le api dormono di notte."),), 3)
    assert lead_in(paragraph("Le api danno:"), quotation) == ""


def bold(text: str) -> Paragraph:
    return Paragraph(Inline(text, styles=(Style("b", 0, len(text)),)), 1)


def test_a_label_in_bold_leads_in_as_a_heading_does_behind_another_list_too() -> None:
    assert lead_in(paragraph("Testo."), bold("Svantaggi")) == "Svantaggi"
    assert lead_in(bold("Vantaggi"), HONEY, bold("Svantaggi")) == "Svantaggi"


def test_a_sentence_in_bold_behind_a_list_leads_in_to_nothing() -> None:
    assert lead_in(HONEY, bold("Le api dormono.")) == ""


def test_a_sentence_without_a_colon_that_leans_on_the_one_before_it_leads_in_to_nothing() -> None:
    before = paragraph("Un chilo di miele costa otto euro. Dura tre anni.")
    assert lead_in(before, said="Compra la cera gialla.") == ""
    assert lead_in(paragraph("Il miele costa. Le api danno anche la cera gialla agli uomini."), said="cera").startswith(
        "Le"
    )
