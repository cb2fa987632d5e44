"""Items that name the line of code beneath them are one list, and their colons lead in to nothing that is read."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.language.codes import PROGRAM
from flashgen.records.documents import Listing, Paragraph, Quotation

LOOM = """# loom

- Weave a cloth:

`loom weave {{wool}}`

- Weave a `red` cloth at night:

`loom --red`

- Stop.

`loom stop`

Rest well.
"""


def test_items_with_a_line_of_code_each_are_one_list_without_colons() -> None:
    (section,) = parse_body(LOOM, 1).sections
    listing, paragraph = section.blocks
    assert isinstance(listing, Listing)
    assert [(item.inline.text, item.line) for item in listing.items] == [
        ("Weave a cloth", 3),
        ("Weave a red cloth at night", 7),
        ("Stop.", 11),
    ]
    assert isinstance(paragraph, Paragraph)


def test_the_space_before_a_colon_goes_with_it() -> None:
    (section,) = parse_body("# loom\n\n- Tisser en `rouge` :\n\n`loom --red`\n", 1).sections
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert listing.items[0].inline.text == "Tisser en rouge"


def test_a_line_that_is_not_all_code_is_text() -> None:
    (section,) = parse_body("# loom\n\n- Weave a cloth:\n\n`loom` or nothing\n", 1).sections
    listing, _ = section.blocks
    assert isinstance(listing, Listing)
    assert listing.items[0].inline.text == "Weave a cloth:"


def test_code_behind_an_item_that_leads_in_to_nothing_stays_where_it_is() -> None:
    (section,) = parse_body("# loom\n\n- Weave.\n- Rest.\n\n`loom`\n\n- Sleep.\n", 1).sections
    assert [type(block) for block in section.blocks] == [Listing, Paragraph, Listing]


def test_an_item_keeps_what_its_line_of_code_calls_as_what_it_leads_to() -> None:
    (section,) = parse_body("# loom\n\n- Weave a cloth:\n\n`loom --red {{path/to/wool}} > cloth/out`\n", 1).sections
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert [link.target for link in listing.items[0].inline.links] == [
        "code:loom --red > cloth out",
        f"{PROGRAM}loom der",
    ]


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("loom -vR {{wool}}", "loom rv"),
        ("loom -rv wool", "loom rv"),
        ("loom {{[-r|--red]}} {{wool}}", "loom r"),
        ("loom --size={{9}} -o{{out}}", "loom eisz o"),
        ('loom {{a}}="{{wool -x}}"', "loom"),
        ("loom - wool", "loom"),
        ("{{path}}", ""),
    ],
)
def test_an_item_is_about_a_program_with_its_options(code: str, call: str) -> None:
    (section,) = parse_body(f"# loom\n\n- Weave a cloth:\n\n`{code}`\n", 1).sections
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    assert listing.items[0].inline.links[-1].target == PROGRAM + call


def test_a_quotation_above_is_about_all_programs_that_the_items_are_about() -> None:
    text = "# loom\n\n> It weaves.\n\n- Weave a cloth:\n\n`loom -r`\n\n- Stop at once:\n\n`halt loom`\n"
    quotation = parse_body(text, 1).sections[0].blocks[0]
    assert isinstance(quotation, Quotation)
    assert [link.target for link in quotation.paragraphs[0].inline.links] == [f"{PROGRAM}halt loom"]


SHEET = """# loom

Work with cloth

```$ loom weave [wool]```

Weaves a cloth of some wool

`loom --big <wool>`

Weaves a big cloth
"""


def test_paragraphs_below_a_line_of_code_each_are_a_list_labelled_with_what_is_typed() -> None:
    (section,) = parse_body(SHEET, 1).sections
    lead_in, listing = section.blocks
    assert isinstance(lead_in, Paragraph)
    assert isinstance(listing, Listing)
    assert [(item.label, item.inline.text, item.line) for item in listing.items] == [
        ("loom weave [wool]", "Weaves a cloth of some wool", 7),
        ("loom --big <wool>", "Weaves a big cloth", 11),
    ]
    assert [link.target for link in listing.items[1].inline.links] == ["code:loom --big", f"{PROGRAM}loom bgi"]


@pytest.mark.parametrize("more", ["\n`loom`\n", "\n`loom`\n\nIt does this:\n"])
def test_paragraphs_that_lead_in_to_the_line_of_code_below_them_are_none(more: str) -> None:
    (section,) = parse_body(SHEET + more, 1).sections
    assert not any(isinstance(block, Listing) for block in section.blocks)


def test_a_single_line_of_code_with_a_paragraph_below_it_is_no_list() -> None:
    (section,) = parse_body("# loom\n\n`loom`\n\nWeaves.\n\nRest well.\n", 1).sections
    assert not any(isinstance(block, Listing) for block in section.blocks)
