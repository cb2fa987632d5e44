"""What stands in elements of components is read as MDX reads it, however far it is indented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.elements import without_elements_indentation
from flashgen.records.documents import Block, Listing, Paragraph, Quotation


def blocks_of(source: str) -> tuple[Block, ...]:
    (section,) = parse_body(source, 1).sections
    return section.blocks


def items_of(source: str) -> list[tuple[int, str, str]]:
    """(number, label, text) of each item."""
    found = [block for block in blocks_of(source) if isinstance(block, Listing)]
    return [(item.number, item.label, item.inline.text) for listing in found for item in listing.items]


def test_text_in_elements_is_no_code_by_indentation() -> None:
    source = """
<Group>
    <Accordion title="Czemu śpią?">
        Bo noc.

        Zawsze.
    </Accordion>
</Group>
"""
    texts = [block.inline.text for block in blocks_of(source) if isinstance(block, Paragraph)]
    assert texts == ["Czemu śpią?", "Bo noc.", "Zawsze."]


def test_what_is_indented_within_an_element_stays_so() -> None:
    source = '<Tab title="Dom">\n    - kot\n      - mały\n\n    ```sh\n        kot\n    ```\n</Tab>\n'
    moved = [line for _, line in without_elements_indentation(list(enumerate(source.split("\n"))))]
    assert moved == ['<Tab title="Dom">', "- kot", "  - mały", "", "```sh", "    kot", "```", "</Tab>", ""]


def test_an_element_in_an_item_stays_in_it() -> None:
    source = "1. Kot\n\n   <Frame>\n       śpi\n   </Frame>\n\n2. Pies\n"
    moved = [line for _, line in without_elements_indentation(list(enumerate(source.split("\n"))))]
    assert moved == ["1. Kot", "", "   <Frame>", "   śpi", "   </Frame>", "", "2. Pies", ""]


def test_steps_are_a_numbered_list() -> None:
    source = """
<Steps>
  <Step title="Dom" icon="house">
    Otwórz dom.

    Wejdź.
  </Step>
  <Step>
    ### Okno
    Zamknij okno.
  </Step>
  <Step title="Co dalej?">
    Śpij.
  </Step>
</Steps>

Rano:

<Steps>
  <Step>
    Wstań.
  </Step>
</Steps>
"""
    assert items_of(source) == [
        (1, "Dom", "Otwórz dom.\nWejdź."),
        (2, "Okno", "Zamknij okno."),
        (3, "Co dalej?", "Śpij."),
        (0, "", "Wstań."),
    ]


@pytest.mark.parametrize(("opens", "closes"), [("<Steps>", "</Steps>"), ("{{% steps %}}", "{{% /steps %}}")])
def test_headings_among_steps_begin_them(opens: str, closes: str) -> None:
    steps = "### Otwórz dom\n\nKlucz jest pod *matą*.\n\n#### Uwaga\n\nSkrzypi.\n\n### Zamknij okno\n\n- Sprawdź je.\n"
    body = parse_body(f"# Dom\n\n{opens}\n\n{steps}\n{closes}\n\n### Koniec\n\nPo.\n", 1)
    assert [section.heading.text for section in body.sections] == ["Dom", "Koniec"]
    (listing,) = (block for block in body.sections[0].blocks if isinstance(block, Listing))
    assert [(item.number, item.label, item.inline.text) for item in listing.items] == [
        (1, "Otwórz dom", "Klucz jest pod matą.\nSkrzypi."),
        (2, "", "Zamknij okno:"),
    ]


def test_a_step_that_begins_with_no_text_has_its_title_alone() -> None:
    source = '<Step title="Zamknij dom">\n  <Tip>Sprawdź okna.</Tip>\n</Step>\n'
    moved = [line for _, line in without_elements_indentation(list(enumerate(source.split("\n")))) if line]
    assert moved == ["1. **Zamknij dom:**", "   <Tip>Sprawdź okna.</Tip>"]


def test_a_tag_may_go_over_several_lines() -> None:
    source = '<Accordion\n  title="Czemu śpią?"\n  icon="cat"\n>\n  Bo noc.\n</Accordion>\n'
    texts = [block.inline.text for block in blocks_of(source) if isinstance(block, Paragraph)]
    assert texts == ["Czemu śpią?", "Bo noc."]


@pytest.mark.parametrize("source", ["<Check>Koty śpią.</Check>", "<Check>\n    Koty śpią.\n</Check>"])
def test_a_check_is_a_callout(source: str) -> None:
    (quotation,) = (block for block in blocks_of(f"Przed.\n\n{source}\n") if isinstance(block, Quotation))
    assert [paragraph.inline.text for paragraph in quotation.paragraphs] == ["Koty śpią."]


def test_an_element_that_never_closes_moves_nothing() -> None:
    lines = list(enumerate(["<Tab>", "    kot", "</Inny>", "<Kot", "", "x>", "</Dom>"]))
    assert without_elements_indentation(lines) == lines


@given(
    st.lists(
        st.sampled_from(
            ["<A>", "  <A>", "</A>", "<Step>", "</Step>", '<Step title="x">', "    kot", "```", "<B", ">", ""]
        )
    )
)
def test_no_line_with_text_is_lost(lines: list[str]) -> None:
    moved = without_elements_indentation(list(enumerate(lines)))
    assert sum(line.count("kot") for _, line in moved) == lines.count("    kot")
