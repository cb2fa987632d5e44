"""Numbers in a text, in one form whatever the language: grouping, decimals, other digits, East Asian number words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from decimal import Decimal
from functools import lru_cache

from flashgen.language.unicode_forms import unicode_form

_SMALL = {"百": 10**2, "백": 10**2, "千": 10**3, "천": 10**3}
_LARGE = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_UNITS = "".join((*_SMALL, *_LARGE))
_DIGITS = r"\d[\d,.]{0,40}"
"""Bounded, so that a long run of digits without a unit is not read again from each of its digits."""
_MIXED = re.compile(rf"(?<!\d){_DIGITS}[{_UNITS}](?:[{_UNITS}]|\s?{_DIGITS}(?=[{_UNITS}]))*(?:\d+)?")
_LONGEST_MIXED = 60
"""Characters of a number with units at most."""
_PART = re.compile(rf"(\d[\d,.]*)?([{_UNITS}]*)")

_LAKHS = {
    **dict.fromkeys(("lakh", "लाख", "লাখ", "লক্ষ", "لاکھ", "லட்சம்", "இலட்சம்", "లక్ష", "ಲಕ್ಷ", "ലക്ഷം", "લાખ"), 10**5),
    **dict.fromkeys(
        (
            "crore",
            unicode_form("NFKC", "करोड़"),
            "करोड",
            "कोटी",
            "কোটি",
            "کروڑ",
            "கோடி",
            "కోట్ల",
            "కోటి",
            "ಕೋಟಿ",
            "കോടി",
            "કરોડ",
        ),
        10**7,
    ),
}
"""What South Asia counts in."""
_LAKH = re.compile("|".join(_LAKHS))
_IN_LAKHS = re.compile(rf"(?<![\d.,])({_DIGITS})\s?({_LAKH.pattern})")
_BUDDHIST_YEAR = re.compile(r"พ\.?\s?ศ\.?\s?(\d{4})(?!\d)")
_BUDDHIST_ERA = 543
"""Years by which it is ahead."""

_SOLAR_YEAR = re.compile(r"(?<!\d)(\d{4})(?=\s?(?:[^\W\d]{1,12}\.?\s)?\((\d{4})(?!\d))")
"""A year that the year in the bracket behind it tells, too."""
_SOLAR_ERA = (621, 622)
"""Years by which the solar Hijri era is behind, as that year begins in March."""

_DIGIT = re.compile(r"\d")
_UNIT = re.compile(f"[{_UNITS}]")
# all ways to write a number begin with one digit here, to which the engine jumps then
_NUMBER = re.compile(
    r"\d(?:\d?(?:,\d\d){1,6},\d{3}(?!\d)(?:\.\d+)?"
    r"|(?:\d{0,2}(?:[.,٫٬'’\u00a0\u202f ]\d{3}(?!\d))+|\d*(?:[.,٫٬'’]\d{3}(?!\d))*)(?:[.,٫]\d+)?)"
)
_GROUPING = re.compile(r"[.,٫٬'’\s](?=\d{3}(?:\D|$))|,(?=(?:\d\d,){1,6}\d{3}(?:\D|$))")
_THOUSANDFOLD = 1000
"""The least that a word of number stands for which a language writes where another writes zeros."""
_CENTURIES = ("18", "19", "20")
_SIGN = "%٪％$€£¥₽"
_SIGNED_NUMBER = re.compile(rf"[{_SIGN}]?[ \u00a0]?({_NUMBER.pattern})(?:[ \u00a0]?[{_SIGN}])?")
_AFTERNOON = re.compile(
    r"(\d(?<![\d.,:].)\d?)(?:[:.]\d\d)?(?:\s?[-–]\s?(\d\d?)(?:[:.]\d\d)?)?\s?p\.?\s?m\b", re.IGNORECASE
)
"""One or two hours that are counted from noon on."""
_NOON = 12
_PERCENT = re.compile(r"[%٪％]\s?\d[\d.,٫]{0,12}|(?<!\d)\d[\d.,٫]{0,12}\s?[%٪％]")


def percentages(text: str) -> frozenset[str]:
    """The numbers that stand beside a percent sign, in the form of `figures`."""
    return frozenset(number for match in _PERCENT.finditer(text) for number in figures(match[0]))


@lru_cache(maxsize=2_000)  # a fact is asked for its figures by the pairing, by its cut and by several rules
def figures(text: str) -> frozenset[str]:
    """The numbers in a text in one form: ASCII digits, no grouping, a point before decimals.

    A separator followed by exactly three digits is taken for grouping, in both languages alike. An hour of the
    afternoon is both of its numbers, 6 pm and 18.
    """
    plain = unicode_form("NFKC", text)
    if not _DIGIT.search(plain):
        return frozenset()
    plain = spelled_in_digits(plain)
    return frozenset(_plain_number(match[0]) for match in _NUMBER.finditer(plain)) | _afternoon_hours(plain)


def _afternoon_hours(text: str) -> frozenset[str]:
    """The hours of a day that stand in a text as those of an afternoon."""
    hours = [int(hour) for match in _AFTERNOON.finditer(text) for hour in match.groups() if hour]
    return frozenset(str(hour + _NOON) for hour in hours if hour < _NOON)


def missing_figures(wanted: frozenset[str], there: frozenset[str]) -> frozenset[str]:
    """Which figures of `figures` are not among others, not even as what a word ("million") says the zeros of."""
    missing = wanted - there
    if not missing or not there:
        return missing
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for other in there:
        alike[_without_zeros(other)].append(other)
    return frozenset(
        figure
        for figure in missing
        if not any(_are_same(figure, other) for other in alike[_without_zeros(figure)])
        and not _is_decade_of(figure, there)
    )


def same_figures(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two texts name the same figures: 6.9 billion is 69억."""
    return not missing_figures(ours, theirs) and not missing_figures(theirs, ours)


def _without_zeros(figure: str) -> str:
    return figure.replace(".", "").strip("0")


def _are_same(one: str, other: str) -> bool:
    """Whether two figures that differ in their zeros alone may be one number."""
    small, large = sorted((float(one), float(other)))
    return large >= _THOUSANDFOLD * small > 0


def _is_decade_of(figure: str, there: frozenset[str]) -> bool:
    """Whether a figure names a decade that one of the others names, too: "the '90s" are the 1990s."""
    if figure[-1:] != "0" or not figure.isdigit():
        return False
    if len(figure) == len("90"):
        return any(century + figure in there for century in _CENTURIES)
    return len(figure) == len("1990") and figure[:2] in _CENTURIES and figure[2:] in there


def blank_figures(text: str, figure: str, blank: str) -> str:
    """The text with every number of `figure` blanked, with the sign beside it, however it is written there."""
    wanted = figures(figure)
    signs = "".join(figure.split())
    if set(signs) <= set(text):  # which most do not repeat: an expression is not made for nothing
        spaced = r"\s*".join(map(re.escape, signs))
        text = re.sub(rf"(?<!\d)(?<!\d[.,]){spaced}(?!\d|[.,]\d)", blank, text)
    return _SIGNED_NUMBER.sub(lambda match: blank if figures(match[1]) & wanted else match[0], text)


def _plain_number(number: str) -> str:
    digits = number
    if not number.isascii():
        digits = "".join(str(unicodedata.digit(sign, -1)) if sign.isdigit() else sign for sign in number)
    if digits.isdigit():
        return digits.lstrip("0") or "0"
    return _GROUPING.sub("", digits).replace(",", ".").replace("٫", ".").lstrip("0") or "0"


def spelled_in_digits(text: str) -> str:
    """The text with numbers that are written partly in words (16万8000, 1,800만, 35 लाख) as digits, and years of the
    Buddhist era as those of the common one; the rest stays as it is.

    A run of more units or digits than any number has is no number, and stays as it is, too.
    """
    if _LAKH.search(text):
        text = _IN_LAKHS.sub(_counted_out, text)
    if not text.isascii():
        text = _BUDDHIST_YEAR.sub(lambda match: str(int(match[1]) - _BUDDHIST_ERA), text)
    text = _SOLAR_YEAR.sub(_without_solar_year, text) if "(" in text else text
    return _MIXED.sub(lambda match: _value(match[0]), text) if _UNIT.search(text) else text


def _without_solar_year(match: re.Match[str]) -> str:
    return "" if int(match[2]) - int(match[1]) in _SOLAR_ERA else match[0]


def _counted_out(match: re.Match[str]) -> str:
    """A number of lakhs or crores in digits, or the text as it is where that is no number."""
    number = _NUMBER.fullmatch(match[1])
    return f"{(Decimal(_plain_number(number[0])) * _LAKHS[match[2]]).normalize():f}" if number else match[0]


def _value(number: str) -> str:
    if len(number) > _LONGEST_MIXED:
        return number
    total = Decimal(0)
    for digits, units in _PART.findall(re.sub(r"\s", "", number)):
        if not digits:
            continue
        try:
            part = Decimal(digits.replace(",", "").rstrip("."))
        except ArithmeticError:  # more than one point: no number
            return number
        for unit in units:
            part *= {**_SMALL, **_LARGE}[unit]
        total += part
    return f"{total.normalize():f}"
