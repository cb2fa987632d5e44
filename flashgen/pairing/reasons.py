"""The codes of the reasons for which a pair makes no note, or a fact has no partner: said here alone.

Messages, the packages' lists of withheld facts, remedies and sorts (`flashgen.pipeline.remedies`) go by them. Reasons
for which a card would only not be worth keeping are choices, which stand where they are made.
"""

from __future__ import annotations

IN_DOUBT = "in doubt"
"""A pair is less sure than needed."""
NOT_TOLD_APART = "could not be told apart"
"""A fact may have a partner, though it is not known which."""
TOO_LONG = "the lists are too long to be compared"
"""A kind has more facts in an article than can be held against each other."""
COLUMN_IN_DOUBT = "its column may be in either language"
"""Nothing tells which words of a table are in which language."""
NO_PARTNER = "no partner in the other version"
NOTHING_IN_COMMON = "the versions have no description, and no opening, in common"
FIGURES_DIFFER = "the figures differ"
PINS_DIFFER = "the pins differ"
SAYS_MORE = "one side says more"
SAME_TEXT = "the same text in both languages"
REPEATED = "repeats an earlier fact of the article"
DENIED = "denied by a person"

CODES = (
    IN_DOUBT, NOT_TOLD_APART, TOO_LONG, COLUMN_IN_DOUBT, NO_PARTNER, NOTHING_IN_COMMON, FIGURES_DIFFER, PINS_DIFFER,
    SAYS_MORE, SAME_TEXT, REPEATED, DENIED,
)  # fmt: skip
