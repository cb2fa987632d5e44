"""What whoever writes the documents can do about a fact that makes no note, by what withheld it."""

from __future__ import annotations

import re

from flashgen.pairing.reasons import (
    COLUMN_IN_DOUBT,
    DENIED,
    FIGURES_DIFFER,
    IN_DOUBT,
    NO_PARTNER,
    NOT_TOLD_APART,
    NOTHING_IN_COMMON,
    PINS_DIFFER,
    REPEATED,
    SAME_TEXT,
    SAYS_MORE,
    TOO_LONG,
)
from flashgen.quality.repeated_definitions import SAYS_THE_DEFINITION
from flashgen.quality.repeated_questions import ASKED_BEFORE
from flashgen.quality.rules import RULES

CONFIRM = (
    "a pair in doubt that you know to be right: `flashgen show ARTICLE --confirm N`, or one {#id} in both versions"
)
"""What to do about pairs that are less sure than needed."""

_OTHERWISE = "see `flashgen show ARTICLE`; a fact that is right can be confirmed there"
REMEDIES = {
    "leftover-markup": "mend the tag, link or sign of emphasis that is cut off",
    "too-long": "part the text into shorter paragraphs or items",
    "template": "write out what the site would fill in",
    "lost-words": "put in the words that are missing",
    "mid-sentence": "put in the beginning of the sentence",
    "unfinished": "put in what the colon leads in to",
    "torn-sentence": "join the two parts of the sentence, or begin the second with a capital",
    "trailing-word": "put the last word where it belongs",
    "unbalanced": "close the bracket, or open it",
    "figure-missing": "give both versions the same figures",
    "handle-missing": "say in both versions whose work it is, or in neither",
    "flattened-list": "set each item of the list on a line of its own",
    "said-twice": "drop what is said a second time",
    "label": "say it in a sentence",
    "codes-differ": "give both versions the same codes",
    "name-as-quantity": "set the number so that it reads as a part of the name",
    "points-elsewhere": "say it so that the text stands alone",
    "wrong-language": "translate the text",
    "unused-title": "call the thing in the text as its title does",
    IN_DOUBT: CONFIRM,
    NOT_TOLD_APART: "reword one of the two, or write one {#id} behind both texts that belong together",
    TOO_LONG: "part the article into several, so that its lists have 500 items each at most",
    NO_PARTNER: "say it in the other version too, at the same place of the text",
    FIGURES_DIFFER: "give both versions the same figures",
    SAYS_MORE: "say it in the other version too, or in neither",
    PINS_DIFFER: "give both versions the same {#id}",
    SAME_TEXT: "translate the text",
    COLUMN_IN_DOUBT: _OTHERWISE,
    NOTHING_IN_COMMON: _OTHERWISE,
    REPEATED: _OTHERWISE,
    ASKED_BEFORE.code: _OTHERWISE,
    SAYS_THE_DEFINITION.code: _OTHERWISE,
    DENIED: _OTHERWISE,
}
"""By the name of a rule, or by the code of a reason."""
_SORTS = {
    "alone": (NO_PARTNER, NOTHING_IN_COMMON),
    "doubt": (IN_DOUBT, NOT_TOLD_APART, TOO_LONG, COLUMN_IN_DOUBT),
    "differs": (FIGURES_DIFFER, SAYS_MORE, PINS_DIFFER, "codes-differ", "figure-missing", "handle-missing"),
    "untranslated": (SAME_TEXT, "wrong-language"),
    "repeated": (REPEATED, ASKED_BEFORE.code, SAYS_THE_DEFINITION.code),
    "denied": (DENIED,),
}  # fmt: skip
"""The sorts of reasons that the preview page has words for, with the codes of each."""
_SORT_OF = {code: sort for sort, codes in _SORTS.items() for code in codes}


def remedy_for(code: str) -> str:
    """What to do about what this rule or reason withheld."""
    return REMEDIES.get(code, _OTHERWISE)


def sort_of(code: str) -> str:
    """Of what sort a reason is: what a rule found is damage, unless it says more; empty for one of no sort."""
    return _SORT_OF.get(code, "damaged" if code in RULES else "")


def rule_name(code: str) -> str:
    """The code of a reason in the form of a rule's name: small letters and hyphens."""
    return "-".join(re.findall(r"\w+", code.lower()))
