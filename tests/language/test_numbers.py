"""Numbers have one form in all languages, those that are written partly in East Asian words too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.language.numbers import figures, missing_figures, percentages, spelled_in_digits

FIGURES = st.sampled_from(["0", "5", "5000", "5000000", "50", "0.5", "2.5", "2500", "2500000", "172", "7"])
UNITS = "百백千천万萬만億亿억兆조"


@pytest.mark.parametrize("text", ["در سال ۱۴۰۱ (۲۰۲۲)", "۱۴۰۱ خورشیدی (۲۰۲۲ میلادی)", "1401 AP (2022)", "in 2022"])
def test_a_solar_year_is_the_year_in_the_bracket_behind_it(text: str) -> None:
    assert figures(text) == {"2022"}


def test_other_numbers_before_a_bracket_stay() -> None:
    assert figures("1401 (1520)") == {"1401", "1520"}


@pytest.mark.parametrize("text", ["10.1 கோடி", "10.1 కోట్ల", "10.1 ಕೋಟಿ", "10.1 കോടി", "10.1 કરોડ", "10.1 कोटी"])
def test_southern_crores_are_ten_million(text: str) -> None:
    assert figures(text) == {"101000000"}


def test_a_space_groups_no_more_than_three_digits_with_others() -> None:
    assert figures("in 2024 509,75 euro") == figures("2024: 509.75") == {"2024", "509.75"}
    assert figures("in 1999 12 000") == {"1999", "12000"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,234.5 m", "1.234,5 m"),
        ("1,234,567", "1.234.567"),
        ("12 000", "12,000"),
        ("12\u00a0000", "12\u202f000"),
        ("12’000", "12000"),
        ("१२", "12"),
        ("٦٫٩", "6.9"),
        ("１２", "12"),
        ("0.5", "0,5"),
        ("007", "7"),
    ],
)
def test_one_number_has_one_form_in_every_language(one: str, other: str) -> None:
    assert figures(one) == figures(other)


@pytest.mark.parametrize(("one", "other"), [("6.9", "69"), ("1.5", "15"), ("10", "100"), ("3.25", "3.26")])
def test_different_numbers_stay_different(one: str, other: str) -> None:
    assert figures(one) != figures(other)


@pytest.mark.parametrize("text", ["37 % of 40", "%37 of 40", "37%", "٣٧٪ of 40", "37\u00a0%"])
def test_a_percentage_is_a_number_beside_its_sign(text: str) -> None:
    assert percentages(text) == {"37"}


def test_a_text_without_digits_has_no_figures() -> None:
    assert figures("no number here, none at all") == frozenset()


def test_a_comma_between_clauses_does_not_join_their_numbers() -> None:
    assert figures("In 1911, 450 towers burned.") == {"1911", "450"}


def test_many_decimals_are_one_number() -> None:
    assert figures("3.14159") == {"3.14159"}


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouping_never_changes_an_integer(number: int) -> None:
    grouped = f"{number:,}"
    assert figures(grouped) == figures(grouped.replace(",", ".")) == {str(number)}


@given(st.text())
def test_no_text_makes_a_number_without_digits(text: str) -> None:
    assert all(figures(text))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("16万8000", "168000"),
        ("1,800만", "18000000"),
        ("2.5億", "250000000"),
        ("0.5万", "5000"),
        ("3千", "3000"),
        ("5百万", "5000000"),
        ("5천만", "50000000"),
        ("1億2000万", "120000000"),
        ("1억 2000만", "120000000"),
        ("12만3천", "123000"),
        ("1万2千3百", "12300"),
        ("3兆5000億", "3500000000000"),
        ("9亿", "900000000"),
        ("２５００萬", "25000000"),
    ],
)
def test_digits_and_units_make_one_number(written: str, digits: str) -> None:
    assert spelled_in_digits(written) == digits


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("लागत ३५ लाख रही", "3500000"),
        ("1.2 करोड़ नावें", "12000000"),
        ("২ কোটি নৌকা", "20000000"),
        ("۳۵ لاکھ کشتیاں", "3500000"),
        ("Rs 4 lakh", "400000"),
        ("१,२३,४५६ नावें", "123456"),
        ("12,34,567.5 boats", "1234567.5"),
        ("เมื่อ พ.ศ. ๒๔๖๖", "1923"),
        ("ปี พ.ศ.2466", "1923"),
    ],
)
def test_lakhs_crores_and_buddhist_years_are_figures_like_any_other(written: str, figure: str) -> None:
    assert figures(written) == {figure}


def test_what_is_no_number_of_lakhs_stays() -> None:
    assert spelled_in_digits("1.2.3 लाख") == "1.2.3 लाख"


def test_the_text_around_a_number_stays() -> None:
    assert spelled_in_digits("人口は約16万8000人、面積は9千km²。") == "人口は約168000人、面積は9000km²。"
    assert spelled_in_digits("관람객 1,800만 명이 왔다.") == "관람객 18000000 명이 왔다."


def test_a_year_beside_a_number_stays_a_number_of_its_own() -> None:
    assert spelled_in_digits("69億 2020年") == "6900000000 2020年"
    assert spelled_in_digits("2020年に69億") == "2020年に6900000000"


def test_the_full_stop_after_a_number_stays() -> None:
    assert spelled_in_digits("全部で3万。") == "全部で30000。"
    assert spelled_in_digits("About 3万. Yes.") == "About 30000. Yes."


def test_what_is_no_number_stays() -> None:
    for text in ("1.2.3万", "万里の長城", "百科事典", "千葉県", "数億年", "", "2020年"):
        assert spelled_in_digits(text) == text


@given(st.text().filter(lambda text: not any(unit in text for unit in UNITS)))
def test_text_without_such_units_is_returned_unchanged(text: str) -> None:
    assert spelled_in_digits(text) == text


@given(st.text(alphabet=f"0123456789,. 年人{UNITS}٣１²"))
def test_any_mixture_is_read_without_a_mishap(text: str) -> None:
    assert not set(spelled_in_digits(text)) - set(text) - set("0123456789")


@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_ten_thousands_and_ones_are_added(many: int, few: int) -> None:
    assert spelled_in_digits(f"{many}万{few}") == str(many * 10_000 + few)


@given(st.integers(1, 9_999), st.sampled_from("百千万億兆"))
def test_a_unit_multiplies_what_stands_before_it(count: int, unit: str) -> None:
    value = {"百": 10**2, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}[unit]
    assert spelled_in_digits(f"{count}{unit}") == str(count * value)


def test_more_units_or_digits_than_any_number_has_are_no_number() -> None:
    for text in ("3" + "兆" * 84_000, "7" * 5000 + "万", "1万" * 5000):
        assert spelled_in_digits(text) == text
        assert figures(text)


@pytest.mark.parametrize(
    ("german", "korean"), [("6,9 Milliarden", "69억"), ("1,2 Millionen", "120만"), ("16.8000", "16.8000")]
)
def test_one_number_in_two_ways_of_writing_it(german: str, korean: str) -> None:
    assert not missing_figures(figures(german), figures(korean))
    assert not missing_figures(figures(korean), figures(german))


@pytest.mark.parametrize(("one", "other"), [("172", "172750"), ("25", "250"), ("0", "000"), ("5", "6")])
def test_numbers_that_no_word_makes_equal(one: str, other: str) -> None:
    assert missing_figures(frozenset({one, "7"}), frozenset({other, "7"})) == {one}


@pytest.mark.parametrize(
    ("one", "other"),
    [("6-7 pm", "18-19 h"), ("6 p.m.", "18 Uhr"), ("6:30 PM", "18:30"), ("from 6 pm", "ab 6 Uhr"), ("12 pm", "12 Uhr")],
)
def test_an_hour_of_the_afternoon_has_two_numbers(one: str, other: str) -> None:
    assert not missing_figures(figures(other), figures(one))


def test_other_numbers_are_no_hours() -> None:
    assert figures("6 pmol, 7 am, 6-7 m, 16 pm") == {"6", "7", "16"}


def test_a_decade_may_be_named_without_its_century() -> None:
    assert not missing_figures(figures("in the '90s"), figures("in den 1990er Jahren"))
    assert not missing_figures(figures("nel 1920"), figures("v 20. letech"))
    assert missing_figures(figures("in '97"), figures("im Jahr 1997")) == {"97"}
    assert missing_figures(figures("1500"), figures("00")) == {"1500"}
    assert missing_figures(figures("2190"), figures("90")) == {"2190"}


@given(st.frozensets(FIGURES, max_size=8), st.frozensets(FIGURES, max_size=8))
def test_figures_are_missing_of_which_each_is_missing_beside_any_other(
    wanted: frozenset[str], there: frozenset[str]
) -> None:
    alone = {one for one in wanted if all(missing_figures(frozenset({one}), frozenset({other})) for other in there)}
    assert missing_figures(wanted, there) == alone
