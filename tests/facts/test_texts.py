"""All texts of an article, walked once and in order."""

from __future__ import annotations

from flashgen.facts.texts import block_texts, body_texts, section_texts
from tests.support.samples import article

TEXT = """
# Api

Le api danno:

- prodotti
  - miele
    - dolce
  - cera
- lavoro

> ### Importante
> Acqua pulita.
>
> E fiori.

## Fine

1. Una
2. Due
"""


def test_nested_items_are_walked_once_and_in_order() -> None:
    said = [inline.text for inline, _, _ in body_texts(article(TEXT))]
    assert said == [
        "Le api danno:", "prodotti", "miele", "dolce", "cera", "lavoro", "Acqua pulita.", "E fiori.", "Una", "Due",
    ]  # fmt: skip


def test_each_text_has_its_line() -> None:
    assert [line for _, _, line in body_texts(article(TEXT))] == [3, 5, 6, 7, 8, 9, 12, 14, 18, 19]


def test_each_item_has_a_block_index_of_its_own() -> None:
    indices = {inline.text: index for inline, index, _ in body_texts(article(TEXT))}
    items = [indices[text] for text in ("prodotti", "miele", "dolce", "cera", "lavoro")]
    assert len(set(items)) == len(items)
    assert items == sorted(items)
    assert {section for section, _ in items} == {0}


def test_the_paragraphs_of_a_quotation_share_a_block_index() -> None:
    indices = {inline.text: index for inline, index, _ in body_texts(article(TEXT))}
    assert indices["Acqua pulita."] == indices["E fiori."] == (0, 2)
    assert indices["Le api danno:"] == (0, 0)


def test_items_of_two_sections_have_different_block_indices() -> None:
    one, other = (index for inline, index, _ in body_texts(article(TEXT)) if inline.text in ("prodotti", "Una"))
    assert one != other


def test_a_block_is_walked_without_its_heading() -> None:
    quotation = article(TEXT).sections[0].blocks[2]
    assert [(inline.text, line) for inline, line in block_texts(quotation)] == [("Acqua pulita.", 12), ("E fiori.", 14)]


def test_the_texts_of_a_section_begin_with_its_heading_and_hold_those_of_quotations() -> None:
    first, second = map(section_texts, article(TEXT).sections)
    assert [inline.text for inline in first.texts] == [
        "Api", "Le api danno:", "prodotti", "miele", "dolce", "cera", "lavoro",
        "Importante", "Acqua pulita.", "E fiori.",
    ]  # fmt: skip
    assert (first.level, second.level) == (1, 2)


def test_each_text_of_a_section_has_its_line() -> None:
    first, second = map(section_texts, article(TEXT).sections)
    assert first.lines == (1, 3, 5, 6, 7, 8, 9, 11, 12, 14)
    assert second.lines == (16, 18, 19)


def test_the_shape_of_a_section_tells_each_block_and_how_many_texts_it_has() -> None:
    first, second = map(section_texts, article(TEXT).sections)
    assert first.shape == (("paragraph", 1), ("listing", 5), ("quotation", 3))
    assert second.shape == (("listing", 2),)
