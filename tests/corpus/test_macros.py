"""Macros and shortcodes inside a paragraph."""

from __future__ import annotations

import pytest

from flashgen.corpus.inline import parse_inline


@pytest.mark.parametrize(
    ("source", "text", "targets"),
    [
        ('a {{< glossary_tooltip text="koty" term_id="kot" >}} b', "a koty b", ["kot"]),
        ('a {{< glossary_tooltip term_id="maly-kot" >}} b', "a maly kot b", ["maly-kot"]),
        ('a {{% badge text="nowe" %}} b', "a nowe b", []),
        ('a {{Glossary("Kot", "koty")}} b', "a koty b", ["Kot"]),
        ('a {{ Glossary("Kot") }} b', "a Kot b", ["Kot"]),
        ("a {{domxref('Kot.x')}} b", "a Kot.x b", ["Kot.x"]),
        ('a {% tooltip text="koty" id="kot" %} b', "a koty b", ["kot"]),
        ("a [[kot|koty]] b", "a koty b", ["kot"]),
        ("a [[kot]] b", "a kot b", ["kot"]),
        ("a ![[kot.png]] b", "a b", []),
        ('a [koty]({{< relref "/docs/kot" >}}) b', "a koty b", ["docs/kot"]),
        ('a [koty]({{< ref "kot.md#x" >}}) b', "a koty b", ["kot"]),
        ("a [koty]({{ site.baseurl }}/kot/) b", "a koty b", ["kot"]),
        ("a [koty]({% link _posts/kot.md %}) b", "a koty b", ["_posts/kot"]),
        ('a [koty](/kot){: .x target="_blank"} b', "a koty b", ["kot"]),
        ("a [koty](/kot){.external} b", "a koty b", ["kot"]),
        ("a[^1] b^[A note.] c [@kowalski, p. 3].", "a b c.", []),
        ("a {/* hidden */}b", "a b", []),
        ("a %%hidden%%b", "a b", []),
        (":material-cat:{ .lg .middle } a :cat: b", "a b", []),
        ("a ++ctrl+alt+del++ b", "a ctrl+alt+del b", []),
        ('a ++"Immer an"++ b ++ctrl+"Alt Gr"++', "a Immer an b ctrl+Alt Gr", []),
        ("a [koty](/kot){ .md-button } b", "a koty b", ["kot"]),
        ("a b. ^37066d", "a b.", []),
        ("a {% post_link pl/kot 'koty' %} b", "a koty b", ["pl/kot"]),
        ('a {% link /kot.html "koty" %} b', "a koty b", ["kot"]),
        ("a <xref:dom.kot?displayProperty=name> b", "a dom.kot b", ["dom.kot"]),
        ("@dom.kot", "dom.kot", ["dom.kot"]),
        ("a {term}`koty <kot>` b", "a koty b", ["kot"]),
        ("a {doc}`koty </dom/kot.md>` b", "a koty b", ["dom/kot"]),
        ("a {term}`kot` b", "a kot b", ["kot"]),
        ("a {ref}`dziki-kot` {doc}`/dom/kot` b", "a dziki kot kot b", ["dziki-kot", "dom/kot"]),
        ("a {sub}`2` {py:class}`kot` {abbr}`WWW (World Wide Web)` b", "a 2 kot WWW b", []),
        ("a {math}`x^2` b", "a x² b", []),
        (':icon{name="kot"} a :badge[nowe]{color="x"} b', "a nowe b", []),
        ("{% raw %}a{% endraw %} b", "a b", []),
    ],
)
def test_a_macro_with_a_text_gives_its_text(source: str, text: str, targets: list[str]) -> None:
    parsed = parse_inline(source)
    assert (parsed.text, [link.target for link in parsed.links]) == (text, targets)


@pytest.mark.parametrize(
    "source",
    [
        'a {{< param "x" >}} b', "a {{page.x}} b", "a {% x y %} b", "a {x|y} b", "me@example.org b",
        "a {{< never b", "x ^2", "at 50%% off", "@kot jest", "jest @kot", "a: {x}", "12:30{x}",
        "a:b:c", "std::cat::x", "C++ and C++",
    ],
)  # fmt: skip
def test_another_one_stays_as_written(source: str) -> None:
    assert parse_inline(source).text == source


@pytest.mark.parametrize("code", ['`{{< x text="y" >}}`', "`[[x|y]]`", "``[^1] ` {: x}``"])
def test_code_is_left_alone(code: str) -> None:
    assert parse_inline(f"a {code} b").text == f"a {code.strip('`')} b"
