"""Marks of a site generator on a card."""

from __future__ import annotations

import pytest

from tests.support.suspects import callout, rules

MILL = "The mill grinds all night."


@pytest.mark.parametrize(
    "text",
    [
        'Il mulino {{< param "nome" >}} macina tutta la notte.',
        "Il mulino {{ page.nome }} macina tutta la notte.",
        "Il mulino {% include nome.html %} macina tutta la notte.",
        "Il mulino <%= nome %> macina tutta la notte.",
        "Il mulino ${nome} macina tutta la notte.",
        "Il mulino ::: macina tutta la notte.",
        r"Il mulino \\mathfrak{M} macina tutta la notte.",
        r"Il mulino $\mathfrak{M}$ macina tutta la notte.",
    ],
)
def test_what_a_site_fills_in_is_withheld(text: str) -> None:
    assert "template" in rules(callout(MILL), callout(text))


@pytest.mark.parametrize(
    "text",
    [
        "Il mulino {{c1::di}} pietra macina tutta la notte.",
        "Il mulino di C++ std::vector macina tutta la notte.",
        "Il mulino {di pietra} macina tutta la notte.",
        r"Il mulino in C:\Mulini\vento macina tutta la notte.",
        "Il mulino [1] costa 5 $ e macina tutta la notte.",
        "Il mulino $x^2$ macina tutta la notte.",
    ],
)
def test_text_with_brackets_is_no_template(text: str) -> None:
    assert rules(callout(MILL), callout(text)) == []
