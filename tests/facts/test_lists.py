"""What lists state, in the body and at the end of an article."""

from __future__ import annotations

import pytest

from flashgen.facts.faq import faq_facts
from flashgen.facts.lists import highlight_facts, purpose_facts
from flashgen.facts.outline import outline
from flashgen.record import replace
from flashgen.records.documents import Article, Inline, Item, Listing
from tests.support.samples import QUESTIONS, answers, article, facts

HONEY = Item(Inline("Lo fanno le operaie."), 5, label="Miele", number=1)
WAX = Item(Inline(""), 6, label="Cera", number=2)


def listed(*items: Item, text: str = "# Api\n\nLe api danno:\n\n- posto\n\nFine del testo.\n") -> Article:
    """An article whose only list holds these items."""
    found = article(text)
    sections = tuple(
        replace(
            section,
            blocks=tuple(Listing(items, 5) if isinstance(block, Listing) else block for block in section.blocks),
        )
        for section in found.sections
    )
    return replace(found, sections=sections)


def test_label_and_number_of_an_item_are_kept() -> None:
    (found,) = purpose_facts(outline(listed(HONEY)))
    assert (found.label, found.number, found.answer) == ("Miele", 1, "Lo fanno le operaie.")


def test_an_item_is_shown_without_a_last_sentence_that_only_refers() -> None:
    (found,) = facts(
        "# Api\n\nTesto.\n\n## Parole\n\nMiele\n:   Un cibo\n\n    Vedi: [cera](/cera)\n\n## Fine\n\nUna fine.\n",
        "purpose",
    )
    assert (found.label, found.answer) == ("Miele", "Un cibo")


def test_an_item_that_is_only_a_label_states_nothing() -> None:
    assert [fact.label for fact in purpose_facts(outline(listed(HONEY, WAX)))] == ["Miele"]


def test_a_label_leads_in_to_a_nested_list_where_nothing_else_does() -> None:
    parent = replace(WAX, children=(Item(Inline("candele"), 7),))
    assert [(fact.context, fact.answer) for fact in purpose_facts(outline(listed(parent)))] == [("Cera", "candele")]


def test_highlights_keep_their_labels_and_the_heading_that_they_stand_beneath() -> None:
    text = "# Api\n\nLe api vivono qui.\n\n## In breve\n\n- posto\n"
    (found,) = highlight_facts(outline(listed(HONEY, text=text)))
    assert (found.label, found.heading, found.context) == ("Miele", "In breve", "")


@pytest.mark.parametrize(
    ("before", "heading", "leads_in"),
    [
        ("Testo.\n\n", "Che cosa danno?\n\n", True),
        ("", "Che cosa sono?\n\n", False),  # it asks for the definition
        ("Testo.\n\n", "Doni\n\n", True),
        ("Testo.\n\n", "Più a fondo\n\nAnche questo si dice.\n\nAltro.\n\n", False),
        ("Testo.\n\n", "I doni delle operaie\n\nAnche questo si dice.\n\nAltro.\n\n", True),
    ],
)
def test_a_heading_leads_in_to_a_list_right_beneath_it_or_one_that_it_names(
    before: str, heading: str, leads_in: bool
) -> None:
    found = list(
        purpose_facts(outline(article(f"# Operaie\n\n{before}## {heading}- miele\n- cera\n\n## Fine\n\nTesto.\n")))
    )
    expected = heading.split("\n", 1)[0] if leads_in else ""
    assert [fact.heading for fact in found] == [expected, expected]


@pytest.mark.parametrize(
    ("items", "leads_in"),
    [
        (("miele per tutti", "cera delle operaie"), False),
        (("Il miele. Lo fanno le operaie.", "La cera. La fanno anche loro."), True),
        (("**Miele:** per tutti", "**Cera:** delle operaie"), True),
    ],
)
def test_a_question_that_text_answers_leads_in_only_to_items_that_speak_for_themselves(
    items: tuple[str, str], leads_in: bool
) -> None:
    listed_items = "\n".join(f"- {item}" for item in items)
    said = "Danno molto di quello che fanno agli uomini, e tengono per loro quello che serve d'inverno. Lo sanno tutti."
    asked = f"## Che cosa danno, e che cosa no?\n\n{said} Anche chi non ne tiene lo dice volentieri."
    text = f"# Api\n\nTesto.\n\n{asked}\n\n{listed_items}\n\n## Fine\n\nTesto.\n"
    found = list(purpose_facts(outline(article(text))))
    assert [bool(fact.heading) for fact in found] == [leads_in] * 2
    assert all(fact.follows_text and not fact.context for fact in found)


def test_a_list_right_beneath_its_heading_follows_no_text() -> None:
    (found,) = purpose_facts(outline(article("# Api\n\nTesto.\n\n## Doni\n\n- miele\n\n## Fine\n\nTesto.\n")))
    assert not found.follows_text


MANY = "\n".join(f"- il miele che le operaie portano al posto numero {number}" for number in range(5))
ANSWERS = "# Api\n\nTesto.\n\n## Domande\n\n### Che cosa danno?\n\n{}\n\n{}\n\n### Dove vivono?\n\nOvunque.\n"


def test_a_question_leads_in_to_the_items_that_answer_it_where_no_card_holds_them_all() -> None:
    found = list(purpose_facts(outline(article(ANSWERS.format("Danno molte cose:", MANY)))))
    assert [fact.context for fact in found] == ["Che cosa danno?"] * 5
    assert not list(purpose_facts(outline(article(ANSWERS.format("Danno molte cose:", "- miele\n- cera")))))


def test_a_question_that_nothing_but_a_list_answers_leads_in_to_its_items() -> None:
    asked = "### Ti piacciono?\n\n- Pianta un tiglio\n- Costruisci un'arnia\n\n### Dove?\n\nOvunque.\n"
    outlined = outline(article(f"# Api\n\nTesto.\n\n## Domande\n\n{asked}"))
    assert [(fact.context, fact.answer) for fact in purpose_facts(outlined)] == [
        ("Ti piacciono?", "Pianta un tiglio"), ("Ti piacciono?", "Costruisci un'arnia"),
    ]  # fmt: skip
    assert [fact.question for fact in faq_facts(outlined)] == ["Dove?"]


def test_korean_and_japanese_lead_in_to_what_was_asked_for_without_a_colon() -> None:
    items = "\n".join(f"- 일벌이 자리 번호 {number}로 가져가서 겨울까지 보관하는 아주 달콤한 꿀" for number in range(5))
    text = f"# 꿀벌\n\n글.\n\n## 질문\n\n### 무엇을 줍니까?\n\n{{}}\n\n{items}\n\n### 어디에 삽니까?\n\n어디나.\n"
    found = list(purpose_facts(outline(article(text.format("꿀벌은 다음을 줍니다."), "ko"))))
    assert [fact.context for fact in found] == ["무엇을 줍니까?"] * 5
    told = "꿀벌은 꿀을 줍니다. 꿀은 아주 답니다."
    assert not list(purpose_facts(outline(article(text.format(told), "ko"))))


def test_a_question_that_text_has_answered_leaves_its_list_to_what_leads_in_to_that() -> None:
    answered = "Danno miele, che è dolce.\n\nIl contadino guarda:"
    found = list(purpose_facts(outline(article(ANSWERS.format(answered, MANY)))))
    assert [fact.context for fact in found] == ["Il contadino guarda:"] * 5


def test_what_follows_yes_or_no_answers_another_question() -> None:
    assert not list(
        purpose_facts(outline(article(ANSWERS.format("Sì. Danno molte cose a chi le tiene in giardino:", MANY))))
    )


def test_what_stands_quoted_between_title_and_list_leads_in_to_it() -> None:
    text = "# Telaio\n\n> Tesse la lana.\n> Di più: <https://telaio.example/lana>.\n\n- Tesse di notte\n- Si ferma\n"
    assert [fact.context for fact in purpose_facts(outline(article(text)))] == ["Tesse la lana."] * 2


def test_a_quotation_beneath_another_heading_leads_in_to_nothing() -> None:
    text = "# Telaio\n\nTesto.\n\n## Uso\n\n> Tesse la lana.\n\n- Tesse di notte\n- Si ferma\n\n## Fine\n\nTesto.\n"
    assert [fact.context for fact in purpose_facts(outline(article(text)))] == [""] * 2


CLOSING = """
# Api

Le api vivono in colonie.

## In breve

- Le api danno miele.
- Le api vogliono fiori.
"""


def test_each_item_is_a_fact_with_the_paragraph_before_it_as_lead_in() -> None:
    found = facts("# Api\n\n## Uso\n\nLe api danno:\n\n- miele dolce\n- cera gialla\n\nFine del testo.\n", "purpose")
    assert [(fact.context, fact.answer, fact.location.line) for fact in found] == [
        ("Le api danno:", "miele dolce", 7),
        ("Le api danno:", "cera gialla", 8),
    ]


def test_without_a_paragraph_only_the_heading_is_kept() -> None:
    found = facts("# Api\n\n## Che cosa danno\n\n1. miele\n2. cera\n\nFine del testo.\n", "purpose")
    assert {(fact.context, fact.heading) for fact in found} == {("", "Che cosa danno")}


def test_the_title_is_no_heading_of_a_list() -> None:
    (found,) = facts("# Api\n\n- miele\n\nFine del testo.\n", "purpose")
    assert (found.context, found.heading) == ("", "")


def test_the_items_of_a_nested_list_are_led_in_by_their_parent() -> None:
    found = facts("# Api\n\nDanno:\n\n- prodotti:\n  - miele\n  - cera\n- lavoro\n\nFine del testo.\n", "purpose")
    assert [(fact.context, fact.answer) for fact in found] == [
        ("prodotti:", "miele"),
        ("prodotti:", "cera"),
        ("Danno:", "lavoro"),
    ]


def test_a_list_of_links_states_nothing() -> None:
    text = "# Api\n\nVedi anche:\n\n- [Miele](/miele)\n- [Cera](/cera)\n\nFine del testo.\n"
    assert facts(text, "purpose") == ()


def test_an_item_that_is_a_formula_is_skipped() -> None:
    text = "# Api\n\nSi conta:\n\n- m = a + b\n- il peso del miele\n\nFine del testo.\n"
    assert answers(facts(text, "purpose")) == ["il peso del miele"]


def test_an_item_without_words_is_skipped() -> None:
    assert answers(facts("# Api\n\nSi conta:\n\n- 12\n- —\n- il miele\n\nFine.\n", "purpose")) == ["il miele"]


def test_two_lists_stand_in_two_places() -> None:
    found = facts("# Api\n\nDanno:\n\n- miele\n\nVogliono:\n\n- fiori\n\nFine del testo.\n", "purpose")
    assert len({fact.block_index for fact in found}) == 2


def test_an_items_links_are_kept_as_evidence() -> None:
    (found,) = facts("# Api\n\nDanno:\n\n- il [miele](/it/miele.md) dei fiori\n\nFine del testo.\n", "purpose")
    assert found.links == ("miele",)


def test_a_sentence_spread_over_a_list_is_one_fact() -> None:
    text = "# Api\n\nUn alveare ospita\n\n- una regina,\n- molte operaie e\n- qualche fuco.\n\nFine.\n"
    assert answers(facts(text.replace(" e\n", ";\n"), "purpose")) == ["una regina, molte operaie; qualche fuco."]
    assert len(facts(text, "purpose")) == 3  # the second item does not break off


def test_items_behind_a_colon_stand_alone_whatever_they_end_in() -> None:
    text = "# Api\n\nUn alveare ospita:\n\n- una regina;\n- molte operaie;\n- qualche fuco.\n\nFine.\n"
    assert len(facts(text, "purpose")) == 3


def test_a_sentence_spread_over_a_long_list_is_no_fact() -> None:
    items = "".join(f"- {'una cosa molto lunga ' * 4}numero {number},\n" for number in range(4))
    assert facts(f"# Api\n\nUn alveare ospita\n\n{items}\nFine.\n", "purpose") == ()


def test_the_closing_list_holds_the_highlights() -> None:
    assert answers(facts(CLOSING, "highlight")) == ["Le api danno miele.", "Le api vogliono fiori."]


def test_the_closing_list_is_found_before_questions() -> None:
    assert outline(article(CLOSING + QUESTIONS)).highlights == 1
    assert len(facts(CLOSING + QUESTIONS, "highlight")) == 2


def test_the_closing_list_is_found_before_a_list_of_links() -> None:
    text = CLOSING + "\n## Vedi anche\n\n- [Miele](/miele)\n- [Cera](/cera)\n"
    assert len(facts(text, "highlight")) == 2


@pytest.mark.parametrize(
    "reading",
    [
        "- Per saperne di più sul [miele](/miele).\n- Scopri come nasce la [cera](/cera).\n",
        "- [Il miele](/miele) su Wikipedia\n- [Come nasce la cera](/cera) (in inglese)\n- Parole vicine:\n"
        "  - [Arnia](/arnia)\n  - [Favo](/favo)\n",
        '- [Miele](https://it.wiki.example/Miele_(cibo)) su Wikipedia\n- {{Interwiki("wikipedia", "Cera")}} su '
        "Wikipedia\n- Il prezzo della cera\n",
        "E adesso avanti:\n\n- Leggi come si fa il [miele](/miele).\n- O come nasce la [cera](/cera).\n- Più sulle "
        "[api](https://api.example) altrove.\n",
    ],
)
def test_a_closing_list_that_leads_on_to_other_pages_says_nothing(reading: str) -> None:
    text = CLOSING + "\n## Che cosa leggere dopo\n\n" + reading
    assert answers(facts(text, "highlight")) == ["Le api danno miele.", "Le api vogliono fiori."]
    assert len(facts(text, "purpose")) == len(facts(CLOSING, "purpose"))


def test_a_closing_list_that_answers_a_question_is_no_summary() -> None:
    text = "# Tè\n\nIl tè è una bevanda.\n\n## Come si fa il tè?\n\n1. Scaldate l'acqua.\n2. Mettete le foglie.\n"
    assert facts(text, "highlight") == ()
    assert [(fact.heading, fact.answer) for fact in facts(text, "purpose")] == [
        ("Come si fa il tè?", "Scaldate l'acqua."),
        ("Come si fa il tè?", "Mettete le foglie."),
    ]


def test_a_closing_list_in_which_half_of_the_items_end_in_no_link_says_something() -> None:
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
def test_the_closing_list_is_found_before_links_in_whatever_form(links: str) -> None:
    assert len(facts(f"{CLOSING}\n## Vedi anche\n\n{links}", "highlight")) == 2
    assert not facts(f"{CLOSING}\n## Vedi anche\n\n{links}", "purpose")


def test_a_last_item_that_lost_its_bullet_counts_as_one() -> None:
    assert answers(facts(CLOSING + "\nLe api dormono di notte.\n", "highlight"))[-1] == "Le api dormono di notte."


def test_what_leads_on_to_another_page_behind_the_closing_list_is_no_item_of_it() -> None:
    assert answers(facts(CLOSING + "\nVedi anche il [miele](/miele).\n", "highlight")) == answers(
        facts(CLOSING, "highlight")
    )


def test_steps_are_led_in_by_their_heading_rather_than_by_a_sentence_without_a_colon() -> None:
    steps = "1. Apri le arnie.\n2. Conta le api.\n"
    for before, lead_in in (("Le arnie sono di legno.", ""), ("Per contare le api:", "Per contare le api:")):
        found = facts(f"# Api\n\nTesto.\n\n## Contare le api\n\n{before}\n\n{steps}\nFine.\n", "purpose")
        assert [(one.context, one.heading) for one in found] == [(lead_in, "Contare le api")] * 2
    found = facts(f"# Api\n\nTesto.\n\n## Prima\n\nLe arnie sono di legno.\n\n{steps}\nFine.\n", "purpose")
    assert [one.context for one in found] == ["Le arnie sono di legno."] * 2


def test_a_sentence_behind_a_list_of_things_is_none_of_them() -> None:
    text = "# Api\n\nTesto.\n\n## Cosa serve\n\n- una tuta\n- un affumicatore\n\nLe api dormono di notte.\n"
    assert answers(facts(text, "highlight purpose")) == ["una tuta", "un affumicatore"]


def test_a_highlight_is_no_purpose_as_well() -> None:
    assert facts(CLOSING, "purpose") == ()


def test_a_closing_section_with_text_before_its_list_has_no_highlights() -> None:
    assert facts("# Api\n\nTesto.\n\n## Fine\n\nDanno:\n\n- miele buono\n", "highlight") == ()


def test_a_list_that_is_all_an_article_says_is_its_body() -> None:
    text = "# Api\n\n## Prodotti\n\n- miele dolce\n- cera gialla\n"
    assert facts(text, "highlight") == ()
    assert len(facts(text, "purpose")) == 2


def test_all_highlights_stand_in_one_place() -> None:
    assert len({fact.block_index for fact in facts(CLOSING + "\nLe api dormono.\n", "highlight")}) == 1
