"""Repairs of known damage: what stands in a file, and what the Markdown parser gets to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.repair import repair_lines

HASH = "0123456789ABCDEF0123456789ABCDEF"
LONG = "The old cat sleeps on the warm sill for sixteen hours every day."
PARAGRAPH = f"{LONG} It dreams of mice."
DAMAGE = st.sampled_from(
    [
        "##Kot",
        "＃＃ 猫",
        "-a",
        "- a",
        "– b",
        "1.最初",
        "> ### 5%",
        "> metin",
        ">",
        "",
        "<table>",
        "</table>",
        "```",
        "~~~",
    ]
    + ["[a](/b c), [d](/e", "[a](/b),. c", "** x **", "\\u00e9", f"<!--{HASH}-->", "Son.", LONG, PARAGRAPH]
)
LINES = st.lists(st.one_of(DAMAGE, st.text(st.characters(exclude_characters="\n"))), max_size=15)


def repaired(text: str) -> str:
    return "\n".join(line for _, line in repair_lines(list(enumerate(text.split("\n"), 1)))[0])


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("##Nagłówek", "## Nagłówek"),
        ("###Kediler ne yer?", "### Kediler ne yer?"),
        ("＃＃ 猫咪", "## 猫咪"),
        ("＃＃よく見る猫", "## よく見る猫"),
        ("##\u3000猫", "## 猫"),
        (">##40%", ">## 40%"),
        ("＞ 猫咪睡觉。", "> 猫咪睡觉。"),
    ],
)
def test_headings_and_quotes_get_their_marks(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize("text", ["#kediler", "#猫", "Kot nr ＃5", "a ## b", "##", "C# ve F#"])
def test_a_hash_that_makes_no_heading_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("– Katten sover", "- Katten sover"),
        ("• Kot śpi", "- Kot śpi"),
        ("・猫は寝る", "- 猫は寝る"),
        ("-猫は寝る", "- 猫は寝る"),
        ("-[kot](/kot) śpi", "- [kot](/kot) śpi"),
        ("- Kedi uyur\n-Köpek koşar", "- Kedi uyur\n- Köpek koşar"),
        ("-Kedi uyur\n\n-Köpek koşar", "- Kedi uyur\n\n- Köpek koşar"),
        ("1.最初の猫", "1. 最初の猫"),
        ("1、第一只猫", "1. 第一只猫"),
        ("2）第二只猫", "2. 第二只猫"),
        ("1) birinci", "1. birinci"),
        ("  – içeride", "  - içeride"),
    ],
)
def test_list_items_get_their_marks(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize(
    "text",
    ["-5 derece", "1.5 litre", "2024. aasta", "---", "-- yok", "-Kedi tek başına", "*kot* śpi"],
)
def test_what_only_resembles_a_list_stays(text: str) -> None:
    assert repaired(text) == text


def test_a_negative_number_after_an_item_is_no_item() -> None:
    assert "- 5" not in repaired("- Kedi\n-5 derece")


@pytest.mark.parametrize(
    "remains",
    [
        f"<!--{HASH}-->",
        f"<! - {HASH} - >",
        f"<！-{HASH.lower()}...->",
        '<h5><a href="">TTT</a></h5>',
        '<h5><a href="">ТТТ</a></h5>',
        '<h5> <a href=""> TTT </a> </h5>',
        "<br><br/>",
        "<spa n class='x'>< /span>",
        "> <br>",
    ],
)
def test_remains_of_images_and_tables_are_dropped(remains: str) -> None:
    assert repaired(remains) == ""


def test_text_beside_a_removed_image_stays() -> None:
    assert repaired(f"Kedi <!--{HASH}-->uyur") == "Kedi uyur"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        (r"caf\u00e9", "café"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d alone", r"\ud83d alone"),
        (r"`\u00e9`", r"`\u00e9`"),
        (r"\u12", r"\u12"),
    ],
)
def test_literal_escapes_are_resolved_outside_code(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize("escape", [r"\u0000", r"\u001f", r"\u000a", r"\u2028"])
def test_an_escape_never_brings_a_control_or_a_line_end(escape: str) -> None:
    assert repaired(f"kot{escape}pies").isprintable()


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("[tea](/green tea) here", "[tea](</green tea>) here"),
        ("[tea](/green-tea, for example, hot", "[tea](/green-tea), for example, hot"),
        ("[кот](/cat),. собака", "[кот](/cat), собака"),
        ("[koty](/cat),.", "[koty](/cat),"),
        ("[duży](/cat) [kot](/cat)", "[duży kot](/cat)"),
        ("[bir](/a) [iki](/a) [üç](/a)", "[bir iki üç](/a)"),
        ("[bir](/a) [iki](/b)", "[bir](/a) [iki](/b)"),
        ("[قط](/cat)، نائم", "[قط](/cat)، نائم"),
    ],
)
def test_links_are_mended(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("** شركة القط **", "**شركة القط**"),
        ("** Kot:** śpi", "**Kot:** śpi"),
        ("**Kot ** śpi", "**Kot** śpi"),
        ("**Kot** i **pies**", "**Kot** i **pies**"),
        ("2 ** 3", "2 ** 3"),
    ],
)
def test_strong_marks_are_pulled_to_their_words(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


def test_a_quoted_figure_keeps_its_text() -> None:
    assert repaired("> ### 78%\n\n> kedi uyur") == "> ### 78%\n>\n> kedi uyur"


def test_two_quotes_stay_two() -> None:
    assert repaired("> Kedi uyur.\n\n> Köpek koşar.") == "> Kedi uyur.\n\n> Köpek koşar."


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_code_is_left_alone(fence: str) -> None:
    code = f"{fence}\n##x\n-猫\n1.最初\n{fence}"
    assert repaired(f"{code}\n##Kot") == f"{code}\n## Kot"


def test_dashes_in_code_are_left_alone() -> None:
    assert repaired("```\n-a\n-b\n```") == "```\n-a\n-b\n```"


def test_three_backticks_around_code_within_a_line_open_no_fence() -> None:
    lines = "```cat sleep```\n\n{}Kot\n\n```\n##x\n```"
    assert repaired(lines.format("##")) == lines.format("## ")


def test_a_shorter_fence_inside_code_does_not_end_it() -> None:
    code = "````\n```\n##x\n````"
    assert repaired(f"{code}\n##Kot") == f"{code}\n## Kot"


def test_a_fence_with_a_language_does_not_end_code() -> None:
    code = "```\n```python\n##x\n```"
    assert repaired(f"{code}\n##Kot") == f"{code}\n## Kot"


def test_lines_that_are_paragraphs_are_parted() -> None:
    numbered, _ = repair_lines([(5, PARAGRAPH), (6, PARAGRAPH)])
    assert numbered == [(5, PARAGRAPH), (6, ""), (6, PARAGRAPH)]


def test_quoted_lines_that_are_paragraphs_are_parted_inside_the_quote() -> None:
    assert repaired(f"> {PARAGRAPH}\n> {PARAGRAPH}") == f"> {PARAGRAPH}\n>\n> {PARAGRAPH}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("猫は寝る。犬は走る。", "鳥は歌う。魚は泳ぐ。"),
        ("بلی سوتی ہے۔ کتا دوڑتا ہے۔", "پرندہ گاتا ہے۔ مچھلی تیرتی ہے۔"),
        ("ድመት ትተኛለች። ውሻ ይሮጣል።", "ወፍ ትዘምራለች። ዓሣ ይዋኛል።"),
        ("बिल्ली सोती है। कुत्ता दौड़ता है।", "चिड़िया गाती है। मछली तैरती है।"),
        ("Կատուն քնում է։ Շունը վազում է։", "Թռչունը երգում է։ Ձուկը լողում է։"),
        ("ឆ្មាដេក។ ឆ្កែរត់។", "បក្សីច្រៀង។ ត្រីហែល។"),
        ("ཞི་མི་ཉལ། ཁྱི་རྒྱུག་གོ།", "བྱ་སྒྲ་སྒྲོག། ཉ་རྐྱལ།"),
    ],
)
def test_lines_of_every_script_may_be_paragraphs(first: str, second: str) -> None:
    assert repaired(f"{first}\n{second}") == f"{first}\n\n{second}"


@pytest.mark.parametrize(
    "text",
    [
        "Kot śpi na\nparapecie.",
        f"{PARAGRAPH}\nKot śpi na\nparapecie.",
        "Kot.\nPies.\nMysz.",
        f"{LONG}\n{LONG}\n{LONG}",
        "猫は寝る。\n犬は走る。\n鳥は歌う。",
        f"# Kot\n\n{LONG}\n{LONG}\n\n## Pies\n\n{LONG}\n{LONG}",
    ],
)
def test_wrapped_text_is_not_parted_whatever_its_lines_end_in(text: str) -> None:
    assert repaired(text) == text


def test_a_document_with_blank_lines_between_paragraphs_wraps_its_lines() -> None:
    text = f"{PARAGRAPH}\n{PARAGRAPH}\n\n{PARAGRAPH}"
    assert repaired(text) == text


def test_a_last_item_that_lost_its_bullet_is_no_part_of_the_item_before() -> None:
    assert repaired("- Koty śpią\nPsy biegają.") == "- Koty śpią\n\nPsy biegają."


@given(LINES)
def test_line_numbers_stay_in_order_and_none_is_lost(lines: list[str]) -> None:
    numbers = [number for number, _ in repair_lines(list(enumerate(lines, 7)))[0]]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(7, 7 + len(lines)))


@given(LINES)
def test_a_repair_never_adds_a_line_end(lines: list[str]) -> None:
    assert not any("\n" in line for _, line in repair_lines(list(enumerate(lines, 1)))[0])


@pytest.mark.parametrize("tag", ["<table", "<TABLE>", "<svg ", "<pre"])
def test_a_tag_that_nothing_closes_keeps_its_lines_for_the_parser(tag: str) -> None:
    lines = [(number, tag) for number in range(1, 4000)]
    assert [number for number, _ in repair_lines(lines)[0]] == [number for number, _ in lines]


def told(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.message) for fault in repair_lines(list(enumerate(text.split("\n"), 1)))[1]]


@pytest.mark.parametrize(
    ("damaged", "message"),
    [
        (
            "##Nagłówek",
            "a heading or a quotation with full-width marks or no space behind them: read all the same",
        ),
        ("• Koty", "a list item with a mark that Markdown does not know: read as one"),
        (f"Kot <!--{HASH}--> śpi.", "what is left of an image: passed over"),
        ("Caf\\u00e9", r"a character written as an escape (\u00e9): read as that character"),
        (
            "[kot](/cat i pies",
            "a link that is not closed, is torn in two or has spaces in its address: read as one link",
        ),
        (
            "Zob. [kota] (https://example.org/kot).",
            "a link whose address stands apart from its words: read as one link",
        ),
        ("Zob. [kota](kot (pl).md).", "a link with spaces in the name of its file: read as one"),
        ("Un ** gatto **", "strong text with spaces inside its marks: read as strong text"),
        ("Jedzą: - myszy;- ryby;- mleko.", "list items that run together on one line: read as a list"),
    ],
)
def test_a_repair_is_told_with_its_line(damaged: str, message: str) -> None:
    assert told(f"Kot śpi.\n\n{damaged}") == [(3, message)]


def test_lines_with_the_same_damage_are_told_once_the_first_ten_by_number() -> None:
    text = "\n\n".join(["##Kot"] * 13)
    assert [line for line, _ in told(text)] == [1]
    assert told(text)[0][1].endswith("(also lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and 2 more)")
    assert told("##Kot\n\n##Pies")[0][1].endswith("(also line 3)")


@pytest.mark.parametrize("text", ["#  Kot", "1) Kot", "> ##  Kot", "<div>", "- Kot\n- Pies", "```\n##x\n```"])
def test_what_markdown_knows_is_no_damage(text: str) -> None:
    assert told(text) == []
