"""What kind of text a text is: a question, a figure, a formula, a bare label. By characters, never by words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.unicode_forms import unicode_form
from flashgen.language.word_forms import share_a_form

_CLOSERS = f"{marks.CLOSERS} \u00a0"
_FIGURE = re.compile(r"\d")
_FORMULA = re.compile(
    r"\\(?:frac|sum|sqrt|text|begin|left|times|cdot|displaystyle)\b|\$\$|\^\{|_\{|\^[^\s^]{1,8}~|[∑∫√∏]"
)
_OPERATOR = re.compile(r"(?<!\w)[=+×÷*/^<>≤≥≈−](?!\w)|\w\s*=\s*[\w(]")
_IN_FORMULAS = re.compile(r"[\\$^_~∑∫√∏=+×÷*/<>≤≥≈−]")
"""Characters of which every formula has one."""
_NUMBERED_LABEL = re.compile(r"[^\W\d_]+[ \u00a0]\d{1,3}[.:]?")  # "Tip 1"
_PRODUCT = re.compile(r"\d\s*[x×*]\s")
_BROKEN_TAG = re.compile(
    r"<\s*+[a-z]++\s++[a-z]{1,3}\s++(?:class|style)\s*=|<\s++/\s*+\w++\s*>|<\s*+/?\s*+(?:math|annotation|semantics|mrow|mi)\b"
)
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_HEADLINE = 5
"""Words from which a title is more than a term."""
_FOREIGN_WORD = re.compile(f"[{scripts.KATAKANA}]{{1,4}}")
"""In Japanese, whose foreign words have about four letters, twice as many as its others."""
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_WIDE = late_pattern(f"[{scripts.WIDE}]")
_SOUTH_EAST_ASIAN = re.compile(f"[{scripts.SOUTH_EAST_ASIAN}]")
_EASTERN = late_pattern(f"[{scripts.SOUTH_EAST_ASIAN}{scripts.EAST_ASIAN}]")
_FIRST_WIDE = "\u1100"
"""No character before it is wide, as Unicode counts."""
_DENSITY = 2.5
FROM_MEMORY = 220
"""What a text may weigh that can be said from memory, as `weight` weighs: nobody could give a longer one."""
_LONGEST_BYLINE = 12
_LEADING_IN = tuple(marks.LEADING_IN)
_CLEAR_ENDS = tuple(marks.CLEAR_ENDS)


def is_question(text: str) -> bool:
    """Whether a heading ends in a question mark of any script (Armenian sets it inside the last word)."""
    text = text.rstrip(_CLOSERS)
    if not text:
        return False
    if text[-1] in marks.QUESTION_MARKS:
        return True
    if text[-1] == ";":  # the Greek question mark is typed as a semicolon
        return any("\u0370" <= character <= "\u03ff" for character in text)
    return marks.ARMENIAN_QUESTION_MARK in text[-20:]


def asks_without_mark(text: str) -> bool:
    """Whether a text is in a script of South-East or East Asia, where a question needs no mark."""
    return _EASTERN.search(text) is not None


def labelled(label: str, text: str) -> str:
    """A text behind its label, in one line: a question needs no colon."""
    if not label:
        return text
    return f"{label} {text}" if is_question(label) else f"{label}: {text}"


def ends_sentence(text: str) -> bool:
    text = text.rstrip(_CLOSERS)
    return bool(text) and text[-1] in marks.ENDS


def introduces(text: str) -> bool:
    """Whether a text ends in a colon of any script, so that what it leads in to follows."""
    return text.rstrip(_CLOSERS).endswith(_LEADING_IN)


def is_figure(text: str) -> bool:
    """Whether a heading is a figure such as `78 %` or `$6.9 billion`: short, with a digit, no formula."""
    if not _FIGURE.search(text) or _NUMBERED_LABEL.fullmatch(text.strip()):
        return False
    return len(text) <= 40 and len(text.split()) <= 5 and not is_formula(text)


def is_formula(text: str) -> bool:
    """Whether a text is a formula rather than a sentence that mentions one."""
    if not _IN_FORMULAS.search(text):
        return False
    if _FORMULA.search(text):
        return True
    letters = sum(map(str.isalpha, text))
    operators = len(_OPERATOR.findall(text))
    related = any(sign in text for sign in "=≈≤≥")
    if " = " in text and not ends_sentence(text) and (operators > 1 or _PRODUCT.search(text)):
        return True  # one told in words: "lift = 1.3 x speed of the wind"
    return operators > 0 and letters <= (8 if related else 1) * operators


def word_count(text: str) -> int:
    """Words; a script that sets no spaces is counted at two letters a word."""
    if max(text, default="") < _FIRST_WIDE:
        return len(text.split()) + len(_SOUTH_EAST_ASIAN.findall(text)) // 2
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text.split()) + (wide + len(_SOUTH_EAST_ASIAN.findall(text))) // 2


def is_headline(title: str) -> bool:
    """Whether a title has more words than a term, brackets apart, and is no question, which a text may answer."""
    words = _FOREIGN_WORD.sub(" - ", _BRACKETED.sub(" ", title))
    return word_count(words) >= _HEADLINE and not is_question(title)


def only_announces(sentence: str, said: str, limit: int) -> bool:
    """Whether a sentence that weighs less than `limit` only tells that something follows ("Here are some ideas:"): it
    asks nothing, and has no form of a word of what is said beside it."""
    is_short = weight(sentence, limit) < limit and not is_question(sentence)
    return is_short and not share_a_form(sentence, said)


def weight(text: str, limit: int) -> int:
    """A text's length in characters, those of Chinese, Japanese and Korean counted for what they say: two and a half.

    Exact only where that can pass `limit`.
    """
    if len(text) * _DENSITY <= limit:
        return len(text)
    return len(text) + int(len(_WIDE.findall(text)) * (_DENSITY - 1))


def is_statement(text: str) -> bool:
    """Whether a quotation says something: not a label, an attribution, a formula or mere punctuation."""
    if is_formula(text) or text.lstrip()[:1] in ("—", "–", "-", "―") or is_byline(text):
        return False
    count = word_count(text)
    return count >= 4 and (ends_sentence(text) or count > len(text.split()))


def is_byline(text: str) -> bool:
    """Whether a short text is names and places alone ("Anna Rossi, Boatyard North, Oslo"): no word begins small.

    A sentence of Chinese or Japanese may hold few spaces, and names around them.
    """
    if text.rstrip().endswith(_CLEAR_ENDS):
        return False
    letters = [word[0] for word in text.split() if word[0].isalpha()]
    if len(letters) > _LONGEST_BYLINE or any(map(str.islower, letters)):
        return False
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def has_broken_markup(text: str) -> bool:
    """Whether remains of HTML or MathML stand in a text whose tags were damaged, so that no parser saw them."""
    return "<" in text and _BROKEN_TAG.search(text) is not None


def has_words(text: str) -> bool:
    return len(list(islice(filter(str.isalpha, text), 2))) == 2


@lru_cache(maxsize=2_000)  # a fact is held against its partner, its article's other facts and its own name
def normalised(text: str) -> str:
    """A text's letters and digits alone, case and width folded: what counts as the same wording."""
    return _NOT_ALPHANUMERIC.sub("", unicode_form("NFKC", text).casefold())


def is_one_word(one: str, other: str) -> bool:
    """Whether two names are one word, but for a short ending ("Containers" and "Container").

    "Lampada" holds "Lamp", and still is to be learnt.
    """
    lengths = sorted(len(normalised(text)) for text in (one, other))
    return gives_away(one, other) and 4 * lengths[0] >= 3 * lengths[1]


def gives_away(one: str, other: str) -> bool:
    """Whether one of two texts is the other, or holds it whole ("Containers" and "Container"): no card asks for it."""
    short, long = sorted(map(normalised, (one, other)), key=len)
    return short in long
