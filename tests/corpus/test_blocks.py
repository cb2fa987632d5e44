"""A document's body -> sections and blocks, each on its line in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.blocks import Body, parse_body
from flashgen.records.documents import Block, Item, Listing, Paragraph, Quotation

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "# Kot",
                "##Kot",
                "Kot",
                "===",
                "---",
                "- a",
                "  - b",
                "-c",
                "1. x",
                "5. y",
                "> q",
                "> ### 5%",
                ">",
                "",
                "\t",
            ]
            + [
                "```",
                "| a | b |",
                "|---|---|",
                "<table>",
                "</table>",
                "[a](/b)",
                "[a]: /b",
                "    code",
                "<!-- x",
                "-->",
            ]
        ),
        st.text(),
    ),
    max_size=15,
)


def blocks_of(body: str) -> tuple[Block, ...]:
    (section,) = parse_body(body, 1).sections
    return section.blocks


def shown(blocks: Iterable[Block]) -> list[tuple[int, str]]:
    """(line, text) of each paragraph, list item and quotation, as far down as they go."""
    return list(_shown(blocks))


def _shown(blocks: Iterable[Block | Item]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.line, block.inline.text
        elif isinstance(block, Item):
            yield block.line, block.inline.text
            yield from _shown(block.children)
        elif isinstance(block, Listing):
            yield from _shown(block.items)
        else:
            yield block.line, block.heading.text
            yield from _shown(block.paragraphs)


def test_headings_part_sections_and_keep_their_lines() -> None:
    sections = parse_body("\n# Kedi\nUyur.\n##Ne yer?\n\nBalık yer.", 4).sections
    assert [(s.level, s.line, s.heading.text) for s in sections] == [(1, 5, "Kedi"), (2, 7, "Ne yer?")]
    assert [shown(s.blocks) for s in sections] == [[(6, "Uyur.")], [(9, "Balık yer.")]]


def test_text_before_the_first_heading_is_a_section_without_heading() -> None:
    first, second = parse_body("Kot śpi.\n\n# Kot\n", 1).sections
    assert (first.level, first.heading.text, shown(first.blocks)) == (0, "", [(1, "Kot śpi.")])
    assert (second.level, second.blocks) == (1, ())


def test_an_underlined_heading_is_one() -> None:
    (section,) = parse_body("Kot\n===\nŚpi.", 1).sections
    assert (section.heading.text, section.line, shown(section.blocks)) == ("Kot", 1, [(3, "Śpi.")])


def test_an_empty_body_has_no_sections() -> None:
    assert parse_body("", 1).sections == ()


def test_a_wrapped_paragraph_is_one_text_on_its_first_line() -> None:
    assert shown(blocks_of("\nKot śpi na\nparapecie.")) == [(2, "Kot śpi na parapecie.")]


def test_windows_line_ends_do_not_change_line_numbers() -> None:
    assert shown(blocks_of("Kot.\r\n\r\nPies.\r\n")) == [(1, "Kot."), (3, "Pies.")]


def test_loose_and_tight_lists_are_one_list() -> None:
    for body, lines in (("- 猫\n- 犬", [1, 2]), ("- 猫\n\n- 犬", [1, 3]), ("-猫\n\n-犬", [1, 3])):
        (listing,) = blocks_of(body)
        assert isinstance(listing, Listing)
        assert [(item.line, item.inline.text) for item in listing.items] == list(zip(lines, ["猫", "犬"], strict=True))


def test_a_numbered_list_that_repeats_its_number_is_one_list() -> None:
    assert shown(blocks_of("1. bir\n\n1. iki\n\n1. üç")) == [(1, "bir"), (3, "iki"), (5, "üç")]


def test_a_nested_list_belongs_to_its_item() -> None:
    (listing,) = blocks_of("- Kot\n  - łapa\n    - pazur\n- Pies")
    assert isinstance(listing, Listing)
    cat, dog = listing.items
    (paw,) = cat.children
    assert (paw.line, paw.inline.text) == (2, "łapa")
    assert [(claw.line, claw.inline.text) for claw in paw.children] == [(3, "pazur")]
    assert (dog.line, dog.children) == (4, ())


def test_a_year_at_the_start_of_a_paragraph_is_no_list() -> None:
    for text in ("1986. aastal magas kass.", "12. März, die Katze schläft."):
        (paragraph,) = blocks_of(text)
        assert isinstance(paragraph, Paragraph)
        assert paragraph.inline.text == text


def test_steps_that_code_or_a_quotation_parts_are_one_list() -> None:
    parts = ["1. Pomp sluiten:", "> Let op.", "2. Maak de slang los:", "```\ncode\n```", "3. **Klep:** openen."]
    listing, quotation = blocks_of("\n\n".join(parts))
    assert isinstance(listing, Listing) and isinstance(quotation, Quotation)
    told = [(item.line, item.number, item.label, item.inline.text) for item in listing.items]
    assert told == [(1, 1, "", "Pomp sluiten:"), (5, 2, "", "Maak de slang los"), (11, 3, "Klep", "openen.")]


@pytest.mark.parametrize("listing", ["- [A](https://example.org/a)\n- [B](https://example.org/b)", "- "])
def test_code_behind_a_list_of_which_nothing_is_read_belongs_to_no_list(listing: str) -> None:
    (paragraph,) = blocks_of(f"{listing}\n\n```\ncode\n```\n\nDe pomp loopt.")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inline.text == "De pomp loopt."


def test_a_number_behind_a_paragraph_goes_on_with_no_list() -> None:
    listing, between, last = blocks_of("1. Kass.\n\nKass magas.\n\n2. mail ärkas ta.")
    assert isinstance(listing, Listing) and isinstance(between, Paragraph) and isinstance(last, Paragraph)
    assert (listing.items[0].number, last.inline.text) == (0, "2. mail ärkas ta.")


def test_a_list_that_begins_anew_is_another_list() -> None:
    first, second = blocks_of("1. Kot\n2. Pies\n\n```\ncode\n```\n\n1. Mysz\n2. Lis")
    assert isinstance(first, Listing) and isinstance(second, Listing)
    assert [item.number for item in second.items] == [1, 2]


def test_a_link_after_a_year_stays_a_link() -> None:
    (paragraph,) = blocks_of("7. [Kater](/kater) schlafen.")
    assert isinstance(paragraph, Paragraph)
    assert [paragraph.inline.text[link.start : link.end] for link in paragraph.inline.links] == ["Kater"]


def test_the_line_of_an_item_is_not_that_of_a_wrapped_line_before_it() -> None:
    assert shown(blocks_of("- kot śpi\n  na sofie\n- sofie")) == [(1, "kot śpi na sofie"), (3, "sofie")]


def test_the_line_of_a_paragraph_is_not_that_of_equal_code_before_it() -> None:
    assert shown(blocks_of("```\nkot\n```\n\nkot")) == [(5, "kot")]


def test_a_figure_and_its_text_are_joined_over_a_blank_line() -> None:
    (quotation,) = blocks_of("> ### 78%\n\n> kedi uyur")
    assert isinstance(quotation, Quotation)
    assert (quotation.heading.text, quotation.line) == ("78%", 1)
    assert shown(quotation.paragraphs) == [(3, "kedi uyur")]


def test_a_strong_line_is_a_quotation_heading() -> None:
    (quotation,) = blocks_of("> **重要**\n>\n> 猫は寝る。")
    assert isinstance(quotation, Quotation)
    assert (quotation.heading.text, shown(quotation.paragraphs)) == ("重要", [(3, "猫は寝る。")])


def test_quotations_without_heading_stand_alone() -> None:
    assert shown(blocks_of("> Kot śpi.\n\n> Pies biega.")) == [(1, ""), (1, "Kot śpi."), (3, ""), (3, "Pies biega.")]


def test_a_heading_right_after_a_quotation_is_a_heading() -> None:
    first, second = parse_body("> ### 5%\n> kot\n>\n## Dalej\nPies.", 1).sections
    assert [second.heading.text, second.line] == ["Dalej", 4]
    assert len(first.blocks) == 1


def test_a_pipe_table_holds_no_facts() -> None:
    assert shown(blocks_of("| kot | pies |\n|---|---|\n| 1 | 2 |\n\nPo tabeli.")) == [(5, "Po tabeli.")]


def test_an_html_table_holds_no_facts() -> None:
    assert shown(blocks_of("<table><tr><td>\n\nkot\n\n<b>pies</b></td></tr></table>\n\nSon.")) == [(7, "Son.")]


def test_an_html_table_closed_on_a_line_of_its_own_holds_no_facts() -> None:
    assert shown(blocks_of("<table>\n<tr><td>\n\nkot\n\n</td></tr>\n</table>\n\nSon.")) == [(9, "Son.")]


def test_fenced_and_indented_code_hold_no_facts() -> None:
    assert shown(blocks_of("```\n# kot\n- a\n```\n\n    kod\n\nنهاية.")) == [(8, "نهاية.")]


def test_comments_rules_and_references_hold_no_facts() -> None:
    assert shown(blocks_of("<!-- kot\n\n- pies -->\n\n***\n\n[a]: /b\n\nKoniec.")) == [(9, "Koniec.")]


def test_a_footnote_holds_no_facts() -> None:
    assert shown(blocks_of("Kot.\n\n[^1]: Przypis.")) == [(1, "Kot.")]


def lines_in(blocks: Iterable[Block | Item]) -> Iterator[int]:
    for block in blocks:
        yield block.line
        if isinstance(block, Listing):
            yield from lines_in(block.items)
        elif isinstance(block, Item):
            yield from lines_in(block.children)
        elif isinstance(block, Quotation):
            yield from lines_in(block.paragraphs)


@given(st.one_of(st.text(), LINES.map("\n".join)))
def test_no_text_fails_and_every_line_is_within_the_file(body: str) -> None:
    sections = parse_body(body, 3).sections
    last = 3 + body.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    for section in sections:
        assert all(3 <= line <= last for line in (section.line, *lines_in(section.blocks)))


@given(LINES.map("\n".join))
def test_sections_stand_in_the_order_of_the_file(body: str) -> None:
    numbers = [section.line for section in parse_body(body, 1).sections]
    assert numbers == sorted(numbers)


@given(LINES.map("\n".join))
def test_no_block_is_without_text(body: str) -> None:
    for section in parse_body(body, 1).sections:
        for block in section.blocks:
            assert block.items if isinstance(block, Listing) else True
            assert block.inline if isinstance(block, Paragraph) else True


def test_an_item_that_begins_with_a_tag_is_text() -> None:
    (section,) = parse_body("- <script>alert(1)</script> Kot śpi.\n- Pies", 1).sections
    (block,) = section.blocks
    assert isinstance(block, Listing)
    assert [item.inline.text for item in block.items] == ["<script>alert(1)</script> Kot śpi.", "Pies"]


def test_pins_of_headings_items_and_quotations_are_split_off() -> None:
    first, second = parse_body(
        "Text. {#text}\n\n## Uses {#uses}\n\n- honey {#honey}\n- wax\n\n> ### 7 kg {#figure}\n> of honey.\n", 1
    ).sections
    (paragraph,) = first.blocks
    listing, quotation = second.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(listing, Listing)
    assert isinstance(quotation, Quotation)
    assert (paragraph.inline.text, paragraph.pin) == ("Text.", "text")
    assert (second.heading.text, second.pin) == ("Uses", "uses")
    assert [(item.inline.text, item.pin) for item in listing.items] == [("honey", "honey"), ("wax", "")]
    assert (quotation.heading.text, quotation.pin) == ("7 kg", "figure")


def test_a_pin_may_stand_behind_the_last_sentence_of_a_quotation() -> None:
    (quotation,) = blocks_of("> ### 7 kg\n> of honey. {#figure}\n")
    assert isinstance(quotation, Quotation)
    assert quotation.pin == "figure"


def test_a_pin_on_a_line_of_its_own_belongs_to_its_item() -> None:
    (listing,) = blocks_of("- honey\n  from flowers\n  {#honey}\n- wax\n")
    assert isinstance(listing, Listing)
    assert [item.pin for item in listing.items] == ["honey", ""]


def test_a_pinned_heading_keeps_its_line() -> None:
    *_, section = parse_body("Text.\n\n## Uses {#uses}\n\nMore.\n", 1).sections
    assert section.line == 3


def items_of(body: str) -> tuple[Item, ...]:
    (listing,) = blocks_of(body)
    assert isinstance(listing, Listing)
    return listing.items


@pytest.mark.parametrize(
    "source",
    [
        "**Small cats:** they sleep.",
        "**Small cats**: they sleep.",
        "**Small cats.** They sleep.",
        "**Small cats**. They sleep.",
        "**Small cats** – they sleep.",
        "**Small cats** - they sleep.",
        "**Small cats** — they sleep.",
        "**Small cats**：they sleep.",
        "**Small cats：** they sleep.",
        "__Small cats:__ they sleep.",
        "***Small cats:*** they sleep.",
        "**_Small cats_**: they sleep.",
        "_**Small cats:**_ they sleep.",
        "** Small cats :** they sleep.",
        "**Small *cats*.**: they sleep.",
        "**[Small cats](/cat):** they sleep.",
        "[**Small cats**](/cat): they sleep.",
        "**Small cats**\n\n  They sleep.",
        "**Small cats:**\n\n  They sleep.",
    ],
)
def test_bold_words_closed_by_a_mark_are_the_label_of_their_item(source: str) -> None:
    (item,) = items_of(f"- {source}")
    assert (item.label, item.inline.text.lower()) == ("Small cats", "they sleep.")


@pytest.mark.parametrize(
    "source",
    [
        "**Small cats** sleep.",
        "**Small cats, ** they sleep.",
        "**Small cats sleep.**",
        "**If a cat has slept all day long on the sill:** let it be.",
        "**Die Katzenschlafgewohnheitsforschungsanstaltsleitung und ihr Hund:** ja.",
        "**Katt Inc.** sells toys.",
        "**Katt Inc.** Sells toys.",
        "**U.S.** Cats sleep.",
        "**1.** Cats sleep.",
        "**And then...** Cats sleep.",
        "*Small cats:* they sleep.",
        "Cats: **small ones** sleep.",
        "**Cats**-and-dogs sleep.",
        "**3**:1 for the cats.",
    ],
)
def test_other_bold_words_are_a_part_of_the_text(source: str) -> None:
    (item,) = items_of(f"- {source}")
    assert item.label == ""
    assert item.inline.text.startswith(source.replace("*", "")[:5].strip())


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("- **Does a cat sleep by day?** It does.", "Does a cat sleep by day?"),
        ("- **Спит ли кошка днём?**\n  It does.", "Спит ли кошка днём?"),
        ("- **ねこは昼間に寝ますか？**It does.", "ねこは昼間に寝ますか？"),
        ("- **Does a cat sleep by day?**\n\n  It does.", "Does a cat sleep by day?"),
    ],
)
def test_bold_words_that_ask_are_the_label_of_the_item_that_answers_them(source: str, label: str) -> None:
    (item,) = items_of(source)
    assert (item.label, item.inline.text) == (label, "It does.")


def test_labels_are_found_in_any_script() -> None:
    items = items_of("- **猫：** 眠る。\n- **작은 고양이.** 잔다.\n- **القط:** ينام.")
    assert [(item.label, item.inline.text) for item in items] == [
        ("猫", "眠る。"),
        ("작은 고양이", "잔다."),
        ("القط", "ينام."),
    ]


def test_links_behind_a_label_keep_their_words() -> None:
    (item,) = items_of("- **Katt:** sover i [korgen](/korg), på [mattan](/matta).")
    assert [item.inline.text[link.start : link.end] for link in item.inline.links] == ["korgen", "mattan"]


def test_a_link_in_a_label_still_tells_what_the_item_is_about() -> None:
    (item,) = items_of("- **[Katt](/katt):** sover i [korgen](/korg).")
    assert [link.target for link in item.inline.links] == ["katt", "korg"]
    assert [item.inline.text[link.start : link.end] for link in item.inline.links] == ["", "korgen"]


def test_a_label_that_announces_nothing_is_text_without_its_mark() -> None:
    assert [(item.label, item.inline.text) for item in items_of("- **Katt:**\n- Hund")] == [("", "Katt"), ("", "Hund")]


def test_a_label_that_announces_a_nested_list_leads_in_to_it() -> None:
    (item,) = items_of("- **Katt:**\n  - tass\n  - svans")
    assert (item.label, item.inline.text) == ("", "Katt:")
    assert [child.inline.text for child in item.children] == ["tass", "svans"]


def test_a_labelled_item_keeps_its_pin() -> None:
    (item,) = items_of("- **Katt:** sover. {#katt}")
    assert (item.label, item.inline.text, item.pin) == ("Katt", "sover.", "katt")


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("1. bir\n2. iki\n3. üç", [1, 2, 3]),
        ("1. bir\n\n1. iki\n\n1. üç", [1, 2, 3]),
        ("3. üç\n4. dört", [3, 4]),
        ("1. bir\n1.\n1. üç", [1, 3]),
        ("1. bir", [0]),
        ("- bir\n- iki", [0, 0]),
    ],
)
def test_items_of_a_numbered_list_know_their_place(body: str, numbers: list[int]) -> None:
    assert [item.number for item in items_of(body)] == numbers


def test_a_nested_list_is_numbered_by_itself() -> None:
    first, second = items_of("- a\n  1. b\n  1. c\n- d")
    assert [child.number for child in first.children] == [1, 2]
    assert (first.number, second.number) == (0, 0)


def test_empty_items_are_none() -> None:
    assert [item.inline.text for item in items_of("- katt\n-\n- hund")] == ["katt", "hund"]


def test_a_definition_list_is_a_list_of_labelled_items() -> None:
    (block,) = blocks_of("Kot\n: Śpi w dzień.\n\nPies\n: Śpi w nocy.\n: Szczeka.\n")
    assert isinstance(block, Listing)
    assert [(item.label, item.inline.text, item.line) for item in block.items] == [
        ("Kot", "Śpi w dzień.", 1),
        ("Pies", "Śpi w nocy.", 4),
        ("Pies", "Szczeka.", 6),
    ]


def test_a_definition_that_stands_as_an_item_below_its_term_is_labelled_with_it() -> None:
    cat = '- {{Glossary("Kot")}} (zwierzę).\n\n  - : Śpi w [domu](/dom).\n\n    - Czarny\n'
    (block,) = blocks_of(cat + "- Pies\n  - : Szczeka.\n  - : Śpi.\n")
    assert isinstance(block, Listing)
    assert [(item.label, item.inline.text, item.line) for item in block.items] == [
        ("Kot (zwierzę)", "Śpi w domu.", 1),
        ("Pies", "Szczeka.", 6),
        ("Pies", "Śpi.", 8),
    ]
    assert [child.inline.text for child in block.items[0].children] == ["Czarny"]


def test_a_list_below_an_item_that_only_mentions_colons_is_a_list_below_it() -> None:
    (item, _) = items_of("- Kot\n  - : Śpi\n  - je\n- Pies\n")
    assert (item.inline.text, [child.inline.text for child in item.children]) == ("Kot", [": Śpi", "je"])


def test_code_that_a_comment_parts_from_a_list_is_no_text_of_its_last_item() -> None:
    body = "- Kot śpi.\n- Wpisz `kot`:\n\n<!-- -->\n\n    $ kot\n    miau\n\nPies szczeka.\n"
    assert shown(blocks_of(body)) == [(1, "Kot śpi."), (2, "Wpisz kot:"), (9, "Pies szczeka.")]


def test_a_table_of_two_columns_that_names_things_is_a_list_of_labelled_items() -> None:
    (block,) = blocks_of("| Słowo | Znaczy |\n|---|---|\n| Kot | Śpi w [domu](/dom). |\n| **Pies** | Szczeka. |\n")
    assert isinstance(block, Listing)
    assert [(item.label, item.inline.text, item.line) for item in block.items] == [
        ("Kot", "Śpi w domu.", 3),
        ("Pies", "Szczeka.", 4),
    ]
    assert [link.target for link in block.items[0].inline.links] == ["dom"]


@pytest.mark.parametrize(
    "rows",
    [
        "| Kot | 5 |\n| Pies | 6 |",
        "| 1 | Kot |\n| 2 | Pies |",
        "| Kot | Śpi. |",
        f"| Kot | {'Śpi. ' * 40} |\n| Kot | Je. |",
    ],
)
def test_another_table_is_passed_over(rows: str) -> None:
    body = parse_body(f"Tekst.\n\n| A | B |\n|---|---|\n{rows}\n", 1)
    assert [len(section.blocks) for section in body.sections] == [1]
    assert [(one.what, one.line) for one in body.unread] == [("a table", 3)]


def test_a_table_whose_first_column_is_no_list_of_terms_may_be_a_list_of_words_in_two_languages() -> None:
    body = parse_body("Tekst.\n\n| polski | italiano |\n|---|---|\n| kot | gatto |\n| kot | **micio** |\n", 1)
    (table,) = body.tables
    assert (table.heads, table.rows) == (("polski", "italiano"), (("kot", "gatto"), ("kot", "micio")))
    assert table.lines == (5, 6)
    assert [(one.what, one.line) for one in body.unread] == [("a table, unless the other version has the same", 3)]


def test_a_list_of_terms_with_long_texts_is_no_list_of_words() -> None:
    body = parse_body(f"Tekst.\n\n| A | B |\n|---|---|\n| Kot | {'Śpi. ' * 40} |\n| Pies | Szczeka. |\n", 1)
    assert (len(body.sections[0].blocks), body.tables, body.unread) == (2, (), ())


@pytest.mark.parametrize(
    "links",
    [
        "[Strona](https://a.example) [Sklep](https://b.example)",
        "[Strona](https://a.example) | [Sklep](https://b.example)",
        '- [Strona](https://a.example)\n- [Sklep](https://b.example "Sklep")',
        "1. [Strona](mailto:a@b.example)",
    ],
)
def test_links_to_other_sites_that_stand_alone_say_nothing(links: str) -> None:
    body = parse_body(f"Tekst.\n\n{links}\n\nDalej.\n", 1)
    assert shown(body.sections[0].blocks) == [(1, "Tekst."), (body.sections[0].blocks[1].line, "Dalej.")]
    assert [(one.what, one.line) for one in body.unread] == [("links to other sites", 3)]


@pytest.mark.parametrize(
    "text", ["Zob. [stronę](https://a.example).", "- [Strona](https://a.example)\n- Kot", "[dom](dom.md)"]
)
def test_links_beside_words_and_links_to_articles_are_read(text: str) -> None:
    assert len(blocks_of(text)) == 1


def test_check_boxes_are_no_text() -> None:
    (block,) = blocks_of("- [x] Kot śpi\n- [ ] Pies nie\n- [kot](/kot) x\n")
    assert shown([block]) == [(1, "Kot śpi"), (2, "Pies nie"), (3, "kot x")]


def test_a_quotation_behind_a_statistic_and_a_blank_line_stands_alone() -> None:
    one, other = blocks_of("> ### 69%\n>\n> Part of the ice.\n\n> Take a rope.\n")
    assert isinstance(one, Quotation)
    assert isinstance(other, Quotation)
    assert [paragraph.inline.text for paragraph in one.paragraphs] == ["Part of the ice."]
    assert (other.heading.text, other.paragraphs[0].inline.text, other.line) == ("", "Take a rope.", 5)


@pytest.mark.parametrize("turn", ["- a\n> b\n", "> - a\n> > b\n", "> a\n- b\n", "1. a\n> > b\n"])
def test_lists_and_quotations_alternate_as_often_as_they_like(turn: str) -> None:
    body = parse_body(turn * 1000, 1)
    assert body.faults == ()
    assert sum(len(section.blocks) for section in body.sections) > 0
    assert all(1 <= block.line <= 2000 for section in body.sections for block in section.blocks)


def test_what_is_nested_deeper_than_can_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(_: Iterable[str]) -> list[dict[str, object]]:
        raise RecursionError

    monkeypatch.setattr("flashgen.corpus.parsing._parsed", too_deep)
    body = parse_body("- a\n> b\n", 7)
    assert body.sections == ()
    assert [(fault.line, fault.message[:40]) for fault in body.faults] == [
        (7, "lists and quotations are nested too deep")
    ]


@pytest.mark.parametrize(("mark", "inside"), [("- ", "  "), ("1. ", "   "), ("> ", "> ")])
def test_what_is_nested_more_than_twenty_deep_is_left_out_and_told_once(mark: str, inside: str) -> None:
    def nested(levels: int) -> Body:
        return parse_body("# T\n\n" + "".join(f"{inside * level}{mark}x{level}\n" for level in range(levels)), 1)

    assert nested(20).faults == ()
    found = nested(26)
    assert found.sections == nested(20).sections
    (fault,) = found.faults
    assert (fault.line, fault.is_repaired) == (23, False)
    assert fault.message.startswith("lists and quotations are nested more than 20 deep; what is deeper was left out")


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
def test_ten_thousand_levels_are_survived_and_told_once(mark: str) -> None:
    body = parse_body(f"Koty śpią.\n\n{mark * 10_000}kot\n", 1)
    assert len(body.faults) == 1
    assert len(body.sections) == 1


def test_nothing_of_a_long_list_or_a_long_line_is_lost() -> None:
    bullets = "- kot\n" * 5000
    (section,) = parse_body(f"{'kot ' * 100_000}\n\n- pies\n{bullets}", 1).sections
    paragraph, listed = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert len(paragraph.inline.text) == 399_999
    assert isinstance(listed, Listing)
    assert len(listed.items) == 5001


def test_works_of_others_with_their_authors_say_nothing() -> None:
    listed = "- [Tides of old](https://tide.example/a) – _Ada Moon_\n- [Ebb](https://tide.example/b) (Ben Sea, Oslo)\n"
    body = parse_body(f"# Tide\n\nText.\n\n{listed}", 1)
    assert len(body.sections[0].blocks) == 1
    told = listed.replace("_Ada Moon_", "a book about the sea")
    assert len(parse_body(f"# Tide\n\nText.\n\n{told}", 1).sections[0].blocks) == 2


def test_in_a_list_of_links_those_to_other_sites_are_left_out() -> None:
    links = '- [Katt](/katt)\n- {{domxref("Hund")}}\n- [Fisk](https://example.org/fisk)'
    assert [item.inline.text for item in items_of(links)] == ["Katt", "Hund"]
    said = "- [Katt](/katt) mjauar.\n- [Fisk](https://example.org/fisk)"
    assert [item.inline.text for item in items_of(said)] == ["Katt mjauar.", "Fisk"]


@pytest.mark.parametrize(
    ("cells", "is_read"), [(("500 ml", "10 g"), False), (("ab 10 Grad im Schatten", "nachts"), True)]
)
def test_a_table_of_numbers_with_their_units_is_no_glossary(cells: tuple[str, str], is_read: bool) -> None:
    table = f"| Alter | Menge |\n|---|---|\n| jung | {cells[0]} |\n| alt | {cells[1]} |\n"
    blocks = [block for section in parse_body(f"# T\n\nx\n\n{table}", 1).sections for block in section.blocks]
    assert any(isinstance(block, Listing) for block in blocks) == is_read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Show all of the mills:", "Show all of the mills"),
        ("Montrez tous les moulins\u00a0:", "Montrez tous les moulins"),
        ("Run this:", "Run this:"),
        ("Show all of the mills.", "Show all of the mills."),
    ],
)
@pytest.mark.parametrize("code", ["   ```sh\n   mill list\n   ```", "       mill list"])
def test_a_step_above_code_says_what_is_done(text: str, said: str, code: str) -> None:
    (section,) = parse_body(f"# T\n\nx\n\n1. {text}\n\n{code}\n\n2. Stop the mill.\n", 1).sections
    listing = section.blocks[1]
    assert isinstance(listing, Listing)
    assert [(item.number, item.inline.text) for item in listing.items] == [(1, said), (2, "Stop the mill.")]


def test_what_a_rule_parts_from_the_last_section_is_none_of_what_that_says() -> None:
    sections = parse_body("# Kot\n\nMruczy.\n\n---\n\nŚpi.\n\n## Dom\n\nStoi.\n\n***\n\n*Źródło: las.*\n", 1).sections
    assert [(one.heading.text, [text for _, text in shown(one.blocks)]) for one in sections] == [
        ("Kot", ["Mruczy.", "Śpi."]),
        ("Dom", ["Stoi."]),
        ("", ["Źródło: las."]),
    ]


def test_a_rule_parts_no_list_from_its_section() -> None:
    (section,) = parse_body("# Kot\n\nLubi:\n\n---\n\n- dom\n- las\n", 1).sections
    assert [text for _, text in shown(section.blocks)] == ["Lubi:", "dom", "las"]
