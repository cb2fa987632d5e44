"""Which headed sections are facts."""

from __future__ import annotations

import pytest

from tests.support.samples import facts

START = "# Alveare\n\nUn alveare ospita una colonia di api.\n\n"


def asked(text: str) -> list[tuple[str, str]]:
    return [(fact.question, fact.answer) for fact in facts(START + text, "section")]


def test_the_heading_asks_and_the_first_paragraph_answers() -> None:
    text = "## Tetto\n\nTiene lontana la pioggia.\n\nE il sole.\n"
    assert asked(text) == [("Tetto", "Tiene lontana la pioggia.")]


def test_a_leading_number_is_no_part_of_the_question() -> None:
    assert asked("## 2. Tetto\n\nTiene lontana la pioggia.\n")[0][0] == "Tetto"
    assert asked("## 2023 in breve\n\nUn anno buono.\n")[0][0] == "2023 in breve"


@pytest.mark.parametrize("heading", ["A che serve il tetto?", "Il tetto serve.", "Alveare", "Molto lungo " * 6, "12"])
def test_a_question_a_sentence_the_title_or_a_long_heading_names_no_section(heading: str) -> None:
    assert asked(f"## {heading}\n\nTiene lontana la pioggia.\n") == []


def test_the_section_that_begins_the_text_gives_the_definition() -> None:
    text = "# Alveare\n\n## Che cosa sia\n\nUn alveare ospita api.\n\n## Tetto\n\nTiene lontana la pioggia.\n"
    assert [fact.question for fact in facts(text, "section")] == ["Tetto"]


def test_a_section_that_begins_with_a_list_or_leads_in_to_one_is_none() -> None:
    assert asked("## Parti\n\n- tetto\n- fondo\n\nFine.\n") == []
    for end in (":", "."):
        assert asked(f"## Parti\n\nEcco le parti{end}\n\n- tetto\n- fondo\n\nFine.\n") == []


def test_a_paragraph_before_a_lead_in_answers() -> None:
    text = "## Parti\n\nSono molte.\n\nEcco le prime:\n\n- tetto\n- fondo\n\nFine.\n"
    assert asked(text) == [("Parti", "Sono molte.")]


def test_a_section_without_text_of_its_own_is_none() -> None:
    assert asked("## Parti\n\n### Tetto\n\nTiene lontana la pioggia.\n") == [("Tetto", "Tiene lontana la pioggia.")]


def test_a_section_that_has_sections_of_its_own_leaves_the_answer_to_them() -> None:
    text = "## Cura\n\nCi sono molti modi di curarle.\n\n### Tetto\n\nTiene lontana la pioggia.\n\n## Fine\n\nBuona.\n"
    assert asked(text) == [("Tetto", "Tiene lontana la pioggia."), ("Fine", "Buona.")]


def test_an_essay_does_not_answer_its_heading() -> None:
    assert asked(f"## Storia\n\nBreve inizio.\n\n{'Gli uomini e le api vivono insieme. ' * 40}\n") == []


def test_a_heading_that_is_repeated_asks_once() -> None:
    assert asked("## Tetto\n\nÈ sopra.\n\n## Fondo\n\nÈ sotto.\n\n## Tetto\n\nÈ di legno.\n") == [
        ("Tetto", "È sopra."),
        ("Fondo", "È sotto."),
    ]


def test_questions_of_a_run_are_no_sections() -> None:
    text = (
        "## Domande\n\n### Le api pungono?\n\nSì.\n\n### Le api dormono?\n\nSì.\n\n### Perché volano\n\nPer i fiori.\n"
    )
    assert asked(text) == []


def test_a_section_keeps_its_place_and_its_pin() -> None:
    (found,) = facts(START + "## Tetto {#tetto}\n\nÈ fatto di [legno](/legno).\n", "section")
    assert (found.pin, found.location.line, found.links) == ("tetto", 5, ("legno",))


@pytest.mark.parametrize(
    ("heading", "text", "names"),
    [
        ("La ruota", "La ruota del mulino è alta.", True),
        ("Ruota, tetto e muri", "La ruota è alta.", False),
        ("Il mulino per due mugnai", "Per due mugnai, il mulino ha due mole.", True),
        ("Come usare un mulino per due mugnai", "Due mugnai possono usare per turno lo stesso mulino.", True),
        ("Come si fa un mulino", "Il mulino è una casa.", False),
        ("Come si fa un mulino", "Chi costruisce il proprio mulino comincia dalla ruota.", True),
        ("Come si fa un mulino", "Si comincia dalla ruota.", False),
        ("Come cambia lo stato di un mulino", "Lo stato del mulino è deciso dal mugnaio.", True),
    ],
)
def test_a_text_takes_up_what_its_heading_names_beside_the_title(heading: str, text: str, names: bool) -> None:
    before = "# Mulino\n\nTesto.\n\n## Altro\n\nAltro testo.\n\n"
    _, found = facts(f"{before}## {heading}\n\n{text}\n", "section")
    assert found.names_question is names


def test_the_first_section_behind_the_opening_goes_on_with_that() -> None:
    text = "## Capire il mulino\n\nChi costruisce il proprio mulino comincia dalla ruota.\n\n"
    before, behind = facts(f"# Mulino\n\nTesto.\n\n{text}{text.replace('Capire', 'Come si fa')}", "section")
    assert (before.names_question, behind.names_question) == (False, True)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        (
            "### Melario\n\nCassa sopra il nido.\n\n### Favo\n\nParete di celle.\n\n### Covata\n\nUova e larve.\n\n",
            True,
        ),
        ("### F\n\n### Favo\n\nParete di celle.\n\n### M\n\n### Melario\n\nCassa.\n\n### Nido\n\nCentro.\n\n", True),
        ("### Favo\n\nParete di celle.\n\n### Nido\n\nCentro.\n\n", False),
        ("### Favo\n\nParete.\n\n### Nido\n\nDove sta? Al centro.\n\n### Covata\n\nUova.\n\n", False),
        ("### Favo\n\nParete.\n\nDi cera.\n\n### Melario\n\nCassa.\n\n### Covata\n\nUova.\n\n", False),
    ],
)
def test_entries_in_a_row_tell_what_their_headings_name(text: str, is_named: bool) -> None:
    found = facts(f"{START}{text}### Arnia\n\nCasa fatta dall'uomo.\n", "section")
    assert {fact.names_question for fact in found} == {is_named}


def test_a_heading_without_a_number_is_no_step_like_those_before_it() -> None:
    names = ("Apri", "Leva", "Posa", "Chiudi")
    steps = "".join(f"## {number}. {name}\n\nSi fa così.\n\n" for number, name in enumerate(names, 1))
    found = facts(f"{START}{steps}## Fine\n\nTutto torna a posto.\n", "section")
    assert [fact.names_question for fact in found] == [True] * 4 + [False]


def test_the_first_entry_of_a_glossary_is_one_though_no_text_stands_before_it() -> None:
    entries = {"Tetto": "Tiene lontana la pioggia.", "Fondo": "Regge.", "Telaio": "Porta la cera.", "Miele": "Nutre."}
    text = "".join(f"## {name}\n\n{said}\n\n" for name, said in entries.items())
    found = facts(f"# Parole del miele\n\n{text}", "section")
    assert [fact.question for fact in found] == list(entries)
