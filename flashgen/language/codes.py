"""Names made of letters and digits, such as those of forms (10-K, J-51): names, not quantities."""

from __future__ import annotations

import re

from flashgen.language.unicode_forms import unicode_form

# in lower case ("20th", "90er") letters behind digits are mostly endings; a last one that is not ("1040-An") is damage
_CODE = re.compile(r"(?<![\w-])(?:[A-Z]{1,4}-?\d+[A-Z]{0,2}|\d+-?[A-Z]{1,3}|\d+-[A-Z][a-z])(?![\w-]|[.,]\d)")
_DIGIT_BY_LETTER = re.compile(r"\d(?:-?[^\W\d_]|(?<=[^\W\d_]\d)|(?<=[^\W\d_]-\d))")
"""What every code holds, and few texts do."""
_LOOK_ALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХакеорсхΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTYXakeopcxABEZHIKMNOPTYX")
"""Letters of other scripts that are typed in place of Latin ones."""
CODE = "code:"
"""Begins the target of an item that is no link: the line of code that the item tells of."""
PROGRAM = "`"
"""Begins the target of an item that is no link: the program that the line of code beneath the item calls."""


def codes(text: str) -> frozenset[str]:
    """The codes in a text, without hyphens; look-alikes of other scripts count as Latin letters."""
    plain = unicode_form("NFKC", text)
    if not _DIGIT_BY_LETTER.search(plain):
        return frozenset()
    found = _CODE.findall(plain.translate(_LOOK_ALIKES))
    return frozenset(code.replace("-", "") for code in found)
