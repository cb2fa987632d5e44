"""How the texts of a note are set: found again in the article that they stand in."""

from __future__ import annotations

from flashgen.notes.styling import styles_of
from flashgen.record import replace
from flashgen.records.documents import Style, StyledText
from flashgen.records.pairs import Bead
from tests.notes.test_note_maker import bitext, fields, only
from tests.support.note_makers import note_maker
from tests.support.samples import fact

TEXT = "The cat sleeps by day. It hunts at night."
BOLD = StyledText(TEXT, 7, (Style("b", 4, 7), Style("i", 23, 31)))


def test_a_whole_text_has_its_styles() -> None:
    assert styles_of(TEXT, 7, [BOLD]) == BOLD.styles
    assert styles_of(TEXT, 1, [BOLD]) == BOLD.styles


def test_a_part_of_a_text_has_those_within_it() -> None:
    assert styles_of("It hunts at night.", 7, [BOLD]) == (Style("i", 0, 8),)
    assert styles_of("hunts at night.", 7, [BOLD]) == (Style("i", 0, 5),)


def test_a_part_that_got_a_capital_for_its_card_keeps_its_styles() -> None:
    assert styles_of("Hunts at night.", 7, [BOLD]) == (Style("i", 0, 5),)


def test_a_short_text_must_stand_on_its_line() -> None:
    assert styles_of("cat", 7, [BOLD]) == (Style("b", 0, 3),)
    assert styles_of("cat", 8, [BOLD]) == ()


def test_another_text_and_an_empty_one_have_none() -> None:
    assert styles_of("The dog sleeps by day and by night.", 7, [BOLD]) == ()
    assert styles_of("", 7, [BOLD]) == ()


def test_a_reading_is_never_cut() -> None:
    assert styles_of("猫", 1, [StyledText("子猫は", 1, (Style("ruby", 0, 2, "こねこ"),))]) == ()


def test_a_note_shows_its_texts_as_they_are_set() -> None:
    told = Bead("purpose", fact("purpose", TEXT), fact("purpose", "Il gatto caccia x^2."))
    line = told.target.location.line if told.target else 0
    formula = StyledText("Il gatto caccia x².", line, (Style("math", 16, 18, "x^2"),))
    told = replace(told, target=fact("purpose", formula.text))
    text = bitext(told)
    text = replace(text, native=replace(text.native, styled=(BOLD,)), target=replace(text.target, styled=(formula,)))
    plain = fields(only(text))
    assert plain["NativeAnswer"] == "The <b>cat</b> sleeps by day. <i>It hunts</i> at night."
    assert plain["TargetAnswer"] == "Il gatto caccia x²."
    maker = note_maker()
    drawn = fields(only(text, replace(maker, settings=replace(maker.settings, mathjax=True))))
    assert drawn["TargetAnswer"] == r"Il gatto caccia \(x^2\)."
    assert only(text).guid == only(bitext(told)).guid
