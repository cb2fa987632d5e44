"""What each kind of fact is read from: structure first, wording second."""

from __future__ import annotations

from itertools import chain

import pytest

from flashgen.facts.extraction import facts_by_reading
from flashgen.facts.outline import outline
from flashgen.records.facts import Fact
from flashgen.records.location import Location as Place
from tests.support.samples import article, facts


def answers(found: tuple[Fact, ...]) -> list[str]:
    return [fact.answer for fact in found]


class TestDefinition:
    def test_the_description_answers_and_the_heading_asks(self) -> None:
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

    def test_a_leading_question_of_the_description_is_dropped(self) -> None:
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

    def test_a_heading_that_only_names_the_thing_is_no_question_to_drop(self) -> None:
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

    def test_a_heading_that_asks_nothing_leaves_the_question_to_the_prompt(self) -> None:
        found = facts("# Alveare\n\n## Storia\n\nUn alveare ospita una colonia.\n", "definition opening")
        assert [fact.question for fact in found] == [""]

    def test_text_before_the_first_question_leaves_the_question_to_the_prompt(self) -> None:
        found = facts(
            "# Alveare\n\nUn alveare ospita api.\n\n## Che cos'è un alveare?\n\nUna casa.\n", "definition opening"
        )
        assert [fact.question for fact in found] == [""]

    def test_a_first_heading_that_is_not_the_title_may_ask(self) -> None:
        text = """
            ---
            title: "Parole: l'alveare"
            description: Un alveare è la casa delle api.
            ---
            # Che cos'è un alveare?

            Un alveare ospita una colonia.
            """
        assert [fact.question for fact in facts(text, "definition")] == ["Che cos'è un alveare?"]

    def test_a_heading_that_asks_for_something_else_leaves_the_question_to_the_prompt(self) -> None:
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
    def test_a_heading_that_names_the_title_or_what_is_said_asks(self, title: str, question: str, said: str) -> None:
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
    def test_the_description_of_a_headline_defines_only_what_it_names(
        self, title: str, said: str, is_definition: bool
    ) -> None:
        found = facts(f"---\ntitle: {title}\ndescription: {said}\n---\n## Storia\nTesto.\n", "definition")
        assert bool(found) is is_definition

    def test_a_description_that_breaks_off_is_passed_over(self) -> None:
        for dots in ("...", "…"):
            found = facts(
                f"---\ntitle: Alveare\ndescription: Una casa per{dots}\n---\nUn alveare ospita api.\n",
                "definition opening",
            )
            assert answers(found) == ["Un alveare ospita api."]

    def test_a_description_that_is_only_a_question_is_passed_over(self) -> None:
        found = facts(
            "---\ntitle: Alveare\ndescription: Che cos'è un alveare?\n---\nUn alveare ospita api.\n",
            "definition opening",
        )
        assert answers(found) == ["Un alveare ospita api."]

    def test_a_lead_in_defines_nothing(self) -> None:
        assert facts("# Alveare\n\nServe a molte cose:\n\n- miele\n", "definition") == ()

    def test_the_opening_ends_before_a_paragraph_that_leads_in_to_a_list(self) -> None:
        text = "# Alveare\n\nUn alveare ospita api.\n\nEcco le sue parti:\n\n- il tetto\n- il fondo\n"
        assert answers(facts(text, "opening")) == ["Un alveare ospita api."]

    def test_the_opening_is_the_first_paragraphs_however_they_are_parted(self) -> None:
        """What a card holds of it is decided for both versions together (`flashgen.pairing.fitting`)."""
        text = "# Alveare\n\nUn alveare ospita colonie. Sta nei prati.\n\nÈ di legno.\n\n- un tetto\n\nE poi?\n"
        assert answers(facts(text, "opening")) == ["Un alveare ospita colonie. Sta nei prati.\nÈ di legno."]

    def test_a_sentence_about_a_part_of_the_title_leaves_the_definition_to_the_next(self) -> None:
        text = "# Sciame primario\n\n«Primario» in sciame primario vuol dire primo. {}\n"
        whole = text.format("Uno sciame primario parte con la regina vecchia.")
        assert facts(whole, "opening") == ()
        assert answers(facts(whole, "second_sentence")) == ["Uno sciame primario parte con la regina vecchia."]
        assert facts(text.format("Parte con la regina."), "opening second_sentence") == ()

    def test_another_name_in_brackets_is_no_part_of_the_title(self) -> None:
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
    def test_an_opening_that_states_nothing_of_the_title_defines_nothing(self, opening: str) -> None:
        assert facts(f"# Alveare\n\n{opening}\n", "opening") == ()

    def test_most_words_of_a_title_will_do_in_whatever_form(self) -> None:
        text = "# Colonia regina giovane\n\nLe colonie hanno regine che depongono tutte le uova.\n"
        assert len(facts(text, "opening")) == 1

    def test_half_the_words_of_a_title_will_do_at_the_very_start(self) -> None:
        at_start = "# Favo mobile\n\nUn favo è una casa di cera che le api fanno da sé.\n"
        later = "# Favo mobile\n\nTra le molte cose che le api fanno da sé un favo è la più bella.\n"
        assert [len(facts(text, "opening")) for text in (at_start, later)] == [1, 0]

    def test_what_stands_in_brackets_may_stand_for_the_title(self) -> None:
        text = "# Acido acetilsalicilico puro (ASA)\n\nASA è un noto farmaco contro il dolore.\n"
        assert len(facts(text, "opening")) == 1

    def test_the_opening_of_an_unspaced_script_is_looked_at_by_characters(self) -> None:
        assert len(facts("# 蜂巢\n\n蜂巢是蜜蜂居住的地方。\n", "opening", "zh")) == 1
        assert facts(f"# 蜂巢\n\n{'很多人喜欢' * 10}蜂巢。\n", "opening", "zh") == ()

    def test_the_first_highlight_that_defines_serves_too(self) -> None:
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

    def test_the_highlight_that_is_most_like_the_description_defines(self) -> None:
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


class TestPurpose:
    def test_each_item_is_a_fact_with_the_paragraph_before_it_as_lead_in(self) -> None:
        found = facts(
            "# Api\n\n## Uso\n\nLe api danno:\n\n- miele dolce\n- cera gialla\n\nFine del testo.\n", "purpose"
        )
        assert [(fact.context, fact.answer, fact.location.line) for fact in found] == [
            ("Le api danno:", "miele dolce", 7),
            ("Le api danno:", "cera gialla", 8),
        ]

    def test_without_a_paragraph_only_the_heading_is_kept(self) -> None:
        found = facts("# Api\n\n## Che cosa danno\n\n1. miele\n2. cera\n\nFine del testo.\n", "purpose")
        assert {(fact.context, fact.heading) for fact in found} == {("", "Che cosa danno")}

    def test_the_title_is_no_heading_of_a_list(self) -> None:
        (found,) = facts("# Api\n\n- miele\n\nFine del testo.\n", "purpose")
        assert (found.context, found.heading) == ("", "")

    def test_the_items_of_a_nested_list_are_led_in_by_their_parent(self) -> None:
        found = facts("# Api\n\nDanno:\n\n- prodotti:\n  - miele\n  - cera\n- lavoro\n\nFine del testo.\n", "purpose")
        assert [(fact.context, fact.answer) for fact in found] == [
            ("prodotti:", "miele"),
            ("prodotti:", "cera"),
            ("Danno:", "lavoro"),
        ]

    def test_a_list_of_links_states_nothing(self) -> None:
        text = "# Api\n\nVedi anche:\n\n- [Miele](/miele)\n- [Cera](/cera)\n\nFine del testo.\n"
        assert facts(text, "purpose") == ()

    def test_an_item_that_is_a_formula_is_skipped(self) -> None:
        text = "# Api\n\nSi conta:\n\n- m = a + b\n- il peso del miele\n\nFine del testo.\n"
        assert answers(facts(text, "purpose")) == ["il peso del miele"]

    def test_an_item_without_words_is_skipped(self) -> None:
        assert answers(facts("# Api\n\nSi conta:\n\n- 12\n- —\n- il miele\n\nFine.\n", "purpose")) == ["il miele"]

    def test_two_lists_stand_in_two_places(self) -> None:
        found = facts("# Api\n\nDanno:\n\n- miele\n\nVogliono:\n\n- fiori\n\nFine del testo.\n", "purpose")
        assert len({fact.block_index for fact in found}) == 2

    def test_an_items_links_are_kept_as_evidence(self) -> None:
        (found,) = facts("# Api\n\nDanno:\n\n- il [miele](/it/miele.md) dei fiori\n\nFine del testo.\n", "purpose")
        assert found.links == ("miele",)

    def test_a_sentence_spread_over_a_list_is_one_fact(self) -> None:
        text = "# Api\n\nUn alveare ospita\n\n- una regina,\n- molte operaie e\n- qualche fuco.\n\nFine.\n"
        assert answers(facts(text.replace(" e\n", ";\n"), "purpose")) == ["una regina, molte operaie; qualche fuco."]
        assert len(facts(text, "purpose")) == 3  # the second item does not break off

    def test_items_behind_a_colon_stand_alone_whatever_they_end_in(self) -> None:
        text = "# Api\n\nUn alveare ospita:\n\n- una regina;\n- molte operaie;\n- qualche fuco.\n\nFine.\n"
        assert len(facts(text, "purpose")) == 3

    def test_a_sentence_spread_over_a_long_list_is_no_fact(self) -> None:
        items = "".join(f"- {'una cosa molto lunga ' * 4}numero {number},\n" for number in range(4))
        assert facts(f"# Api\n\nUn alveare ospita\n\n{items}\nFine.\n", "purpose") == ()


CLOSING = """
# Api

Le api vivono in colonie.

## In breve

- Le api danno miele.
- Le api vogliono fiori.
"""
QUESTIONS = """
## Domande

### Le api pungono?

Sì, se disturbate.

### Le api dormono?

Sì, di notte.
"""


class TestHighlight:
    def test_the_closing_list_holds_the_highlights(self) -> None:
        assert answers(facts(CLOSING, "highlight")) == ["Le api danno miele.", "Le api vogliono fiori."]

    def test_the_closing_list_is_found_before_questions(self) -> None:
        assert outline(article(CLOSING + QUESTIONS)).highlights == 1
        assert len(facts(CLOSING + QUESTIONS, "highlight")) == 2

    def test_the_closing_list_is_found_before_a_list_of_links(self) -> None:
        text = CLOSING + "\n## Vedi anche\n\n- [Miele](/miele)\n- [Cera](/cera)\n"
        assert len(facts(text, "highlight")) == 2

    @pytest.mark.parametrize(
        "reading",
        [
            "- Per saperne di più sul [miele](/miele).\n- Scopri come nasce la [cera](/cera).\n",
            "E adesso avanti:\n\n- Leggi come si fa il [miele](/miele).\n- O come nasce la [cera](/cera).\n- Più sulle "
            "[api](https://api.example) altrove.\n",
        ],
    )
    def test_a_closing_list_that_leads_on_to_other_pages_says_nothing(self, reading: str) -> None:
        text = CLOSING + "\n## Che cosa leggere dopo\n\n" + reading
        assert answers(facts(text, "highlight")) == ["Le api danno miele.", "Le api vogliono fiori."]
        assert len(facts(text, "purpose")) == len(facts(CLOSING, "purpose"))

    def test_a_closing_list_that_answers_a_question_is_no_summary(self) -> None:
        text = "# Tè\n\nIl tè è una bevanda.\n\n## Come si fa il tè?\n\n1. Scaldate l'acqua.\n2. Mettete le foglie.\n"
        assert facts(text, "highlight") == ()
        assert [(fact.heading, fact.answer) for fact in facts(text, "purpose")] == [
            ("Come si fa il tè?", "Scaldate l'acqua."),
            ("Come si fa il tè?", "Mettete le foglie."),
        ]

    def test_a_closing_list_in_which_half_of_the_items_end_in_no_link_says_something(self) -> None:
        text = CLOSING.replace("Le api danno miele.", "Le api danno [miele](/miele).").replace(
            "fiori", "[fiori](/fiore) belli"
        )
        assert answers(facts(text, "highlight")) == ["Le api danno miele.", "Le api vogliono fiori belli."]

    @pytest.mark.parametrize(
        "links",
        [
            "[Miele](/miele)\n\n[Cera](/cera)\n",
            "[Miele](https://a.example)\n\n[Cera](https://b.example)\n",
            "- [Miele](https://a.example)\n",
            "[Miele](/miele) | [Cera](/cera)\n",
            "[Miele](/miele)\n\n- [Cera](/cera)\n",
            "- [Miele](/miele)\n- [Cera](/cera)\n\nGrazie a tutti.\n",
        ],
    )
    def test_the_closing_list_is_found_before_links_in_whatever_form(self, links: str) -> None:
        assert len(facts(f"{CLOSING}\n## Vedi anche\n\n{links}", "highlight")) == 2
        assert not facts(f"{CLOSING}\n## Vedi anche\n\n{links}", "purpose")

    def test_a_last_item_that_lost_its_bullet_counts_as_one(self) -> None:
        assert answers(facts(CLOSING + "\nLe api dormono di notte.\n", "highlight"))[-1] == "Le api dormono di notte."

    def test_a_highlight_is_no_purpose_as_well(self) -> None:
        assert facts(CLOSING, "purpose") == ()

    def test_a_closing_section_with_text_before_its_list_has_no_highlights(self) -> None:
        assert facts("# Api\n\nTesto.\n\n## Fine\n\nDanno:\n\n- miele buono\n", "highlight") == ()

    def test_a_list_that_is_all_an_article_says_is_its_body(self) -> None:
        text = "# Api\n\n## Prodotti\n\n- miele dolce\n- cera gialla\n"
        assert facts(text, "highlight") == ()
        assert len(facts(text, "purpose")) == 2

    def test_all_highlights_stand_in_one_place(self) -> None:
        assert len({fact.block_index for fact in facts(CLOSING + "\nLe api dormono.\n", "highlight")}) == 1


def statistic(heading: str, statement: str) -> Fact:
    (found,) = facts(f"# Api\n\nTesto.\n\n> ## {heading}\n> {statement}\n", "statistic")
    return found


class TestStatistic:
    def test_the_statement_asks_with_its_figure_blanked(self) -> None:
        found = statistic("78 %", "Il 78 % delle colonie sopravvive.")
        assert found.question == "Il ____ delle colonie sopravvive."
        assert (found.figure, found.answer) == ("78 %", "Il 78 % delle colonie sopravvive.")

    def test_the_figure_is_blanked_however_it_is_spaced(self) -> None:
        assert statistic("78%", "Il 78 % delle colonie vive.").question == "Il ____ delle colonie vive."

    def test_the_figure_is_blanked_wherever_it_is_repeated(self) -> None:
        assert statistic("40 kg", "Sono 40 kg, proprio 40 kg.").question == "Sono ____, proprio ____."

    def test_part_of_a_longer_number_is_another_number(self) -> None:
        assert statistic("40", "Erano 140 o 40,5 o 400 alveari.").question == "Erano 140 o 40,5 o 400 alveari."

    def test_a_statistic_is_no_callout_as_well(self) -> None:
        assert facts("# Api\n\nTesto.\n\n> ## 78 %\n> Il 78 % delle colonie vive.\n", "callout") == ()

    def test_a_bold_line_heads_a_quotation_too(self) -> None:
        (found,) = facts("# Api\n\nTesto.\n\n> **78 %**\n>\n> delle colonie sopravvive.\n", "statistic")
        assert found.figure == "78 %"

    def test_a_figure_alone_heads_a_quotation_too(self) -> None:
        (found,) = facts("# Api\n\nTesto.\n\n> 78 %\n>\n> Quota degli alveari abitati da api.\n", "statistic")
        assert (found.figure, found.answer) == ("78 %", "Quota degli alveari abitati da api.")

    def test_a_short_sentence_beneath_a_figure_is_no_other_figure(self) -> None:
        (found,) = facts("# Api\n\nTesto.\n\n> 78 %\n>\n> 1848 la quota massima.\n", "statistic")
        assert (found.figure, found.answer) == ("78 %", "1848 la quota massima.")

    def test_a_place_and_a_date_head_no_statistic(self) -> None:
        assert facts("# Api\n\nTesto.\n\n> Roma, 3 maggio 2024\n>\n> Le api sono in volo da ore.\n", "statistic") == ()

    def test_a_figure_without_a_statement_says_nothing(self) -> None:
        assert facts("# Api\n\nTesto.\n\n> ## 78 %\n", "statistic") == ()


class TestCallout:
    @pytest.mark.parametrize(
        ("before", "lead_in"),
        [("Ha piovuto molto. Così scrive Anna da Oslo:", "Così scrive Anna da Oslo:"), ("Anna scrive.", "")],
    )
    def test_a_sentence_that_ends_in_a_colon_leads_in_to_a_quotation(self, before: str, lead_in: str) -> None:
        (found,) = facts(f"# Api\n\n{before}\n\n> Le api vogliono acqua pulita.\n", "callout")
        assert (found.context, found.follows_text) == (lead_in, bool(lead_in))

    def test_where_to_read_on_is_no_part_of_a_callout(self) -> None:
        found = facts(
            "# Api\n\n> Le api vogliono acqua pulita.\n> Per saperne di più: <https://api.example/acqua>.\n", "callout"
        )
        assert answers(found) == ["Le api vogliono acqua pulita."]

    def test_what_stands_above_items_with_lines_of_code_is_a_callout(self) -> None:
        text = "# telaio\n\n> Tesse la lana grezza in panni.\n\n- Tesse un panno rosso:\n\n`telaio -r`\n"
        assert answers(facts(text, "callout")) == ["Tesse la lana grezza in panni."]
        assert answers(facts(text, "purpose")) == ["Tesse un panno rosso"]

    def test_a_sentence_in_a_quotation_is_a_callout(self) -> None:
        found = facts("# Api\n\nTesto.\n\n> Le api vogliono acqua pulita.\n", "callout")
        assert [(fact.question, fact.answer) for fact in found] == [("", "Le api vogliono acqua pulita.")]

    def test_a_long_tip_without_its_full_stop_is_a_callout(self) -> None:
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
    def test_what_is_no_sentence_without_a_full_stop_is_no_callout(self, text: str) -> None:
        assert facts(f"# Api\n\n> {text}\n", "callout") == ()

    def test_a_quotation_beneath_the_title_that_leads_to_another_article_is_no_callout(self) -> None:
        said = "> Qui si parla delle api. Per le vespe si veda [Vespa](vespa.md).\n\n"
        assert facts(f"# Api\n\n{said}Testo.\n", "callout") == ()
        assert len(facts(f"# Api\n\nTesto.\n\n{said}", "callout")) == 1

    def test_a_heading_that_is_a_label_is_left_aside(self) -> None:
        (found,) = facts("# Api\n\nTesto.\n\n> ### Importante\n> Le api vogliono acqua pulita.\n", "callout")
        assert (found.answer, found.location.line) == ("Le api vogliono acqua pulita.", 6)

    def test_the_name_of_whoever_says_it_is_no_part_of_a_quotation(self) -> None:
        (found,) = facts("# Api\n\n> Anna Rossi, CFA, Oslo\n\n> Le api vedono il polo da lontano.\n", "callout")
        assert found.answer == "Le api vedono il polo da lontano."
        (other,) = facts(
            "# 벌\n\n> ### 조언\n>\n> Anna Rossi, CFA, 등대 남쪽, 부산, 부산\n>\n> 벌은 멀리서 색을 봅니다.\n",
            "callout",
            "ko",
        )
        assert other.answer == "벌은 멀리서 색을 봅니다."

    def test_an_attribution_is_skipped(self) -> None:
        text = "# Api\n\nTesto.\n\n> Le api vogliono acqua pulita.\n>\n> — Un vecchio apicultore di montagna.\n"
        assert answers(facts(text, "callout")) == ["Le api vogliono acqua pulita."]

    def test_a_label_alone_states_nothing(self) -> None:
        assert facts("# Api\n\nTesto.\n\n> Attenzione!\n", "callout") == ()

    def test_a_formula_states_nothing(self) -> None:
        assert facts("# Api\n\nTesto.\n\n> m = a + b\n", "callout") == ()


class TestFaq:
    def test_a_run_of_questions_gives_one_fact_each(self) -> None:
        found = facts("# Api\n\nTesto.\n" + QUESTIONS, "faq")
        assert [(fact.question, fact.answer) for fact in found] == [
            ("Le api pungono?", "Sì, se disturbate."),
            ("Le api dormono?", "Sì, di notte."),
        ]
        assert found[0].location.line == 7

    def test_a_question_of_any_level_that_stands_alone_is_a_fact(self) -> None:
        for level in ("##", "###"):
            (found,) = facts(f"# Api\n\nTesto.\n\n{level} Le api pungono?\n\nSì, molto.\n", "faq")
            assert (found.question, found.answer) == ("Le api pungono?", "Sì, molto.")

    def test_the_question_that_the_definition_answers_is_not_asked_again(self) -> None:
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

    def test_the_first_question_is_a_fact_where_nothing_defines(self) -> None:
        text = "# Alveare\n\n## Che cos'è un alveare?\n\nUna casa.\n"
        assert [fact.question for fact in facts(text, "faq")] == ["Che cos'è un alveare?"]

    def test_a_question_that_is_asked_twice_is_answered_once(self) -> None:
        text = "# Api\n\nTesto.\n\n## Le api pungono?\n\nSì.\n\n## Fine\n\nTesto.\n" + QUESTIONS
        assert [fact.question for fact in facts(text, "faq")] == ["Le api pungono?", "Le api dormono?"]

    def test_a_list_beneath_a_question_that_stands_alone_is_a_list_like_any_other(self) -> None:
        """And what stands before it is not the whole answer, so that the question is not asked."""
        text = "# Api\n\nTesto.\n\n## Che cosa danno?\n\nMolto a tutti.\n\nPer esempio:\n\n- miele\n\nFine.\n"
        assert [(fact.kind, fact.answer) for fact in facts(text, "faq purpose")] == [("purpose", "miele")]

    @pytest.mark.parametrize(("text", "asked"), [("Molto.\n\nAnche altro.", False), ("Molte cose.", True)])
    def test_a_list_behind_several_paragraphs_answers_in_their_place(self, text: str, *, asked: bool) -> None:
        found = facts(f"# Api\n\nTesto.\n\n## Che cosa danno?\n\n{text * 12}\n\n- miele\n- cera\n", "faq")
        assert bool(found) == asked

    def test_questions_in_bold_ask_for_what_follows_them(self) -> None:
        text = "# Api\n\nTesto.\n\n## Dubbi\n\n**Pungono?** Sì, molto.\n\n**Dormono?**\n\nDi notte.\n\n**Volano?**\n"
        found = facts(text, "faq")
        assert [(fact.question, fact.answer) for fact in found] == [
            ("Pungono?", "Sì, molto."),
            ("Dormono?", "Di notte."),
        ]

    @pytest.mark.parametrize("line", ["**Attenzione** pungono?", "Le api *pungono?* Sì.", "**Pungono molto.** Sì."])
    def test_what_begins_with_no_question_in_bold_asks_nothing(self, line: str) -> None:
        assert facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{line}\n", "faq") == ()

    @pytest.mark.parametrize("text", ["**{q}**\n{a}\n", "**{q}**\n\n{a}\n", "### {q}\n\n{a}\n"])
    def test_words_that_only_say_which_is_question_and_which_answer_are_left_out(self, text: str) -> None:
        pairs = [("D: Le api pungono?", "R: Sì."), ("D: Le api dormono?", "R: Di notte sì.")]
        body = "\n".join(text.format(q=q, a=a) for q, a in pairs)
        found = facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{body}", "faq")
        assert [(fact.question, fact.answer) for fact in found] == [
            ("Le api pungono?", "Sì."),
            ("Le api dormono?", "Di notte sì."),
        ]

    @pytest.mark.parametrize("parted", [" ", "\n", "\n\n"])
    @pytest.mark.parametrize("bold", ["", "**"])
    def test_questions_and_answers_behind_the_same_words_are_told_apart(self, parted: str, bold: str) -> None:
        pairs = [("Pungono?", "Sì, molto."), ("Dormono di notte?", "Sempre.")]
        lines = "".join(f"{bold}D:{bold} {asks}{parted}{bold}R:{bold} {said}\n\n" for asks, said in pairs)
        found = facts(f"# Api\n\nTesto.\n\n## Dubbi\n\n{lines}", "faq")
        assert [(fact.question, fact.answer) for fact in found] == pairs

    def test_a_word_before_one_question_and_one_answer_shows_nothing(self) -> None:
        assert facts("# Api\n\nTesto.\n\n## Dubbi\n\nNota: dormono? Forse: chissà.\n", "faq") == ()

    def test_questions_in_bold_beneath_a_question_belong_to_its_answer(self) -> None:
        text = "# Api\n\nTesto.\n\n## Che cosa fanno?\n\n**Pungono?** Sì, molto.\n"
        assert [fact.question for fact in facts(text, "faq")] == ["Che cosa fanno?"]

    def test_what_leads_in_to_code_that_is_not_read_answers_nothing(self) -> None:
        code = "```compare\n+ miele\n+ cera\n```"
        start = "# Api\n\nTesto.\n\n## Che cosa danno?\n\n"
        assert facts(f"{start}Danno due cose:\n\n{code}\n\nNessun altro le dà.\n", "faq") == ()
        (whole,) = facts(f"{start}La regola è questa:\n\nDanno miele.\n", "faq")
        assert whole.answer == "La regola è questa:\nDanno miele."

    def test_headings_that_mostly_ask_nothing_are_no_faq(self) -> None:
        assert facts("# Api\n\nTesto.\n\n## Tipi\n\n### Regina\n\nDepone.\n\n### Fuco\n\nVola.\n", "faq") == ()

    def test_a_heading_without_its_mark_among_questions_asks_as_well(self) -> None:
        text = "# Api\n\nTesto.\n" + QUESTIONS + "\n### Perché volano\n\nPer i fiori.\n"
        assert len(facts(text, "faq")) == 3

    def test_a_question_without_an_answer_says_nothing(self) -> None:
        assert len(facts("# Api\n\nTesto.\n" + QUESTIONS + "\n### E poi?\n", "faq")) == 2

    def test_a_list_in_an_answer_is_kept_and_is_no_purpose(self) -> None:
        text = "# Api\n\nTesto.\n" + QUESTIONS + "\n### Che cosa danno?\n\nDanno:\n\n- miele\n- cera\n"
        assert facts(text, "faq")[-1].answer == "Danno:\n• miele\n• cera"
        assert facts(text, "purpose") == ()

    def test_thai_asks_without_question_marks(self) -> None:
        text = "# ผึ้ง\n\nผึ้งอยู่เป็นฝูง\n\n## คำถาม\n\n### ผึ้งต่อยหรือไม่\n\nต่อยเมื่อถูกรบกวน\n\n### ผึ้งนอนหรือไม่\n\nนอนตอนกลางคืน\n"
        assert [fact.question for fact in facts(text, "faq", "th")] == ["ผึ้งต่อยหรือไม่", "ผึ้งนอนหรือไม่"]

    def test_unmarked_headings_of_a_language_with_question_marks_are_no_faq(self) -> None:
        text = "# Api\n\nTesto.\n\n## Domande\n\n### Regina\n\nDepone uova.\n\n### Fuco\n\nVola in alto.\n"
        assert facts(text, "faq") == ()


NO_FACTS = """
# Api

<!-- - nascosto qui -->

<table><tr><td>- dato</td></tr></table>

![Api](a.png)

| a | b |
|---|---|
| c | d |

```
- codice
```

Le api sono qui.
"""


def test_comments_tables_images_and_code_are_no_facts() -> None:
    found = chain.from_iterable(facts_by_reading(article(NO_FACTS)).values())
    assert [fact.answer for fact in found] == ["Le api sono qui."]


class TestPins:
    def test_a_fact_bears_the_pin_that_stands_behind_it(self) -> None:
        found = facts(
            """
            # Api

            Le api danno:

            - miele {#miele}
            - cera

            > ### 7 kg {#peso}
            > di miele all'anno.

            Poi si legge:

            > Le api vogliono acqua pulita. {#acqua}

            ## In sintesi

            - Le api volano lontano. {#volo}

            ## Domande frequenti

            ### Le api dormono? {#sonno}

            Sì, di notte.

            ### Le api sentono?

            Sì.
            """,
            "purpose statistic callout highlight faq",
        )
        assert [(fact.kind, fact.pin) for fact in found if fact.pin] == [
            ("purpose", "miele"),
            ("statistic", "peso"),
            ("callout", "acqua"),
            ("highlight", "volo"),
            ("faq", "sonno"),
        ]

    def test_a_pin_is_no_part_of_the_text(self) -> None:
        found = facts("# Api\n\nLe api danno:\n\n- miele {#miele}\n- cera\n\nFine.\n", "purpose")
        assert answers(found) == ["miele", "cera"]
