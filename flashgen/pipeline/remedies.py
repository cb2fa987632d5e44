"""What whoever writes the documents can do about a fact that makes no note, by what withheld it."""

from __future__ import annotations

import re

from flashgen.pairing.beads import IN_DOUBT, NOT_TOLD_APART, TOO_LONG
from flashgen.pairing.decisions import DENIED
from flashgen.pairing.surplus import SAYS_MORE
from flashgen.quality.rules import RULES

CONFIRM = (
    "a pair in doubt that you know to be right: `flashgen show ARTICLE --confirm N`, or one {#id} in both versions"
)
"""What to do about pairs that are less sure than needed."""

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
    "no partner in the other version": "say it in the other version too, at the same place of the text",
    "the figures differ": "give both versions the same figures",
    SAYS_MORE: "say it in the other version too, or in neither",
    "the pins differ": "give both versions the same {#id}",
    "the same text in both languages": "translate the text",
}
"""By the name of a rule, or by the code of a reason."""
_SORTS = {
    "alone": ("no partner in the other version", "the versions have no description, and no opening, in common"),
    "doubt": (
        IN_DOUBT, NOT_TOLD_APART, TOO_LONG, "its column may be in either language",
    ),
    "differs": (
        "the figures differ", SAYS_MORE, "the pins differ", "codes-differ", "figure-missing", "handle-missing",
    ),
    "untranslated": ("the same text in both languages", "wrong-language"),
    "repeated": ("repeats an earlier fact of the article", "asks the same question as another fact of the article"),
    "denied": (DENIED,),
}  # fmt: skip
"""The sorts of reasons that the preview page has words for, with the codes of each."""
_SORT_OF = {code: sort for sort, codes in _SORTS.items() for code in codes}
_OTHERWISE = "see `flashgen show ARTICLE`; a fact that is right can be confirmed there"


def remedy_for(code: str) -> str:
    """What to do about what this rule or reason withheld."""
    return REMEDIES.get(code, _OTHERWISE)


def sort_of(code: str) -> str:
    """Of what sort a reason is: what a rule found is damage, unless it says more; empty for one of no sort."""
    return _SORT_OF.get(code, "damaged" if code in RULES else "")


def rule_name(code: str) -> str:
    """The code of a reason in the form of a rule's name: small letters and hyphens."""
    return "-".join(re.findall(r"\w+", code.lower()))
