"""Phrases that point at what stands elsewhere on the page ("see above", "this chart"): no card holds that.

Which phrases do so, only a speaker of the language knows: they stand in `config/languages/`, and are data here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from flashgen.language import scripts
from flashgen.language.capitals import capitalised
from flashgen.language.late_patterns import late_pattern
from flashgen.language.openers import first_sentence
from flashgen.language.word_forms import UNSPACED
from flashgen.record import Record

_BRACKET = re.compile(r"\s?[(（]([^()（）]{1,160})[)）]")
_ALL_COMMAS = ",،、，"
_COMMAS = frozenset(_ALL_COMMAS)
_NEEDS_NO_COMMA = late_pattern(f"[{scripts.HANGUL}]")
"""Korean parts what joins two sentences from the rest by a space."""
_LONGEST_JOINING = 60
"""Characters in which a phrase that joins two sentences is looked for."""
_ENDING = "*"
"""Stands for any ending of a word."""
_EXCEPT = re.compile(r"\[\^(\w+)\]")
"""Letters beside a phrase with which it is part of another word, where no spaces part words: "本节" of "成本节约"."""


class Pointing(Record):
    """The phrases of one language. In each, a word that ends in `*` stands for all words that begin so.

    Before and behind a phrase, `[^...]` holds letters beside which it is part of another word ("[^成]本节").
    """

    elsewhere: tuple[str, ...] = ()
    """They point at what stands before, or beside: "see above", "on this page"."""
    preceding: tuple[str, ...] = ()
    """They speak of what was said before: "in this situation". Nothing leads in with them; within a text it may be
    there that it was said."""
    following: tuple[str, ...] = ()
    """They point at what comes next: where a text leads in to what a card shows, they are in order."""
    referring: tuple[str, ...] = ()
    """Words that a bracket which only refers begins or ends with: "see"."""
    joining: tuple[str, ...] = ()
    """What a sentence begins with that only joins it to the one before: "however"."""
    contrasting: tuple[str, ...] = ()
    """The same of words that need no comma behind them: "but"."""
    opening: tuple[str, ...] = ()
    """What a text begins with that speaks of what was said before: "the latter". Elsewhere that may be in the same
    sentence."""


def split_phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that has semicolons between them, each once."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.split(";") if part.strip(" *\n")))


NOTHING = Pointing()
"""For a language of which no phrases are known."""


@lru_cache(maxsize=500)  # what leads in to a list is asked with each of its items
def find_pointer(text: str, phrases: Pointing, *, leads_in: bool = False, opens: bool = False) -> str:
    """What in a text points at something that is not on its card; empty where nothing does.

    `leads_in`: whether what the text leads in to stands on the card, too. `opens`: whether nothing stands above it
    there that it may speak of.
    """
    found = _search(phrases.elsewhere, text)
    if not found and (leads_in or opens) and phrases.opening:
        found = _compiled(phrases.opening)[1].match(text)
    if not found and leads_in:  # where a second sentence speaks of the first, that is on the card
        found = _search(phrases.preceding, first_sentence(text))
    elif not found:
        found = _search(phrases.following, text)
    return found[0] if found else ""


def may_hold_pointer(text: str, phrases: Pointing) -> bool:
    """Whether `find_pointer` may find anything in any of some texts, which stand on lines of their own."""
    folded = text.casefold()
    groups = (phrases.elsewhere, phrases.preceding, phrases.following)
    if any(one in folded for group in groups if group for one in _compiled(group)[0]):
        return True
    # these are common words, which tell something at the beginning of a text alone
    return bool(phrases.opening) and any(map(_compiled(phrases.opening)[1].match, text.split("\n")))


def without_references(text: str, phrases: Pointing) -> str:
    """A text without brackets that only refer to something elsewhere: "(see above)", "(voir Marée)".

    What would be nothing else stays as it is.
    """
    if "(" not in text and "（" not in text:
        return text
    shown = _BRACKET.sub(lambda bracket: "" if _only_refers(bracket[1].strip(), phrases) else bracket[0], text).strip()
    return shown if any(map(str.isalnum, shown)) else text


def begins_by_referring(text: str, phrases: Pointing) -> bool:
    """Whether a text only sends its reader elsewhere: "See the article on tides." """
    return bool(phrases.referring) and _compiled(phrases.referring)[1].match(text) is not None


def begins_by_joining(text: str, phrases: Pointing) -> bool:
    """Whether a sentence begins by speaking of the one before it: "That is why a mill stands there." """
    return _length_of_any(text, phrases.joining + phrases.contrasting) > 0


def without_joining(text: str, phrases: Pointing, language: str) -> str:
    """A sentence without what only joins it to the one before, where a comma parts the two, or need not; else as it
    is."""
    length = _length_of_any(text, phrases.joining)
    if not (text[length:].lstrip()[:1] in _COMMAS or _NEEDS_NO_COMMA.search(text, 0, length)):
        length = _length_of_any(text, phrases.contrasting)
    rest = text[length:].lstrip()
    if not (length and rest):
        return text
    return capitalised(rest.lstrip(_ALL_COMMAS).lstrip(), language)


def without_joining_inside(text: str, phrases: Pointing) -> str:
    """A sentence without a word within it that only joins it to the one before ("There are, however, mills")."""
    first = first_sentence(text)
    words = first.split(" ")
    found = [
        place for place in range(1, len(words) - 1)
        if _lowered(words[place].rstrip(_ALL_COMMAS)) in _all_lowered(phrases.joining)
    ]  # fmt: skip
    if len(found) != 1:
        return text
    (place,) = found
    before, word = words[place - 1], words[place]
    is_between_commas = before[-1:] in _COMMAS and word[-1:] in _COMMAS
    if not is_between_commas and (before[-1:] in _COMMAS or word[-1:] in _COMMAS):
        return text
    kept = [*words[: place - 1], before[:-1] if is_between_commas else before, *words[place + 1 :]]
    return text.replace(first, " ".join(kept), 1)


def _length_of_any(text: str, phrases: tuple[str, ...]) -> int:
    """The characters of the longest of some phrases that a text begins with; 0 where it begins with none."""
    beginning, lowered = _lowered(text[:_LONGEST_JOINING]), _all_lowered(phrases)
    if not beginning.startswith(lowered):
        return 0
    found = max((phrase for phrase in lowered if beginning.startswith(phrase)), key=len)
    behind = beginning[len(found) : len(found) + 1]
    # "また" begins words, too, where no spaces part them
    is_whole = behind.isspace() or behind in _COMMAS if UNSPACED.search(found) else not behind.isalnum()
    return len(found) if is_whole else 0


def _lowered(text: str) -> str:
    """A text in small letters, as long as it was: the small form of the Turkish "İ" would be two characters."""
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=256)
def _all_lowered(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_lowered, phrases))


def _only_refers(words: str, phrases: Pointing) -> bool:
    found = _search(phrases.referring, words)
    while found:
        if found.start() == 0 or not any(map(str.isalnum, words[found.end() :])):
            return True
        found = _search(phrases.referring, words, found.end())
    return bool(find_pointer(words, phrases))


def _search(phrases: tuple[str, ...], text: str, start: int = 0) -> re.Match[str] | None:
    """The first place of a text, from `start` on, that holds one of the phrases."""
    if not phrases:
        return None
    needed, expression = _compiled(phrases)
    folded = text.casefold()
    # most texts hold none, which plain comparisons tell in a tenth of the time
    return expression.search(text, start) if any(one in folded for one in needed) else None


@lru_cache(maxsize=256)
def _compiled(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Parts of words of which a text must hold one, for a phrase to stand in it; the expression that finds phrases."""
    bare = (_EXCEPT.sub("", phrase).casefold() for phrase in phrases)
    longest = {max((word.rstrip(_ENDING) for word in phrase.split()), key=len) for phrase in bare}
    needed = (one for one in longest if not any(other != one and other in one for other in longest))
    return tuple(sorted(needed)), re.compile("|".join(map(_expression, phrases)), re.IGNORECASE)


def _expression(phrase: str) -> str:
    before, bare, behind = _parted(phrase)
    words = (re.escape(word.removesuffix(_ENDING)) + r"\w*+" * word.endswith(_ENDING) for word in bare.split())
    inside = r"\s".join(words)
    if not UNSPACED.search(bare):
        return rf"(?<!\w){inside}(?!\w)"
    return (f"(?<![{before}])" if before else "") + inside + (f"(?![{behind}])" if behind else "")


def _parted(phrase: str) -> tuple[str, str, str]:
    """The letters that a phrase must not stand behind, the phrase, and those that it must not stand before."""
    before, behind = _EXCEPT.match(phrase), _EXCEPT.search(phrase, 1)
    return before[1] if before else "", _EXCEPT.sub("", phrase), behind[1] if behind else ""
