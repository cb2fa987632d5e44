"""Lines that are no text."""

from __future__ import annotations

import pytest

from flashgen.corpus.article import parse_article
from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Document, Listing, Paragraph, Style


def faults(source: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.message) for fault in parse_body(source, 1).faults]


def texts(source: str) -> list[str]:
    return [block.inline.text for section in parse_body(source, 1).sections for block in section.blocks]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "lines",
    [
        "import Tabs from '@theme/Tabs';",
        "import {\n  A,\n  B,\n} from 'x';\nexport const c = {\n  d: 1,\n};",
        "{{< toc >}}",
        "{{GlossarySidebar}}",
        "{{ content }}",
        "{{#include kot.md}}",
        "{% include kot.html %}",
        '{{< figure\n  src="kot.png"\n  alt="Kot" >}}',
        "{/* a comment */}",
        "{props.children}",
        "<Tabs>",
        "<Tabs\n  items={x}\n>",
        "</Tabs>",
        "[TOC]",
        "[[_TOC_]]",
        "{:toc}",
        "[!INCLUDE [kot](kot.md)]",
        "[!VIDEO https://example.org]",
        ":::",
        ':::image type="content" source="kot.png" alt-text="Kot: śpi.":::',
        ":::row:::",
        ":::row-end:::",
        "[^1]: Kot śpi.",
        "[^1]: Kot śpi.\n    Zawsze.\n\n    I jutro.",
        "*[HTML]: HyperText Markup Language",
        "$$\nx = y\n$$",
        "$$x = y$$",
        "\\[\nx = y\n\\]",
        "![kot](kot.png)",
        "<script setup>\nimport { ref } from 'vue'\n\nconst kot = ref(0)\n</script>",
        "<style module>\n.kot {\n\n  color: red;\n}\n</style>",
        "%% a comment %%",
        "% a remark",
        "(maly-kot)=",
        '--8<-- "kot.md"',
        "%%\na comment\n\nin paragraphs\n%%",
        "#koty #koty/małe",
        "#koty",
        "+------+-----+\n| Kot  | Wiek |\n+======+=====+\n| Mruk | 3   |\n+------+-----+",
        "  Kot    Wiek\n ------ ------\n  Mruk   3",
        "------ ------\n Mruk   3\n------ ------",
        "---------------\n Kot     Wiek\n ------- ------\n Mruk    3\n\n Pręgus  5\n---------------",
        "===== ====\nKot   Wiek\n===== ====\nMruk  3\n===== ====",
    ],
)
def test_a_line_that_is_no_text_leaves_nothing(lines: str) -> None:
    assert texts(f"Przed.\n\n{lines}\n\nPo.") == ["Przed.", "Po."]


@pytest.mark.parametrize(
    "line",
    [
        "import and export of goods",
        "{{< a",
        "Zob.\n{{ nazwa }}\ni dalej",
        "Cena: $5 i $6",
        "<kot>",
        "[x]: kot",
        "{a b}",
        "Jest ich 50\n% kotów",
        "% 50",
        "Kot -- jak wiadomo -- śpi",
        "a == b",
        "Kot\n-- Mruk --",
    ],
)
def test_text_that_looks_alike_stays(line: str) -> None:
    assert len(texts(f"Przed.\n\n{line} x\n\nPo.")) == 3


def test_what_was_not_read_is_told_with_its_line() -> None:
    source = (
        "Przed.\n\n```\nkod\n```\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n<table>\n<tr></tr>\n</table>\n\n"
        "![kot](kot.png)\n\n$$\nx\n$$\n\n{{< toc >}}\n\n[^1]: Kot.\n\n![[kot]]\n"
    )
    assert [(one.what, one.line) for one in parse_body(source, 1).unread] == [
        ("code", 3), ("a table", 7), ("raw HTML (table)", 11), ("an image", 15), ("a formula", 17), ("a macro", 21),
        ("a footnote", 23), ("what another file holds", 25),
    ]  # fmt: skip


def test_programs_know_what_was_not_read_by_its_sort() -> None:
    document = Document("a.md", "a.md", "a", "pl")
    text = "# Kot\n\nKot.\n\n```\nkod\n```\n\n<table>\n<tr></tr>\n</table>\n\n![kot](kot.png)\n"
    _, problems = parse_article(document, text.encode())
    assert [(one.rule, one.message) for one in problems] == [
        ("unread-code", "code: not read"), ("unread-raw-html", "raw HTML (table): not read"),
        ("unread-image", "an image: not read"),
    ]  # fmt: skip


def test_a_macro_that_never_closes_is_told() -> None:
    (fault,) = parse_body("Przed.\n\n{{< figure\nPo.", 1).faults
    assert (fault.line, fault.is_repaired) == (3, False)
    assert "'{{< figure' never closes" in fault.message


def test_code_is_left_alone() -> None:
    assert parse_body("```\n{{< figure\n```\n", 1).faults == ()


@pytest.mark.parametrize("mark", ["{{<", "{{%", "{%"])
def test_a_macro_that_its_paragraph_does_not_close_is_told_with_its_line(mark: str) -> None:
    (told,) = faults(f"Kot śpi.\n\nKot je {{{{< ryba >}}}} rano\ni {mark} nota text='x' wieczorem.\n\nPo.")
    assert told == (4, f"{mark!r} never closes in its paragraph: withheld as a template; close it")


def test_every_open_macro_of_a_paragraph_is_told_once() -> None:
    assert [line for line, _ in faults("Kot {{< a je\nrano {{< b >}} i {{< c.\n\nPo.")] == [1, 2]


@pytest.mark.parametrize(
    "text", ["Pisze `{{<` w kodzie.", "Pisze {{< nota >}}.", "Pisze tu {{< nota\nx >}}.", "W {{zbiorze"]
)
def test_what_is_no_open_macro_is_not_told(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("formula", ["$$\nx = y^2\n$$", "$$x = y^2$$", "\\[\nx = y^2\n\\]", "\\[ x = y^2 \\]"])
def test_a_formula_that_a_paragraph_announces_is_its_end(formula: str) -> None:
    (section,) = parse_body(f"Kot liczy:\n\n{formula}\n\nPo.", 1).sections
    counts, after = section.blocks
    assert isinstance(counts, Paragraph)
    assert isinstance(after, Paragraph)
    assert (counts.inline.text, after.line) == ("Kot liczy: x = y²", 4 + formula.count("\n") + 1)
    assert counts.inline.styles == (Style("display", 11, 17, "x = y^2"),)


def test_a_formula_that_nothing_announces_is_listed() -> None:
    body = parse_body("Kot liczy.\n\n$$x = y$$\n\nPo.", 1)
    assert [one.what for one in body.unread] == ["a formula"]


def test_a_macro_that_never_closes_is_told_with_its_line() -> None:
    body = parse_body("Kot liczy\ni {{< spi\ni śni {% tak\n\nPo.", 1)
    assert [(fault.line, fault.message.split()[0]) for fault in body.faults] == [(2, "'{{<'"), (3, "'{%'")]


def test_attributes_that_stand_alone_above_a_block_are_passed_over() -> None:
    body = parse_body("Text.\n\n{.glossary .wide}\nMill\n: It grinds.", 1)
    listing = body.sections[0].blocks[1]
    assert isinstance(listing, Listing)
    assert [item.label for item in listing.items] == ["Mill"]
