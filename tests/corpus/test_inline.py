"""One paragraph of Markdown: the text a reader sees, and where its links stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.corpus.inline import parse_inline, parse_labelled

PIECES = st.sampled_from(
    ["[", "]", "](/kot)", "[kot](/kot)", "[ ](/x)", "[.](/x)", "[kedi ,](/kedi)", "**", "*", "`", "<b>", "</b>", "<br>"]
    + [
        " ",
        " .",
        " ,",
        " ،",
        "( ",
        " )",
        ",.",
        "&amp;",
        "&nbsp;",
        "\ue000",
        "猫",
        "قط",
        "!",
        "\\",
        "\n",
        "。",
        "\u200b",
        "\u00a0",
    ]
)
MARKDOWN = st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Kot** *śpi* `tu`", "Kot śpi tu"),
        ("Kedi&#39;nin evi", "Kedi'nin evi"),
        ("&amp;quot;kot&amp;quot;", '"kot"'),
        ("two\nlines  \nthree", "two lines three"),
        ("a<br>b <i>c</i>", "a b c"),
        ("<u onclick='x()'>kot</u>", "kot"),
        ("before <!-- hidden --> after", "before after"),
        ("![kot](/kot.png) śpi", "śpi"),
        (r"\*kot\*", "*kot*"),
        ("~~pies~~ kot", "kot"),
        ("==kot== ^^śpi^^", "kot śpi"),
        ("H~2~O m^2^", "H2O m2"),
        ("3~5일, 7~8일", "3~5일, 7~8일"),
        ("<Term id='kot'>kot</Term> <X/>śpi", "kot śpi"),
        ("Vec<String> <Imię>", "Vec<String> <Imię>"),
        ("{猫|ねこ}は", "猫は"),
        ("`<b>`", "<b>"),
        ("", ""),
    ],
)
def test_markup_is_resolved(source: str, text: str) -> None:
    assert parse_inline(source).text == text


def test_a_tag_that_does_not_shape_text_is_shown_as_written() -> None:
    assert parse_inline("<script>x()</script> kot").text == "<script>x()</script> kot"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Kot śpi .", "Kot śpi."),
        ("Kot , pies", "Kot, pies"),
        ("القط ، الكلب", "القط، الكلب"),
        ("( kot )", "(kot)"),
        ("[kot](/kot) , pies", "kot, pies"),
        ("[kot](/kot) )", "kot)"),
        ("kot  śpi", "kot śpi"),
        ("koty,. psy", "koty, psy"),
        ("[koty](/kot),. psy", "koty, psy"),
        ("C'est quoi ?", "C'est quoi ?"),
        ("用 .txt 文件", "用 .txt 文件"),
        ("猫。狗", "猫。狗"),
    ],
)
def test_spaces_around_punctuation_are_repaired(source: str, text: str) -> None:
    assert parse_inline(source).text == text


@pytest.mark.parametrize(
    ("source", "linked", "target"),
    [
        ("Mały [kot](/kot) śpi.", "kot", "kot"),
        ("Bu [kedi .](/kedi) Uyur", "kedi", "kedi"),
        ("( [القط](/cat) )", "القط", "cat"),
        ("あの[猫](/neko)は", "猫", "neko"),
        ("a , [ kot ](/kot) , b", "kot", "kot"),
        ("[**mały** kot](/kot)", "mały kot", "kot"),
        ("[kot](../zwierzeta/kot.md#opis)", "kot", "../zwierzeta/kot"),
        ("[kot](/zwierzeta/kot/?a=b)", "kot", "zwierzeta/kot"),
        ("[kedi](/k%C3%BC%C3%A7%C3%BCk)", "kedi", "küçük"),
        ("[tea](</green tea>)", "tea", "green tea"),
        ("&amp; &amp; [kot](/kot)", "kot", "kot"),
    ],
)
def test_a_link_keeps_its_words_and_its_path(source: str, linked: str, target: str) -> None:
    parsed = parse_inline(source)
    (link,) = parsed.links
    assert (parsed.text[link.start : link.end], link.target) == (linked, target)


def test_several_links_keep_their_order() -> None:
    assert [link.target for link in parse_inline("[a](/x), [b](/y) i [c](/x)").links] == ["x", "y", "x"]


@pytest.mark.parametrize("source", ["[-](/kot)", "[.](/kot)", "[ ](/kot)", "[](/kot)", "[،](/cat)", "[。](/neko)"])
def test_a_link_of_punctuation_alone_is_dropped(source: str) -> None:
    assert parse_inline(source).links == ()


@pytest.mark.parametrize("url", ["https://example.org/kot", "mailto:kot@example.org", "#opis", "javascript:kot", "/"])
def test_a_link_that_leads_to_no_article_is_text(url: str) -> None:
    parsed = parse_inline(f"[kot]({url}) śpi")
    assert (parsed.text, parsed.links) == ("kot śpi", ())


@given(
    st.lists(
        st.sampled_from(["kot", "śpi", " ", ", ", ".", "(", ")", "[kot](/kot)", "[mały kot](a/b.md#c)", "12", "猫"])
    )
)
def test_links_are_read_alike_with_and_without_other_markup_behind_them(parts: list[str]) -> None:
    source = "".join(parts)
    assert parse_inline(source) == parse_inline(f"{source}<!-- -->")


@given(MARKDOWN)
def test_link_spans_lie_inside_the_text_and_are_not_empty(source: str) -> None:
    parsed = parse_inline(source)
    for link in parsed.links:
        assert 0 <= link.start < link.end <= len(parsed.text)
        assert parsed.text[link.start : link.end].strip()
        assert link.target


@given(MARKDOWN)
def test_links_do_not_overlap(source: str) -> None:
    links = parse_inline(source).links
    assert all(one.end <= other.start for one, other in zip(links, links[1:], strict=False))


@given(MARKDOWN)
def test_text_is_one_trimmed_line_without_private_marks(source: str) -> None:
    text = parse_inline(source).text
    assert text == text.strip()
    assert "\n" not in text
    assert "\ue000" not in text


@pytest.mark.parametrize("source", ["Kot . śpi tu", "Kot (mały) . śpi", "Kot . [śpi](/sen) tu"])
def test_a_full_stop_between_spaces_before_lower_case_is_a_flaw_though_it_is_tidied(source: str) -> None:
    assert parse_inline(source).flaws
    assert " ." not in parse_inline(source).text


@pytest.mark.parametrize("source", ["Kot śpi .", "Kot . Pies", "Kot śpi, np. tu", "kot .net śpi", "Kot śpi . . ."])
def test_other_full_stops_are_no_flaw(source: str) -> None:
    assert parse_inline(source).flaws == ()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("猫は\n寝る", "猫は寝る"),
        ("猫は寝る。\n犬は", "猫は寝る。犬は"),
        ("猫は、  \n  寝る", "猫は、寝る"),
        ("**猫**は\n**犬**と", "猫は犬と"),
        ("[猫](/neko)\n[犬](/inu)", "猫犬"),
        ("猫睡觉，\n“狗”也", "猫睡觉，“狗”也"),
        ("猫（Felis）\n睡觉", "猫（Felis）睡觉"),
        ("Felis\n（猫）", "Felis（猫）"),
        ("猫睡觉。\nFelis", "猫睡觉。Felis"),
        ("猫は\nFelis", "猫は Felis"),
        ("고양이는\n잔다", "고양이는 잔다"),
        ("แมว\nนอน", "แมว นอน"),
        ("Kot\nśpi", "Kot śpi"),
        ("Kot\n, pies", "Kot, pies"),
        ("Kot  \nśpi", "Kot śpi"),
        ("Kot\\\nśpi", "Kot śpi"),
    ],
)
def test_lines_are_joined_as_their_script_joins_words(source: str, text: str) -> None:
    assert parse_inline(source).text == text


def test_links_keep_their_words_where_lines_are_joined_without_a_space() -> None:
    parsed = parse_inline("あの\n[猫](/neko)\n[犬](/inu)\nも")
    assert [parsed.text[link.start : link.end] for link in parsed.links] == ["猫", "犬"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**고양이(猫)**는 잔다", "고양이(猫)는 잔다"),
        ("**猫：**眠る", "猫：眠る"),
        ("猫**「犬」**は", "猫「犬」は"),
        ("**Kot śpi", "Kot śpi"),
        ("Kot śpi** dużo", "Kot śpi dużo"),
        ("**Kot** śpi **dużo", "Kot śpi dużo"),
        ("2**3", "2**3"),
        ("2 ** 3", "2 ** 3"),
        (r"\*\*kot\*\*", "**kot**"),
        ("`**kot`", "**kot"),
    ],
)
def test_marks_of_bold_text_are_never_shown(source: str, text: str) -> None:
    assert parse_inline(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**작은 고양이** 는 잔다", "작은 고양이는 잔다"),
        ("이것은 **작은 집** 입니다.", "이것은 작은 집입니다."),
        ("[집](/house) 은 크다", "집은 크다"),
        ("[집 ](/house)은 크다", "집은 크다"),
        ("[집](/house) 이 크다", "집이 크다"),
        ("[학교](/school) 로 간다", "학교로 간다"),
        ("[길](/road) 로 간다", "길로 간다"),
        ("[집](/house) 으로 간다", "집으로 간다"),
        ("[NASA](/nasa) 는 크다", "NASA는 크다"),
        ("[고양이](/cat) 의 [집](/house) 에서", "고양이의 집에서"),
        ("[작은 집 을 보는](/house) 고양이", "작은 집을 보는 고양이"),
        ("[집 입니다. 고양이는](/house) 잔다", "집입니다. 고양이는 잔다"),
        ("[고양이 도 이 집 이 모두](/x)", "고양이 도 이 집 이 모두"),
    ],
)
def test_a_korean_particle_behind_markup_belongs_to_the_word_before(source: str, text: str) -> None:
    parsed = parse_inline(source)
    assert parsed.text == text
    assert all(parsed.text[link.start : link.end].strip() for link in parsed.links)


@pytest.mark.parametrize(
    "text",
    ["고양이 이 집은", "학교 이 사람은", "고양이 은혜를", "고양이 에너지", "NASA 이 사람은", "집 는 크다", "길 으로"],
)
def test_what_only_resembles_a_particle_stays_apart(text: str) -> None:
    word, rest = text.split(" ", 1)
    assert parse_inline(f"[{word}](/x) {rest}").text == text


def test_a_particle_parted_from_plain_words_stays() -> None:
    assert parse_inline("고양이 는 **집**").text == "고양이 는 집"


@pytest.mark.parametrize(
    ("source", "styles"),
    [
        ("**Kot** *śpi* `tu`", [("b", "Kot", ""), ("i", "śpi", ""), ("code", "tu", "")]),
        ("a **b *c* d** e", [("b", "b c d", ""), ("i", "c", "")]),
        ("***a***", [("i", "a", ""), ("b", "a", "")]),
        ("H~2~O, m^2^", [("sub", "2", ""), ("sup", "2", "")]),
        (
            "a<sub>1</sub> <b>c <i>d</i></b> <kbd>e</kbd>",
            [("sub", "1", ""), ("b", "c d", ""), ("i", "d", ""), ("code", "e", "")],
        ),
        ("<ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby>は", [("ruby", "猫", "ねこ")]),
        ("<ruby>子<rt>こ</rt>猫<rt>ねこ</rt></ruby>", [("ruby", "子", "こ"), ("ruby", "猫", "ねこ")]),
        ("{猫|ねこ}は", [("ruby", "猫", "ねこ")]),
        ("[**mały** kot](/kot)", [("b", "mały", "")]),
        ("** **<b></b> x <b>y", []),
        ("**kot** , **pies** .", [("b", "kot", ""), ("b", "pies", "")]),
    ],
)
def test_how_a_part_is_set_is_kept(source: str, styles: list[tuple[str, str, str]]) -> None:
    parsed = parse_inline(source)
    assert [(style.name, parsed.text[style.start : style.end], style.detail) for style in parsed.styles] == styles


@given(MARKDOWN)
def test_styles_lie_inside_the_text_and_never_cross(source: str) -> None:
    parsed = parse_inline(source)
    for one in parsed.styles:
        assert 0 <= one.start < one.end <= len(parsed.text)
        assert not any(one.start < other.start < one.end < other.end for other in parsed.styles)


def test_an_image_between_words_is_a_flaw() -> None:
    assert parse_inline("Naciśnij ![guzik](guzik.png) i czekaj.").flaws == ("points at an image, 'guzik.png'",)
    assert parse_inline("![kot](kot.png) Kot śpi. ![kot](kot.png)").flaws == ()


def test_an_image_that_is_written_as_a_tag_is_no_text_and_a_flaw_between_words() -> None:
    inside = parse_inline('Naciśnij <img src="guzik.png" alt="guzik"> i czekaj.')
    assert (inside.text, inside.flaws) == ("Naciśnij i czekaj.", ("points at an image, 'guzik.png'",))
    aside = parse_inline('<IMG src="kot.png"/> Kot śpi.')
    assert (aside.text, aside.flaws) == ("Kot śpi.", ())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("মৌমাছি উড়ে | মধু মিষ্টি |", "মৌমাছি উড়ে । মধু মিষ্টি ।"),
        ("মৌমাছি উড়ে৷ মধু (মিষ্টি)|", "মৌমাছি উড়ে। মধু (মিষ্টি)।"),
        ("ক|খ এবং `a | b`", "ক|খ এবং a | b"),
        ("bees | honey", "bees | honey"),
    ],
)
def test_a_bar_that_ends_a_sentence_of_an_indic_script_is_a_danda(written: str, read: str) -> None:
    assert parse_inline(written).text == read


@pytest.mark.parametrize(
    ("source", "label", "text"),
    [
        ("**Odpływ** (*ebb*): woda opada.", "Odpływ (ebb)", "woda opada."),
        ("**綴**（つづれ）：指で織ります。", "綴（つづれ）", "指で織ります。"),
        ("**Odpływ** (ebb) opada.", "", ""),
    ],
)
def test_a_bracket_between_a_label_and_its_colon_belongs_to_it(source: str, label: str, text: str) -> None:
    found, inline = parse_labelled(source)
    assert (found, inline.text) == (label, text)
