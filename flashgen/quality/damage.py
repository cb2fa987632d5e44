"""What damage leaves in a text: lost words, markup, lists run together, promises of what was dropped."""

from __future__ import annotations

import html
import re

from flashgen.language import marks
from flashgen.language.doubled_words import doubled_conjunction, said_once
from flashgen.language.particles import detached_particle
from flashgen.language.text_types import has_broken_markup, introduces
from flashgen.quality.view import Shown, View

_HOLE = re.compile(
    r"[,،，(«“„\"](?:(?<=[,،，])\s*[,،，](?!\d)|(?<=\()(?:(?<![\w\])}].)\s*\)|\s*[,;،])|(?<=«)\s*»|(?<=“)\s*”|(?<=„)\s*[“”]"
    r"|(?<=\")(?<!\S.)\s*\"(?!\S))",
    re.DOTALL,
)
# a hyphen before a letter is the rest of a compound word ("core strengths, -weaknesses" in German)
_PART = re.compile(r"[^\n] (?:[-–•·] +(?=\S)|[-–•·](?=[^\s\w]|\d))|\)[-–] ?(?=\w)")
_LIST_SIGNS = "-–•·"
"""Of which every part has one."""
_PARTING = (" -", " –", " •", " ·", ")-", ")–")
"""Of which every part holds one, which no other part does."""
_SENTENCE_END = re.compile(rf"[{marks.CLEAR_ENDS}]|[{marks.SPACED_ENDS}](?:\s|$)")
_PARTS = 3
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});")
_TAG = re.compile(r"<\s*+(?:([A-Za-z][A-Za-z0-9]*+)\b|/\s*+([A-Za-z][A-Za-z0-9]*+)\s*>)")
"""One that opens, or one that closes."""
_MARKUP_SIGNS = ("](", "**", "{{", "}}", "&", "<")
"""Of which all damaged markup has one."""
_RUN, _LONGEST_RUN = 4, 60
"""How many words a run has at least that nobody says twice on purpose, and at most to be looked for."""


def lost_words(view: View) -> str:
    """A hole in a sentence: a full stop with words lost on both its sides, two commas with nothing between them.

    Met in "90dayletter" (Russian, Polish): "1040-X . " goes on in lower case where a clause is missing. A particle that
    still stands alone where all others were put back (`flashgen.language.particles`) tells of a lost link, too: met in
    "five-c-credit" (Korean), whose definition lost its beginning.
    """
    if view.fact.flaws:
        return view.fact.flaws[0]
    words = view.gate.conjunctions_in(view.language)
    for text, _ in view.texts:
        if hole := _HOLE.search(text):
            return f"holds {hole[0]!r}, with nothing in it"
        if joined := doubled_conjunction(text, words):
            return f"holds {joined!r}, with nothing between the two"
        if particle := detached_particle(text):
            return f"holds {particle!r} parted from its word"
    return ""


def leftover_markup(view: View) -> str:
    """Markup that no parser understood, because it is damaged.

    Met in "aagr" (all translations), whose formula was translated with its tags: "<spa n class". Markup that is whole
    is text that its author wrote, and is shown as written.
    """
    for text, _ in view.texts:
        if found := _markup(text):
            return f"holds {found!r}"
    return ""


def may_hold_markup(side: Shown) -> bool:
    """Whether any text of a side may hold damaged markup (`leftover_markup`)."""
    return any(sign in side.text for sign in _MARKUP_SIGNS)


def _markup(text: str) -> str:
    if "](" in text:
        return "]("
    if text.count("**") % 2:
        return "**"
    if text.count("{{") != text.count("}}"):
        return "{{" if "{{" in text else "}}"
    if "&" in text and (entity := _ENTITY.search(text)) and html.unescape(entity[0]) != entity[0]:
        return entity[0]
    if "<" not in text:
        return ""
    opened: set[str] = set()
    for tag in _TAG.finditer(text):
        if tag[1]:
            opened.add(tag[1].lower())
        elif tag[2].lower() not in opened:
            return tag[0]
    return "a broken tag" if has_broken_markup(text) else ""


def flattened_list(view: View) -> str:
    """A list run together into one sentence, its marks left inside.

    Met in "taxbracket" (Italian), where an answer reads "- 35%, per ... - 32%, per ...".
    """
    for text, _ in view.texts:
        if not any(sign in text for sign in _LIST_SIGNS):
            continue
        start = 0
        for end in [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]:
            if len(_PART.findall(text[start:end])) >= _PARTS:
                return "a list runs through one sentence"
            start = end
    return ""


def may_hold_list(side: Shown) -> bool:
    """Whether any text of a side may hold a list (`flattened_list`)."""
    return sum(map(side.text.count, _PARTING)) >= _PARTS


def unfinished(view: View) -> str:
    """An answer that ends by leading in to something that does not follow.

    Met in "proof-capacity-cryptocurrency", whose table of advantages was replaced by a placeholder: "...including:".
    """
    return "leads in to what does not follow" if introduces(view.fact.answer) else ""


def said_twice(view: View) -> str:
    """A run of words that is said once more at once, or words that are joined with themselves ("Korn oder Korn").

    Nothing where the other side says something twice as well. The latter are said once in facts before
    (`flashgen.language.doubled_words`), and left in sentences that are shown as examples, or have their terms marked.

    Met in "data-center" of the Cloud Native Glossary (Bengali), which begins with the same clause twice. Translation
    models that lose their place repeat themselves as well.
    """
    words, others = view.gate.conjunctions_in(view.language), view.gate.conjunctions_beside(view.language)
    for text, partner in view.texts:
        if (run := _repeated_run(text)) and not _repeated_run(partner):
            return f"says {run!r} twice"
        _, doubled = said_once(text, partner, words, others)
        if doubled:
            return f"joins words with themselves: {doubled[0]!r}"
    return ""


def _repeated_run(text: str) -> str:
    """The first run of words that follows itself; empty where none does, and where no spaces part words."""
    words = text.casefold().split()
    if len(words) < 2 * _RUN or len(words) - len(set(words)) < _RUN:
        return ""
    last: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - _RUN + 1):
        key = tuple(words[place : place + _RUN])
        before = last.get(key, place)
        length = place - before
        if _RUN <= length <= _LONGEST_RUN and words[before:place] == words[place : place + length]:
            return " ".join(words[before:place])
        last[key] = place
    return ""
