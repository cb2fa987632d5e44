"""Labels of list items that are words to learn, from records: labels are the reader's to find."""

from __future__ import annotations

import pytest

from flashgen.facts.outline import outline
from flashgen.facts.vocabulary import label_facts
from flashgen.records.documents import Article, Inline, Item, Link, Listing, Section
from tests.support.samples import article, facts

HONEY = Item(Inline("Lo fanno le operaie. È dolce."), 5, label="Miele di castagno")
PARTS = (("Favo", "qui"), ("Melario", "sopra"), ("Covata", "nel mezzo"), ("Porticina", "sotto"))


def listed(*items: Item) -> Article:
    """An article that begins with a list of these items."""
    found = article("# Api\n\nTesto vero.\n")
    section = Section(Inline("Prodotti"), 2, 3, (Listing(items, 5),))
    return Article(
        found.document, found.title, found.description, found.description_line, (), (section, *found.sections)
    )


def test_a_short_label_is_a_word_with_the_sentence_behind_it() -> None:
    (found,) = label_facts(outline(listed(HONEY)))
    assert (found.kind, found.answer, found.context) == ("vocabulary", "Miele di castagno", "Lo fanno le operaie.")
    assert (found.location.line, found.block_index) == (5, (0, 0))


def test_a_sentence_that_goes_on_from_its_label_begins_with_a_capital() -> None:
    (found,) = label_facts(outline(listed(Item(Inline("lo fanno le operaie."), 5, label="Miele"))))
    assert found.context == "Lo fanno le operaie."


@pytest.mark.parametrize(
    "label",
    ["", "12", "Che cosa?", "Lo fanno.", "Miele, cera", "Il miele che fanno le api giovani", "Mie" * 20, "a = b"],
)
def test_what_is_no_name_is_no_word(label: str) -> None:
    assert list(label_facts(outline(listed(Item(HONEY.inline, 5, label=label))))) == []


def test_a_line_of_code_is_no_word() -> None:
    code = Link("code:api lista", 28, 28)
    item = Item(Inline("Elenca le api dell'alveare.", (code,)), 5, label="api lista")
    assert list(label_facts(outline(listed(item)))) == []


def test_a_label_with_nothing_behind_it_is_no_word() -> None:
    assert list(label_facts(outline(listed(Item(Inline(""), 5, label="Miele"))))) == []


def test_the_labels_of_nested_items_are_words_too() -> None:
    parent = Item(Inline("Sono due:"), 5, (HONEY,), label="Prodotti")
    assert [fact.answer for fact in label_facts(outline(listed(parent)))] == ["Prodotti", "Miele di castagno"]


def test_the_labels_of_the_closing_list_are_words_too() -> None:
    found = article("# Api\n\nTesto vero.\n\n## In breve\n\n- posto\n")
    *before, closing = found.sections
    closing = Section(closing.heading, closing.level, closing.line, (Listing((HONEY,), 7),))
    sections = (*before, closing)
    again = Article(found.document, found.title, found.description, found.description_line, (), sections)
    assert [fact.answer for fact in label_facts(outline(again))] == ["Miele di castagno"]


def test_labels_that_only_count_are_no_words() -> None:
    counted = [Item(Inline("Lo fanno le operaie."), line, label=f"Scena #{line}") for line in (5, 6)]
    assert list(label_facts(outline(listed(*counted)))) == []
    assert [fact.answer for fact in label_facts(outline(listed(counted[0], HONEY)))] == [
        "Scena #5",
        "Miele di castagno",
    ]


def test_a_word_with_two_meanings_is_a_word() -> None:
    again = Item(Inline("Anche una città si chiama così."), 6, label=HONEY.label)
    assert len(list(label_facts(outline(listed(HONEY, again))))) == 2


def test_entries_of_a_glossary_are_words_each_with_its_first_sentence() -> None:
    text = "".join(f"### {name}\n\nParte che sta {place}. Serve.\n\n" for name, place in PARTS)
    found = facts(f"# Alveare\n\nUn alveare ospita api.\n\n{text}", "label")
    assert [(fact.answer, fact.context) for fact in found] == [
        (name, f"Parte che sta {place}.") for name, place in PARTS
    ]
    assert len({fact.block_index for fact in found}) == 1


def test_steps_and_headings_of_many_words_are_no_words_to_learn() -> None:
    numbered = "".join(f"### {n}. {name}\n\nParte che sta {place}.\n\n" for n, (name, place) in enumerate(PARTS, 1))
    saying = "".join(f"### {name} sta sempre {place}\n\nSi vede.\n\n" for name, place in PARTS)
    for text in (numbered, saying):
        assert facts(f"# Alveare\n\nUn alveare ospita api.\n\n{text}", "label") == ()
