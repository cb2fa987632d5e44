"""Callouts in the notations of site generators."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Listing, Paragraph, Quotation

NOTATIONS = {
    "GitHub, Obsidian": "> [!NOTE]\n> Koty śpią.\n>\n> Zawsze.",
    "Obsidian, folded": "> [!note]-\n> Koty śpią.\n>\n> Zawsze.",
    "Docusaurus": ":::note\n\nKoty śpią.\n\nZawsze.\n\n:::",
    "VitePress": "::: tip\nKoty śpią.\n\nZawsze.\n:::",
    "Quarto": "::: {.callout-note}\nKoty śpią.\n\nZawsze.\n:::",
    "MyST": ":::{note}\nKoty śpią.\n\nZawsze.\n:::",
    "MyST, fenced": "```{note}\nKoty śpią.\n\nZawsze.\n```",
    "MkDocs": "!!! note\n    Koty śpią.\n\n    Zawsze.",
    "MkDocs, folded": "???+ note\n\tKoty śpią.\n\n\tZawsze.",
    "Hugo": "{{< note >}}\nKoty śpią.\n\nZawsze.\n{{< /note >}}",
    "Hugo, in Markdown": '{{% alert color="warning" %}}\nKoty śpią.\n\nZawsze.\n{{% /alert %}}',
    "GitBook": '{% hint style="info" %}\nKoty śpią.\n\nZawsze.\n{% endhint %}',
    "Starlight": '<Aside type="tip">\nKoty śpią.\n\nZawsze.\n</Aside>',
    "Slate": '<aside class="notice">\nKoty śpią.\n\nZawsze.\n</aside>',
    "HTML": '<div class="alert alert-info">\n<div>\nKoty śpią.\n</div>\n\nZawsze.\n</div>',
    "Nuxt": '::note{icon="x" to="/y"}\nKoty śpią.\n\nZawsze.\n::',
    "a division around others": '<div markdown="1" class="note">\n<div>\n\nKoty śpią.\n\n</div>\nZawsze.\n</div>',
    "indented": "  :::note\n  Koty śpią.\n\n  Zawsze.\n  :::",
    "nested": "::::note\nKoty śpią.\n\n:::tip\nZawsze.\n:::\n::::",
}


def quotations(source: str) -> list[tuple[str, list[str]]]:
    """(heading, paragraphs) of each quotation; there is nothing but quotations."""
    found = []
    for section in parse_body(source, 1).sections:
        for block in section.blocks:
            assert isinstance(block, Quotation)
            found.append((block.heading.text, [paragraph.inline.text for paragraph in block.paragraphs]))
    return found


@pytest.mark.parametrize("source", NOTATIONS.values(), ids=NOTATIONS)
def test_a_callout_is_one_quotation(source: str) -> None:
    assert quotations(source) == [("", ["Koty śpią.", "Zawsze."])]


@pytest.mark.parametrize("source", NOTATIONS.values(), ids=NOTATIONS)
def test_text_around_a_callout_is_no_part_of_it(source: str) -> None:
    (section,) = parse_body(f"Przed.\n\n{source}\n\nPo.", 1).sections
    first, _, last = section.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert (first.inline.text, last.inline.text) == ("Przed.", "Po.")


@pytest.mark.parametrize(
    "source",
    [
        ":::tip[Dom]\nKoty śpią.\n:::",
        "::: tip Dom\nKoty śpią.\n:::",
        "> [!tip] Dom\n> Koty śpią.",
        '!!! tip "Dom"\n    Koty śpią.',
        ':::{.callout-tip title="Dom"}\nKoty śpią.\n:::',
        '<Callout title="Dom">\nKoty śpią.\n</Callout>',
        '{{< notice tip title="Dom" >}}\nKoty śpią.\n{{< /notice >}}',
    ],
)
def test_a_callout_keeps_its_own_title(source: str) -> None:
    assert quotations(source) == [("Dom", ["Koty śpią."])]


@pytest.mark.parametrize(
    "source",
    [
        "> [!tip] Koty śpią.",
        "<Note>Koty śpią.</Note>",
        "{: .note}\nKoty śpią.",
        "!> Koty śpią.",
        "?> Koty śpią.",
        '<div class="note">Koty śpią.</div>',
        "<p class='alert'>Koty śpią.</p>",
    ],
)
def test_a_callout_may_be_one_line(source: str) -> None:
    assert quotations(source) == [("", ["Koty śpią."])]


def test_a_class_makes_a_callout_of_the_paragraph_above() -> None:
    assert quotations("Koty śpią.\n{: .warning}") == [("", ["Koty śpią."])]
    assert isinstance(parse_body("Koty śpią.\n{: .fs-6}", 1).sections[0].blocks[0], Paragraph)


@pytest.mark.parametrize("source", [":::columns\nKoty śpią.\n:::", "{{< tabs >}}\nKoty śpią.\n{{< /tabs >}}"])
def test_another_container_keeps_its_text(source: str) -> None:
    (block,) = parse_body(source, 1).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.inline.text == "Koty śpią."


@pytest.mark.parametrize(
    "source", ["<blockquote>\nKoty śpią.\n\n— Ala\n</blockquote>", "<blockquote>Koty śpią.</blockquote>"]
)
def test_a_quotation_in_html_is_one_in_markdown(source: str) -> None:
    assert quotations(source)[0] == ("", ["Koty śpią."])


def test_what_a_page_sets_aside_is_no_part_of_its_text() -> None:
    words = "Nigdy tak nie mówię.\n  <p>\n— <a href='b'>@ala</a>\n  </p>"
    aside = f"<aside class='pquote'>\n  <img src='a.png'>\n  {words}\n</aside>"
    body = parse_body(f"- Koty.\n\n{aside}\n\n- Psy.\n", 1)
    (block,) = body.sections[0].blocks
    assert isinstance(block, Listing)
    assert [item.inline.text for item in block.items] == ["Koty.", "Psy."]
    assert [(one.what, one.line) for one in body.unread] == [("raw HTML (aside)", 3)]


def test_code_is_no_callout() -> None:
    assert parse_body("```md\n> [!NOTE]\n:::note\nx\n:::\n```\n", 1).sections == ()


def test_a_callout_that_never_closes_is_told_and_read_as_text() -> None:
    body = parse_body("A.\n\n:::note\n\nKoty śpią.\n", 1)
    assert [block.line for block in body.sections[0].blocks] == [1, 5]
    (fault,) = body.faults
    assert (fault.line, fault.is_repaired) == (3, False)
    assert "':::note' never closes" in fault.message


def test_each_callout_has_its_line() -> None:
    (section,) = parse_body("A.\n\n:::note\nB.\n:::\n\n!!! tip\n    C.\n", 1).sections
    assert [block.line for block in section.blocks] == [1, 4, 8]


def test_a_division_left_open_does_not_keep_a_callout_open() -> None:
    (section,) = parse_body(":::note\n<div>\nKoty śpią.\n:::\n\nPo.\n\n</div>", 1).sections
    assert [type(block) for block in section.blocks] == [Quotation, Paragraph]


@pytest.mark.parametrize("line", ['<div class="note">', ":::tip", "::note", "!> Koty"])
def test_a_mark_in_code_opens_nothing(line: str) -> None:
    (section,) = parse_body(f"Przed.\n\n```\n{line}\n```\n\nPo.\n\n</div>\n\n:::", 1).sections
    assert [block.inline.text for block in section.blocks if isinstance(block, Paragraph)] == ["Przed.", "Po."]
    assert len(section.blocks) == 2


@pytest.mark.parametrize("item", ["* TOC", "- This list becomes the contents", "1. x"])
def test_a_list_whose_place_a_table_of_contents_takes_is_none(item: str) -> None:
    (section,) = parse_body(f"Przed.\n\n{item}\n{{:toc}}\n\nPo.", 1).sections
    assert [type(block) for block in section.blocks] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    "source",
    [
        ":::{admonition} Dom\n:class: tip dropdown\n:name: dom\n\nKoty śpią.\n:::",
        "```{admonition} Dom\n:class: danger\nKoty śpią.\n```",
        "```{note} Dom\n---\nclass: margin\n---\nKoty śpią.\n```",
    ],
)
def test_the_options_of_a_directive_are_no_text(source: str) -> None:
    assert quotations(source) == [("Dom", ["Koty śpią."])]


@pytest.mark.parametrize(
    "source",
    [
        "```{dropdown} Dom\n:open:\n\nKoty śpią.\n```",
        "````{tab-set}\n```{tab-item} Dom\nKoty śpią.\n```\n````",
        '=== "Dom"\n\n    Koty śpią.',
        '===+ "Dom"\n\n    Koty śpią.\n\n=== "Las"\n\n    ```\n    kod\n    ```',
    ],
)
def test_containers_of_mkdocs_and_myst_that_are_no_callouts_keep_their_text(source: str) -> None:
    (section,) = parse_body(f"Przed.\n\n{source}\n\nPo.", 1).sections
    texts = [block.inline.text for block in section.blocks if isinstance(block, Paragraph)]
    assert texts == ["Przed.", "Koty śpią.", "Po."]


def test_lists_stand_in_tabs() -> None:
    (section,) = parse_body('=== "Dom"\n\n    - Koty śpią.\n      - Zawsze.\n\n=== "Las"\n\n    - Wilki.', 1).sections
    listings = [block for block in section.blocks if isinstance(block, Listing)]
    assert [item.inline.text for listing in listings for item in listing.items] == ["Koty śpią.", "Wilki."]
    assert listings[0].items[0].children[0].inline.text == "Zawsze."


@pytest.mark.parametrize(
    "source",
    [
        '??? question "Czemu śpią?"\n\n    Bo noc.',
        '???+ faq "Czemu śpią?"\n    Bo noc.',
        "::: details Czemu śpią?\nBo noc.\n:::",
        '{{< details "Czemu śpią?" >}}\nBo noc.\n{{< /details >}}',
        '{{% expand summary="Czemu śpią?" open=true %}}\nBo noc.\n{{% /expand %}}',
        "```{dropdown} Czemu śpią?\nBo noc.\n```",
        '<Accordion title="Czemu śpią?">\nBo noc.\n</Accordion>',
        "> [!faq]- Czemu śpią?\n> Bo noc.",
        "> [!question] Czemu śpią?\n>\n> Bo noc.",
    ],
)
def test_a_fold_that_asks_is_a_question_in_bold_with_its_answer(source: str) -> None:
    (section,) = parse_body(f"Przed.\n\n{source}\n\n> Po.", 1).sections
    texts = [block.inline.text for block in section.blocks if isinstance(block, Paragraph)]
    assert texts == ["Przed.", "Czemu śpią?", "Bo noc."]
    assert isinstance(section.blocks[-1], Quotation)


@pytest.mark.parametrize("source", [":::tip Czemu śpią?\nBo noc.\n:::", "> [!tip] Czemu śpią?\n> Bo noc."])
def test_a_tip_that_asks_stays_a_callout(source: str) -> None:
    assert quotations(source) == [("Czemu śpią?", ["Bo noc."])]


@pytest.mark.parametrize(
    "source",
    [
        '{% alert(type="tip") %}\nKoty śpią.\n{% end %}',
        '{%- note(title="") -%}\nKoty śpią.\n{%- end -%}',
        "{% blockquote Ania %}\nKoty śpią.\n{% endblockquote %}",
        '{% quote(author="Ania") %}\nKoty śpią.\n{% end %}',
        "{% cq %}\nKoty śpią.\n{% endcq %}",
    ],
)
def test_what_zola_and_hexo_set_apart_is_a_quotation(source: str) -> None:
    body = parse_body(f"Przed.\n\n{source}\n\nPo.", 1)
    assert quotations(source) == [("", ["Koty śpią."])]
    assert (body.unread, body.faults) == ((), ())


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("112 w razie pożaru", ""),
        ("3 zakazy", ""),
        ("Te 3 zakazy", ""),
        ("55 %", "55 %"),
        ("$6.9", "$6.9"),
        ("Dom 3", "Dom 3"),
    ],
)
def test_the_title_of_a_callout_that_counts_is_no_figure_unless_it_is_nothing_else(title: str, heading: str) -> None:
    for source in (f":::tip[{title}]\nKoty śpią.\n:::", f"> [!NOTE] {title}\n> Koty śpią."):
        assert quotations(source) == [(heading, ["Koty śpią."])]


@pytest.mark.parametrize(
    "source",
    [
        '{% tabs %}\n{% tab title="Dom" %}\n- kot\n- pies\n{% endtab %}\n{% endtabs %}',
        '<Tabs>\n<TabItem value="a" label="Dom">\n\n- kot\n- pies\n\n</TabItem>\n</Tabs>',
        '=== "Dom"\n\n    - kot\n    - pies',
        "````{tab-set}\n```{tab-item} Dom\n- kot\n- pies\n```\n````",
        '{{< tabs >}}\n{{< tab name="Dom" >}}\n- kot\n- pies\n{{< /tab >}}\n{{< /tabs >}}',
    ],
)
def test_the_title_of_a_tab_leads_in_to_the_list_that_it_begins_with(source: str) -> None:
    (section,) = parse_body(f"Przed.\n\n{source}\n\nPo.", 1).sections
    _, title, listing, _ = section.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(listing, Listing)
    assert (title.inline.text, len(listing.items)) == ("Dom", 2)


@pytest.mark.parametrize(
    "source",
    [
        '{% tabs %}\n{% tab title="Dom" %}\nKot śpi.\n{% endtab %}\n{% endtabs %}',
        "{% stepper %}\n{% step %}\nKot śpi.\n{% endstep %}\n{% endstepper %}",
        "{% columns %}\n{% column %}\nKot śpi.\n{% endcolumn %}\n{% endcolumns %}",
    ],
)
def test_of_a_tab_with_text_the_text_alone_is_read(source: str) -> None:
    body = parse_body(source, 1)
    (text,) = body.sections[0].blocks
    assert isinstance(text, Paragraph)
    assert text.inline.text == "Kot śpi."
    assert body.unread == ()
