"""Formulas in lines of text."""

from __future__ import annotations

import pytest

from flashgen.corpus.formulas import readable
from flashgen.corpus.inline import parse_inline


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        ("x^2", "x²"),
        ("a_{1}+a_n", "a₁+aₙ"),
        (r"\frac{a}{b+1}", "a/(b+1)"),
        (r"\sqrt{2}", "√2"),
        (r"\alpha \le \Omega", "α ≤ Ω"),
        (r"\text{rate} \times 5", "rate × 5"),
        (r"e^{i\pi}", "e^(iπ)"),
        (r"\sin x", "sin x"),
        (r"90^\circ", "90°"),
        (r"\mathfrak{M}", r"\mathfrak{M}"),
    ],
)
def test_a_formula_reads_as_plain_text(tex: str, plain: str) -> None:
    assert readable(tex) == plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Pole $E = mc^2$ i $x$.", "Pole E = mc² i x."),
        (r"Pole \(x+1\) i \\(y\\).", "Pole x+1 i y."),
        ("Pole $$a_1*b_2*c$$.", "Pole a₁*b₂*c."),
        ("Od $5 do $6, US$7/US$8.", "Od $5 do $6, US$7/US$8."),
        ("Kot za $10+ and A$ 5.", "Kot za $10+ and A$ 5."),
        (r"Nawiasy \(koty\) i \[psy\].", "Nawiasy (koty) i [psy]."),
        ("`$x$`", "$x$"),
    ],
)
def test_dollars_of_formulas_are_no_text_and_those_of_prices_are(source: str, text: str) -> None:
    assert parse_inline(source).text == text


def test_a_formula_keeps_its_source() -> None:
    (style,) = parse_inline("Pole $x^2$.").styles
    assert (style.name, style.start, style.end, style.detail) == ("math", 5, 7, "x^2")


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:x}{y^2}",
        r"\text{$\href{x}{y}$}",
        r"\def\a{\a}\a=1",
        r"\require{x}=1",
        r"\frac{\class{x}{y}}{2}",
        r"x=\)\(",
    ],
)
def test_a_formula_with_an_unknown_command_is_never_drawn(tex: str) -> None:
    parsed = parse_inline(f"Pole ${tex}$ i.")
    assert not any(style.name == "math" for style in parsed.styles)
