"""Names with full stops in them ("MAJOR.MINOR.PATCH", "System.Text"): none of these stops ends a sentence.

A full stop without a space behind it is a slip, too ("It ended.Then they went"), and parts two sentences there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.language.tags import script_of
from flashgen.language.word_forms import UNSPACED

_WORDS = re.compile(r"\w+")
_WINDOW = 60
"""Characters on both sides of a full stop that are looked at."""
_SHORT = 6
"""Characters of a part of such a name where no spaces part words, at most."""


def is_within_name(preceding: Sequence[str], following: Sequence[str], language: str) -> bool:
    """Whether the full stop that parts of a text end with stands within a name that goes on in the next ones.

    Such a name has more stops, or is in capitals, or in Latin letters in a language that is not written in those.
    """
    if not preceding[-1].endswith(".") or not following[0][:1].isalnum():
        return False
    before, after = "".join(preceding), "".join(following)
    *earlier, one = before[-_WINDOW:].split()[-1].removesuffix(".").split(".")
    other, *later = after[:_WINDOW].split()[0].split(".")
    words, other_words = _WORDS.findall(one), _WORDS.findall(other)
    if not words or not one.endswith(words[-1]):
        return False
    one, other, has_more = words[-1], other_words[0], bool(earlier) or (bool(later) and later[0][:1].isalnum())
    if UNSPACED.search(one + other):
        return has_more and max(len(one), len(other)) <= _SHORT
    return has_more or one.isupper() or (one.isascii() and other[0].isascii() and script_of(language) != "Latn")
