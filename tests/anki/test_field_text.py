"""Plain text -> field HTML: nothing in it is live, and it is written as a browser would write it."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.anki.field_text import (
    deck_name,
    described_text,
    field_html,
    is_harmless,
    link_html,
    marked_html,
    plain_text,
    tag_name,
    text_html,
    without_line,
)

LIVE = re.compile(r"\[sound:|\[anki:|\[latex\]|\[\$|\[\[type:|\\[(\[]|\{\{|\}\}|::", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
HAZARDS = (
    "[sound:x.mp3]", "[SOUND:x]", "[anki:tts lang=it_IT]ciao[/anki:tts]", "[anki:play:q:0]", "[latex]x[/latex]",
    "[LaTeX]x[/LaTeX]", "[$]x[/$]", "[$$]x[/$$]", "[[type:Front]]", r"\(x\)", r"\[x\]", "{{c1::x}}", "{{Front}}",
    "{{#A}}x{{/A}}", "{{{{x}}}}", "std::vector", ":::::", "<script>go()</script>", "<img src=x onerror=go()>",
    "<iframe srcdoc='x'>", "<a href='javascript:go()'>x</a>", "<style>*{}</style>", "<!-- open", "<textarea>", "<div",
    "&lt;b&gt;", "&#91;sound:x]", r"&#92;(x)", "a\x1fb", "a\x00b", "a\x7fb", "a\rb", "a\x85b", "a\ud800b", "\"'`",
    "a\u00a0b", "a\u202eb", "a\u2028b", "\ufeffa", "AT&T &copy", "1 < 2 > 0", r"\\(x\\)", "[[[type:A]]]", "\\\\[",
)  # fmt: skip
TEXT = st.text(st.one_of(st.sampled_from("[]{}\\():$<>&;\"'\u00a0\n\u0338\u0301 \t"), st.characters()), max_size=40)
PIECES = st.lists(st.one_of(st.sampled_from(HAZARDS), TEXT), max_size=4).map("".join)


class Reader(HTMLParser):
    """What a browser shows, and what it would write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = self.rewritten = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("br", "span", "b")
        assert attrs in ([], [("class", "unbroken")])
        self.shown += "\n" if tag == "br" else ""
        self.rewritten += self.get_starttag_text() or ""

    def handle_endtag(self, tag: str) -> None:
        self.rewritten += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.shown += data
        data = data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.rewritten += data.replace("\u00a0", "&nbsp;")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def as_anki_keeps_it(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return CONTROL.sub("\ufffd", text)


@pytest.mark.parametrize("text", HAZARDS)
def test_a_hazard_is_shown_and_does_nothing(text: str) -> None:
    html = field_html(f"prima {text} dopo")
    assert not LIVE.search(html)
    assert not CONTROL.search(html)
    assert read(html).shown == as_anki_keeps_it(f"prima {text} dopo")


@pytest.mark.parametrize("text", HAZARDS)
def test_a_hazard_is_written_as_a_browser_writes_it(text: str) -> None:
    html = field_html(text)
    assert "&quot;" not in html
    assert "&#" not in html.replace("&amp;#", "")
    assert read(html).rewritten == html


@given(PIECES)
def test_no_text_is_live(text: str) -> None:
    assert not LIVE.search(field_html(text))


@given(PIECES)
def test_what_is_shown_is_the_text(text: str) -> None:
    text = text.replace("\u0338", "")  # it would compose with the ">" of a tag: see below
    assert read(field_html(text)).shown.strip() == as_anki_keeps_it(text).strip()


@given(PIECES)
def test_a_browser_would_write_the_same(text: str) -> None:
    html = field_html(text)
    assert read(html).rewritten == html


@given(PIECES)
@example("riga\n\u0338dopo")
def test_composing_the_html_changes_nothing(text: str) -> None:
    html = field_html(text)
    assert unicodedata.normalize("NFC", html) == html


@given(TEXT, TEXT, TEXT)
@example("prima ", "parola", "\u0338 dopo")
def test_composing_a_marked_sentence_changes_nothing(before: str, marked: str, after: str) -> None:
    html = marked_html(before, marked, after)
    assert unicodedata.normalize("NFC", html) == html


@given(st.text(max_size=20))
def test_every_field_can_be_stored(text: str) -> None:
    assert "\x1f" not in field_html(text)
    field_html(text).encode("utf-8")


def test_lines_stay_lines() -> None:
    assert field_html(" uno\r\ndue\ntre ") == "uno<br>due<br>tre"


def test_quotation_marks_stay_as_they_are() -> None:
    assert field_html('l\'"ape"') == 'l\'"ape"'


def test_marked_words_are_bold_and_keep_their_spaces() -> None:
    assert marked_html("Danno il ", "miele", " dolce.") == "Danno il <b>miele</b> dolce."
    assert marked_html("", "Miele", ".") == "<b>Miele</b>."


def test_several_parts_are_marked() -> None:
    assert marked_html("Il ", "miele", " e la ", "cera", "") == "Il <b>miele</b> e la <b>cera</b>"
    assert marked_html("Il ", "miele", "", " dolce", ".") == "Il <b>miele</b><b>dolce</b>."


@given(PIECES)
@example("AA-0")
@example("25 %")
def test_a_text_without_marks_is_written_like_any_other(text: str) -> None:
    assert marked_html(text) == text_html(text)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n"])
def test_a_space_beside_a_mark_is_written_once(space: str) -> None:
    html = marked_html(f"Il{space}", "miele", f"{space}dolce.")
    assert read(html).rewritten == html
    assert plain_text(html) == f"Il{space}miele{space}dolce.".replace("\u00a0", " ")


def test_marked_parts_are_escaped_each() -> None:
    assert marked_html("a<", "b&", ">c") == "a&lt;<b>b&amp;</b>&gt;c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flashgen::kind::faq", "flashgen::kind::faq"),
        ("Due parole", "Due_parole"),
        ("a\u3000b\u00a0c\td", "a_b_c_d"),
        ("::a::::b::", "a::b"),
        (" a :: b ", "a::b"),
        ("a\x00b", "ab"),
        ("Cafe\u0301", "Caf\u00e9"),
        (":", ""),
        ("", ""),
    ],
)
def test_a_tag_is_written_as_anki_keeps_it(text: str, expected: str) -> None:
    assert tag_name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flashgen it→en::Api", "flashgen it→en::Api"),
        ("a :: b", "a::b"),
        ("a::::b", "a::b"),
        ("a::", "a"),
        (":a:", "a"),
        ("a\x1fb", "ab"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("::".join("abcdefghijklm"), "::".join("abcdefghijk")),
    ],
)
def test_a_deck_is_named_as_anki_keeps_it(text: str, expected: str) -> None:
    assert deck_name(text) == expected


@given(st.text())
def test_a_tag_has_no_spaces_and_no_empty_level(text: str) -> None:
    name = tag_name(text)
    assert not any(character.isspace() for character in name)
    assert not name or all(name.split("::"))


@given(st.text(alphabet="ab: \x00\u3000\u0301", max_size=30))
def test_naming_twice_changes_nothing_more(text: str) -> None:
    assert tag_name(tag_name(text)) == tag_name(text)
    assert deck_name(deck_name(text)) == deck_name(text)


@given(PIECES)
def test_plain_text_is_what_a_browser_shows(text: str) -> None:
    shown = read(field_html(text)).shown
    assert plain_text(field_html(text)) == shown.replace("\u00a0", " ").replace("\u2060", "")


def test_what_keeps_a_line_from_ending_is_no_part_of_a_text() -> None:
    assert plain_text(field_html("25\u00a0% in US-\u2060Dollar")) == "25 % in US-Dollar"


def test_a_marked_sentence_is_read_without_its_mark() -> None:
    assert plain_text(marked_html("Bees & ", "<wasps>", " fly.")) == "Bees & <wasps> fly."


def test_lines_are_read_as_lines() -> None:
    assert plain_text("honey<br>wax") == "honey\nwax"


@pytest.mark.parametrize("end", ["[", "[so", "[SOUND", "[anki", "[latex", "[[", "\\", "[  "])
def test_what_a_template_could_complete_is_neutralised_at_the_end_of_a_field(end: str) -> None:
    html = field_html(f"a {end}")
    assert re.search(r"[\[\\]<span></span>", html)
    assert not re.search(r"(?:\[\w*|\\)\Z", html)
    assert plain_text(html) == f"a {end.strip()}"


@pytest.mark.parametrize("text", ["a [b", "a]", "[x", "[sounds", "a [b] c"])
def test_other_brackets_stay_as_they_are(text: str) -> None:
    assert "<span>" not in field_html(text)


@pytest.mark.parametrize(
    "html",
    [
        "<script>go()</script>", "<b onclick=go()>", "<img src=x>", "<a href='javascript:go()'>", "a < b", "<svg>",
        "<style>", "[sound:x.mp3]", "[ANKI:tts]x[/anki:tts]", "[latex]x[/latex]", "[$]x[/$]", "<!-- x -->",
        "<b/onload=x>", "</div>", "<div>", "<form>", "<plaintext>", "<BR>", "<a>", "[[type:Front]]",
        r"\(\href{javascript:go()}{x}\)", r"\[\style{background:url(//x)}{y}\]", r"&#92;(\&#104;ref{x}{y}\)",
        r"\(\csname href\endcsname{x}{y}\)", r"\(\newcommand{\a}{x}\)",
    ],
)  # fmt: skip
def test_a_forged_field_is_found(html: str) -> None:
    assert not is_harmless(html)


@pytest.mark.parametrize("html", [r"\(y = \frac{a}{b}\)", r"\[\sum x^2 \neq \text{data}\]", r"see \href{x} here"])
def test_a_formula_and_a_command_in_a_text_are_harmless(html: str) -> None:
    assert is_harmless(html)


@given(st.text())
def test_a_field_of_our_own_is_harmless(text: str) -> None:
    assert is_harmless(field_html(text))


def test_a_link_is_compared_without_the_figures_behind_its_hash_and_with_all_else() -> None:
    link = link_html("https://example.org/2/bee.md#L3")
    assert without_line(link) == without_line(link_html("https://example.org/2/bee.md#L1204"))
    for other in ("https://example.org/3/bee.md#L3", "https://example.org/2/bee.md#K3", "https://example.org/2/bee.md"):
        assert without_line(link) != without_line(link_html(other))
    assert without_line(link) != without_line(f"{link}<script>go()</script>")


def test_images_are_no_part_of_a_text() -> None:
    image = f'<img src="flashgen-{"0a" * 16}.png">'
    assert plain_text(f"{image} La cera {image} serve.") == "La cera serve."
    assert described_text(f"La cera {image}") == f"La cera [flashgen-{'0a' * 16}.png]"
    assert is_harmless(image)
    assert not is_harmless('<img src="https://example.org/x.png">')
    assert not is_harmless(f"{image[:-1]} onerror=x>")
