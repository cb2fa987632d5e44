"""Numbers that are written partly in words of East Asian scripts (16万8000, 1,800만) -> digits."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = {"百": 10**2, "백": 10**2, "千": 10**3, "천": 10**3}
_LARGE = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_UNITS = "".join((*_SMALL, *_LARGE))
_MIXED = re.compile(rf"\d[\d,.]*[{_UNITS}](?:[{_UNITS}]|\s?\d[\d,.]*(?=[{_UNITS}]))*(?:\d+)?")
_PART = re.compile(rf"(\d[\d,.]*)?([{_UNITS}]*)")


def spelled_in_digits(text: str) -> str:
    """The text with such numbers as plain digits; anything else stays as it is."""
    return _MIXED.sub(lambda match: _value(match[0]), text) if any(unit in text for unit in _UNITS) else text


def _value(number: str) -> str:
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
