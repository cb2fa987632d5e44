"""Facts without what they say of other places of their pages."""

from __future__ import annotations

import pytest

from flashgen.language.pointing import NOTHING, Pointing
from flashgen.pairing.card_size import CardSize
from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.references import do_point, stand_alone, without_joinings
from flashgen.record import replace
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead
from tests.support.samples import fact

ENGLISH = Pointing(("on this page", "see above"), ("in this case",), ("in the chart below",), ("see",))


def fit(native: Fact, target: Fact) -> tuple[Fact, Fact]:
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(), pointing=(ENGLISH, NOTHING))
    (bead,) = fitting.fit_all([Bead(native.kind, native, target)])
    assert bead.native is not None
    assert bead.target is not None
    return bead.native, bead.target


def test_brackets_that_only_refer_are_left_out_of_all_that_a_card_shows() -> None:
    native = replace(fact("faq", "It grinds (see above).", "What (see above) is it?"), context="Look (see wheel):")
    shown = stand_alone(native, ENGLISH)
    assert (shown.answer, shown.question, shown.context) == ("It grinds.", "What is it?", "Look:")
    assert stand_alone(shown, ENGLISH) is shown


def test_a_fact_is_fitted_without_them_on_either_side() -> None:
    native, target = fit(fact("purpose", "It grinds (see above)."), fact("purpose", "Macina (1911)."))
    assert (native.answer, target.answer) == ("It grinds.", "Macina (1911).")


@pytest.mark.parametrize(
    ("lead_in", "shown"),
    [
        ("On this page, you see:", ("Wheel", "Ruota")),
        ("In this case, it has:", ("Wheel", "Ruota")),
        ("The mill has, as in the chart below:", ("The mill has, as in the chart below:\nWheel", "Ha:\nRuota")),
    ],
)
def test_nothing_leads_in_that_points_at_a_page_unless_it_points_at_the_item(
    lead_in: str, shown: tuple[str, str]
) -> None:
    native = replace(fact("purpose", "It turns all day long in the brook."), context=lead_in, label="Wheel")
    target = replace(fact("purpose", "Gira tutto il giorno nel ruscello."), context="Ha:", label="Ruota")
    assert tuple(one.context for one in fit(native, target)) == shown


@pytest.mark.parametrize(
    ("answer", "links", "is_left_out"),
    [("See the page on wheels.", ("wheel",), True), ("See how it turns.", (), False), ("It turns.", ("wheel",), False)],
)
def test_a_text_that_only_sends_its_reader_to_what_it_links_to_makes_no_note(
    answer: str, links: tuple[str, ...], is_left_out: bool
) -> None:
    native = replace(fact("callout", answer), links=links)
    target = replace(fact("callout", "Vedi la pagina sulle ruote."), links=links)
    italian = Pointing(referring=("vedi",))
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(), pointing=(ENGLISH, italian))
    (bead,) = fitting.fit_all([Bead("callout", native, target)])
    assert ("elsewhere" in str(bead.reason or "")) == is_left_out


def test_a_word_stands_without_an_example_that_points_at_its_page() -> None:
    native = replace(fact("vocabulary", "Wheel"), context="The wheel is in the chart below.")
    target = replace(fact("vocabulary", "Ruota"), context="La ruota è qui.")
    assert [one.context for one in fit(native, target)] == ["", ""]


def test_either_side_may_point() -> None:
    assert do_point(("It grinds.", "It is on this page."), (NOTHING, ENGLISH))
    assert not do_point(("It is on this page.", "It grinds."), (NOTHING, ENGLISH))


@pytest.mark.parametrize(
    ("native", "target", "shown"),
    [
        ("However, there are mills:", "Es gibt jedoch Mühlen:", ("There are mills:", "Es gibt Mühlen:")),
        ("There are, however, mills:", "Jedoch, Mühlen gibt es:", ("There are mills:", "Mühlen gibt es:")),
        ("However, there are mills:", "Es gibt Mühlen:", ("There are mills:", "Es gibt Mühlen:")),
        (
            "There are, however, mills:",
            "Es gibt jedoch Mühlen:",
            ("There are, however, mills:", "Es gibt jedoch Mühlen:"),
        ),
        (
            "However, there are mills:",
            "Es gibt jedoch dort jedoch Mühlen:",
            ("There are mills:", "Es gibt jedoch dort jedoch Mühlen:"),
        ),
        (
            "However, there are mills:",
            "Es gibt dort, jedoch Mühlen:",
            ("There are mills:", "Es gibt dort, jedoch Mühlen:"),
        ),
        (
            "However, there are mills:",
            "Mühlen gibt es. Es gibt jedoch Räder:",
            ("There are mills:", "Mühlen gibt es. Es gibt jedoch Räder:"),
        ),
    ],
)
def test_what_joins_a_lead_in_to_others_is_left_out_of_both_sides(
    native: str, target: str, shown: tuple[str, str]
) -> None:
    known = Pointing(joining=("however",)), Pointing(joining=("jedoch",))
    assert without_joinings((native, target), known, ({}, {}), ("en", "de")) == shown


@pytest.mark.parametrize(
    ("lead_in", "shown"), [("The latter has:", ("Wheel", "Ruota")), ("The mill and the latter have:", None)]
)
def test_nothing_leads_in_that_begins_by_speaking_of_what_was_said_before(
    lead_in: str, shown: tuple[str, str] | None
) -> None:
    phrases = Pointing(opening=("the latter",))
    fitting = Fitting("mill", ("en", "it"), TranslationModel(), CardSize(), pointing=(phrases, NOTHING))
    native = replace(fact("purpose", "It turns all day long in the brook."), context=lead_in, label="Wheel")
    target = replace(fact("purpose", "Gira tutto il giorno nel ruscello."), context="Ha:", label="Ruota")
    (bead,) = fitting.fit_all([Bead("purpose", native, target)])
    assert bead.native
    assert bead.target
    assert (bead.native.context, bead.target.context) == (shown or (f"{lead_in}\nWheel", "Ha:\nRuota"))
