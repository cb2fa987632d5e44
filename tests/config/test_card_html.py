"""What templates may hold: nothing that runs, loads, plays or speaks, however fields are filled."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.anki.field_text import field_html
from flashgen.anki.template import TemplateError, parse
from flashgen.config.card_css import find_css_faults
from flashgen.config.card_html import ATTRIBUTES, ELEMENTS, find_html_faults

F = "{{NativeHint}}"
OPEN, CLOSE = "{{#NativeHint}}", "{{/NativeHint}}"
NONE = OPEN + CLOSE
SAFE = {"NativeSize", "NativeLanguage", "NativeDirection", "TargetSize"}

LIVE = [
    "<script>go()</script>",
    f"<scr{F}ipt>go()</scr{F}ipt>",
    f"<scr{NONE}ipt>go()</script>",
    f"<{F}script>go()</script>",
    f"{OPEN}<scr{CLOSE}ipt>",
    f"<{OPEN}b{CLOSE} onload=x>",
    f"<b {F}>",
    f"<b o{F}nload=go()>",
    f"<b on{NONE}click=go()>",
    '<b onclick="go()">x</b>',
    "<b onclick=go()>x</b>",
    "<b OnClick='go()'>",
    "<b\nonclick='go()'>",
    "<b/onclick='go()'>",
    '<b class="x"onclick="go()">',
    "<b class=x\x0conclick=go()>",
    "<svg onload=go()>",
    "<svg><script>go()</script></svg>",
    "<math><mtext></mtext></math>",
    "<img src=x onerror=go()>",
    "<image href=//x.example/y>",
    "<body onload=go()>",
    "<input autofocus onfocus=go()>",
    "<iframe src=//x.example>",
    "<iframe srcdoc='&lt;script&gt;'>",
    "<object data=x>",
    "<embed src=x>",
    "<base href=//x.example>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=x>",
    "<form action=x><button>y</button></form>",
    "<table background=//x.example/y>",
    "<td background='x'>",
    "<video src=x>",
    "<audio autoplay src=x>",
    "<bgsound src=x>",
    "<source src=x>",
    "<track src=x>",
    "<applet code=x>",
    "<picture><source srcset=x></picture>",
    "<template><b>x</b></template>",
    "<noscript><b>x</b></noscript>",
    "<textarea><b title='</textarea><script>go()</script>'></b></textarea>",
    "<title><b>x</b></title>",
    "<xmp><b>x</b></xmp>",
    "<plaintext>",
    "<noembed>x</noembed>",
    "<style>b{}</style>",
    "<marquee onstart=go()>",
    "<a href='javascript:go()'>x</a>",
    "<a href='java&#9;script:go()'>x</a>",
    "<a href='&#106;avascript:go()'>x</a>",
    "<a href='java\nscript:go()'>x</a>",
    f"<a href='java{NONE}script:go()'>x</a>",
    f"<a href='{F}'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href=//x.example>x</a>",
    "<a ping=x href='#'>x</a>",
    "<a href='https://x.example'>x</a>",
    "<b style='background: url(//x.example)'>",
    "<b style='background:u\\rl(x)'>",
    "<b style='background:\\75rl(x)'>",
    "<b style='background: &#117;rl(x)'>",
    "<b style='behavior: expression(go())'>",
    "<b style='width: expression(go())'>",
    f"<b style='{F}'>",
    f"<b style='background: u{NONE}rl(x)'>",
    f'<b title="{F}">',
    f"<b class='{F}'>",
    f'<b class="{F}">',
    f"<b class={F}>",
    f"<b id='{F}'>",
    '<b class="{{text:TargetSize}}">',
    '<b class="{{Deck}}">',
    '<b class="{{Tags}}">',
    "<b class='x>y",
    "<b class=`x`>",
    f"{OPEN}<b class='{CLOSE}x'>",
    f"<b class='{OPEN}x'>{CLOSE}",
    f"<b class='{OPEN}x' lang='y{CLOSE}z'>",
    "<!-- <script> --!> -->",
    "<!--> <script>go()</script> -->",
    "<!---> x -->",
    f"<!-- {F} -->",
    "<!-- never ended",
    f"{OPEN}<!--{CLOSE} --><script>go()</script>",
    f"<!-{F}- x -->",
    "<![CDATA[x]]>",
    "<?xml x?>",
    "<!DOCTYPE html>",
    "</ script>",
    "<%00script>",
    "< script>go()</script>",
    "<\x00script>",
    "</b onclick=go()>",
    "a < b",
    "<3",
    "[sound:x.mp3]",
    f"[so{F}und:x.mp3]",
    f"[{F}sound:x.mp3]",
    f"[{F}:x.mp3]",
    f"[sound{F}x.mp3]",
    f"[so{NONE}und:x.mp3]",
    "[SOUND:x.mp3]",
    "[anki:tts lang=it_IT]x[/anki:tts]",
    f"[anki{F}:tts lang=it_IT]x[/anki:tts]",
    f"[an{NONE}ki:play:q:0]",
    f"[{OPEN}sound:x.mp3]{CLOSE}",
    "[latex]x[/latex]",
    f"[la{F}tex]x[/latex]",
    "[$]x[/$]",
    f"[{NONE}$]x[/$]",
    "[$$]x[/$$]",
    f"[${F}]x[/$]",
    f"{OPEN}[{CLOSE}sound:x]",
]

HARMLESS = [
    '<div class=\'a b\' lang="{{NativeLanguage}}" dir="{{NativeDirection}}">{{NativeAnswer}}</div>',
    '<div class="main{{#NativeHint}} hinted{{/NativeHint}} {{NativeSize}}">x</div>',
    "{{#NativeHint}}<details open><summary>[…]</summary>{{NativeHint}}</details>{{/NativeHint}}",
    "[{{NativeHint}} x]".replace("[", "("),
    "<!-- a comment --><br/><hr><p hidden>5 &lt; 6 &amp; [x] {x}</p>",
    "<a href='#top' aria-label='up' data-x=\"1\">up</a>",
    "<table><tr><td colspan=2>x</td></tr></table>",
    "<b style='color: rgb(1, 2, 3); margin: calc(1em + 2px)'>x</b>",
    "https://example.org",
]

LIVE_CSS = [
    "@import 'x.css';",
    "@\\import 'x.css';",
    "@\\69mport 'x';",
    "@IMPORT url(x);",
    "@font-face { src: url(x) }",
    "@namespace url(x);",
    "@charset 'x';",
    "a { background: url(x) }",
    "a { background: URL(x) }",
    "a { b: u\\rl(x) }",
    "a { b: u\\rl(//x.example/y) }",
    "a { b: \\75 rl(x) }",
    "a { b: url('x') }",
    "a { b: image-set('x' 1x) }",
    "a { b: -webkit-image-set('x' 1x) }",
    "a { b: cross-fade(url(x), url(y)) }",
    "a { b: element(#x) }",
    "a { b: src('x') }",
    "a { b: image('x') }",
    "a { b: expression(go()) }",
    "a { behavior: x }",
    "a { -moz-binding: x }",
    "a { b: paint(x) }",
    "@media print { a { b: url(x) } }",
    "@media print { @import 'x'; }",
    "a { b { c: url(x) } }",
    "a { --x: url(y) }",
    "a { } </style><script>go()</script>",
    "a { content: '</style>' }",
    "a { } <!-- x",
    "a { } -->",
    "a { b: url( }",
    "@supports (a: url(x)) { }",
    "@property --x { initial-value: url(y) }",
    "@unknown x;",
    "a { b: var(--x, url(y)) }",
    "a { b: " + "(" * 5000 + " }",
    "@keyframes x { from { b: url(y) } }",
    "a { b: url(x\ny) }",
]
HARMLESS_CSS = [
    "a { color: red }",
    "@media (min-width: 760px) { .a > .b { margin: calc(1em * var(--x)) } }",
    "@media (width >= 600px) { a { b: c } }",
    "@keyframes x { from { opacity: 0 } to { opacity: 1 } }",
    ".fg .text :is(td, th) { background: linear-gradient(red, rgb(0 0 0 / 50%)) }",
    "a::before { content: '→' counter(x) }",
    "/* a < b */ a { b: c }",
    "a { b: c !important; }",
    "a { color: light-dark(#000, #fff) }",
]


def is_refused(template: str) -> bool:
    try:
        nodes = parse(template)
    except TemplateError:
        return True
    return any(find_html_faults(template, nodes, SAFE))


@pytest.mark.parametrize("template", LIVE)
def test_what_could_act_is_refused(template: str) -> None:
    assert is_refused(template)


@pytest.mark.parametrize("template", HARMLESS)
def test_what_only_shows_is_allowed(template: str) -> None:
    assert not is_refused(template)


@pytest.mark.parametrize("css", LIVE_CSS)
def test_style_that_loads_or_ends_its_element_is_refused(css: str) -> None:
    assert any(find_css_faults(css))


@pytest.mark.parametrize("css", HARMLESS_CSS)
def test_style_that_only_styles_is_allowed(css: str) -> None:
    assert list(find_css_faults(css)) == []


def test_a_fault_in_style_is_shown_where_it_stands() -> None:
    (fault,) = find_css_faults("a { b: c }\n\n  .d { e: url(f) }")
    assert (fault.line, fault.column, fault.mark) == (3, 11, "url(")


class Seen(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


PIECES = st.sampled_from(
    (
        F,
        OPEN,
        CLOSE,
        "<",
        ">",
        "<b>",
        "</b>",
        "<b",
        "class=",
        "'",
        '"',
        " ",
        "scr",
        "ipt",
        "on",
        "load=",
        "[",
        "sound:",
        "!--",
        "-->",
        "/",
        "x",
        "{{NativeSize}}",
        "]",
        "=",
        "href=",
        "#",
        "\n",
    )
)
TEXTS = (
    "",
    "x",
    "\"'><script>go()</script>",
    "script",
    "sound:x.mp3]",
    "[sound",
    "[",
    "--><b onload=go()>",
    " onload=go()",
)


def fill(template: str, text: str) -> str:
    """The template as Anki fills it with one value, or with none."""
    html = field_html(text)
    if not html:
        template = re.sub(r"\{\{#NativeHint\}\}.*?\{\{/NativeHint\}\}", "", template, flags=re.DOTALL)
    template = template.replace(OPEN, "").replace(CLOSE, "").replace("{{NativeSize}}", "long")
    return template.replace(F, html)


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(TEXTS))
def test_whatever_is_allowed_stays_harmless_with_every_filling(template: str, text: str) -> None:
    if is_refused(template):
        return
    filled = fill(template, text)
    seen = Seen()
    seen.feed(filled)
    assert seen.names <= ELEMENTS | {"span"}
    assert seen.attributes <= ATTRIBUTES
    assert not re.search(r"\[(?:sound:|anki:|latex\]|\$)", filled, re.IGNORECASE)


def test_a_thousand_conditionals_inside_each_other_are_refused_in_words() -> None:
    with pytest.raises(TemplateError, match="nested more than 50 deep"):
        parse(OPEN * 5000 + CLOSE * 5000)
