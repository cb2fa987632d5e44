"""What quotations state: figures and sentences, but no originals that a translator left beside them."""

from __future__ import annotations

import pytest

from flashgen.records.facts import Fact
from tests.support.samples import answers, facts, version

ORIGINAL = "The old mill by the brook grinds the grain of the whole village every autumn, and the miller sings to it."
TRANSLATED = "Die alte Mühle am Bach mahlt jeden Herbst das Korn des ganzen Dorfes, und der Müller singt dazu ein Lied."
BRIEF = "The mill by the brook grinds the grain for all of the villages that lie around there."


def quoted(*paragraphs: str, language: str = "de") -> list[str]:
    """What callouts say that stand as paragraphs of one quotation."""
    text = "# Mühle\n\n## Mahlen\n\nText.\n\n" + "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs) + "\n"
    return [fact.answer for fact in version(text, language).facts["callout"]]


@pytest.mark.parametrize("original", [ORIGINAL, BRIEF])
def test_an_original_beside_its_translation_is_left_out(original: str) -> None:
    assert quoted(TRANSLATED, original) == quoted(original, TRANSLATED) == [TRANSLATED]


def test_a_quotation_that_nobody_translated_stays_so_that_translators_hear_of_it() -> None:
    assert quoted(ORIGINAL) == [ORIGINAL]
    assert quoted(ORIGINAL, ORIGINAL.replace("mill", "wheel")) == [ORIGINAL, ORIGINAL.replace("mill", "wheel")]


def test_quotations_in_the_language_of_the_article_stay() -> None:
    other = TRANSLATED.replace("Mühle", "Säge")
    assert quoted(TRANSLATED, other) == [TRANSLATED, other]


def test_a_text_too_short_to_tell_its_language_stays() -> None:
    assert quoted(TRANSLATED, "The mill grinds grain by day.") == [TRANSLATED, "The mill grinds grain by day."]


def statistic(heading: str, statement: str) -> Fact:
    (found,) = facts(f"# Api\n\nTesto.\n\n> ## {heading}\n> {statement}\n", "statistic")
    return found


def test_the_statement_asks_with_its_figure_blanked() -> None:
    found = statistic("78 %", "Il 78 % delle colonie sopravvive.")
    assert found.question == "Il ____ delle colonie sopravvive."
    assert (found.figure, found.answer) == ("78 %", "Il 78 % delle colonie sopravvive.")


def test_the_figure_is_blanked_however_it_is_spaced() -> None:
    assert statistic("78%", "Il 78 % delle colonie vive.").question == "Il ____ delle colonie vive."


def test_the_figure_is_blanked_wherever_it_is_repeated() -> None:
    assert statistic("40 kg", "Sono 40 kg, proprio 40 kg.").question == "Sono ____, proprio ____."


def test_part_of_a_longer_number_is_another_number() -> None:
    assert statistic("40", "Erano 140 o 40,5 o 400 alveari.").question == "Erano 140 o 40,5 o 400 alveari."


def test_a_statistic_is_no_callout_as_well() -> None:
    assert facts("# Api\n\nTesto.\n\n> ## 78 %\n> Il 78 % delle colonie vive.\n", "callout") == ()


def test_a_bold_line_heads_a_quotation_too() -> None:
    (found,) = facts("# Api\n\nTesto.\n\n> **78 %**\n>\n> delle colonie sopravvive.\n", "statistic")
    assert found.figure == "78 %"


def test_a_figure_alone_heads_a_quotation_too() -> None:
    (found,) = facts("# Api\n\nTesto.\n\n> 78 %\n>\n> Quota degli alveari abitati da api.\n", "statistic")
    assert (found.figure, found.answer) == ("78 %", "Quota degli alveari abitati da api.")


def test_a_short_sentence_beneath_a_figure_is_no_other_figure() -> None:
    (found,) = facts("# Api\n\nTesto.\n\n> 78 %\n>\n> 1848 la quota massima.\n", "statistic")
    assert (found.figure, found.answer) == ("78 %", "1848 la quota massima.")


def test_a_place_and_a_date_head_no_statistic() -> None:
    assert facts("# Api\n\nTesto.\n\n> Roma, 3 maggio 2024\n>\n> Le api sono in volo da ore.\n", "statistic") == ()


def test_a_figure_without_a_statement_says_nothing() -> None:
    assert facts("# Api\n\nTesto.\n\n> ## 78 %\n", "statistic") == ()


@pytest.mark.parametrize(
    ("before", "lead_in"),
    [("Ha piovuto molto. Così scrive Anna da Oslo:", "Così scrive Anna da Oslo:"), ("Anna scrive.", "")],
)
def test_a_sentence_that_ends_in_a_colon_leads_in_to_a_quotation(before: str, lead_in: str) -> None:
    (found,) = facts(f"# Api\n\n{before}\n\n> Le api vogliono acqua pulita.\n", "callout")
    assert (found.context, found.follows_text) == (lead_in, bool(lead_in))


def test_where_to_read_on_is_no_part_of_a_callout() -> None:
    found = facts(
        "# Api\n\n> Le api vogliono acqua pulita.\n> Per saperne di più: <https://api.example/acqua>.\n", "callout"
    )
    assert answers(found) == ["Le api vogliono acqua pulita."]


def test_what_stands_above_items_with_lines_of_code_is_a_callout() -> None:
    text = "# telaio\n\n> Tesse la lana grezza in panni.\n\n- Tesse un panno rosso:\n\n`telaio -r`\n"
    assert answers(facts(text, "callout")) == ["Tesse la lana grezza in panni."]
    assert answers(facts(text, "purpose")) == ["Tesse un panno rosso"]


def test_a_sentence_in_a_quotation_is_a_callout() -> None:
    found = facts("# Api\n\nTesto.\n\n> Le api vogliono acqua pulita.\n", "callout")
    assert [(fact.question, fact.answer) for fact in found] == [("", "Le api vogliono acqua pulita.")]


def test_a_long_tip_without_its_full_stop_is_a_callout() -> None:
    (found,) = facts("# Api\n\n> Le api vogliono acqua pulita anche nei giorni di pioggia\n", "callout")
    assert found.answer == "Le api vogliono acqua pulita anche nei giorni di pioggia"


@pytest.mark.parametrize(
    "text",
    [
        "Acqua pulita per api",
        "Di più su acqua e api si legge [nel libro delle api](/libro.md)",
        "Di più su acqua e api si legge altrove: Il libro delle api",
        "Le api vogliono tutto questo anche nei giorni di pioggia:",
        "— Un vecchio apicultore che vive da solo in montagna",
    ],
)
def test_what_is_no_sentence_without_a_full_stop_is_no_callout(text: str) -> None:
    assert facts(f"# Api\n\n> {text}\n", "callout") == ()


def test_a_quotation_beneath_the_title_that_leads_to_another_article_is_no_callout() -> None:
    said = "> Qui si parla delle api. Per le vespe si veda [Vespa](vespa.md).\n\n"
    assert facts(f"# Api\n\n{said}Testo.\n", "callout") == ()
    assert len(facts(f"# Api\n\nTesto.\n\n{said}", "callout")) == 1


def test_a_heading_that_is_a_label_is_left_aside() -> None:
    (found,) = facts("# Api\n\nTesto.\n\n> ### Importante\n> Le api vogliono acqua pulita.\n", "callout")
    assert (found.answer, found.location.line) == ("Le api vogliono acqua pulita.", 6)


def test_the_name_of_whoever_says_it_is_no_part_of_a_quotation() -> None:
    (found,) = facts("# Api\n\n> Anna Rossi, CFA, Oslo\n\n> Le api vedono il polo da lontano.\n", "callout")
    assert found.answer == "Le api vedono il polo da lontano."
    (other,) = facts(
        "# 벌\n\n> ### 조언\n>\n> Anna Rossi, CFA, 등대 남쪽, 부산, 부산\n>\n> 벌은 멀리서 색을 봅니다.\n",
        "callout",
        "ko",
    )
    assert other.answer == "벌은 멀리서 색을 봅니다."


def test_an_attribution_is_skipped() -> None:
    text = "# Api\n\nTesto.\n\n> Le api vogliono acqua pulita.\n>\n> — Un vecchio apicultore di montagna.\n"
    assert answers(facts(text, "callout")) == ["Le api vogliono acqua pulita."]


def test_a_label_alone_states_nothing() -> None:
    assert facts("# Api\n\nTesto.\n\n> Attenzione!\n", "callout") == ()


def test_a_formula_states_nothing() -> None:
    assert facts("# Api\n\nTesto.\n\n> m = a + b\n", "callout") == ()
