"""The rules of the quality gate, by name. docs/quality.md tells what each finds, and what it costs."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.quality.beginnings import mid_sentence
from flashgen.quality.damage import (
    flattened_list,
    leftover_markup,
    lost_words,
    may_hold_list,
    may_hold_markup,
    said_twice,
    unfinished,
)
from flashgen.quality.endings import may_be_torn, torn_sentence, trailing_word, unbalanced
from flashgen.quality.figures import figure_missing, handle_missing
from flashgen.quality.labels import label
from flashgen.quality.length import too_long
from flashgen.quality.names import codes_differ, is_named_by_number, name_as_quantity
from flashgen.quality.pointing import may_point, points_elsewhere
from flashgen.quality.templates import may_hold_template, template
from flashgen.quality.view import Shown, View
from flashgen.quality.wrong_language import wrong_language

Rule = Callable[[View], str]
"""Why one side of a bead should not be studied; empty where it may be."""

RULES: dict[str, Rule] = {
    "leftover-markup": leftover_markup,
    "template": template,
    "too-long": too_long,
    "lost-words": lost_words,
    "mid-sentence": mid_sentence,
    "unfinished": unfinished,
    "torn-sentence": torn_sentence,
    "trailing-word": trailing_word,
    "unbalanced": unbalanced,
    "flattened-list": flattened_list,
    "said-twice": said_twice,
    "label": label,
    "codes-differ": codes_differ,
    "figure-missing": figure_missing,
    "handle-missing": handle_missing,
    "name-as-quantity": name_as_quantity,
    "points-elsewhere": points_elsewhere,
    "wrong-language": wrong_language,
}
"""In the order in which they are asked: the plainest damage first, the most expensive rule last."""

MAY_FIND: dict[str, Callable[[Shown], bool]] = {
    "leftover-markup": may_hold_markup,
    "template": may_hold_template,
    "torn-sentence": may_be_torn,
    "flattened-list": may_hold_list,
    "name-as-quantity": is_named_by_number,
    "points-elsewhere": may_point,
}
"""Whether a rule may suspect any text of a side: never False where it would. Of rules of which one look at all texts
tells that in less time than it takes to ask them of each."""

NOT_OF_THE_REST = frozenset({"too-long", "label"})
"""What a text may be that only goes on where an answer was cut."""
POINTS_ELSEWHERE = "points-elsewhere"
NO_DAMAGE = frozenset({"too-long", POINTS_ELSEWHERE})
"""What is in order, and only fits no card."""

UNUSED_TITLE = "unused-title"
"""This one withholds no fact: such a title is not asked as a term (`flashgen.facts.titles`)."""
LINKED_SENTENCE_END = "linked-sentence-end"
"""And this one passes over links when terms are looked for (`flashgen.quality.links`)."""

NAMES = (*RULES, UNUSED_TITLE, LINKED_SENTENCE_END)
